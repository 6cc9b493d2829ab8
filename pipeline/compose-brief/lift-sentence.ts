/**
 * Lifts a sentence out of its paragraph so that it can stand alone. One that shares a quotation with its neighbours gets
 * the quotation marks it left with them, and the note that closes the quotation; nothing else is added.
 */
import type { FigureView } from '../contract/brief.ts'
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Quotation } from '../contract/evidence.ts'

/** A sentence's words for showing alone, with its markers. */
export interface LiftedSentence {
  readonly text: string
  readonly notes: readonly NoteMark[]
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
  return { text, notes: known ? own : [...own, { ...closer, offset: text.length }] }
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
const mostWords = 32
const wordsBefore = 16
const wordsAfter = 12
const wordsOfOpening = 9

/** The text around the characters from `at` to `end`; what is cut is marked `…`. */
export function excerptAround(text: string, at: number, end: number): FigureView['excerpt'] {
  const before = text.slice(0, at)
  const match = text.slice(at, end)
  const after = text.slice(end)
  if (text.split(/\s+/u).length <= mostWords) return { before, match, after }
  return { before: keepEnd(before, wordsBefore), match, after: keepStart(after, wordsAfter) }
}

/** The first words of a sentence. */
export function keepOpening(text: string): string {
  return keepStart(text, wordsOfOpening)
}

function keepEnd(text: string, count: number): string {
  const words = text.split(/(?<=\s)/u)
  return words.length <= count ? text : `… ${words.slice(-count).join('')}`
}

function keepStart(text: string, count: number): string {
  const words = text.split(/(?=\s)/u)
  return words.length <= count ? text : `${words.slice(0, count).join('')} …`
}
