/**
 * Lifts a sentence out of its paragraph so that it can stand alone. One that shares a quotation with its neighbours gets
 * the quotation marks it left with them, and the note that closes the quotation; nothing else is added.
 */
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Quotation } from '../contract/evidence.ts'
import type { Excerpt } from '../contract/statement-view.ts'

/** A sentence's words for showing alone, with its markers. */
export interface LiftedSentence {
  readonly text: string
  readonly notes: readonly NoteMark[]
  /** Whether the first and the last character are marks that were added. */
  readonly opened: boolean
  readonly closed: boolean
}

/** The sentence with the marks and the note that the quotations it touches leave outside it. */
export function liftSentence(
  sentence: Sentence,
  paragraph: Paragraph,
  quotations: readonly Quotation[],
): LiftedSentence {
  const before = quotations.find(quotation => beginsBefore(quotation, sentence) && endsWithin(quotation, sentence))
  const after = quotations.find(quotation => endsAfter(quotation, sentence) && beginsWithin(quotation, sentence))
  const around = quotations.find(quotation => beginsBefore(quotation, sentence) && endsAfter(quotation, sentence))
  const opens = (before ?? around) !== undefined && !/^["“«„]/u.test(sentence.text)
  const closes = (after ?? around) !== undefined && !/["”»]\s?[.,!?…]?$/u.test(sentence.text)
  const text = `${opens ? '"' : ''}${sentence.text}${closes ? '"' : ''}`
  const own = sentence.notes.map(note => ({ ...note, offset: note.offset + (opens ? 1 : 0) }))
  const closer = paragraph.notes.find(({ note }) => note === (after ?? around)?.note)
  const known = !closer || own.some(({ identifier }) => identifier === closer.identifier)
  const notes = known ? own : [...own, { ...closer, offset: text.length }]
  return { text, notes, opened: opens, closed: closes }
}

// A quotation's place may or may not include its marks, so that its ends are a few columns off.
const beginsBefore = (quotation: Quotation, sentence: Sentence) =>
  distance(quotation.origin.position.start, sentence.position.start) >= -1
const endsAfter = (quotation: Quotation, sentence: Sentence) =>
  distance(sentence.position.end, quotation.origin.position.end) >= -3
const endsWithin = (quotation: Quotation, sentence: Sentence) =>
  distance(sentence.position.start, quotation.origin.position.end) > 3 && !endsAfter(quotation, sentence)
const beginsWithin = (quotation: Quotation, sentence: Sentence) =>
  distance(quotation.origin.position.start, sentence.position.end) > 3 && !beginsBefore(quotation, sentence)

/** Columns from one point to another on a line; far where the line differs. */
function distance(from: { line: number; column: number }, to: { line: number; column: number }): number {
  return from.line === to.line ? to.column - from.column : (to.line - from.line) * 1000
}

/** Longest excerpt in words, and how many are kept on either side of a figure in a longer sentence. */
const mostWords = 34
const wordsBefore = 16
const wordsAfter = 12
/** So few words are not worth a cut. */
const spared = 5

/** Where a figure stands in a lifted sentence, in characters. */
export interface FigureSpan {
  readonly id: string
  readonly at: number
  readonly end: number
}

/** A lifted sentence around its figures; a long one loses its ends. */
export function excerptAround({ text, opened, closed }: LiftedSentence, spans: readonly FigureSpan[]): Excerpt {
  const start = opened ? 1 : 0
  const stop = text.length - (closed ? 1 : 0)
  const inOrder = spans.toSorted((left, right) => left.at - right.at)
  const before = text.slice(start, inOrder[0]?.at ?? start)
  const after = text.slice(Math.max(start, ...inOrder.map(({ end }) => end)), stop)
  const isShort = spans.length === 0 || text.split(/\s+/u).length <= mostWords
  const keptBefore = isShort ? before : keepEnd(before, wordsBefore)
  const keptAfter = isShort ? after : keepStart(after, wordsAfter)
  const cutBefore = keptBefore !== before
  const cutAfter = keptAfter !== after
  return {
    words: markFigures(
      text,
      start + before.length - keptBefore.length,
      stop - after.length + keptAfter.length,
      inOrder,
    ),
    cutBefore,
    cutAfter,
    quoteBefore: opened && !cutBefore,
    quoteAfter: closed && !cutAfter,
  }
}

/** The text from `from` to `to`, in pieces; of figures that overlap, the first is marked. */
function markFigures(text: string, from: number, to: number, spans: readonly FigureSpan[]): Excerpt['words'] {
  const words: { text: string; figure?: string }[] = []
  let next = from
  for (const { id, at, end } of spans) {
    if (at < next) continue
    if (at > next) words.push({ text: text.slice(next, at) })
    words.push({ text: text.slice(at, end), figure: id })
    next = end
  }
  if (to > next) words.push({ text: text.slice(next, to) })
  return words
}

/** The first words of a sentence, in so many characters at the most. */
export function keepBeginning(text: string, characters: number): string {
  if (text.length <= characters) return text
  const kept = text.slice(0, characters + 1).replace(/\s+\S*$/u, '')
  // A script without spaces is cut anywhere but inside a character.
  return kept.length <= characters ? kept : text.slice(0, characters).replace(/[\uD800-\uDBFF]$/u, '')
}

function keepEnd(text: string, count: number): string {
  const words = text.split(/(?<=\s)/u)
  return words.length <= count + spared ? text : words.slice(-count).join('')
}

function keepStart(text: string, count: number): string {
  const words = text.split(/(?=\s)/u)
  return words.length <= count + spared ? text : words.slice(0, count).join('')
}
