/**
 * The segments of a text node, whether its reader left some or not: where a line of it begins, and which stretch of its
 * value stands on which line of the seed.
 */
import type { Text } from 'mdast'
import { pointInText, type TextSegment } from '../../tree/text-segments.ts'

/** A node's segments; without any, one for each line of the value. */
export function listSegments(node: Text): readonly TextSegment[] {
  const own = node.data?.segments
  if (own && own.length > 0) return own
  const starts = [0, ...[...node.value.matchAll(/\n/gu)].map(({ index }) => index + 1)]
  return starts.filter(at => at === 0 || at < node.value.length).map(at => ({ at, point: pointInText(node, at) }))
}

/** A text node for a part of another one, with its places; ends are exclusive. */
export function sliceText(node: Text, from: number, to: number): Text {
  const start = pointInText(node, from)
  const last = pointInText(node, Math.max(from, to - 1))
  const segments = listSegments(node)
    .filter(({ at }) => at > from && at < to)
    .map(({ at, point }) => ({ at: at - from, point }))
  const end = {
    ...last,
    column: last.column + 1,
    ...(last.offset === undefined ? {} : { offset: last.offset + 1 }),
  }
  return {
    type: 'text',
    value: node.value.slice(from, to),
    position: { start, end },
    data: { segments: [{ at: 0, point: start }, ...segments] },
  }
}
