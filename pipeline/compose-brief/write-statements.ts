/**
 * Writes statements for one brief: a sentence's words with their citations and the link to its place. Remembers which
 * seeds were drawn on and which statements were shown, for the list of sources and the count of how well they are backed.
 */
import type { Citation } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { Cite, Inline } from '../contract/citing.ts'
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Statement } from '../contract/evidence.ts'
import type { SourceLink, StatementView } from '../contract/statement-view.ts'
import { formatPlace } from '../tree/format-place.ts'
import { placeAnchor } from '../tree/place-anchor.ts'
import type { CitationIndex } from './cite-notes.ts'
import type { Library, SentencePlace } from './library.ts'
import type { LiftedSentence } from './lift-sentence.ts'
import type { WeighedSentence } from './weigh-sentences.ts'

/** A statement that a brief shows, for counting. */
export interface ShownStatement {
  readonly id: string
  /** Of all notes that back it. */
  readonly citations: readonly Citation[]
}

export interface StatementWriter {
  /** The way back to a paragraph, or to a sentence of it. */
  readonly linkTo: (paragraph: Paragraph, sentence?: Pick<Sentence, 'id' | 'position'>) => SourceLink
  /** A sentence as it stands in its paragraph. */
  readonly writeSentence: (sentence: Sentence, paragraph: Paragraph) => StatementView
  /** A sentence that must stand alone: a list of one, or of none where there is no such sentence. */
  readonly writeLifted: (sentenceId: string) => readonly StatementView[]
  /** A sentence as a point of its own, without what it can do without. */
  readonly writePoint: (sentence: WeighedSentence) => StatementView
  /** The citations of the note that backs a piece of evidence. */
  readonly citeEvidence: (statement: Statement, paragraph: Paragraph) => readonly Cite[]
  /** Counts a statement of which words are shown elsewhere, with its note. */
  readonly countShown: (statement: Pick<Statement, 'sentenceId' | 'note'>, paragraph: Paragraph) => void
  /** Everything written so far; a sentence may have been written more than once. */
  readonly shown: readonly ShownStatement[]
  /** The seeds drawn on so far, in order. */
  readonly listSources: () => Brief['sources']
}

/** A writer for one brief. */
export function createStatementWriter(library: Library, citations: CitationIndex): StatementWriter {
  const shown: ShownStatement[] = []
  const seeds = new Set<string>()
  const linkTo: StatementWriter['linkTo'] = (paragraph, { id, position } = paragraph) => {
    seeds.add(paragraph.seed)
    const seed = library.documents.get(paragraph.seed)?.seed
    const seedId = seed?.id ?? ''
    const { start, end } = position
    return {
      seedId,
      seedTitle: seed?.metadata.title ?? paragraph.seed,
      seedPath: paragraph.seed,
      href: `../../sources/${seedId}.html#${placeAnchor(seedId, id)}`,
      ...formatPlace(position, seed?.mediaType ?? 'text/plain', paragraph.place),
      startLine: start.line,
      endLine: end.line,
      section: paragraph.section,
    }
  }

  /** Notes that a statement was shown, backed by its own markers or by the note of the quotation it lies in. */
  const note = (
    sentenceId: string,
    seed: string,
    marks: readonly NoteMark[] = library.lift(sentenceId)?.notes ?? [],
  ) => {
    shown.push({ id: sentenceId, citations: marks.flatMap(mark => library.citationsOf(seed, mark)) })
  }

  const write = (sentence: Sentence, words: LiftedSentence, paragraph: Paragraph): StatementView => {
    note(sentence.id, paragraph.seed)
    const inlines = composeInlines(words, mark => citations.cite(paragraph.seed, mark), citations.beforeStop)
    return { id: sentence.id, inlines, source: linkTo(paragraph, sentence) }
  }

  const writeSentence: StatementWriter['writeSentence'] = (sentence, paragraph) =>
    write(sentence, { ...sentence, opened: false, closed: false }, paragraph)

  const writeLifted: StatementWriter['writeLifted'] = sentenceId => {
    const found = library.sentences.get(sentenceId)
    const lifted = library.lift(sentenceId)
    return found && lifted ? [write(found.sentence, lifted, found.paragraph)] : []
  }

  const writePoint: StatementWriter['writePoint'] = ({ id, lifted, point: { from, to } }) => {
    const { sentence, paragraph } = library.sentences.get(id) as SentencePlace
    const { text, notes, opened, closed } = lifted
    const isCut = to < text.length
    const kept = notes.filter(({ offset }) => offset <= to).map(mark => ({ ...mark, offset: mark.offset - from }))
    const words = { text: text.slice(from, to), notes: kept, opened: opened && from === 0, closed: closed && !isCut }
    const view = write(sentence, words, paragraph)
    const gapBefore: readonly Inline[] = from > 0 ? [{ kind: 'gap' }] : []
    // A note of the words that are left out stands behind the gap.
    const left = notes.filter(({ offset }) => offset > to).flatMap(mark => citations.cite(paragraph.seed, mark))
    const gapAfter: readonly Inline[] = isCut ? [{ kind: 'gap' }, ...left] : []
    return { ...view, inlines: [...gapBefore, ...view.inlines, ...gapAfter] }
  }

  const markOf = (statement: Pick<Statement, 'note'>, paragraph: Paragraph) =>
    paragraph.notes.find(candidate => candidate.note === statement.note)

  const countShown: StatementWriter['countShown'] = (statement, paragraph) => {
    const mark = markOf(statement, paragraph)
    note(statement.sentenceId, paragraph.seed, mark ? [mark] : [])
  }

  const citeEvidence: StatementWriter['citeEvidence'] = (statement, paragraph) => {
    countShown(statement, paragraph)
    const mark = markOf(statement, paragraph)
    return mark ? citations.cite(paragraph.seed, mark) : []
  }

  const listSources: StatementWriter['listSources'] = () =>
    Array.from(library.documents.values()).flatMap(({ seed }) => {
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

  return { linkTo, writeSentence, writeLifted, writePoint, citeEvidence, countShown, shown, listSources }
}

/** The sentence's words with its citations where the seed has the markers; in brackets, they stand before its last stop. */
function composeInlines(
  { text, notes, opened, closed }: LiftedSentence,
  cite: (mark: NoteMark) => readonly Cite[],
  beforeStop: boolean,
): readonly Inline[] {
  const inlines: Inline[] = []
  const first = opened ? 1 : 0
  const last = text.length - (closed ? 1 : 0)
  const write = (start: number, end: number) => {
    const words = text.slice(Math.max(start, first), Math.min(end, last))
    if (start < first && end > start) inlines.push({ kind: 'added', text: text.slice(0, first) })
    if (words !== '') inlines.push({ kind: 'text', text: words })
    if (end > last && end > start) inlines.push({ kind: 'added', text: text.slice(last) })
  }
  let from = 0
  for (const mark of notes) {
    const cites = cite(mark)
    const stop = beforeStop && isLast(text, mark) && /[\p{L}\p{N})%"”»]\.$/u.test(text.slice(0, mark.offset))
    const moved = stop && cites.every(({ status }) => status !== 'missing')
    write(from, moved ? mark.offset - 1 : mark.offset)
    inlines.push(...cites)
    from = moved ? mark.offset - 1 : mark.offset
    // A space that parted the word from the marker parts it from a comma now.
    if (/^\s[,.;:)]/u.test(text.slice(from, from + 2))) from += 1
  }
  write(from, text.length)
  return inlines
}

function isLast(text: string, { offset }: NoteMark): boolean {
  return text.slice(offset).trim() === ''
}
