/**
 * A figure as briefs show it: as printed, in its sentence, with its place and citation, and beside it the figures that
 * contradict it. None of them is chosen.
 */
import type { Paragraph } from '../contract/document.ts'
import type { Conflict, Figure } from '../contract/evidence.ts'
import type { ConflictView, FigureReference, FigureRow, FigureValue, FigureView } from '../contract/figure-view.ts'
import type { Excerpt } from '../contract/statement-view.ts'
import { formatPeriod } from '../tree/format-period.ts'
import { isPlanned } from './is-planned.ts'
import { joinRows } from './join-rows.ts'
import { keepUntilName } from './keep-words.ts'
import type { Library } from './library.ts'
import { excerptAround } from './lift-sentence.ts'
import { placeFigure } from './place-figure.ts'
import type { StatementWriter } from './write-statements.ts'

/** What figures are composed with; `language` is that of the brief. */
export interface FigureTools {
  readonly library: Library
  readonly writer: StatementWriter
  readonly language: string
}

/** A figure in its sentence, and beside it those that contradict it. */
export function composeFigure(figure: Figure, tools: FigureTools): readonly FigureView[] {
  return composeRow([figure], composeRivals, tools).flatMap(({ figures, ...words }) =>
    figures.map(value => ({ ...value, ...words })),
  )
}

/** Rows of a table: one for the figures of a sentence that come one after the other and have one note. */
export function composeFigureRows(figures: readonly Figure[], tools: FigureTools): readonly FigureRow[] {
  const groups: [Figure, ...Figure[]][] = []
  for (const figure of figures) {
    const last = groups.at(-1)
    if (last && last[0].sentenceId === figure.sentenceId && last[0].note === figure.note) last.push(figure)
    else groups.push([figure])
  }
  return joinRows(groups.flatMap(group => composeRow(group, composeRivals, tools)))
}

/** Figures that disagree, in the order of the sources, each in a row of its own. */
export function composeConflict({ id, figures }: Conflict, tools: FigureTools): ConflictView {
  const { library } = tools
  const found = figures.flatMap(figureId => library.figures.get(figureId) ?? [])
  return { id, rows: found.flatMap(figure => composeRow([figure], () => [], tools)) }
}

/** Figures of one sentence and note in its words: a list of one, or of none where its paragraph is not known. */
function composeRow(
  figures: readonly [Figure, ...Figure[]],
  rivalsOf: typeof composeRivals,
  tools: FigureTools,
): readonly FigureRow[] {
  const { library, writer } = tools
  const [first] = figures
  const { sentence, sentenceId } = first
  const paragraph = library.paragraphs.get(first.paragraphId)
  if (!paragraph) return []
  const cites = writer.citeEvidence(first, paragraph)
  const excerpt = composeExcerpt(figures, library)
  const words = textOf(excerpt)
  const own = figures.map(({ valueText }) => valueText)
  return [
    {
      figures: figures.map(figure => composeValue(figure, paragraph, rivalsOf(figure, tools), tools)),
      excerpt,
      malformed: library.malformedIn(sentenceId).filter(text => !own.includes(text) && words.includes(text)),
      statement: {
        id: sentenceId,
        inlines: [{ kind: 'text', text: sentence }, ...cites],
        source: writer.linkTo(paragraph, library.sentences.get(sentenceId)?.sentence),
      },
      cites,
    },
  ]
}

function composeValue(
  figure: Figure,
  paragraph: Paragraph,
  conflictsWith: readonly FigureReference[],
  { library, language }: FigureTools,
): FigureValue {
  const { id, valueText, value, unit, measure, qualifier, subject, period, wellFormed } = figure
  return {
    id,
    valueText,
    value,
    unit,
    measure,
    subject,
    wellFormed,
    planned: isPlanned({ figure, at: placeFigure(figure, paragraph, library) ?? 0 }),
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(period === undefined ? {} : { period, periodText: formatPeriod(period.iso, language) }),
    conflictsWith,
  }
}

/** Longest sentence, in words, that is not cut before its figures where other words stand before it. */
const mostBehindContext = 60

/** The words of figures in their sentence, and before them what tells whom they are of where they do not. */
export function composeExcerpt(figures: readonly [Figure, ...Figure[]], library: Library): Excerpt {
  const [{ sentence, sentenceId }] = figures
  const excerpt = excerptFigures(figures, library)
  const context = library.contextOf(sentenceId)
  const shown = context ? { ...excerpt, context } : excerpt
  if (!excerpt.cutBefore) return shown
  // Where its beginning is left out, the sentence's own first words say whom it is of, and when.
  const left = sentence.slice(0, sentence.lastIndexOf(textOf(excerpt)))
  const text = keepUntilName(left, library.names)
  const isShort = sentence.split(/\s+/u).length <= mostBehindContext
  return text === left || (context && isShort)
    ? { ...shown, words: [{ text: left }, ...excerpt.words], cutBefore: false }
    : { ...shown, opening: text.trimEnd() }
}

function excerptFigures(figures: readonly [Figure, ...Figure[]], library: Library): Excerpt {
  const [{ sentence, sentenceId, paragraphId }] = figures
  const lifted = library.lift(sentenceId) ?? { text: sentence, notes: [], opened: false, closed: false }
  const shift = lifted.opened ? 1 : 0
  const paragraph = library.paragraphs.get(paragraphId)
  const spans = figures.flatMap(figure => {
    const at = paragraph && placeFigure(figure, paragraph, library)
    return at === undefined ? [] : [{ id: figure.id, at: at + shift, end: at + shift + figure.valueText.length }]
  })
  return excerptAround(lifted, spans)
}

function textOf({ words }: Excerpt): string {
  return words.map(({ text }) => text).join('')
}

/** The figures that contradict one, with their places. */
function composeRivals(figure: Figure, { library, writer, language }: FigureTools): readonly FigureReference[] {
  return library.rivalsOf(figure.id).flatMap(rival => {
    const paragraph = library.paragraphs.get(rival.paragraphId)
    if (!paragraph) return []
    const { id, valueText, value, unit, qualifier, wellFormed, period, sentenceId } = rival
    return [
      {
        id,
        valueText,
        value,
        unit,
        wellFormed,
        ...(qualifier === undefined ? {} : { qualifier }),
        ...(period === undefined ? {} : { periodText: formatPeriod(period.iso, language) }),
        statement: {
          id: sentenceId,
          source: writer.linkTo(paragraph, library.sentences.get(sentenceId)?.sentence),
        },
        cites: writer.citeEvidence(rival, paragraph),
      },
    ]
  })
}
