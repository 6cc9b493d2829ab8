/**
 * Says how well the sources hold up: what became of the notes of each seed, which works nobody cites, and what there is
 * to look at in notes and addresses. Briefs narrow this to what they show.
 */
import type { Bibliography, Citation } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Finding, ReferenceDoubts, SeedQuality, SourceQuality } from '../contract/quality.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { sumNotes, tallyNotes } from '../tree/tally-notes.ts'
import { findOtherYears } from './find-other-years.ts'
import { listFindings } from './list-findings.ts'
import { sortCitations } from './sort-citations.ts'

export interface SourceMaterial {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly doubts: ReferenceDoubts
}

/** Assesses all seeds together; a work that two of them cite counts once in the total. */
export function assessSources(material: SourceMaterial, _config: Config): Outcome<SourceQuality> {
  const { documents, bibliography, doubts } = material
  const sorted = documents.map(sortCitations)
  const seeds = sorted.map(
    ({ document, called, uncalled }): SeedQuality => ({
      seed: document.seed.path,
      notes: tallyNotes(called),
      works: countWorks(called, uncalled),
    }),
  )
  const otherYears = findOtherYears(bibliography.works)
  const findings = listFindings(sorted, doubts, otherYears)
  const value: SourceQuality = {
    seeds,
    notes: sumNotes(seeds.map(({ notes }) => notes)),
    works: countWorks(
      sorted.flatMap(({ called }) => called),
      sorted.flatMap(({ uncalled }) => uncalled),
    ),
    completed: bibliography.works.filter(({ imported }) => imported !== undefined).length,
    findings,
  }
  return { value, messages: findings.flatMap(reportYear) }
}

function countWorks(called: readonly Citation[], uncalled: readonly Citation[]): SeedQuality['works'] {
  const cited = new Set(called.flatMap(({ workId }) => workId ?? []))
  const others = new Set(uncalled.flatMap(({ workId }) => workId ?? []).filter(id => !cited.has(id)))
  return { cited: cited.size, uncited: others.size }
}

/** The other findings have been reported by the stages that made them. */
function reportYear({ kind, note, url, years, origin }: Finding) {
  if (kind !== 'otherYear' || !years) return []
  const reason = `The address in note ${note} is of ${years.inUrl}, but the note prints ${years.printed}: ${url}`
  return [createMessage('year-agrees-with-url', reason, { file: origin.seed, position: origin.position })]
}
