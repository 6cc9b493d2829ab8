/**
 * The parts of one brief in the order its audience reads them, which is the order in which works get their numbers.
 */
import type {
  Brief,
  Cite,
  EventView,
  FigureView,
  Inline,
  PassageView,
  QuotationView,
  SectionView,
  SourceLink,
  StatementView,
} from '../contract/brief.ts'
import type { Audience, Selection } from '../contract/config.ts'
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Event, Figure, Quotation, Statement } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'
import { formatPeriod } from '../tree/format-period.ts'
import type { CitationIndex } from './cite-notes.ts'
import type { Library } from './library.ts'
import { excerptAround } from './lift-sentence.ts'
import type { ThemeMaterial } from './theme-material.ts'

type Parts = Pick<Brief, 'keyFigures' | 'keyPoints' | 'sections' | 'figures' | 'timeline' | 'agreements' | 'quotations'>

/** What was composed, and every statement shown, for the count of how well it is backed. */
export type ComposedParts = Parts & {
  readonly statements: readonly { readonly id: string; readonly cites: readonly Cite[] }[]
}

export interface Composer {
  readonly composeParts: (material: ThemeMaterial) => ComposedParts
  /** The seeds the brief drew on, in order; after composeParts. */
  readonly listSources: () => Brief['sources']
}

