/**
 * Turns dated sentences into events: something that happened or is planned, on a date of at least month precision.
 * Signed papers are agreements; for them and for foundings a year is enough, and an agreement may take its date from
 * the sentence before.
 */
import type { Event, Period } from '../contract/evidence.ts'
import type { SentenceReading } from './extract-figures.ts'
import { findInstrument, type Instrument } from './find-instrument.ts'
import { findNames } from './find-names.ts'
import { findNote, noteField } from './find-note.ts'
import { isName } from './is-name.ts'
import { originOf } from './origin.ts'
import type { ResolvedTime } from './resolve-times.ts'
import { lowerAt } from './tokens.ts'

/** Tokens between a date and the verb it dates, at the most. */
const reach = 40

/** The events of a sentence, in the order of their dates in it. */
export function extractEvents(reading: SentenceReading): readonly Event[] {
  const instrument = findInstrument(reading.tokens, reading.times, reading.language)
  const events: Event[] = []
  for (const time of reading.times) {
    if (!time.period || !isDate(time, instrument, reading)) continue
    if (events.some(event => event.date.iso === time.period?.iso)) continue
    events.push(
      toEvent(
        time.from,
        time.offset,
        time.period,
        isNearest(time, instrument, reading) ? instrument : undefined,
        reading,
      ),
    )
  }
  if (events.length === 0 && instrument) events.push(...undatedAgreement(instrument, reading))
  return events
}

/** Whether a time is the date of a happening: short enough, not a limit, and with a verb that happens. */
function isDate(time: ResolvedTime, instrument: Instrument | undefined, reading: SentenceReading): boolean {
  const { language, tokens } = reading
  if (time.role !== 'plain' && time.role !== 'aside') return false
  if (time.shape.kind === 'same' || time.shape.kind === 'length') return false
  const isLong = time.shape.kind === 'months' && time.shape.from !== time.shape.to
  if (isLong || (time.year.kind === 'given' && time.year.to !== undefined)) return false
  const verbs = time.shape.kind === 'year' ? yearVerbs(time, instrument, reading) : language.events.verbs
  const from = Math.max(0, time.from - (time.shape.kind === 'year' ? 12 : reach))
  const to = Math.min(tokens.length, time.to + (time.shape.kind === 'year' ? 12 : reach))
  for (let index = from; index < to; index += 1) {
    if (index >= time.from && index < time.to) continue
    if (verbs.has(lowerAt(tokens, index))) return true
  }
  return false
}

/** A year alone dates foundings and signed papers only. */
function yearVerbs(
  time: ResolvedTime,
  instrument: Instrument | undefined,
  { language }: SentenceReading,
): ReadonlySet<string> {
  if (time.year.kind !== 'given') return new Set()
  return instrument ? new Set([...language.events.foundings, ...language.events.signing]) : language.events.foundings
}

/** The paper belongs to the date that stands nearest to its verb. */
function isNearest(time: ResolvedTime, instrument: Instrument | undefined, { times }: SentenceReading): boolean {
  if (!instrument) return false
  const distance = (other: ResolvedTime) => Math.abs(other.from - instrument.verb)
  const dates = times.filter(other => other.period && (other.role === 'plain' || other.role === 'aside'))
  return dates.every(other => distance(other) >= distance(time))
}

/** `At the same time, a letter of intent was signed …`: the date is the paragraph's last one. */
function undatedAgreement(instrument: Instrument, reading: SentenceReading): readonly Event[] {
  const { context, tokens, language } = reading
  const { last } = context
  if (!last || last.iso.includes('/') || last.iso.length < 7) return []
  if (
    language.grammar.perfect.has(lowerAt(tokens, instrument.verb - 1)) ||
    language.grammar.perfect.has(lowerAt(tokens, instrument.verb - 2))
  )
    return []
  const date: Period = { iso: last.iso, text: last.text, basis: 'paragraph' }
  return [toEvent(instrument.verb, tokens[instrument.verb]?.start ?? 0, date, instrument, reading)]
}

function toEvent(
  at: number,
  offset: number,
  date: Period,
  instrument: Instrument | undefined,
  reading: SentenceReading,
): Event {
  const { paragraph, sentence, tokens } = reading
  const end = Math.max(offset + 1, tokens[at]?.end ?? 0)
  const kind = instrument ? 'agreement' : 'event'
  return {
    id: `${paragraph.id}-${kind}-${offset}`,
    paragraphId: paragraph.id,
    sentenceId: sentence.id,
    sentence: sentence.text,
    ...noteField(findNote(paragraph, sentence, end, reading.quotations)),
    origin: originOf(paragraph, sentence.start, sentence.end),
    date,
    kind,
    parties: findParties(instrument, reading),
    ...(instrument
      ? {
          instrument: paragraph.text.slice(tokens[instrument.from]?.start, tokens[instrument.to - 1]?.end),
          status: instrument.planned ? 'planned' : 'signed',
        }
      : {}),
  }
}

/** Names that are not places, nor words of the paper's own phrase or of a title in quotation marks. */
function findParties(instrument: Instrument | undefined, reading: SentenceReading): readonly string[] {
  const { paragraph, tokens, language } = reading
  const names = findNames(tokens, language)
    .filter(({ from, to, place }) => !place && !(instrument && from < instrument.to && to > instrument.from))
    .filter(({ from, to }) => to - from > 1 || !isTitleWord(tokens[from]?.start ?? 0, reading))
    .map(({ from, to }) => paragraph.text.slice(tokens[from]?.start, tokens[to - 1]?.end))
  return [...new Set(names)]
}

/** Whether a word stands inside a quoted name or title without being its first. */
function isTitleWord(offset: number, { paragraph, quotations, language }: SentenceReading): boolean {
  const span = quotations.find(({ start, end }) => start < offset && offset < end)
  return span !== undefined && isName(span, paragraph.text, false, language)
}
