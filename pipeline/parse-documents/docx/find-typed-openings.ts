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
  const openings: Opening[] = []
  let section: number | undefined
  for (const block of blocks) {
    if (block.kind !== 'paragraph') continue
    const level = levelOf(block)
    const isTitle = isNotesTitle(textOf(block.pieces).trim())
    if (isTitle) section = level ?? 9
    else if (level !== undefined && section !== undefined && level <= section) section = undefined
    const opening = isTitle || level !== undefined ? undefined : openNote(block, section !== undefined)
    if (opening && (opening.underTitle || called.has(opening.label))) openings.push(opening)
  }
  return openings.some(({ label }) => called.has(label)) ? openings : []
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
