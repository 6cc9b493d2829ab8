/**
 * Finds a figure in its sentence. Where the same words stand there twice, the place it was read from decides.
 */
import type { Paragraph } from '../contract/document.ts'
import type { Figure } from '../contract/evidence.ts'
import type { Library } from './library.ts'

/** Offset of the figure's words in its sentence; undefined where they are not found. */
export function placeFigure(figure: Figure, paragraph: Paragraph, library: Library): number | undefined {
  const { sentence, sentenceId, valueText, origin } = figure
  const start = library.sentences.get(sentenceId)?.sentence.start ?? 0
  for (let at = sentence.indexOf(valueText); at >= 0; at = sentence.indexOf(valueText, at + 1)) {
    const { line, column } = paragraph.pointAt(start + at)
    if (line === origin.position.start.line && column === origin.position.start.column) return at
  }
  return undefined
}
