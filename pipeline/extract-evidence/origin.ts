/**
 * The way back: from offsets in a paragraph's text to lines and columns of the seed.
 */
import type { Paragraph } from '../contract/document.ts'
import type { Origin } from '../contract/origin.ts'

/** The place in the seed of `paragraph.text.slice(start, end)`. */
export function originOf(paragraph: Paragraph, start: number, end: number): Origin {
  const last = paragraph.pointAt(Math.max(start, end - 1))
  return {
    seed: paragraph.seed,
    position: {
      start: paragraph.pointAt(start),
      end: { ...last, column: last.column + 1, ...(last.offset === undefined ? {} : { offset: last.offset + 1 }) },
    },
  }
}
