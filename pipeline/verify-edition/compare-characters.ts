/**
 * Compares a stretch that was found with the seed's file itself: each character must be the one at its line and column.
 * Only what the reader may do with a text is let pass: white space, hyphens at line ends, the marks between the cells of a
 * table's row, and what an overlay put in.
 */
import type { Point } from 'unist'
import type { Correction } from '../contract/overlay.ts'
import type { Found } from './check-claim.ts'

export interface Comparison {
  /** Whether there was a file of lines to compare with. */
  readonly compared: boolean
  /** Characters that an overlay put in. */
  readonly corrected: number
  /** The first that the file does not have there. */
  readonly fault?: { readonly point: Point; readonly shown: string; readonly there: string }
}

const linesOf = new WeakMap<object, readonly string[]>()

/** Compares the characters of a found stretch; formats that are no plain text have none to compare. */
export function compareCharacters({ text: { document, text, pointAt }, start, end }: Found): Comparison {
  const { seed, corrections } = document
  if (seed.mediaType !== 'text/plain' || !pointAt) return { compared: false, corrected: 0 }
  const lines = linesOf.get(seed) ?? seed.text.split(/\r\n|\r|\n/u)
  linesOf.set(seed, lines)
  let corrected = 0
  for (let offset = start; offset < end; offset += 1) {
    const shown = text[offset] ?? ''
    if (/\s/u.test(shown) || isCellMark(text, offset)) continue
    const point = pointAt(offset)
    const there = point.offset === undefined ? lines[point.line - 1]?.[point.column - 1] : seed.text[point.offset]
    if (there === shown) continue
    if (corrections.some(correction => isPutIn(correction, point))) corrected += 1
    else return { compared: true, corrected, fault: { point, shown, there: there ?? '' } }
  }
  return { compared: true, corrected }
}

/** The cells of a row are parted by ` | `, whatever parts them in the file. */
function isCellMark(text: string, offset: number): boolean {
  return text.slice(offset - 1, offset + 2) === ' | '
}

function isPutIn({ kind, position: { start, end } }: Correction, { line, column }: Point): boolean {
  return kind === 'replace' && line === start.line && start.column <= column && column <= end.column
}
