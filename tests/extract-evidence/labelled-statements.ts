/**
 * Reads documents whose agreements, dated events and quotations were labelled by hand, and counts how many of them the
 * stage finds, how many of its own are right, and how many of their fields are. The labels are YAML beside the text.
 */
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { Event, Quotation } from '../../pipeline/contract/evidence.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { config, makeDocument } from './read-text.ts'

/** One reading, or several that are equally right. */
type OneOf<T> = T | readonly T[]

interface AgreementLabel {
  readonly in: string
  readonly paper: OneOf<string | null>
  readonly date: OneOf<string | null>
  readonly parties: readonly OneOf<string>[]
  readonly maybe?: readonly string[]
  readonly subject: OneOf<string | null>
  readonly status: OneOf<string | null>
}

interface EventLabel {
  readonly in: string
  readonly date: OneOf<string>
  readonly parties: readonly OneOf<string>[]
  readonly maybe?: readonly string[]
  readonly optional?: boolean
}

/** First words, last words, note, whether a mark is lost, speaker. */
type QuotationLabel = readonly [string, string, number | null, ('open' | 'closed')?, OneOf<string>?]

interface Labels {
  readonly source?: string
  readonly language?: string
  readonly date: string
  readonly agreements: readonly AgreementLabel[]
  readonly events: readonly EventLabel[]
  readonly quotations: readonly QuotationLabel[]
}

/** Hits, what was labelled, and what was extracted. */
export interface Count {
  readonly hits: number
  readonly labelled: number
  readonly found: number
}

export interface Measured {
  readonly counts: Readonly<Record<string, Count>>
  /** What is missing, wrong or superfluous, in words. */
  readonly faults: readonly string[]
}

const root = path.join(import.meta.dirname, '../..')
const fixtures = path.join(root, 'tests/fixtures/evidence')

/** The labelled documents of a folder, as `<folder>/<name>`. */
export function listLabelled(folder: string): readonly string[] {
  return readdirSync(path.join(fixtures, folder))
    .filter(name => name.endsWith('.yml'))
    .map(name => `${folder}/${name.slice(0, -4)}`)
}

/** Counts hits over labelled documents. */
export function measureStatements(names: readonly string[]): Measured {
  const tally = new Map<string, Count>()
  const faults: string[] = []
  for (const name of names) {
    const labels: Labels = parse(readFileSync(path.join(fixtures, `${name}.yml`), 'utf8'))
    const file = path.join(labels.source ? root : fixtures, labels.source ?? `${name}.md`)
    const document = makeDocument(readFileSync(file, 'utf8'), {
      language: labels.language ?? 'en',
      date: labels.date,
      ...(labels.source ? { mediaType: 'text/plain', path: labels.source } : {}),
    })
    const { events, quotations } = extractEvidence([document], config).value
    const texts = document.paragraphs.map(({ text }) => text)
    for (const { in: part } of [...labels.agreements, ...labels.events]) {
      if (!texts.some(text => text.includes(part))) throw new Error(`${name}: no sentence has “${part}”`)
    }
    const report = (key: string, hits: number, labelled: number, found: number, fault?: string) => {
      const { hits: a, labelled: b, found: c } = tally.get(key) ?? { hits: 0, labelled: 0, found: 0 }
      tally.set(key, { hits: a + hits, labelled: b + labelled, found: c + found })
      if (fault && (hits < labelled || hits < found)) faults.push(`${name} ${key}: ${fault}`)
    }
    compareAgreements(labels, events, report)
    compareEvents(labels, events, report)
    compareQuotations(labels, texts, quotations, report)
  }
  return { counts: Object.fromEntries(tally), faults }
}

type Report = (key: string, hits: number, labelled: number, found: number, fault?: string) => void

