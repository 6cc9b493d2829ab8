/**
 * Composes the evidence annex of a brief: one row for each sentence it shows, in the order in which it first shows them,
 * with its place in the seed and what became of its notes.
 */
import type { AnnexRow } from '../contract/brief.ts'
import type { ReferenceView } from '../contract/citing.ts'
import type { Paragraph } from '../contract/document.ts'
import type { Library } from './library.ts'
import { keepBeginning } from './lift-sentence.ts'
import type { StatementWriter } from './write-statements.ts'

/** Characters of a sentence by which it is known again; a row of the printed table takes as many on one line. */
const longestOpening = 80

/** The rows of everything that `writer` has numbered. */
export function composeAnnex(
  writer: Pick<StatementWriter, 'shown' | 'numberOf' | 'linkTo'>,
  references: readonly ReferenceView[],
  library: Library,
): readonly AnnexRow[] {
  const places = new Map(references.map(({ workId, number, id }) => [workId, { number, id }]))
  const ids = [...new Set(writer.shown.map(({ id }) => id))]
  return ids.flatMap(id => {
    const found = library.sentences.get(id)
    const { evidence } = writer.numberOf(id)
    if (!found || evidence === undefined) return []
    const { sentence, paragraph } = found
    const opening = keepBeginning(sentence.text, longestOpening)
    return [
      {
        number: evidence,
        statement: id,
        opening,
        cut: opening !== sentence.text,
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
