/**
 * Raised signs that may be note markers: one to three digits, asterisks or daggers, beside a word. What stands before
 * decides: after a unit, a single letter or a number, a raised number is a power.
 */
import type { Block, ParagraphBlock, Piece } from './pieces.ts'

export interface Candidate {
  readonly piece: Extract<Piece, { kind: 'text' }>
  /** One, or several with commas between them. */
  readonly labels: readonly string[]
  readonly line: number
  /** It stands after a year, and may be a power all the same. */
  readonly afterNumber: boolean
}

/** Every candidate in document order, in tables too. */
export function findCandidates(blocks: readonly Block[]): readonly Candidate[] {
  const candidates: Candidate[] = []
  const walk = (list: readonly Block[]) => {
    for (const block of list) {
      if (block.kind === 'paragraph') for (const candidate of findInParagraph(block)) candidates.push(candidate)
      else if (block.kind === 'table') for (const row of block.rows) for (const cell of row) walk(cell.blocks)
    }
  }
  walk(blocks)
  return candidates
}

function findInParagraph({ pieces, role }: ParagraphBlock): readonly Candidate[] {
  if (role === 'contents') return []
  let before = ''
  let last: Candidate | undefined
  return pieces.flatMap((piece, index): readonly Candidate[] => {
    if (piece.kind !== 'text') {
      last = undefined
      before += ' '
      return []
    }
    const next = pieces[index + 1]
    const labels = readLabels(piece)
    const after = next?.kind === 'text' ? next.value : ''
    const more: readonly string[] = last ? readMoreLabels(piece) : []
    const found =
      more.length > 0 ? goOn(piece, more) : labels.length > 0 ? judge(piece, labels, before, after) : undefined
    if (piece.value.trim() !== '') last = found
    before = `${before}${piece.value}`.slice(-40)
    return found ? [found] : []
  })
}

/** The numbers or signs of a raised piece; none where it holds anything else. */
export function readLabels(piece: Piece): readonly string[] {
  if (piece.kind !== 'text' || !(piece.look.raised || piece.look.noteNumber)) return []
  const text = piece.value.trim()
  const bare = /^\[([^[\]]*)\]$|^\(([^()]*)\)$/u.exec(text)
  const inner = bare?.[1] ?? bare?.[2] ?? text.replace(/\)$/u, '')
  if (!/^(?:\d{1,3}(?:\s*[,;]\s*\d{1,3})*|\*{1,4}|[†‡§¶]{1,3}|[①-⑳])$/u.test(inner)) return []
  return inner.split(/\s*[,;]\s*/u)
}

/** What a raised piece that goes on behind a marker holds: a comma, and more numbers. */
function readMoreLabels(piece: Candidate['piece']): readonly string[] {
  const comma = /^\s*[,;]\s*/u.exec(piece.value)?.[0].length ?? 0
  return comma === 0 ? [] : readLabels({ ...piece, value: piece.value.slice(comma) })
}

function goOn(piece: Candidate['piece'], labels: readonly string[]): Candidate {
  return { piece, labels, line: piece.at.line, afterNumber: false }
}

const unit = /(?:^|[\s\d(/·])(?:[kcdmµн]?m|ft|in|yd|mi|[кдсм]?м|с|s|cm|км|см|мм)$/u

function judge(
  piece: Candidate['piece'],
  labels: readonly string[],
  before: string,
  after: string,
): Candidate | undefined {
  const word = before.replace(/\s$/u, '')
  // Behind a space a sign belongs to the word before it only if none follows directly.
  if (word !== before && /^[\p{L}\p{N}]/u.test(after)) return undefined
  const candidate = { piece, labels, line: piece.at.line, afterNumber: false }
  if (!/[\p{L}\p{N}\p{Pe}\p{Pf}"'“.,;:!?…%‰*。，、；：！？]$/u.test(word)) return undefined
  if (piece.look.noteNumber || !/^\d/u.test(labels[0] ?? '')) return candidate
  if (/\d$/u.test(word))
    return /(?<!\d)(?:1[5-9]|20)\d\d$/u.test(word) ? { ...candidate, afterNumber: true } : undefined
  if (/^[23]$/u.test(labels[0] ?? '') && unit.test(word)) return undefined
  // A single letter is a variable, unless it is a Chinese word.
  if (/(?:^|[^\p{L}\p{M}])(?!\p{Script=Han})\p{L}$/u.test(word)) return undefined
  return candidate
}
