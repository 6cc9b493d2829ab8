/**
 * Figures that disagree, side by side: beside each figure those that contradict it, and the list of a theme's conflicts.
 * All are shown as printed, each with its place and citation; none is chosen.
 */
import type { ConflictView, FigureReference, FigureView } from '../contract/brief.ts'
import type { Conflict, Figure } from '../contract/evidence.ts'
import { formatPeriod } from '../tree/format-period.ts'
import type { Library } from './library.ts'
import type { StatementWriter } from './write-statements.ts'

/** The figures that contradict one, with their places. */
export function composeRivals(
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

/** A conflict with all its figures in the order of the sources. */
export function composeConflict(
  { id, figures }: Conflict,
  compose: (figure: Figure) => readonly FigureView[],
  library: Library,
): ConflictView {
  return { id, figures: figures.flatMap(figureId => library.figures.get(figureId) ?? []).flatMap(compose) }
}
