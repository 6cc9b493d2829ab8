/**
 * A part of a text node as a text node of its own. Its position and its segments say where its characters stand, as those
 * of the whole did.
 */
import type { Text } from 'mdast'
import type { Point } from 'unist'
import { pointInText } from './text-segments.ts'

/** The characters from `from` up to `to`. */
export function sliceText(node: Text, from: number, to: number): Text {
  const value = node.value.slice(from, to)
  const start = pointInText(node, from)
  const position = { start, end: endInText(node, to) }
  const segments = node.data?.segments
  if (!segments) return { type: 'text', value, position }
  const own = segments.filter(({ at }) => at > from && at < to).map(({ at, point }) => ({ at: at - from, point }))
  return { type: 'text', value, position, data: { ...node.data, segments: [{ at: 0, point: start }, ...own] } }
}

/** The place behind the character before `offset`; the next character may stand elsewhere. */
export function endInText(node: Text, offset: number): Point {
  if (!node.data?.segments || offset === 0) return pointInText(node, offset)
  if (offset >= node.value.length && node.position) return node.position.end
  const { line, column, offset: place } = pointInText(node, offset - 1)
  return { line, column: column + 1, ...(place === undefined ? {} : { offset: place + 1 }) }
}
