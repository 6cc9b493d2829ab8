/**
 * Makes the readings of a page again and compares them: which figure or quotation words are, and what was read out of a
 * sentence that is no word of it, such as a period. This is the pipeline's own reading, repeated on the seeds as they are.
 */
import type { Event, Evidence, Figure, Quotation } from '../contract/evidence.ts'
import { formatPeriod } from '../tree/format-period.ts'
import { plainText } from './normal-text.ts'
import type { Claim, ReadPage, ShownReading } from './shown-page.ts'

/** All evidence by id. */
export type EvidenceIndex = ReadonlyMap<string, Figure | Event | Quotation>

/** Indexes evidence that was read anew. */
export function indexEvidence({ figures, events, quotations }: Evidence): EvidenceIndex {
  return new Map([...figures, ...events, ...quotations].map(item => [item.id, item]))
}

/** Why the words of a claim are not the figure or the quotation they are shown as; undefined where they are. */
export function checkEvidence(claim: Claim, index: EvidenceIndex): string | undefined {
  if (!claim.evidence) return undefined
  const { kind, id } = claim.evidence
  const item = index.get(id)
  const words = plainText(claim.pieces.join(' '))
  const expected = item && 'valueText' in item ? item.valueText : item && 'text' in item ? item.text : undefined
  if (!item || expected === undefined)
    return `“${words}” is shown as the ${kind} ${id}, but the seeds state no such ${kind}`
  if (item.sentenceId !== claim.id)
    return `“${words}” is shown with ${claim.id}, but the ${kind} stands in ${item.sentenceId}`
  if (plainText(expected) === words) return undefined
  return `“${words}” is shown where ${item.sentenceId} states “${plainText(expected)}”`
}

/** What each kind of reading says of a piece of evidence; undefined where it has none. */
const readers: Readonly<Record<string, (item: Figure | Event | Quotation, language: string) => string | undefined>> = {
  period: (item, language) => ('period' in item && item.period ? formatPeriod(item.period.iso, language) : undefined),
  date: (item, language) => ('date' in item && item.date ? formatPeriod(item.date.iso, language) : undefined),
  parties: item => ('parties' in item ? item.parties.join('; ') : undefined),
  instrument: item => ('instrument' in item ? item.instrument : undefined),
  subject: item => ('status' in item || 'parties' in item ? item.subject : undefined),
  paper: item =>
    'parties' in item ? [item.instrument, item.parties.join(', ')].filter(Boolean).join(': ') : undefined,
  qualifier: item => ('qualifier' in item ? item.qualifier : undefined),
  speaker: item => ('speaker' in item ? item.speaker : undefined),
}

/** Why a reading is not what the seeds give; undefined where it is. */
export function checkReading(
  { kind, of, shown }: ShownReading,
  { language }: ReadPage,
  index: EvidenceIndex,
): string | undefined {
  const reader = readers[kind]
  if (!reader) return `“${plainText(shown)}” is marked as a reading of an unknown kind, ${kind}`
  const item = index.get(of)
  if (!item) return `The ${kind} “${plainText(shown)}” is of ${of}, which the seeds do not state`
  const expected = reader(item, language)
  if (plainText(expected ?? '') === plainText(shown)) return undefined
  const sentence = item.sentenceId
  return expected === undefined
    ? `The ${kind} “${plainText(shown)}” is shown, but ${sentence} gives none`
    : `The ${kind} “${plainText(shown)}” is shown, but ${sentence} gives “${plainText(expected)}”`
}
