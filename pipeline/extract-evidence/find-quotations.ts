/**
 * Finds what a paragraph prints between quotation marks, in every style of marks, nested or never closed. Text taken
 * from paginated files often loses a mark; then the note marker that follows the words tells where they end.
 */
import type { NoteMark } from '../contract/document.ts'

/** A stretch between quotation marks, by offsets in the paragraph. */
export interface QuotationSpan {
  /** The first and the last quoted character's end, without the marks. */
  readonly start: number
  readonly end: number
  /** The offset after the closing mark; equal to `end` where there is none. */
  readonly to: number
  readonly opened: boolean
  readonly closed: boolean
  /** 0 for a quotation, more for one inside another. */
  readonly depth: number
}

interface OpenMark {
  readonly at: number
  readonly straight: boolean
}

type Turn = 'open' | 'close'

const opening = /[\s([{<–—-]/u
const closing = /[\s)\]}>.,;:!?…–—]/u

/** The quotations of a text in the order of their beginnings. */
export function findQuotationSpans(text: string, notes: readonly NoteMark[]): readonly QuotationSpan[] {
  const spans: QuotationSpan[] = []
  const stack: OpenMark[] = []
  let note = 0
  let free = 0
  const close = (mark: number, to: number, closed: boolean) => {
    const open = stack.pop()
    const end = Math.max(
      mark - (/\s*$/u.exec(text.slice(Math.max(0, mark - 4), mark))?.[0].length ?? 0),
      (open?.at ?? 0) + 1,
    )
    if (open) spans.push({ start: open.at + 1, end, to, opened: true, closed, depth: stack.length })
    if (stack.length === 0) free = to
  }
  const closeAll = (end: number) => {
    while (stack.length > 0) close(end, end, false)
  }
  for (const { at, turn, straight } of listMarks(text)) {
    for (; note < notes.length && (notes[note] as NoteMark).offset < at; note += 1) {
      const { offset } = notes[note] as NoteMark
      if (stack.length > 0 && stack.every(open => open.straight) && !isClosedNext(text, offset)) closeAll(offset)
      if (stack.length === 0) free = Math.max(free, offset)
    }
    if (turn === 'open') stack.push({ at, straight })
    else if (stack.length > 0) close(at, at + 1, true)
    else {
      spans.push({
        start: Math.min(skipSpace(text, free), at),
        end: at,
        to: at + 1,
        opened: false,
        closed: true,
        depth: 0,
      })
      free = at + 1
    }
  }
  const rest = notes.slice(note).find(({ offset }) => offset > (stack[0]?.at ?? 0))
  closeAll(rest ? rest.offset : text.length)
  return reopen(spans, text).sort((a, b) => a.start - b.start || a.depth - b.depth)
}

/** `“We grow. “We build.”`: a new quotation after a full stop shows that the one before was never closed. */
function reopen(spans: readonly QuotationSpan[], text: string): QuotationSpan[] {
  const lost = spans.find(span => !span.closed && spans.some(inner => isNewBeginning(inner, span, text)))
  if (!lost) return [...spans]
  const next = spans
    .filter(inner => isNewBeginning(inner, lost, text))
    .reduce((first, inner) => (inner.start < first.start ? inner : first))
  const end = text.slice(0, next.start - 1).trimEnd().length
  const isInside = ({ start, end: innerEnd }: QuotationSpan) => start >= next.start && innerEnd <= lost.end
  return reopen(
    spans.map(span =>
      span === lost ? { ...lost, end, to: end } : isInside(span) ? { ...span, depth: span.depth - 1 } : span,
    ),
    text,
  )
}

function isNewBeginning(inner: QuotationSpan, outer: QuotationSpan, text: string): boolean {
  if (inner.depth !== outer.depth + 1 || inner.start <= outer.start || inner.end > outer.end) return false
  const words = text.slice(inner.start, inner.end).split(/\s+/u)
  return words.length > 3 && /[.!?…]\s*$/u.test(text.slice(outer.start, inner.start - 1))
}

/** Whether the next mark after a note marker closes at once: `Polotsk63 ".`. */
function isClosedNext(text: string, offset: number): boolean {
  return /^[\s.,]{0,2}["”»]/u.test(text.slice(offset, offset + 3))
}

function skipSpace(text: string, offset: number): number {
  let at = offset
  while (/[\s.,;]/u.test(text[at] ?? 'x')) at += 1
  return at
}

/** The marks of a text, each with the way it turns. */
function listMarks(text: string): readonly { at: number; turn: Turn; straight: boolean }[] {
  const marks: { at: number; turn: Turn; straight: boolean }[] = []
  let low = 0
  let guillemets = 0
  let curly = 0
  for (const { 0: mark, index: at } of text.matchAll(/["“”„‟«»]/gu)) {
    if (mark === '"') {
      marks.push({ at, turn: straightTurn(text, at), straight: true })
      continue
    }
    // `„…“` closes with the mark that opens in English; `»…«` opens with the mark that closes in French.
    const turn = turnOf(mark, low > 0, guillemets > 0, curly > 0, text, at)
    if (mark === '„') low += 1
    else if (turn === 'close' && (mark === '“' || mark === '”') && low > 0) low -= 1
    else if (mark === '“' || mark === '”') curly += turn === 'open' ? 1 : curly > 0 ? -1 : 0
    if (mark === '«' || mark === '»') guillemets = Math.max(0, guillemets + (turn === 'open' ? 1 : -1))
    marks.push({ at, turn, straight: false })
  }
  return marks
}

function turnOf(mark: string, inLow: boolean, inGuillemets: boolean, inCurly: boolean, text: string, at: number): Turn {
  if (mark === '„' || mark === '‟') return 'open'
  if (mark === '“') return inLow ? 'close' : 'open'
  if (mark === '”') return inLow || inCurly || straightTurn(text, at) === 'close' ? 'close' : 'open'
  if (mark === '«') return inGuillemets && straightTurn(text, at) === 'close' ? 'close' : 'open'
  return !inGuillemets && straightTurn(text, at) === 'open' ? 'open' : 'close'
}

/** The way a straight mark turns, by what stands on either side of it. */
function straightTurn(text: string, at: number): Turn {
  const before = text[at - 1]
  const after = text[at + 1]
  if (before === undefined || opening.test(before)) {
    const isStop = after === undefined || /[\s,;:!?)\]]/u.test(after) || (after === '.' && text[at + 2] !== '.')
    return isStop ? 'close' : 'open'
  }
  if (after === undefined || closing.test(after)) return 'close'
  return /["“«„]/u.test(before) ? 'open' : 'close'
}