/** A composer for one brief. */
export function createComposer(library: Library, citations: CitationIndex, audience: Audience): Composer {
  const statements: { id: string; cites: readonly Cite[] }[] = []
  const seeds = new Set<string>()
  const language = audience.locale

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

  const composeSentence = (sentence: Sentence, paragraph: Paragraph): StatementView => {
    const inlines = composeInlines(sentence, mark => citations.cite(paragraph.seed, mark, language))
    statements.push({ id: sentence.id, cites: inlines.filter(inline => inline.kind === 'cite') })
    return { id: sentence.id, inlines, source: linkTo(paragraph) }
  }

  const composeStatement = ({ sentenceId }: Pick<Statement, 'sentenceId'>): StatementView[] => {
    const found = library.sentences.get(sentenceId)
    return found ? [composeSentence(found.sentence, found.paragraph)] : []
  }

  const composeLifted = (sentenceId: string): StatementView[] => {
    const found = library.sentences.get(sentenceId)
    const lifted = library.lift(sentenceId)
    if (!found || !lifted) return []
    const { paragraph } = found
    const inlines = composeInlines(lifted, mark => citations.cite(paragraph.seed, mark, language))
    statements.push({ id: sentenceId, cites: inlines.filter(inline => inline.kind === 'cite') })
    return [{ id: sentenceId, inlines, source: linkTo(paragraph) }]
  }

  const citesOf = ({ note, paragraphId, sentenceId }: Statement, paragraph: Paragraph): readonly Cite[] => {
    const mark = paragraph.notes.find(candidate => candidate.note === note)
    const cites = mark && note !== undefined ? citations.cite(paragraph.seed, mark, language) : []
    statements.push({ id: sentenceId || paragraphId, cites })
    return cites
  }

  const composeFigure = (figure: Figure): FigureView[] => {
    const paragraph = library.paragraphs.get(figure.paragraphId)
    if (!paragraph) return []
    const cites = citesOf(figure, paragraph)
    const { id, valueText, value, unit, measure, qualifier, subject, period, wellFormed } = figure
    return [
      {
        id,
        valueText,
        value,
        unit,
        measure,
        subject,
        wellFormed,
        excerpt: excerptAround(library.lift(figure.sentenceId)?.text ?? figure.sentence, valueText),
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(period === undefined ? {} : { period, periodText: formatPeriod(period.iso, language) }),
        statement: {
          id: figure.sentenceId,
          inlines: [{ kind: 'text', text: figure.sentence }, ...cites],
          source: linkTo(paragraph),
        },
        cites,
      },
    ]
  }

  const composeEvent = (event: Event): EventView[] =>
    composeStatement(event).map(statement => ({
      id: event.id,
      iso: event.date.iso,
      dateText: formatPeriod(event.date.iso, language),
      parties: event.parties,
      ...(event.instrument === undefined ? {} : { instrument: event.instrument }),
      ...(event.status === undefined ? {} : { status: event.status }),
      statement,
    }))

  const composeQuotation = (quotation: Quotation): QuotationView[] => {
    const paragraph = library.paragraphs.get(quotation.paragraphId)
    if (!paragraph) return []
    const { id, text, closed, speaker } = quotation
    return [
      {
        id,
        text,
        closed,
        ...(speaker === undefined ? {} : { speaker }),
        cites: citesOf(quotation, paragraph),
        source: linkTo(paragraph),
      },
    ]
  }

  const composePassage = (passage: Passage): PassageView[] => {
    const paragraph = library.paragraphs.get(passage.id)
    if (!paragraph) return []
    const chosen = new Set(passage.sentences)
    const shown = paragraph.sentences.flatMap((sentence, index) =>
      chosen.has(sentence.id) ? [{ sentence, index }] : [],
    )
    const views = shown.map(({ sentence, index }, place) => ({
      ...composeSentence(sentence, paragraph),
      gap: index !== (place === 0 ? 0 : (shown[place - 1]?.index ?? 0) + 1),
    }))
    const gapAfter = (shown.at(-1)?.index ?? 0) < paragraph.sentences.length - 1
    const { id, grade, score, reasons } = passage
    return [{ id, grade, score, reasons, statements: views, gapAfter, source: linkTo(paragraph) }]
  }

  const composeSections = (passages: readonly Passage[]): SectionView[] => {
    const sections: { key: string; title: string; seedTitle: string; passages: PassageView[] }[] = []
    for (const passage of passages) {
      const paragraph = library.paragraphs.get(passage.id)
      if (!paragraph) continue
      const key = `${paragraph.seed}\n${paragraph.sectionIndex}`
      if (sections.at(-1)?.key !== key) {
        sections.push({ key, title: paragraph.section, seedTitle: linkTo(paragraph).seedTitle, passages: [] })
      }
      sections.at(-1)?.passages.push(...composePassage(passage))
    }
    return sections.map(({ title, seedTitle, passages: views }, index) => ({
      id: `section-${index + 1}`,
      title,
      seedTitle,
      passages: views,
    }))
  }

  const composeParts: Composer['composeParts'] = material => {
    const { select } = audience
    const make: { readonly [Part in keyof Selection]: () => Partial<Parts> } = {
      keyFigures: () => ({ keyFigures: take(material.keyFigures, select.keyFigures).flatMap(composeFigure) }),
      keyPoints: () => ({
        keyPoints: take(material.keyPoints, select.keyPoints).flatMap(composeLifted),
      }),
      passages: () => ({ sections: composeSections(best(material.passages, select.passages)) }),
      figures: () => ({ figures: take(material.figures, select.figures).flatMap(composeFigure) }),
      events: () => ({ timeline: take(onePerSentence(material.events), select.events).flatMap(composeEvent) }),
      agreements: () => ({ agreements: take(material.agreements, select.agreements).flatMap(composeEvent) }),
      quotations: () => ({
        quotations: inOrder(take(material.bestQuotations, select.quotations), library).flatMap(composeQuotation),
      }),
    }
    const parts = Object.assign({}, ...audience.parts.map(part => make[part]())) as Partial<Parts>
    return {
      keyFigures: [],
      keyPoints: [],
      sections: [],
      figures: [],
      timeline: [],
      agreements: [],
      quotations: [],
      ...parts,
      statements,
    }
  }

  const listSources: Composer['listSources'] = () =>
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

  return { composeParts, listSources }
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

function take<T>(items: readonly T[], limit: number | null): readonly T[] {
  return limit === null ? items : items.slice(0, limit)
}

/** The passages with the highest scores, in reading order. */
function best(passages: readonly Passage[], limit: number | null): readonly Passage[] {
  if (limit === null || passages.length <= limit) return passages
  const kept = new Set(passages.toSorted((left, right) => right.score - left.score).slice(0, limit))
  return passages.filter(passage => kept.has(passage))
}

function inOrder(quotations: readonly Quotation[], library: Library): readonly Quotation[] {
  return quotations.toSorted((left, right) => library.rankOf(left.sentenceId) - library.rankOf(right.sentenceId))
}

/** A sentence that tells of several dates stands on the timeline once, at the first. */
function onePerSentence(events: readonly Event[]): readonly Event[] {
  const seen = new Set<string>()
  return events.filter(({ sentenceId }) => !seen.has(sentenceId) && seen.add(sentenceId))
}
