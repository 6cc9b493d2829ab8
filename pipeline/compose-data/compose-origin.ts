/**
 * The origin of a record: its sentence and place, the note that backs it, and the works that the note names.
 */
import type { Citation } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument, Paragraph, Sentence } from '../contract/document.ts'
import type { Statement } from '../contract/evidence.ts'
import type { RecordOrigin } from '../contract/theme-data.ts'
import { formatPlace } from '../tree/format-place.ts'
import { noteKey } from '../tree/note-key.ts'
import { placeAnchor } from '../tree/place-anchor.ts'

/** A function that gives the origin of a piece of evidence as a record of a theme. */
export function createOriginComposer(
  documents: readonly CitedDocument[],
  references: ReadonlyMap<string, string>,
  config: Config,
): (statement: Statement, theme: string) => RecordOrigin {
  const sentences = new Map<string, { readonly sentence: Sentence; readonly paragraph: Paragraph }>()
  const seeds = new Map(documents.map(({ seed }) => [seed.path, seed]))
  const citations = new Map<string, Citation[]>()
  for (const { seed, paragraphs, citations: own } of documents) {
    for (const paragraph of paragraphs)
      for (const sentence of paragraph.sentences) sentences.set(sentence.id, { sentence, paragraph })
    for (const citation of own) {
      const key = noteKey(seed.path, citation.identifier)
      citations.set(key, [...(citations.get(key) ?? []), citation])
    }
  }
  // A file of data is read away from the edition, so that its links are whole where the edition's address is known.
  const root = config.url === null ? '..' : config.url

  return ({ id, sentenceId, paragraphId, sentence: words, note, origin }, theme) => {
    const found = sentences.get(sentenceId)
    const seed = seeds.get(origin.seed)
    const position = found?.sentence.position ?? origin.position
    const place = formatPlace(position, seed?.mediaType ?? 'text/plain', found?.paragraph.place)
    const mark = found?.paragraph.notes.find(candidate => candidate.note === note)
    const cited = mark ? (citations.get(noteKey(origin.seed, mark.identifier)) ?? []) : []
    return {
      id,
      theme,
      sentence: words,
      sentenceId,
      paragraphId,
      section: found?.paragraph.section ?? '',
      seed: origin.seed,
      placeUnit: place.unit,
      startLine: position.start.line,
      endLine: position.end.line,
      page: found?.paragraph.place?.page ?? null,
      href: `${root}/sources/${seed?.id}.html#${placeAnchor(seed?.id ?? '', sentenceId)}`,
      note: note ?? null,
      noteStatus: note === undefined ? 'none' : (cited[0]?.status ?? 'missing'),
      works: listWorks(cited, references),
    }
  }
}

function listWorks(citations: readonly Citation[], references: ReadonlyMap<string, string>): RecordOrigin['works'] {
  const works = citations.flatMap(({ workId, locator }) =>
    workId === undefined
      ? []
      : [{ id: workId, locator: locator?.value ?? null, reference: references.get(workId) ?? '' }],
  )
  return works.filter(
    ({ id, locator }, index) => works.findIndex(other => other.id === id && other.locator === locator) === index,
  )
}
