/**
 * Where a character of a text node stands in the seed. A reader that joins lines, drops furniture or takes out markers
 * leaves segments on the node; without them the node's lines are taken to be the seed's lines.
 */
import type { Text } from 'mdast'
import type { Point } from 'unist'
import { lastAtMost } from './last-at-most.ts'

/** From offset `at` of the value on, the characters stand in the seed from `point` on, on one line. */
export interface TextSegment {
  readonly at: number
  readonly point: Point
}

declare module 'mdast' {
  interface TextData {
    segments?: TextSegment[]
  }
}

/** The place in the seed of the character at `offset` of the node's value. */
export function pointInText(node: Text, offset: number): Point {
  const segments = node.data?.segments
  if (segments && segments.length > 0) return pointInSegments(segments, offset)
  const start = node.position?.start ?? { line: 1, column: 1 }
  const before = node.value.slice(0, offset)
  const lineBreaks = before.split('\n').length - 1
  const column = lineBreaks === 0 ? start.column + offset : offset - before.lastIndexOf('\n')
  return { line: start.line + lineBreaks, column }
}

function pointInSegments(segments: readonly TextSegment[], offset: number): Point {
  const { at, point } = segments[lastAtMost(segments, offset, segment => segment.at)] as TextSegment
  const along = Math.max(0, offset - at)
  return {
    line: point.line,
    column: point.column + along,
    ...(point.offset === undefined ? {} : { offset: point.offset + along }),
  }
}
