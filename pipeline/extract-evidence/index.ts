/**
 * The stage that turns cited documents into evidence: figures, events, agreements and quotations, each with the
 * sentence that states it, its note and its place. Documents are read in order, and within them paragraph by
 * paragraph, because what `this year` means depends on what was said before.
 */
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { CitedDocument, Paragraph } from '../contract/document.ts'
import type { Event, Evidence, Figure, Quotation } from '../contract/evidence.ts'
import type { Outcome } from '../contract/outcome.ts'
import { stemmerFor } from '../tree/stem-words.ts'
import { type Claim, type ClaimSetting, describeClaims, type SentenceFigures } from './describe-claims.ts'
import { extractEvents } from './extract-events.ts'
import { extractFigures, type FoundFigure, type SentenceReading } from './extract-figures.ts'
import { extractQuotations } from './extract-quotations.ts'
import { findConflicts } from './find-conflicts.ts'
import { findQuotationSpans } from './find-quotations.ts'
import { findTimes } from './find-times.ts'
import { languageFor } from './languages/index.ts'
import type { Language } from './languages/language.ts'
import { openContext, type ResolvedTime, resolveTimes, type TimeContext } from './resolve-times.ts'
import { isCapitalised, listTokens, type Token } from './tokens.ts'
import { describeSection, listCapitalised } from './topic-names.ts'

interface ParagraphEvidence {
  readonly figures: readonly Figure[]
  readonly events: readonly Event[]
  readonly quotations: readonly Quotation[]
  readonly claims: readonly Claim[]
  readonly messages: readonly VFileMessage[]
  readonly context: TimeContext
}

/** All evidence of the documents, in document order; malformed figures, conflicts and open quotations are reported. */
export function extractEvidence(documents: readonly CitedDocument[], _config: Config): Outcome<Evidence> {
  const found: ParagraphEvidence[] = []
  for (const { seed, paragraphs } of documents) {
    const language = languageFor(seed.metadata.language)
    const stem = stemmerFor(seed.metadata.language)
    const undated = seed.metadata.date ?? seed.path
    const capitalised = listCapitalised(paragraphs)
    let context = openContext(seed.metadata.date)
    for (const paragraph of paragraphs) {
      const evidence = readParagraph(paragraph, context, language, { stem, undated, capitalised })
      context = evidence.context
      found.push(evidence)
    }
  }
  const { conflicts, messages } = findConflicts(found.flatMap(({ claims }) => claims))
  return {
    value: {
      figures: found.flatMap(({ figures }) => figures),
      events: found.flatMap(({ events }) => events),
      quotations: found.flatMap(({ quotations }) => quotations),
      conflicts,
    },
    messages: [...found.flatMap(each => each.messages), ...messages],
  }
}

function readParagraph(
  paragraph: Paragraph,
  before: TimeContext,
  language: Language,
  setting: Omit<ClaimSetting, 'about'>,
): ParagraphEvidence {
  const spans = findQuotationSpans(paragraph.text, paragraph.notes)
  const { quotations, messages } = extractQuotations(paragraph, spans, language)
  const readings: (SentenceFigures & { readonly messages: readonly VFileMessage[] })[] = []
  const events: Event[] = []
  let last: SentenceReading | undefined
  let context: TimeContext = { ...before, last: undefined }
  for (const sentence of paragraph.sentences) {
    const tokens = listTokens(paragraph.text, sentence.start, sentence.end)
    const looksAhead = tokens.some(token => language.grammar.future.has(token.lower))
    const resolved = resolveTimes(findTimes(tokens, language), tokens, paragraph.text, context, looksAhead)
    const reading = { paragraph, sentence, tokens, times: resolved.times, context, quotations: spans, language }
    const found = extractFigures(reading)
    readings.push({ reading, ...found })
    events.push(...extractEvents(reading, last, events))
    last = reading
    const said = isDateline(tokens, resolved.times) ? context : resolved.context
    context = carryOn(said, found.figures, sentence.start)
  }
  const figures = readings.flatMap(reading => reading.figures.map(({ figure }) => figure))
  const about = () => describeSection(paragraph, setting.capitalised, language, setting.stem)
  const claims = describeClaims(readings, { ...setting, about })
  const reports = [...messages, ...readings.flatMap(reading => reading.messages)]
  return { figures, events, quotations, claims, messages: reports, context }
}

/** `TARVILLE, 9 February 2023.`: when the text was written, and no time of what it tells. */
function isDateline(tokens: readonly Token[], times: readonly ResolvedTime[]): boolean {
  const inTime = (index: number) => times.some(({ from, to }) => from <= index && index < to)
  return (
    times.some(({ shape }) => shape.kind === 'days') &&
    tokens.every((token, index) => token.kind === 'mark' || inTime(index) || isCapitalised(token))
  )
}

/** A sentence that took its period over hands it on to the next. */
function carryOn(context: TimeContext, figures: readonly FoundFigure[], offset: number): TimeContext {
  const isTakenOver = figures.some(({ figure }) => figure.period?.basis === 'paragraph')
  return context.last && isTakenOver ? { ...context, last: { ...context.last, offset } } : context
}
