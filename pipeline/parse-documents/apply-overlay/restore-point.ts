/**
 * The way back from a place in the corrected text to the same character in the seed. Lines are the same in both; offsets
 * and columns are moved by what the edits before have added or taken away.
 */
import type { Point } from 'unist'
import { lastAtMost } from '../../tree/last-at-most.ts'
import type { Edit } from './correct-text.ts'

/** A place in the corrected text as a place in the seed; what stands in a replacement stands in what it replaced. */
export type RestorePoint = (point: Point) => Point

/** Compiles the way back for one corrected text. */
export function createRestorer(text: string, edits: readonly Edit[]): RestorePoint {
  if (edits.length === 0) return point => point
  const starts = [0]
  for (const match of text.matchAll(/\r\n|\n|\r/gu)) starts.push(match.index + match[0].length)
  return ({ line, column, offset }) => {
    const lineStart = starts[line - 1] ?? 0
    const at = offset ?? lineStart + column - 1
    const shift = shiftAt(edits, at)
    return {
      line,
      column: column + shift - shiftBefore(edits, lineStart),
      ...(offset === undefined ? {} : { offset: offset + shift }),
    }
  }
}

/** How far the character at an offset stands from its place in the seed. */
function shiftAt(edits: readonly Edit[], at: number): number {
  const edit = edits[lastAtMost(edits, at, ({ start }) => start)]
  if (!edit || edit.start > at) return 0
  if (at >= edit.end) return edit.seedEnd - edit.end
  // A replacement that is longer than what it replaces ends on that one's last character.
  return edit.seedStart + Math.min(at - edit.start, edit.seedEnd - edit.seedStart - 1) - at
}

/** How far all is moved by the edits that begin before an offset. */
function shiftBefore(edits: readonly Edit[], offset: number): number {
  const edit = edits[lastAtMost(edits, offset - 1, ({ start }) => start)]
  return edit && edit.start < offset ? edit.seedEnd - edit.end : 0
}
