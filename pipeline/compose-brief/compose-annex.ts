/**
 * Composes the evidence annex of a brief: one row for each sentence it shows, in the order of the sources,
 * with its place in the seed and what became of its notes.
 */
import type { AnnexRow } from '../contract/brief.ts'
import type { ReferenceView } from '../contract/citing.ts'
import type { Paragraph } from '../contract/document.ts'
import type { Library } from './library.ts'
import { keepBeginning } from './lift-sentence.ts'
import type { StatementWriter } from './write-statements.ts'

/** Characters of a sentence by which it is known again; enough of them to tell it from its neighbours. */
const longestOpening = 52

/** The rows of everything that `writer` has written, at most `limit`; null for all. */
export function composeAnnex(
  writer: Pick<StatementWriter, 'shown' | 'linkTo'>,
  limit: number | null,
  references: readonly ReferenceView[],
  library: Library,
): readonly AnnexRow[] {
  const places = new Map(references.map(({ workId, number, id }) => [workId, { number, id }]))
  const ids = [...new Set(writer.shown.map(({ id }) => id))]
  const inOrder = ids.toSorted((left, right) => library.rankOf(left) - library.rankOf(right))
  return inOrder.slice(0, limit ?? undefined).flatMap(id => {
    const found = library.sentences.get(id)
    if (!found) return []
    const { sentence, paragraph } = found
    const opening = keepBeginning(sentence.text, longestOpening)
    return [
      {
        statement: id,
        opening,
        source: writer.linkTo(paragraph, sentence),
        notes: listNotes(id, paragraph, places, library),
      },
    ]
  })
}

function listNotes(
  id: string,
  paragraph: Paragraph,
  places: ReadonlyMap<string, AnnexRow['notes'][number]['references'][number]>,
  library: Library,
): AnnexRow['notes'] {
  return (library.lift(id)?.notes ?? []).flatMap(mark => {
    const citations = library.citationsOf(paragraph.seed, mark)
    const [first] = citations
    if (!first) return []
    const named = citations.flatMap(({ workId }) => places.get(workId ?? '') ?? [])
    return [{ note: mark.note, status: first.status, references: [...new Set(named)] }]
  })
}
