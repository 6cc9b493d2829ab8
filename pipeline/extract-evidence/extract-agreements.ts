/**
 * Turns a sentence that tells of a paper into agreements: the paper, who makes it, what it is about and how far it is.
 * `Memorandums: with A …; with B …` are several. A date comes from the sentence, or from the one before it where the
 * sentence is tied to it; else the agreement has none.
 */
import type { Event, Period } from '../contract/evidence.ts'
import type { SentenceReading } from './extract-figures.ts'
import type { Instrument } from './find-instrument.ts'
import { findPaperSubject } from './find-paper-subject.ts'
import { findParties } from './find-parties.ts'
import type { NamedRole } from './name-roles.ts'
import { phraseAt } from './phrases.ts'
import { lowerAt } from './tokens.ts'

/** What is particular to an agreement; `at` is the token it stands at where its date stands elsewhere. */
export interface Agreement extends Pick<Event, 'parties' | 'instrument' | 'subject' | 'status'> {
  readonly at: number
}

/** The agreements of a sentence; nothing where neither a party nor a date is known. */
export function readAgreements(
  instrument: Instrument,
  roles: readonly NamedRole[],
  reading: SentenceReading,
  before: SentenceReading | undefined,
): readonly Agreement[] {
  const { tokens } = reading
  const parties = findParties(instrument, roles, reading, before)
  const at = instrument.verb ?? instrument.from
  if (!instrument.several) return [toAgreement(at, instrument, parties, instrument.to, roles, reading)]
  const starts = tokens.flatMap((token, index) => {
    const isStart = index === instrument.to || (index > instrument.to && token.text === ';')
    return isStart ? [index + 1] : []
  })
  const own = (from: number, to: number) => roles.filter(role => role.from >= from && role.to <= to)
  const opening = roles.filter(role => role.to <= instrument.from)
  return starts.map((from, index) => {
    const to = (starts[index + 1] ?? tokens.length + 1) - 1
    const list = own(from, to)
    const some = findParties(instrument, [...opening, ...list], reading, before)
    const end = list.find(role => role.at === from)?.to ?? from
    return toAgreement(from, instrument, some, end, list, reading)
  })
}

function toAgreement(
  at: number,
  instrument: Instrument,
  parties: readonly string[],
  subjectFrom: number,
  roles: readonly NamedRole[],
  reading: SentenceReading,
): Agreement {
  const { paragraph, tokens } = reading
  const subject = findPaperSubject(subjectFrom, roles, reading)
  const words = (from: number, to: number) => paragraph.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
  return {
    at,
    parties,
    instrument: words(instrument.from, instrument.to),
    ...(subject ? { subject: words(subject.from, subject.to) } : {}),
    ...(instrument.status ? { status: instrument.status } : {}),
  }
}

/** The paragraph's last date, for a sentence that goes on with what was dated: `At the same time, …`. */
export function inheritDate(
  instrument: Instrument,
  { context, tokens, language }: SentenceReading,
): Period | undefined {
  const { last } = context
  if (!last || last.iso.includes('/') || last.iso.length < 7 || instrument.status === 'planned') return undefined
  const isPerfect = [1, 2].some(step => language.grammar.perfect.has(lowerAt(tokens, (instrument.verb ?? 0) - step)))
  if (isPerfect || !phraseAt(language.events.dateLinks, tokens, 0)) return undefined
  return { iso: last.iso, text: last.text, basis: 'paragraph' }
}
