/**
 * Turns the notes of all documents into one bibliography and a list of citations for each document. A note is read as
 * references, references that name one work are joined, and what is lost, cut or doubtful is said.
 */
import type { Bibliography, Citation, Locator } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument, ParsedDocument } from '../contract/document.ts'
import type { Origin } from '../contract/origin.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { ReferenceDoubts } from '../contract/quality.ts'
import { listNotes, type Marker, type Notes } from '../tree/list-notes.ts'
import { toCsl } from './csl-fields.ts'
import { findLookalikes, type GatheredWork, gatherWorks } from './gather-works.ts'
import { identifyWorks } from './identify-work.ts'
import { completeWorks } from './library/complete-works.ts'
import { importLibrary } from './library/import-library.ts'
import type { LibraryEntry } from './library/library-entry.ts'
import { type Reading, readDefinitions } from './read-definitions.ts'
import type { Draft } from './reference.ts'
import { reportLookalikes, reportNotes, reportTitles } from './report-notes.ts'

/** Reads every note; the documents come back with their citations, in the order of the markers. */
export function buildBibliography(
  documents: readonly ParsedDocument[],
  config: Config,
): Outcome<{
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly doubts: ReferenceDoubts
}> {
  const { library, messages: onLibrary } = importLibrary(config.libraries)
  const gatherer = gatherWorks()
  const drafts = documents.map(document => {
    const notes = listNotes(document.tree)
    return { document, notes, readings: readDefinitions(notes, document.seed.path, gatherer, library) }
  })
  const ids = identifyWorks(
    gatherer.works.map(({ fields, entry, raw }) => ({ fields: ownFields(fields, entry), raw: raw[0] ?? '' })),
  )
  const { completed, messages: onWorks } = completeWorks(gatherer.works, library)
  const idOf = new Map(
    [gatherer.works, completed].flatMap(list => list.map((work, index) => [work, ids[index] ?? ''] as const)),
  )
  const cited = drafts.map(({ document, notes, readings }) => ({
    ...document,
    citations: listCitations(notes, readings, document.seed.path, idOf),
  }))
  const works = completed.map((work, index) => ({
    id: ids[index] ?? '',
    csl: toCsl(ids[index] ?? '', work.fields),
    confidence: work.confidence,
    ...(work.imported ? { imported: work.imported } : {}),
    // Copies are as long as their items, which most works have one of.
    raw: [...work.raw],
    origins: [...work.origins],
  }))
  const lookalikes = findLookalikes(completed)
  const doubts: ReferenceDoubts = {
    addresses: drafts.flatMap(({ document, readings }) => listFaults(readings, document.seed.path)),
    lookalikes: lookalikes.map(([first, second]) => [idOf.get(first) ?? '', idOf.get(second) ?? '']),
  }
  const messages = [
    ...onLibrary,
    ...drafts.flatMap(({ document, readings }) => reportNotes(readings, document.seed.path)),
    ...onWorks,
    ...reportTitles(completed),
    ...reportLookalikes(lookalikes),
  ]
  return { value: { documents: cited, bibliography: { works }, doubts }, messages }
}

function listFaults(readings: readonly Reading[], seed: string): ReferenceDoubts['addresses'] {
  return readings.flatMap(({ definition: { identifier, position }, entries }) =>
    entries.flatMap(({ urlFault: fault, url }) =>
      fault && url ? [{ identifier, url, fault, origin: { seed, position } }] : [],
    ),
  )
}

function listCitations(
  notes: Notes,
  readings: readonly Reading[],
  seed: string,
  idOf: ReadonlyMap<GatheredWork, string>,
): readonly Citation[] {
  const byIdentifier = new Map(
    readings.filter(({ definition }) => !definition.repeated).map(reading => [reading.definition.identifier, reading]),
  )
  const called = new Set(notes.markers.map(({ identifier }) => identifier))
  const atMarkers = notes.markers.flatMap(marker =>
    citationsAt(marker, byIdentifier.get(marker.identifier), seed, idOf),
  )
  // A second definition under one number is read too: its work must not be lost.
  const atDefinitions = readings
    .filter(({ definition }) => definition.repeated || !called.has(definition.identifier))
    .flatMap(reading => citationsAt(reading.definition, reading, seed, idOf))
  return [...atMarkers, ...atDefinitions]
}

function citationsAt(
  marker: Marker,
  reading: Reading | undefined,
  seed: string,
  idOf: ReadonlyMap<GatheredWork, string>,
): readonly Citation[] {
  const { label: note, identifier, position } = marker
  const origin: Origin = { seed, position }
  if (!reading || reading.entries.length === 0) return [{ note, identifier, status: 'missing', origin }]
  const definition: Origin = { seed, position: reading.definition.position }
  const { suppliedBy } = reading.definition
  return reading.entries.map(({ work, locator, page, comment, truncated }) => ({
    note,
    identifier,
    ...(work ? { workId: idOf.get(work) ?? '' } : {}),
    ...placeOf(locator, page, work),
    ...(comment ? { comment } : {}),
    status: work ? (truncated ? 'truncated' : 'resolved') : 'missing',
    origin,
    definition,
    ...(suppliedBy === undefined ? {} : { suppliedBy }),
  }))
}

/** Notes that print other pages of an article than the work has cite a place in it. */
function placeOf(
  locator: Locator | undefined,
  page: string | undefined,
  work: GatheredWork | undefined,
): { readonly locator?: Locator } {
  if (locator) return { locator }
  return page !== undefined && work && page !== work.fields.page ? { locator: { label: 'page', value: page } } : {}
}

/** What a work is named by: what its notes print, so that a library changes no identifier. */
function ownFields(printed: Draft, entry: LibraryEntry | undefined): Draft {
  return entry && Object.keys(printed).length === 0 ? entry.fields : printed
}
