/**
 * The parts of one brief in the order its audience reads them, which is the order in which works get their numbers.
 */
import type { Brief, EventView, PassageView, QuotationView, SectionView } from '../contract/brief.ts'
import type { Audience, Selection, Theme } from '../contract/config.ts'
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { Event, Quotation } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'
import { formatPeriod } from '../tree/format-period.ts'
import { isBefore } from '../tree/is-before.ts'
import { composeChart } from './charts/compose-charts.ts'
import type { Plot } from './charts/plot-theme.ts'
import { composeConflict, composeExcerpt, composeFigure, composeFigureRows } from './compose-figure.ts'
import type { Library } from './library.ts'
import type { ThemeMaterial } from './theme-material.ts'
import type { StatementWriter } from './write-statements.ts'

type Parts = Pick<
  Brief,
  | 'keyFigures'
  | 'keyPoints'
  | 'sections'
  | 'figures'
  | 'conflicts'
  | 'timeline'
  | 'agreements'
  | 'quotations'
  | 'charts'
>

/** Composes the parts that an audience shows, in its order; the others are empty. */
export function composeParts(
  theme: Theme,
  material: ThemeMaterial,
  plots: readonly Plot[],
  audience: Audience,
  library: Library,
  writer: StatementWriter,
): Parts {
  const { select, locale } = audience
  const keyFigures = audience.parts.includes('keyFigures') ? take(material.keyFigures, select.keyFigures) : []
  const told = new Set(keyFigures.map(({ sentenceId }) => sentenceId))
  // What a key figure says in its sentence is not said again among the key points.
  const keyPoints = material.keyPoints.filter(({ id }) => !told.has(id))
  const tools = { library, writer, language: locale }
  const events = (list: readonly Event[], limit: number | null) =>
    take(list, limit).flatMap(event => composeEvent(event, library, writer, locale))
  // Where only some are shown, what could not be drawn takes no place.
  const charts = (limit: number | null) =>
    take(limit === null ? plots : plots.filter(({ rows }) => rows.length > 0), limit).map(plot =>
      composeChart(plot, {
        library,
        writer,
        language: locale,
        theme: theme.title,
        excerpt: figure => composeExcerpt([figure], library),
      }),
    )
  const compose: { readonly [Part in keyof Selection]: () => Partial<Parts> } = {
    keyFigures: () => ({ keyFigures: keyFigures.flatMap(figure => composeFigure(figure, tools)) }),
    keyPoints: () => ({ keyPoints: take(keyPoints, select.keyPoints).map(writer.writePoint) }),
    passages: () => ({
      sections: composeSections(
        best(material.passages, ({ score }) => score, select.passages),
        library,
        writer,
      ),
    }),
    figures: () => ({ figures: composeFigureRows(take(material.figures, select.figures), tools) }),
    conflicts: () => ({
      conflicts: take(material.conflicts, select.conflicts).map(conflict => composeConflict(conflict, tools)),
    }),
    events: () => ({ timeline: events(best(material.events, material.eventWeight, select.events), null) }),
    agreements: () => ({
      agreements: take(material.agreements, select.agreements).flatMap(papers =>
        composeAgreement(papers, library, writer, locale),
      ),
    }),
    quotations: () => ({ quotations: composeQuotations(material, select.quotations, library, writer) }),
    charts: () => ({ charts: charts(select.charts) }),
    // Made at last, when the works have their numbers.
    annex: () => ({}),
  }
  const none: Parts = {
    keyFigures: [],
    keyPoints: [],
    sections: [],
    figures: [],
    conflicts: [],
    timeline: [],
    agreements: [],
    quotations: [],
    charts: [],
  }
  return Object.assign(none, ...audience.parts.map(part => compose[part]()))
}

function take<T>(items: readonly T[], limit: number | null): readonly T[] {
  return limit === null ? items : items.slice(0, limit)
}

function composeEvent(event: Event, library: Library, writer: StatementWriter, language: string): EventView[] {
  const { id, date, parties, instrument, subject, status } = event
  const context = library.contextOf(event.sentenceId)
  return writer.writeLifted(event.sentenceId).map(statement => ({
    id,
    ...(date === undefined ? {} : { iso: date.iso, dateText: formatPeriod(date.iso, language) }),
    ...(date?.edge === undefined ? {} : { dateEdge: date.edge }),
    dateBefore: date?.basis === 'paragraph',
    parties,
    ...(instrument === undefined ? {} : { instrument }),
    ...(subject === undefined ? {} : { subject }),
    ...(status === undefined ? {} : { status }),
    ...(context ? { context } : {}),
    statement,
    also: [],
  }))
}

/** One row for a paper, with all the statements that tell of it. */
function composeAgreement(
  papers: readonly Event[],
  library: Library,
  writer: StatementWriter,
  language: string,
): EventView[] {
  const [first, ...others] = papers.flatMap(event => composeEvent(event, library, writer, language))
  return first ? [{ ...first, also: others.map(({ statement }) => statement) }] : []
}

