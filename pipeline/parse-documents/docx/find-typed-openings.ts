/**
 * Paragraphs that open a note typed by hand: with a raised number that the text calls, or, under a title such as “Notes”,
 * with a plain number or as an item of a numbered list.
 */
import { isNotesTitle } from '../notes-title.ts'
import { readLabels } from './find-typed-markers.ts'
import { type Block, hasText, type ParagraphBlock, type Piece } from './pieces.ts'

export interface Opening {
  readonly block: ParagraphBlock
  readonly label: string
  /** The pieces without the number. */
  readonly pieces: readonly Piece[]
  readonly underTitle: boolean
}

/** The openings in document order; `called` are the labels that stand raised in the text. */
export function findOpenings(blocks: readonly Block[], called: ReadonlySet<string>): readonly Opening[] {
  const openings = listOpenings(blocks, called)
  if (openings.length > 0) return openings
  const tail = findTail(blocks, called)
  return tail ? listOpenings(blocks, called, tail) : []
}

/** What opens under one title, or before any. */
interface Section {
  readonly openings: Opening[]
  /** Paragraphs between this section and the one before. */
  readonly distance: number
}

/** The openings, those from `tail` on as under a title. */
function listOpenings(
  blocks: readonly Block[],
  called: ReadonlySet<string>,
  tail?: ParagraphBlock,
): readonly Opening[] {
  const sections: Section[] = [{ openings: [], distance: 0 }]
  let section: number | undefined
  let distance = 0
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    const level = levelOf(block)
    const isTitle = isNotesTitle(textOf(block.pieces).trim())
    if (isTitle || block === tail) {
      section = level ?? 9
      sections.push({ openings: [], distance })
    } else if (level !== undefined && section !== undefined && level <= section) section = undefined
    const opening = isTitle || level !== undefined ? undefined : openNote(block, section !== undefined)
    const isCounted = opening && (opening.underTitle || called.has(opening.label))
    if (isCounted) sections.at(-1)?.openings.push(opening)
    if (!isTitle && hasText(block.pieces)) distance = isCounted ? 0 : distance + 1
  }
  const openings = sections.flatMap((own, index) => (isOverlaid(own, sections[index + 1]) ? [] : own.openings))
  return openings.some(({ label }) => called.has(label)) ? openings : []
}

/** Whether the next section stands directly below, and has these labels and more. */
function isOverlaid({ openings }: Section, next: Section | undefined): boolean {
  if (!next || next.distance > 0 || next.openings.length <= openings.length) return false
  const labels = new Set(next.openings.map(({ label }) => label))
  return openings.every(({ label, underTitle }) => underTitle && labels.has(label))
}

/** So many notes without a title at least, and so many of them called, and none lacking more than this before it. */
const leastTail = { notes: 3, share: 0.6, gap: 4 }

/** The first of the numbered paragraphs that the document ends with; they count up from 1, and the text calls them. */
function findTail(blocks: readonly Block[], called: ReadonlySet<string>): ParagraphBlock | undefined {
  let first: ParagraphBlock | undefined
  let labels: number[] = []
  let since = 0
  for (const block of blocks) {
    const isText = block.kind === 'paragraph' && levelOf(block) === undefined
    if (isText && !hasText(block.pieces)) continue
    const label = isText ? Number(openNote(block, true)?.label) : Number.NaN
    const step = label - (labels.at(-1) ?? 0)
    if (isText && first && step > 0 && step <= leastTail.gap) {
      labels.push(label)
      since = 0
    } else if (isText && label === 1) {
      first = block
      labels = [1]
      since = 0
    } else if (first && isText && since < leastTail.gap) since += 1
    else first = undefined
  }
  const hits = labels.filter(label => called.has(String(label))).length
  const isTail = since === 0 && labels.length >= leastTail.notes && hits >= labels.length * leastTail.share
  return isTail ? first : undefined
}

/** Of a heading; undefined where the paragraph is none. */
function levelOf({ role, level }: ParagraphBlock): number | undefined {
  if (role === 'title') return 0
  return role === 'heading' ? level : undefined
}

/** The text up to the length that a title can have. */
function textOf(pieces: readonly Piece[]): string {
  let text = ''
  for (const piece of pieces) {
    if (piece.kind === 'text') text += piece.value
    if (text.length > 60) break
  }
  return text
}

function openNote(block: ParagraphBlock, underTitle: boolean): Opening | undefined {
  const first = block.pieces.findIndex(piece => piece.kind !== 'text' || piece.value.trim() !== '')
  const piece = block.pieces[first]
  if (piece?.kind !== 'text') return undefined
  const rest = block.pieces.slice(first + 1)
  const [label, ...more] = readLabels(piece)
  if (label !== undefined && more.length === 0 && hasText(rest)) {
    return { block, label, pieces: dropStop(rest), underTitle }
  }
  if (!underTitle || piece.look.raised) return undefined
  const plain = /^\s*(?:\[(\d{1,3})\]|\((\d{1,3})\)|(\d{1,3})[.)]?(?=\s|$)|(\*{1,4}|[†‡§]))\s*/u.exec(piece.value)
  if (plain) {
    const own = plain.slice(1).find(part => part !== undefined) as string
    const value = piece.value.slice(plain[0].length)
    const at = { line: piece.at.line, column: piece.at.column + plain[0].length }
    const pieces = [{ ...piece, value, at }, ...rest]
    return hasText(pieces) ? { block, label: own, pieces: dropStop(pieces), underTitle } : undefined
  }
  const { list } = block
  if (!list?.ordered || list.level > 0 || list.continues) return undefined
  return { block, label: String(list.number), pieces: block.pieces, underTitle }
}

/** A stop or bracket after the number, in the next run. */
function dropStop(pieces: readonly Piece[]): readonly Piece[] {
  const [first, ...rest] = pieces
  const length = first?.kind === 'text' ? (/^\s*[.)](?=\s|$)/u.exec(first.value)?.[0].length ?? 0) : 0
  if (first?.kind !== 'text' || length === 0) return pieces
  const at = { line: first.at.line, column: first.at.column + length }
  return [{ ...first, value: first.value.slice(length), at }, ...rest]
}
