/**
 * Writes statements for one brief: a sentence's words with their citations and the link to its place. Remembers which
 * seeds were drawn on and which statements were shown, for the list of sources and the count of how well they are backed.
 */
import type { Brief, Cite, Inline, SourceLink, StatementView } from '../contract/brief.ts'
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Statement } from '../contract/evidence.ts'
import type { CitationIndex } from './cite-notes.ts'
import type { Library } from './library.ts'

/** A statement that a brief shows, for counting. */
export interface ShownStatement {
  readonly id: string
  readonly cites: readonly Cite[]
}

export interface StatementWriter {
  readonly linkTo: (paragraph: Paragraph) => SourceLink
  /** A sentence as it stands in its paragraph. */
  readonly writeSentence: (sentence: Sentence, paragraph: Paragraph) => StatementView
  /** A list of one, or of none where there is no such sentence. */
  readonly writeById: (sentenceId: string) => readonly StatementView[]
  /** The same for a sentence that must stand alone. */
  readonly writeLifted: (sentenceId: string) => readonly StatementView[]
  /** The citations of the note that backs a piece of evidence. */
  readonly citeEvidence: (statement: Statement, paragraph: Paragraph) => readonly Cite[]
  /** Everything written so far. */
  readonly shown: readonly ShownStatement[]
  /** The seeds drawn on so far, in order. */
  readonly listSources: () => Brief['sources']
}

/** A writer for one brief in one language. */
export function createStatementWriter(library: Library, citations: CitationIndex, language: string): StatementWriter {
  const shown: ShownStatement[] = []
  const seeds = new Set<string>()
  const linkTo = (paragraph: Paragraph): SourceLink => {
    seeds.add(paragraph.seed)
    const seed = library.documents.get(paragraph.seed)?.seed
    const { start, end } = paragraph.position
    return {
      seedId: seed?.id ?? '',
      seedTitle: seed?.metadata.title ?? paragraph.seed,
      seedPath: paragraph.seed,
      href: `../../sources/${seed?.id}.html#${paragraph.id}`,
      lines: start.line === end.line ? `${start.line}` : `${start.line}–${end.line}`,
      startLine: start.line,
      endLine: end.line,
      section: paragraph.section,
    }
  }

  const writeSentence = (sentence: Sentence, paragraph: Paragraph): StatementView => {
    const inlines = composeInlines(sentence, mark => citations.cite(paragraph.seed, mark, language))
    shown.push({ id: sentence.id, cites: inlines.filter(inline => inline.kind === 'cite') })
    return { id: sentence.id, inlines, source: linkTo(paragraph) }
  }

  const writeById = (sentenceId: string): StatementView[] => {
    const found = library.sentences.get(sentenceId)
    return found ? [writeSentence(found.sentence, found.paragraph)] : []
  }

  const writeLifted = (sentenceId: string): StatementView[] => {
    const found = library.sentences.get(sentenceId)
    const lifted = library.lift(sentenceId)
    if (!found || !lifted) return []
    const { paragraph } = found
    const inlines = composeInlines(lifted, mark => citations.cite(paragraph.seed, mark, language))
    shown.push({ id: sentenceId, cites: inlines.filter(inline => inline.kind === 'cite') })
    return [{ id: sentenceId, inlines, source: linkTo(paragraph) }]
  }

  const citeEvidence = ({ note, paragraphId, sentenceId }: Statement, paragraph: Paragraph): readonly Cite[] => {
    const mark = paragraph.notes.find(candidate => candidate.note === note)
    const cites = mark && note !== undefined ? citations.cite(paragraph.seed, mark, language) : []
    shown.push({ id: sentenceId || paragraphId, cites })
    return cites
  }

  const listSources: StatementWriter['listSources'] = () =>
    [...library.documents.values()].flatMap(({ seed }) => {
      if (!seeds.has(seed.path)) return []
      const { title, author, date, language: own } = seed.metadata
      return [
        {
          id: seed.id,
          title,
          ...(author === undefined ? {} : { author }),
          ...(date === undefined ? {} : { date }),
          path: seed.path,
          sha256: seed.sha256,
          href: `../../sources/${seed.id}.html`,
          language: own,
        },
      ]
    })

  return { linkTo, writeSentence, writeById, writeLifted, citeEvidence, shown, listSources }
}

/** The sentence's words with its citations where the seed has the markers. */
function composeInlines(
  sentence: Pick<Sentence, 'text' | 'notes'>,
  cite: (mark: NoteMark) => readonly Cite[],
): readonly Inline[] {
  const inlines: Inline[] = []
  let from = 0
  for (const mark of sentence.notes) {
    if (mark.offset > from) inlines.push({ kind: 'text', text: sentence.text.slice(from, mark.offset) })
    inlines.push(...cite(mark))
    from = mark.offset
  }
  if (from < sentence.text.length) inlines.push({ kind: 'text', text: sentence.text.slice(from) })
  return inlines
}
