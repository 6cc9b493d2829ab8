/**
 * A figure as briefs show it: as printed, in its sentence, with its place and citation, and beside it the figures that
 * contradict it. None of them is chosen.
 */
import type { ConflictView, FigureReference, FigureView } from '../contract/brief.ts'
import type { Conflict, Figure } from '../contract/evidence.ts'
import { formatPeriod } from '../tree/format-period.ts'
import { isPlanned } from './is-planned.ts'
import { keepUntilName } from './keep-words.ts'
import type { Library } from './library.ts'
import { excerptAround } from './lift-sentence.ts'
import { placeFigure } from './place-figure.ts'
import type { StatementWriter } from './write-statements.ts'

/** A figure in its sentence, and beside it those that contradict it. */
export function composeFigure(
  figure: Figure,
  library: Library,
  writer: StatementWriter,
  language: string,
): readonly FigureView[] {
  const views = composeAlone(figure, library, writer, language)
  return views.map(view => ({ ...view, conflictsWith: composeRivals(figure, library, writer, language) }))
}

/** Figures that disagree, in the order of the sources. */
export function composeConflict(
  { id, figures }: Conflict,
  library: Library,
  writer: StatementWriter,
  language: string,
): ConflictView {
  const found = figures.flatMap(figureId => library.figures.get(figureId) ?? [])
  return { id, figures: found.flatMap(figure => composeAlone(figure, library, writer, language)) }
}

function composeAlone(
  figure: Figure,
  library: Library,
  writer: StatementWriter,
  language: string,
): readonly FigureView[] {
  const paragraph = library.paragraphs.get(figure.paragraphId)
  if (!paragraph) return []
  const cites = writer.citeEvidence(figure, paragraph)
  const { id, valueText, value, unit, measure, qualifier, subject, period, wellFormed, sentence, sentenceId } = figure
  const excerpt = composeExcerpt(figure, library)
  const words = `${excerpt.before}${excerpt.after}`
  const view: FigureView = {
    id,
    valueText,
    value,
    unit,
    measure,
    subject,
    wellFormed,
    planned: isPlanned({ figure, at: placeFigure(figure, paragraph, library) ?? 0 }),
    malformed: library.malformedBeside(figure).filter(text => words.includes(text)),
    excerpt,
    ...(qualifier === undefined ? {} : { qualifier }),
    ...(period === undefined ? {} : { period, periodText: formatPeriod(period.iso, language) }),
    statement: {
      id: sentenceId,
      ...writer.numberOf(sentenceId),
      inlines: [{ kind: 'text', text: sentence }, ...cites],
      source: writer.linkTo(paragraph, library.sentences.get(sentenceId)?.sentence),
    },
    cites,
    conflictsWith: [],
  }
  return [view]
}

/** Longest sentence, in words, that is not cut before its figure where other words stand before it. */
const mostBehindContext = 60

/** The words of a figure in its sentence, and before them what tells whom it is of where they do not. */
export function composeExcerpt(figure: Figure, library: Library): FigureView['excerpt'] {
  const excerpt = excerptFigure(figure, library)
  const context = library.contextOf(figure.sentenceId)
  const shown = context ? { ...excerpt, context } : excerpt
  if (!excerpt.cutBefore) return shown
  // Where its beginning is left out, the sentence's own first words say whom it is of, and when.
  const left = figure.sentence.slice(
    0,
    figure.sentence.lastIndexOf(`${excerpt.before}${excerpt.match}${excerpt.after}`),
  )
  const text = keepUntilName(left, library.names)
  const isShort = figure.sentence.split(/\s+/u).length <= mostBehindContext
  return text === left || (context && isShort)
    ? { ...shown, before: `${left}${excerpt.before}`, cutBefore: false }
    : { ...shown, opening: text.trimEnd() }
}

function excerptFigure(figure: Figure, library: Library): FigureView['excerpt'] {
  const lifted = library.lift(figure.sentenceId) ?? { text: figure.sentence, notes: [], opened: false, closed: false }
  const shift = lifted.opened ? 1 : 0
  const paragraph = library.paragraphs.get(figure.paragraphId)
  const at = paragraph && placeFigure(figure, paragraph, library)
  if (at === undefined) return excerptAround(lifted, shift, shift)
  return excerptAround(lifted, at + shift, at + shift + figure.valueText.length)
}

/** The figures that contradict one, with their places. */
function composeRivals(
  figure: Figure,
  library: Library,
  writer: StatementWriter,
  language: string,
): readonly FigureReference[] {
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
