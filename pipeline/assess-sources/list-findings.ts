/**
 * Gathers what there is to look at in the notes, each with its note and its place: what reading them left in doubt, and
 * what a look at all of them together shows.
 */
import type { Citation } from '../contract/bibliography.ts'
import type { Finding, FindingKind, ReferenceDoubts } from '../contract/quality.ts'
import { noteKey } from '../tree/note-key.ts'
import type { OtherYear } from './find-other-years.ts'
import type { SortedCitations } from './sort-citations.ts'

/** All findings, in the order of the seeds and of the notes in them; of one note, in the order of the kinds. */
export function listFindings(
  sorted: readonly SortedCitations[],
  doubts: ReferenceDoubts,
  otherYears: readonly OtherYear[],
): readonly Finding[] {
  const all = sorted.flatMap(({ called, uncalled }) => [...called, ...uncalled])
  const byWork = firstBy(all, ({ workId, definition }) => (definition ? workId : undefined))
  const byNote = firstBy(all, ({ definition, identifier }) => definition && noteKey(definition.seed, identifier))
  const addresses = doubts.addresses.flatMap(({ identifier, url, fault, origin }): Finding[] => {
    const citation = byNote.get(noteKey(origin.seed, identifier))
    const kind: FindingKind = fault === 'cut' ? 'cutAddress' : 'brokenAddress'
    return citation ? [{ ...describe(kind, citation), origin, url }] : []
  })
  // A note that breaks off in its address has been named for the address.
  const cut = new Set(addresses.map(({ origin, identifier }) => noteKey(origin.seed, identifier)))
  const broken = firstBy(all, ({ status, definition, identifier }) =>
    definition && status === 'truncated' ? noteKey(definition.seed, identifier) : undefined,
  )
  const truncated = [...broken].flatMap(([place, citation]) => (cut.has(place) ? [] : [citation]))
  const findings = [
    ...truncated.map(citation => describe('truncated', citation)),
    ...addresses,
    ...otherYears.flatMap(({ work, url, years }) => {
      const citation = byWork.get(work.id)
      return citation ? [{ ...describe('otherYear', citation), url, years }] : []
    }),
    ...doubts.lookalikes.flatMap(pair => describePair(pair, byWork)),
    ...sorted.flatMap(({ uncalled }) =>
      [...firstBy(uncalled, ({ identifier }) => identifier).values()].map(citation => describe('uncited', citation)),
    ),
  ]
  const order = new Map(sorted.map(({ document }, index) => [document.seed.path, index]))
  const rank = ({ origin }: Finding) => order.get(origin.seed) ?? order.size
  return findings.toSorted(
    (left, right) =>
      rank(left) - rank(right) ||
      left.origin.position.start.line - right.origin.position.start.line ||
      left.origin.position.start.column - right.origin.position.start.column,
  )
}

function describe(kind: FindingKind, { note, identifier, workId, origin, definition }: Citation): Finding {
  return { kind, note, identifier, ...(workId === undefined ? {} : { workId }), origin: definition ?? origin }
}

function describePair(
  [first, second]: readonly [string, string],
  byWork: ReadonlyMap<string, Citation>,
): readonly Finding[] {
  const [before, citation] = [byWork.get(first), byWork.get(second)]
  if (!before || !citation) return []
  const other = { note: before.note, identifier: before.identifier, seed: before.origin.seed, workId: first }
  return [{ ...describe('lookalike', citation), other }]
}

function firstBy<T>(items: readonly T[], keyOf: (item: T) => string | undefined): ReadonlyMap<string, T> {
  const map = new Map<string, T>()
  for (const item of items) {
    const key = keyOf(item)
    if (key !== undefined && !map.has(key)) map.set(key, item)
  }
  return map
}
