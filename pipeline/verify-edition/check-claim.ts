/**
 * Proves one claim: the words that a page shows as a seed's are looked for where its mark says they stand, character by
 * character. What is not there is said with the nearest words of the seed and where the two part.
 */
import { findDifference, nearestStretch } from './find-difference.ts'
import type { SeedIndex, SeedText } from './index-seeds.ts'
import { isWhole, plainCharacters, plainText } from './normal-text.ts'
import type { Claim } from './shown-page.ts'

/** Words that were found: the stretch of the seed's text they were found in. */
export interface Found {
  readonly text: SeedText
  readonly start: number
  readonly end: number
}

/** Words that were not: what to say of it. */
export interface Fault {
  readonly reason: string
}

/** The stretch of a seed that a claim shows, or why there is none. */
export function checkClaim(claim: Claim, index: SeedIndex): Found | Fault {
  const shown = claim.pieces.map(plainText)
  if (claim.kind === 'opens') shown.push('')
  const words = shown.filter(piece => piece !== '').join(' … ')
  const text = find(claim, index)
  if (words === '') return { reason: `Nothing is shown where a mark claims words of ${claim.id}` }
  if (!text)
    return {
      reason: `“${clip(words)}” is shown as words of ${claim.id}, ${elsewhere(words, index) ?? 'which no seed has'}`,
    }
  const plain = plainCharacters(text.text)
  const places = claim.kind === 'in' ? findWithin(plain.text, shown) : findWhole(plain.text, shown)
  if (!places) return { reason: describe(words, text, plain, index, claim) }
  return { text, start: plain.offsets[places.start] ?? 0, end: (plain.offsets[places.end - 1] ?? 0) + 1 }
}

function find({ kind, id }: Claim, { named, paragraphs, headings }: SeedIndex): SeedText | undefined {
  if (kind === 'heading') return headings.get(id)
  return kind === 'in' ? paragraphs.get(id) : named.get(id)
}

interface Stretch {
  readonly start: number
  readonly end: number
}

/** Words that stand anywhere in the text, and cut no word or number. */
function findWithin(text: string, [words = '']: readonly string[]): Stretch | undefined {
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
    if (isWhole(text, at, at + words.length)) return { start: at, end: at + words.length }
  }
  return undefined
}

/** All of the text but what lies at cuts: before the first piece, between two, and after the last. */
function findWhole(text: string, pieces: readonly string[]): Stretch | undefined {
  let from = 0
  let start = -1
  for (const [index, piece] of pieces.entries()) {
    if (piece === '') continue
    const isFirst = index === 0
    const isLast = index === pieces.length - 1
    const at = isFirst ? 0 : isLast ? text.length - piece.length : text.indexOf(piece, from)
    if (at < from || !text.startsWith(piece, at) || !isWhole(text, at, at + piece.length)) return undefined
    if (isFirst && isLast && piece.length !== text.length) return undefined
    if (start < 0) start = at
    from = at + piece.length
  }
  return start < 0 ? undefined : { start, end: from }
}

function describe(
  words: string,
  text: SeedText,
  plain: ReturnType<typeof plainCharacters>,
  index: SeedIndex,
  claim: Claim,
): string {
  const stretch = claim.kind === 'in' ? nearestStretch(words, plain.text) : { start: 0, end: plain.text.length }
  const nearest = plain.text.slice(stretch.start, stretch.end)
  const { at, shown, expected } = findDifference(words, nearest, claim.pieces.length > 1 || claim.kind === 'opens')
  const other = elsewhere(words, index)
  if (other) return `“${clip(words)}” is shown as words of ${claim.id}, ${other}`
  const place = formatPoint(text, plain.offsets[Math.min(stretch.start + at, plain.offsets.length - 1)] ?? 0)
  return `“${clip(words, at)}” is not in the seed; nearest is “${clip(nearest, at)}” at ${place}: ${tellDifference(shown, expected)}`
}

function tellDifference(shown: string, expected: string): string {
  if (shown === '') return `“${clip(expected)}” is left out`
  return expected === '' ? `“${clip(shown)}” is added` : `“${clip(shown)}” stands for “${clip(expected)}”`
}

/** Where the words do stand, if they are a sentence or heading of some seed under another name. */
function elsewhere(words: string, { named, headings }: SeedIndex): string | undefined {
  for (const [id, text] of [...named, ...headings]) {
    if (plainText(text.text) === words) return `but they are ${id} at ${formatPoint(text, 0)}`
  }
  return undefined
}

/** `seeds/report.txt:12:5`. */
function formatPoint(text: SeedText, offset: number): string {
  const point = text.pointAt?.(offset)
  return `${text.document.seed.path}${point ? `:${point.line}:${point.column}` : ''}`
}

/** How much of a sentence a message repeats. */
const longest = 90

function clip(words: string, around = 0): string {
  if (words.length <= longest) return words
  const from = around < longest - 20 ? 0 : around - 40
  return `${from > 0 ? '…' : ''}${words.slice(from, from + longest)}${from + longest < words.length ? '…' : ''}`
}
