/**
 * Turns the quantities of a sentence into figures: each with its period, subject, measure, qualifier, note and place.
 * A number that cannot be read is kept as printed and reported.
 */
import type { VFileMessage } from 'vfile-message'
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { Figure } from '../contract/evidence.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { choosePeriod, type PeriodQuestion } from './choose-period.ts'
import { classifyMeasure } from './classify-measure.ts'
import { findNote, noteField } from './find-note.ts'
import { findQuantities } from './find-quantities.ts'
import type { QuotationSpan } from './find-quotations.ts'
import { findSubject } from './find-subject.ts'
import type { Language, Qualifier } from './languages/language.ts'
import { originOf } from './origin.ts'
import { phraseBefore } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import type { ResolvedTime, TimeContext } from './resolve-times.ts'
import { lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** One sentence with all that was read from it. */
export interface SentenceReading {
  readonly paragraph: Paragraph
  readonly sentence: Sentence
  readonly tokens: readonly Token[]
  readonly times: readonly ResolvedTime[]
  /** What the text said about time before the sentence. */
  readonly context: TimeContext
  readonly quotations: readonly QuotationSpan[]
  readonly language: Language
}

/** A figure with the tokens it was read from. */
export interface FoundFigure {
  readonly figure: Figure
  readonly quantity: Quantity
  readonly subject: TokenSpan
}

/** The figures of a sentence, in order, and what is wrong with their print. */
export function extractFigures(reading: SentenceReading): {
  readonly figures: readonly FoundFigure[]
  readonly messages: readonly VFileMessage[]
} {
  const { tokens, times, language } = reading
  const figures: FoundFigure[] = []
  let subject: TokenSpan | undefined
  for (const quantity of findQuantities(tokens, times, language)) {
    const next = findSubject(quantity, { tokens, times, language }, subject)
    figures.push({ figure: toFigure(quantity, next, reading), quantity, subject: next })
    if (quantity.kind === 'amount') subject = next
  }
  const malformed = figures.flatMap(({ figure }) => (figure.wellFormed ? [] : [figure]))
  return { figures, messages: malformed.map(reportFigure) }
}

function toFigure(quantity: Quantity, subject: TokenSpan, reading: SentenceReading): Figure {
  const { paragraph, sentence, tokens, language } = reading
  const { start, end } = offsetsOf(quantity, tokens)
  const subjectAt = offsetsOf(subject, tokens)
  const period = choosePeriod(quantity, questionOf(reading, start))
  const qualifier = findQualifier(reading, quantity.from)
  return {
    id: `${paragraph.id}-f${start}`,
    paragraphId: paragraph.id,
    sentenceId: sentence.id,
    sentence: sentence.text,
    ...noteField(findNote(paragraph, sentence, end, reading.quotations)),
    origin: originOf(paragraph, start, end),
    valueText: paragraph.text.slice(start, end),
    value: quantity.value,
    unit: quantity.unit,
    ...(qualifier === undefined ? {} : { qualifier }),
    measure: classifyMeasure(tokens, quantity, language),
    ...(period === undefined ? {} : { period }),
    subject: paragraph.text.slice(subjectAt.start, subjectAt.end),
    wellFormed: quantity.value !== null,
  }
}

function offsetsOf(
  { from, to }: TokenSpan,
  tokens: readonly Token[],
): { readonly start: number; readonly end: number } {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 }
}

function questionOf(
  { paragraph, tokens, times, context, language, quotations }: SentenceReading,
  start: number,
): PeriodQuestion {
  const quotation = quotations.find(span => span.start <= start && start < span.to)
  // The words that lead up to a quotation give it its time.
  const from = paragraph.sentences.findLast(sentence => sentence.start < (quotation?.start ?? 0))?.start ?? 0
  const isSameQuotation = (offset: number) => quotation !== undefined && from <= offset && offset < quotation.to
  return { tokens, times, context, language, isSameQuotation }
}

/** The qualifier before token `from`, small words between being passed over. */
function findQualifier({ tokens, times, language }: SentenceReading, from: number): Qualifier | undefined {
  for (let at = from; at > from - 4; at -= 1) {
    const found = phraseBefore(language.qualifiers, tokens, at)
    // `increased up to 69%` tells where it went, and no limit.
    if (found?.value === 'up to' && isGoal(tokens, found.from, language)) return undefined
    // `Over a quarter of a century, …` is how long, and no more than that.
    if (found?.from === 0 && times.some(time => time.shape.kind === 'length' && time.from === 0)) return undefined
    if (found) return found.value
    if (!language.qualifierGaps.has(lowerAt(tokens, at - 1))) return undefined
  }
  return undefined
}

function isGoal(tokens: readonly Token[], from: number, { grammar, measures, times }: Language): boolean {
  const before = lowerAt(tokens, from - 1)
  if (measures.growth.has(before) || grammar.goalVerbs.test(before)) return true
  // `от 90 до 95`, where the preposition is that of a range
  return times.to.has(lowerAt(tokens, from)) && (tokens[from - 1]?.kind === 'number' || tokens[from - 1]?.text === '%')
}

function reportFigure({ valueText, origin }: Figure): VFileMessage {
  const place = { file: origin.seed, position: origin.position }
  return createMessage('figure-is-well-formed', `${valueText} cannot be read as a number`, place)
}