/** The best quotations, in reading order. */
function composeQuotations(
  { bestQuotations }: ThemeMaterial,
  limit: number | null,
  library: Library,
  writer: StatementWriter,
): readonly QuotationView[] {
  const inOrder = take(bestQuotations, limit).toSorted(
    (left, right) => library.rankOf(left.sentenceId) - library.rankOf(right.sentenceId),
  )
  return inOrder.flatMap((quotation: Quotation) => {
    const paragraph = library.paragraphs.get(quotation.paragraphId)
    if (!paragraph) return []
    const { id, sentenceId, text, closed, speaker } = quotation
    const named = speaker === undefined ? nameInNote(quotation, paragraph, library) : undefined
    const cites = writer.citeEvidence(quotation, paragraph)
    const contexts = library.leadInOf(quotation)
    // It may go on in the sentences after the one that it begins in.
    for (const sentence of paragraph.sentences.filter(other => goesOnIn(quotation, other)))
      writer.countShown({ ...quotation, sentenceId: sentence.id }, paragraph)
    return [
      {
        id,
        sentenceId,
        contexts,
        text,
        closed,
        ...(speaker === undefined ? {} : { speaker }),
        ...(named === undefined ? {} : { namedInNote: named }),
        cites,
        source: {
          ...writer.linkTo(paragraph),
          href: writer.linkTo(paragraph, library.sentences.get(sentenceId)?.sentence).href,
        },
      },
    ]
  })
}

function goesOnIn({ origin, sentenceId }: Quotation, { id, position }: Sentence): boolean {
  const { start, end } = origin.position
  return id !== sentenceId && isBefore(start, position.start) && isBefore(position.start, end)
}

/** Words that open a headline without naming anybody. */
const notAPerson = /^(?:All|First|How|In|More|New|Now|On|Our|The|Today|What|When|Where|Who|Why|Опрос|Итоги|Новости)\b/u

/** Who the title of the cited work begins with, as headlines do: `Marten: …`. */
function nameInNote({ note, origin }: Quotation, paragraph: Paragraph, library: Library): string | undefined {
  const mark = paragraph.notes.find(candidate => candidate.note === note)
  const works = mark ? library.citationsOf(origin.seed, mark) : []
  const title = library.works.get(works[0]?.workId ?? '')?.csl.title ?? ''
  const name = /^(\p{Lu}[\p{L}-]+(?: \p{Lu}[\p{L}-]+)?): /u.exec(title)?.[1]
  // `Now Norway: …` is a headline of another kind.
  return name === undefined || library.names.find(name).length > 0 || notAPerson.test(name) ? undefined : name
}

/** The items of the highest weight, in the order they came in. */
function best<T>(items: readonly T[], weigh: (item: T) => number, limit: number | null): readonly T[] {
  if (limit === null || items.length <= limit) return items
  const kept = new Set(items.toSorted((left, right) => weigh(right) - weigh(left)).slice(0, limit))
  return items.filter(item => kept.has(item))
}

/** Passages under the headings of their seeds. */
function composeSections(
  passages: readonly Passage[],
  library: Library,
  writer: StatementWriter,
): readonly SectionView[] {
  const sections: { key: string; title: string; seedTitle: string; passages: PassageView[] }[] = []
  for (const passage of passages) {
    const paragraph = library.paragraphs.get(passage.id)
    if (!paragraph) continue
    const key = `${paragraph.seed}\n${paragraph.sectionIndex}`
    if (sections.at(-1)?.key !== key) {
      sections.push({ key, title: paragraph.section, seedTitle: writer.linkTo(paragraph).seedTitle, passages: [] })
    }
    sections.at(-1)?.passages.push(...composePassage(passage, library, writer))
  }
  return sections.map(({ key: _, ...section }, index) => ({ id: `section-${index + 1}`, ...section }))
}

function composePassage(passage: Passage, library: Library, writer: StatementWriter): PassageView[] {
  const paragraph = library.paragraphs.get(passage.id)
  if (!paragraph) return []
  const chosen = new Set(passage.sentences)
  const shown = paragraph.sentences.flatMap((sentence, index) => (chosen.has(sentence.id) ? [{ sentence, index }] : []))
  const partial = shown.length < paragraph.sentences.length
  const statements = shown.flatMap(({ sentence, index }, place) => {
    const gap = index !== (place === 0 ? 0 : (shown[place - 1]?.index ?? 0) + 1)
    const views = partial ? writer.writeLifted(sentence.id) : [writer.writeSentence(sentence, paragraph)]
    return views.map(view => ({ ...view, gap }))
  })
  const gapAfter = (shown.at(-1)?.index ?? 0) < paragraph.sentences.length - 1
  const { id, grade, score, reasons } = passage
  return [{ id, grade, score, reasons, partial, statements, gapAfter, source: writer.linkTo(paragraph) }]
}
