/**
 * The works that the passages of themes cite, in the order of the bibliography.
 */
import type { Bibliography, Work } from '../contract/bibliography.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Passage } from '../contract/passage.ts'

/** Works cited in the chosen sentences of `passages`. */
export function listCitedWorks(
  passages: readonly Passage[],
  documents: readonly CitedDocument[],
  bibliography: Bibliography,
): readonly Work[] {
  const chosen = new Set(passages.flatMap(({ sentences }) => sentences))
  const cited = new Set<string>()
  for (const { paragraphs, citations } of documents) {
    const marks = paragraphs.flatMap(({ sentences }) =>
      sentences.filter(({ id }) => chosen.has(id)).flatMap(({ notes }) => notes),
    )
    const identifiers = new Set(marks.map(({ identifier }) => identifier))
    for (const { identifier, workId } of citations)
      if (workId !== undefined && identifiers.has(identifier)) cited.add(workId)
  }
  return bibliography.works.filter(({ id }) => cited.has(id))
}