function compareAgreements({ agreements }: Labels, events: readonly Event[], report: Report): void {
  const open = new Set(events.filter(({ kind }) => kind === 'agreement'))
  for (const label of agreements) {
    const candidates = [...open].filter(({ sentence }) => sentence.includes(label.in))
    const event = candidates.toSorted((left, right) => shared(label, right) - shared(label, left))[0]
    report('agreements', event ? 1 : 0, 1, event ? 1 : 0, `missing “${label.in}”`)
    if (!event) {
      report('agreement parties', 0, label.parties.length, 0)
      continue
    }
    open.delete(event)
    const { instrument, subject, status, date, parties } = event
    const paper = [label.paper].flat().map(text => text?.toLowerCase() ?? null)
    same('paper', paper, instrument?.toLowerCase() ?? null, label.in, report)
    same('date', label.date, date?.iso ?? null, label.in, report)
    same('subject', label.subject, subject ?? null, label.in, report)
    same('status', label.status, status ?? null, label.in, report)
    compareParties('agreement parties', label, parties, report)
  }
  for (const { sentence, instrument } of open)
    report('agreements', 0, 0, 1, `no paper “${instrument}” in “${sentence}”`)
}

function compareEvents(labels: Labels, events: readonly Event[], report: Report): void {
  const open = new Set(events.filter(({ kind }) => kind === 'event'))
  for (const label of labels.events) {
    const event = [...open].find(
      ({ sentence, date }) =>
        sentence.includes(label.in) && [label.date].flat().some(iso => date?.iso.startsWith(iso) ?? false),
    )
    if (event) open.delete(event)
    if (label.optional) continue
    report('events', event ? 1 : 0, 1, event ? 1 : 0, `missing ${label.date} “${label.in}”`)
    if (event) compareParties('event parties', label, event.parties, report)
    else report('event parties', 0, label.parties.length, 0)
  }
  for (const { sentence, date } of open) {
    // A second date of a sentence that tells of an agreement is neither right nor wrong.
    if (labels.agreements.some(({ in: part }) => sentence.includes(part))) continue
    report('events', 0, 0, 1, `none at ${date?.iso} in “${sentence}”`)
  }
}

function shared({ parties }: AgreementLabel, event: Event): number {
  return parties.filter(party => [party].flat().some(name => event.parties.includes(name))).length
}

function same<T>(key: string, expected: OneOf<T>, actual: T, place: string, report: Report): void {
  const hit = [expected].flat().includes(actual) ? 1 : 0
  report(key, hit, 1, 1, `“${actual}” and not “${expected}”, ${place}`)
}

function compareParties(
  key: string,
  { parties, maybe = [], in: place }: Pick<EventLabel, 'parties' | 'maybe' | 'in'>,
  actual: readonly string[],
  report: Report,
): void {
  const hits = parties.filter(party => [party].flat().some(name => actual.includes(name)))
  const known = new Set([...parties.flat(), ...maybe])
  const wrong = actual.filter(name => !known.has(name))
  const missing = parties.filter(party => !hits.includes(party))
  const fault = `${wrong.map(name => `wrong “${name}”`)} ${missing.map(name => `missing “${name}”`)}, ${place}`
  report(key, hits.length, parties.length, hits.length + wrong.length, fault)
}

function compareQuotations(
  labels: Labels,
  texts: readonly string[],
  quotations: readonly Quotation[],
  report: Report,
): void {
  const open = new Set(quotations)
  for (const [first, last, note, marks = 'closed', speaker] of labels.quotations) {
    const text = exactWords(texts, first, last)
    const quotation = [...open].find(candidate => candidate.text === text)
    report('quotations', quotation ? 1 : 0, 1, quotation ? 1 : 0, `missing “${text}”`)
    if (!quotation) {
      if (speaker) report('speakers', 0, 1, 0)
      continue
    }
    open.delete(quotation)
    same('quotation note', note === null ? null : String(note), quotation.note ?? null, text, report)
    same('quotation closed', marks === 'closed', quotation.closed, text, report)
    const names = speaker ? [speaker].flat() : []
    const hit = quotation.speaker !== undefined && names.includes(quotation.speaker) ? 1 : 0
    const fault = `“${quotation.speaker}” and not “${speaker}”, ${text}`
    report('speakers', hit, speaker ? 1 : 0, quotation.speaker ? 1 : 0, fault)
  }
  for (const { text } of open) report('quotations', 0, 0, 1, `none: “${text}”`)
}

function exactWords(texts: readonly string[], first: string, last: string): string {
  for (const text of texts) {
    const start = text.indexOf(first)
    const end = text.indexOf(last, start)
    if (start >= 0 && end >= 0) return text.slice(start, end + last.length)
  }
  throw new Error(`No paragraph has “${first} … ${last}”`)
}
