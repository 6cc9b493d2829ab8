/**
 * A figure as briefs show it: as printed, in its sentence, with its place and citation, and beside it the figures that
 * contradict it. None of them is chosen.
 */
import type { ConflictView, FigureReference, FigureView } from '../contract/brief.ts'
import type { Paragraph } from '../contract/document.ts'
import type { Conflict, Figure } from '../contract/evidence.ts'
import { formatPeriod } from '../tree/format-period.ts'
import type { Library } from './library.ts'
import { excerptAround, keepOpening } from './lift-sentence.ts'
import { placeFigure } from './place-figure.ts'
import { noNames, standsAlone } from './stands-alone.ts'
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
  const view: FigureView = {
    id,
    valueText,
    value,
    unit,
    measure,
    subject,
    wellFormed,
    excerpt: { ...composeContext(figure, paragraph, library), ...composeExcerpt(figure, library) },
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

/** The opening of the paragraph, for a sentence from its middle that leaves open what it speaks of. */
function composeContext(
  { sentenceId }: Figure,
  paragraph: Paragraph,
  library: Library,
): Pick<FigureView['excerpt'], 'context'> {
  const opening = paragraph.sentences[0]
  const lifted = library.lift(sentenceId)
  if (!opening || !lifted || opening.id === sentenceId || standsAlone(lifted.text, noNames)) return {}
  return { context: { id: opening.id, text: keepOpening(opening.text) } }
}

/** The words of a figure in its sentence. */
export function composeExcerpt(figure: Figure, library: Library): FigureView['excerpt'] {
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
