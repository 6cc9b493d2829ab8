/**
 * Turns what stands between quotation marks into quotations: somebody's own words with their sentences, note and
 * speaker. Marks that do not pair are reported at their place.
 */
import type { VFileMessage } from 'vfile-message'
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { Quotation } from '../contract/evidence.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { noteField, noteOfQuotation } from './find-note.ts'
import type { QuotationSpan } from './find-quotations.ts'
import { findSpeaker, isSpoken, type SpeechRange } from './find-speaker.ts'
import { isAnnounced, isName } from './is-name.ts'
import type { Language } from './languages/language.ts'
import { originOf } from './origin.ts'

/** The quotations among a paragraph's spans, and what is wrong with their marks. */
export function extractQuotations(
  paragraph: Paragraph,
  spans: readonly QuotationSpan[],
  language: Language,
): { readonly quotations: readonly Quotation[]; readonly messages: readonly VFileMessage[] } {
  const outer = spans.filter(span => span.depth === 0 && span.end > span.start)
  const quotations = outer.flatMap(span => {
    const isWord = isName(span, paragraph.text, hasNoteAfter(paragraph, span), language)
    return isWord && !isSaid(paragraph, span, outer, language) ? [] : [toQuotation(paragraph, span, outer, language)]
  })
  const messages = spans.filter(span => !span.closed || !span.opened).map(span => reportMarks(paragraph, span))
  return { quotations, messages }
}

/** Whether a note marker follows the words, with nothing but stops between. */
function hasNoteAfter(paragraph: Paragraph, { end, to }: QuotationSpan): boolean {
  const { text } = paragraph
  return paragraph.notes.some(({ offset }) => offset >= end && /^[\s.,;:!?…]*$/u.test(text.slice(to, offset)))
}

/** `“Never,” said Maria Lopez.`: words at the head of a sentence with their speaker beside them are no name. */
function isSaid(
  paragraph: Paragraph,
  span: QuotationSpan,
  spans: readonly QuotationSpan[],
  language: Language,
): boolean {
  const { text, sentences } = paragraph
  if (!span.opened || !sentences.some(({ start }) => start === span.start - 1)) return false
  if (isAnnounced(span, text, language)) return false
  const range = rangeOf(paragraph, span)
  return isSpoken(text, range, language) || findSpeaker(text, range, spans, language) !== undefined
}

function toQuotation(
  paragraph: Paragraph,
  span: QuotationSpan,
  spans: readonly QuotationSpan[],
  language: Language,
): Quotation {
  const { text } = paragraph
  const { first, last } = sentencesOf(paragraph, span)
  const speaker = findSpeaker(text, rangeOf(paragraph, span), spans, language)
  return {
    id: `${paragraph.id}-q${span.start}`,
    paragraphId: paragraph.id,
    sentenceId: first.id,
    sentence: text.slice(first.start, last.end),
    ...noteField(noteOfQuotation(paragraph, span)),
    origin: originOf(paragraph, span.start, span.end),
    text: text.slice(span.start, span.end).trim(),
    closed: span.closed && span.opened,
    ...(speaker === undefined ? {} : { speaker }),
  }
}

/** The sentences that a quotation begins and ends in. */
function sentencesOf(
  { sentences }: Paragraph,
  span: QuotationSpan,
): { readonly first: Sentence; readonly last: Sentence } {
  const touched = sentences.filter(sentence => sentence.start < span.end && sentence.end > span.start)
  const first = touched[0] ?? (sentences[0] as Sentence)
  return { first, last: touched.at(-1) ?? first }
}

function rangeOf(paragraph: Paragraph, span: QuotationSpan): SpeechRange {
  const { first, last } = sentencesOf(paragraph, span)
  return { from: first.start, start: span.start, to: span.to, until: last.end }
}

function reportMarks(paragraph: Paragraph, span: QuotationSpan): VFileMessage {
  const { seed, position } = originOf(
    paragraph,
    span.opened ? span.start - 1 : span.end,
    span.opened ? span.start : span.to,
  )
  const mark = paragraph.text.slice(span.opened ? span.start - 1 : span.end, span.opened ? span.start : span.to)
  const reason = span.opened
    ? `Quotation mark ${mark} is never closed`
    : `Quotation mark ${mark} closes what was never opened`
  return createMessage('quotation-is-balanced', reason, { file: seed, position })
}
