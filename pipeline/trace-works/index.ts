/**
 * Traces every work to where it is used: the notes that name it, the sentences of the seeds with their markers, and the
 * briefs with the parts that cite it.
 */
import type { Bibliography, Citation } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { WorkUses } from '../contract/uses.ts'
import { noteKey } from '../tree/note-key.ts'
import { listBriefUses } from './list-brief-uses.ts'
import { listPlaces } from './list-places.ts'

export interface TracedMaterial {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly briefs: readonly Brief[]
}

/** One entry for each work, in the order of the bibliography; what is lost has no work and no entry. */
export function traceWorks(
  { documents, bibliography, briefs }: TracedMaterial,
  _config: Config,
): Outcome<readonly WorkUses[]> {
  const places = listPlaces(documents)
  const notes = listNotesOfWorks(documents)
  const inBriefs = listBriefUses(briefs)
  const value = bibliography.works.map(({ id, csl }): WorkUses => {
    const own = places.get(id) ?? []
    const called = new Set(own.map(({ seed, identifier }) => noteKey(seed, identifier)))
    return {
      workId: id,
      title: csl.title ?? null,
      url: csl.URL ?? null,
      notes: [...(notes.get(id)?.values() ?? [])].map(({ note, identifier, definition, origin, suppliedBy }) => ({
        seed: origin.seed,
        note,
        line: (definition ?? origin).position.start.line,
        called: called.has(noteKey(origin.seed, identifier)),
        suppliedBy: suppliedBy ?? null,
      })),
      places: own.map(({ identifier: _, ...place }) => place),
      briefs: inBriefs.get(id) ?? [],
    }
  })
  return { value, messages: [] }
}

/** By work, one citation for each text of a note that names it; a number defined twice has two. */
function listNotesOfWorks(documents: readonly CitedDocument[]): ReadonlyMap<string, ReadonlyMap<string, Citation>> {
  const works = new Map<string, Map<string, Citation>>()
  for (const { citations } of documents) {
    for (const citation of citations) {
      const { workId, identifier, origin, definition } = citation
      if (workId === undefined) continue
      const notes = works.get(workId) ?? new Map<string, Citation>()
      works.set(workId, notes)
      const key = `${noteKey(origin.seed, identifier)}\n${definition?.position.start.line}`
      if (!notes.has(key)) notes.set(key, citation)
    }
  }
  return works
}
