/**
 * The parts of one brief in the order its audience reads them, which is the order in which works get their numbers.
 */
import type { Brief, EventView, FigureView, PassageView, QuotationView, SectionView } from '../contract/brief.ts'
import type { Audience, Selection } from '../contract/config.ts'
import type { Paragraph } from '../contract/document.ts'
import type { Event, Figure, Quotation } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'
import { formatPeriod } from '../tree/format-period.ts'
import type { Library } from './library.ts'
import { excerptAround } from './lift-sentence.ts'
import type { ThemeMaterial } from './theme-material.ts'
import type { StatementWriter } from './write-statements.ts'

type Parts = Pick<Brief, 'keyFigures' | 'keyPoints' | 'sections' | 'figures' | 'timeline' | 'agreements' | 'quotations'>

/** Composes the parts that an audience shows, in its order; the others are empty. */
export function composeParts(
  material: ThemeMaterial,
  audience: Audience,
  library: Library,
  writer: StatementWriter,
): Parts {
  const { select, locale } = audience
  const figures = (list: readonly Figure[], limit: number | null) =>
    take(list, limit).flatMap(figure => composeFigure(figure, library, writer, locale))
  const events = (list: readonly Event[], limit: number | null) =>
    take(list, limit).flatMap(event => composeEvent(event, writer, locale))
  const compose: { readonly [Part in keyof Selection]: () => Partial<Parts> } = {
    keyFigures: () => ({ keyFigures: figures(material.keyFigures, select.keyFigures) }),
    keyPoints: () => ({ keyPoints: take(material.keyPoints, select.keyPoints).flatMap(writer.writeLifted) }),
    passages: () => ({ sections: composeSections(best(material.passages, select.passages), library, writer) }),
    figures: () => ({ figures: figures(material.figures, select.figures) }),
    events: () => ({ timeline: events(onePerSentence(material.events), select.events) }),
    agreements: () => ({ agreements: events(material.agreements, select.agreements) }),
    quotations: () => ({ quotations: composeQuotations(material, select.quotations, library, writer) }),
  }
  const none: Parts = {
    keyFigures: [],
    keyPoints: [],
    sections: [],
    figures: [],
    timeline: [],
    agreements: [],
    quotations: [],
  }
  return Object.assign(none, ...audience.parts.map(part => compose[part]()))
}

function take<T>(items: readonly T[], limit: number | null): readonly T[] {
  return limit === null ? items : items.slice(0, limit)
}

function composeFigure(figure: Figure, library: Library, writer: StatementWriter, language: string): FigureView[] {
  const paragraph = library.paragraphs.get(figure.paragraphId)
  if (!paragraph) return []
  const cites = writer.citeEvidence(figure, paragraph)
  const { id, valueText, value, unit, measure, qualifier, subject, period, wellFormed, sentence, sentenceId } = figure
  const view: FigureView = {
    id,
    valueText,
    value,
    unit,
    measure,
    subject,
    wellFormed,
    excerpt: composeExcerpt(figure, paragraph, library),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(period === undefined ? {} : { period, periodText: formatPeriod(period.iso, language) }),
    statement: {
      id: sentenceId,
      inlines: [{ kind: 'text', text: sentence }, ...cites],
      source: writer.linkTo(paragraph),
    },
    cites,
  }
  return [view]
}

/** The figure in its sentence; where the same words stand there twice, the place it was read from decides. */
function composeExcerpt(figure: Figure, paragraph: Paragraph, library: Library): FigureView['excerpt'] {
  const { sentence, sentenceId, valueText, origin } = figure
  const start = library.sentences.get(sentenceId)?.sentence.start ?? 0
  const text = library.lift(sentenceId)?.text ?? sentence
  const shift = text.startsWith(sentence) ? 0 : 1
  for (let at = sentence.indexOf(valueText); at >= 0; at = sentence.indexOf(valueText, at + 1)) {
    const { line, column } = paragraph.pointAt(start + at)
    if (line !== origin.position.start.line || column !== origin.position.start.column) continue
    return excerptAround(text, at + shift, at + shift + valueText.length)
  }
  return { before: '', match: '', after: text }
}

function composeEvent(event: Event, writer: StatementWriter, language: string): EventView[] {
  return writer.writeById(event.sentenceId).map(statement => ({
    id: event.id,
    iso: event.date.iso,
    dateText: formatPeriod(event.date.iso, language),
    parties: event.parties,
    ...(event.instrument === undefined ? {} : { instrument: event.instrument }),
    ...(event.status === undefined ? {} : { status: event.status }),
    statement,
  }))
}

/** A sentence that tells of several dates stands on the timeline once, at the first. */
function onePerSentence(events: readonly Event[]): readonly Event[] {
  const seen = new Set<string>()
  return events.filter(({ sentenceId }) => !seen.has(sentenceId) && seen.add(sentenceId))
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
    const { id, text, closed, speaker } = quotation
    const cites = writer.citeEvidence(quotation, paragraph)
    return [
      { id, text, closed, ...(speaker === undefined ? {} : { speaker }), cites, source: writer.linkTo(paragraph) },
    ]
  })
}

/** The passages with the highest scores, in reading order. */
function best(passages: readonly Passage[], limit: number | null): readonly Passage[] {
  if (limit === null || passages.length <= limit) return passages
  const kept = new Set(passages.toSorted((left, right) => right.score - left.score).slice(0, limit))
  return passages.filter(passage => kept.has(passage))
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
  const statements = shown.map(({ sentence, index }, place) => ({
    ...writer.writeSentence(sentence, paragraph),
    gap: index !== (place === 0 ? 0 : (shown[place - 1]?.index ?? 0) + 1),
  }))
  const gapAfter = (shown.at(-1)?.index ?? 0) < paragraph.sentences.length - 1
  const { id, grade, score, reasons } = passage
  return [{ id, grade, score, reasons, statements, gapAfter, source: writer.linkTo(paragraph) }]
}
