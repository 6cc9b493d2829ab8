/**
 * Brings the places of a tree that was read from a corrected text back to the seed: those of the nodes, and those of the
 * characters inside text nodes, which get a segment wherever an edit begins or ends.
 */
import type { Root, Text } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { TextSegment } from '../../tree/text-segments.ts'
import type { Edit } from './correct-text.ts'
import { listSegments } from './list-segments.ts'
import type { RestorePoint } from './restore-point.ts'

/** Changes every place in `tree`. */
export function restorePlaces(tree: Root, edits: readonly Edit[], restore: RestorePoint): void {
  const lines = new Map<number, readonly Edit[]>()
  for (const edit of edits) lines.set(edit.line, [...(lines.get(edit.line) ?? []), edit])
  visit(tree, node => {
    // The segments are made from the position, which must still be the corrected text's.
    if (node.type === 'text') restoreSegments(node, lines, restore)
    if (node.position) node.position = { start: restore(node.position.start), end: restore(node.position.end) }
  })
}

function restoreSegments(node: Text, lines: ReadonlyMap<number, readonly Edit[]>, restore: RestorePoint): void {
  const segments = listSegments(node)
  if (!node.data?.segments && !segments.some(({ point }) => lines.has(point.line))) return
  const restored = segments.flatMap((segment, index) => {
    const end = segments[index + 1]?.at ?? node.value.length
    const cuts = (lines.get(segment.point.line) ?? []).flatMap(edit => listCuts(edit, segment))
    const inside = cuts.filter(at => at > segment.at && at < end)
    return [...new Set([segment.at, ...inside])].map(at => ({ at, point: restore(pointAlong(segment, at)) }))
  })
  node.data = { ...node.data, segments: restored }
}

/** Where an edit, were it in this segment, would begin and end in the node's value; each character of it is a cut. */
function listCuts({ start, end, column }: Edit, { at, point }: TextSegment): readonly number[] {
  const begin = at + (point.offset === undefined ? column - point.column : start - point.offset)
  return Array.from({ length: end - start + 1 }, (_, index) => begin + index)
}

function pointAlong({ at, point }: TextSegment, to: number): Point {
  const along = to - at
  return {
    line: point.line,
    column: point.column + along,
    ...(point.offset === undefined ? {} : { offset: point.offset + along }),
  }
}
