/**
 * Turns dated sentences into events: something that happened or is planned, on a date of at least month precision.
 * Signed papers are agreements; for them and for foundings a year is enough, and an agreement may have no date at all.
 */
import type { Event, Period } from '../contract/evidence.ts'
import { type Agreement, inheritDate, readAgreements } from './extract-agreements.ts'
import type { SentenceReading } from './extract-figures.ts'
import { findInstrument, type Instrument } from './find-instrument.ts'
import { findNote, noteField } from './find-note.ts'
import { findParticipants, listRoles } from './find-parties.ts'
import type { NamedRole } from './name-roles.ts'
import { originOf } from './origin.ts'
import type { ResolvedTime } from './resolve-times.ts'
import { isCapitalised, lowerAt } from './tokens.ts'

/** Tokens between a date and the verb it dates, at the most. */
const reach = 40
/** The same for a year that dates a founding. */
const yearReach = 12

/** A time with the period it was resolved to. */
type DatedTime = ResolvedTime & { readonly period: Period }

/**
 * The events of a sentence, in the order of their dates in it. `before` is the sentence before it in its paragraph, and
 * `earlier` are the events of the paragraph so far.
 */
export function extractEvents(
  reading: SentenceReading,
  before: SentenceReading | undefined,
  earlier: readonly Event[],
): readonly Event[] {
  const instrument = openInstrument(reading, earlier)
  const dates = listDates(instrument, reading)
  if (!instrument && dates.length === 0) return []
  const roles = listRoles(reading)
  const signed = instrument && nearest(dates, instrument)
  const agreements = instrument ? toAgreements(instrument, signed, roles, reading, before) : []
  return [
    ...dates.flatMap(time => (time === signed ? agreements : [toEvent(time, roles, reading)])),
    ...(signed ? [] : agreements),
  ]
}

/** The sentence's paper; one whose content alone is told counts where the paragraph has not named it yet. */
function openInstrument({ tokens, language }: SentenceReading, earlier: readonly Event[]): Instrument | undefined {
  const instrument = findInstrument(tokens, language)
  const isKnown = instrument?.verb === undefined && earlier.some(({ kind }) => kind === 'agreement')
  return isKnown ? undefined : instrument
}

/** The times of a sentence that date a happening, one for each date. */
function listDates(instrument: Instrument | undefined, reading: SentenceReading): readonly DatedTime[] {
  const dates: DatedTime[] = []
  for (const time of reading.times) {
    if (!time.period || !isDate(time, instrument, reading)) continue
    if (!dates.some(({ period }) => period.iso === time.period?.iso)) dates.push(time as DatedTime)
  }
  return dates
}

/** Whether a time is the date of a happening: short enough, not a limit, and with a verb that happens. */
function isDate(time: ResolvedTime, instrument: Instrument | undefined, reading: SentenceReading): boolean {
  const { language, tokens } = reading
  if (time.role !== 'plain' && time.role !== 'aside') return false
  if (time.shape.kind === 'same' || time.shape.kind === 'length') return false
  const isLong = time.shape.kind === 'months' && time.shape.from !== time.shape.to
  if (isLong || (time.year.kind === 'given' && time.year.to !== undefined)) return false
  const isYear = time.shape.kind === 'year'
  const verbs = isYear ? yearVerbs(time, instrument, reading) : language.events.verbs
  const distance = isYear && !instrument ? yearReach : reach
  const from = Math.max(0, time.from - distance)
  const to = Math.min(tokens.length, time.to + distance)
  for (let index = from; index < to; index += 1) {
    if (index >= time.from && index < time.to) continue
    if (verbs.has(lowerAt(tokens, index)) || (!isYear && isNaming(index, reading))) return true
  }
  return false
}

/** `The new member in May was Alfa`. */
function isNaming(index: number, { tokens, language }: SentenceReading): boolean {
  const { articles, copulas } = language.events
  if (!copulas.has(lowerAt(tokens, index))) return false
  const next = tokens[articles.has(lowerAt(tokens, index + 1)) ? index + 2 : index + 1]
  return next?.kind === 'word' && isCapitalised(next)
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
function nearest(dates: readonly DatedTime[], { verb }: Instrument): DatedTime | undefined {
  if (verb === undefined) return undefined
  const distance = ({ from }: DatedTime) => Math.abs(from - verb)
  return dates.toSorted((left, right) => distance(left) - distance(right))[0]
}

function toEvent(time: DatedTime, roles: readonly NamedRole[], reading: SentenceReading): Event {
  const parties = findParticipants(time, roles, reading)
  return { ...describe('event', time.from, time.offset, reading), date: time.period, kind: 'event', parties }
}

/** Agreements with a date, or with a party that is named or meant. */
function toAgreements(
  instrument: Instrument,
  signed: DatedTime | undefined,
  roles: readonly NamedRole[],
  reading: SentenceReading,
  before: SentenceReading | undefined,
): readonly Event[] {
  const { tokens, language } = reading
  const date = signed?.period ?? inheritDate(instrument, reading)
  const isMeant = tokens.some(({ lower }) => language.events.sideWords.has(lower))
  return readAgreements(instrument, roles, reading, before).flatMap(({ at, ...agreement }: Agreement) => {
    if (!date && agreement.parties.length === 0 && !isMeant) return []
    const from = signed && !instrument.several ? signed.from : at
    const offset = signed && !instrument.several ? signed.offset : (tokens[at]?.start ?? 0)
    const base = describe('agreement', from, offset, reading)
    return [{ ...base, ...(date ? { date } : {}), kind: 'agreement' as const, ...agreement }]
  })
}

/** What every statement carries, for an event at a token of the sentence. */
function describe(kind: Event['kind'], at: number, offset: number, reading: SentenceReading) {
  const { paragraph, sentence, tokens, quotations } = reading
  const end = Math.max(offset + 1, tokens[at]?.end ?? 0)
  return {
    id: `${paragraph.id}-${kind[0]}${offset}`,
    paragraphId: paragraph.id,
    sentenceId: sentence.id,
    sentence: sentence.text,
    ...noteField(findNote(paragraph, sentence, end, quotations)),
    origin: originOf(paragraph, sentence.start, sentence.end),
  }
}
