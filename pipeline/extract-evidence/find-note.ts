/**
 * Finds the note that backs a piece of evidence: the first marker at or after it in its sentence, or the marker that
 * closes the quotation it lies in.
 */
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { QuotationSpan } from './find-quotations.ts'

/** The label of the note that backs what ends at `end` in the paragraph; absent for the author's own statement. */
export function findNote(
  paragraph: Paragraph,
  sentence: Sentence,
  end: number,
  quotations: readonly QuotationSpan[],
): string | undefined {
  const own = sentence.notes.find(note => sentence.start + note.offset >= end)
  if (own) return own.note
  const quotation = quotations.find(({ start, to }) => start < end && end <= to)
  return quotation && quotation.to > sentence.end ? noteOfQuotation(paragraph, quotation) : undefined
}

/** The label of the first marker at or after a quotation's last word, in the sentence that ends it. */
export function noteOfQuotation(paragraph: Paragraph, { end, to }: QuotationSpan): string | undefined {
  const sentence = paragraph.sentences.find(
    ({ end: sentenceEnd }) => sentenceEnd >= Math.min(to, paragraph.text.length),
  )
  const limit = sentence?.end ?? paragraph.text.length
  return paragraph.notes.find(note => note.offset >= end && note.offset <= limit)?.note
}

/** The note as a field of a statement, absent where there is none. */
export function noteField(note: string | undefined): { readonly note?: string } {
  return note === undefined ? {} : { note }
}
