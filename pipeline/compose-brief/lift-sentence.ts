/**
 * Lifts a sentence out of its paragraph so that it can stand alone. One that lies inside a quotation of several
 * sentences gets the quotation marks it left behind, and the note that closes the quotation; nothing else is added.
 */
import type { FigureView } from '../contract/brief.ts'
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Quotation } from '../contract/evidence.ts'

/** A sentence's words for showing alone, with its markers. */
export interface LiftedSentence {
  readonly text: string
  readonly notes: readonly NoteMark[]
}

/** The sentence with its quotation's marks and note, where `quotation` is the one it lies in. */
export function liftSentence(
  sentence: Sentence,
  paragraph: Paragraph,
  quotation: Quotation | undefined,
): LiftedSentence {
  if (!quotation) return sentence
  const opening = /^["“«„]/u.test(sentence.text) ? '' : '"'
  const closing = /["”»]\s?[.,!?…]?$/u.test(sentence.text) ? '' : '"'
  const text = `${opening}${sentence.text}${closing}`
  const own = sentence.notes.map(note => ({ ...note, offset: note.offset + opening.length }))
  const closer = paragraph.notes.find(({ note }) => note === quotation.note)
  return { text, notes: own.length > 0 || !closer ? own : [{ ...closer, offset: text.length }] }
}

/** Whether a sentence lies wholly inside a quotation; marks at either end may stand outside. */
export function liesInside(sentence: Sentence, quotation: Quotation): boolean {
  const { start, end } = quotation.origin.position
  return distance(start, sentence.position.start) >= -1 && distance(sentence.position.end, end) >= -3
}

/** Columns from one point to another on a line; far where the line differs. */
function distance(from: { line: number; column: number }, to: { line: number; column: number }): number {
  return from.line === to.line ? to.column - from.column : (to.line - from.line) * 1000
}

/** Longest excerpt in words, and how many are kept on either side of a figure in a longer sentence. */
const mostWords = 32
const wordsBefore = 16
const wordsAfter = 12

/** The text around the characters from `at` to `end`; what is cut is marked `…`. */
export function excerptAround(text: string, at: number, end: number): FigureView['excerpt'] {
  const before = text.slice(0, at)
  const match = text.slice(at, end)
  const after = text.slice(end)
  if (text.split(/\s+/u).length <= mostWords) return { before, match, after }
  return { before: keepEnd(before, wordsBefore), match, after: keepStart(after, wordsAfter) }
}

function keepEnd(text: string, count: number): string {
  const words = text.split(/(?<=\s)/u)
  return words.length <= count ? text : `… ${words.slice(-count).join('')}`
}

function keepStart(text: string, count: number): string {
  const words = text.split(/(?=\s)/u)
  return words.length <= count ? text : `${words.slice(0, count).join('')} …`
}
