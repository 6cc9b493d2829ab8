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

/** Changes every place in `tree`, which was read from `text`. */
export function restorePlaces(tree: Root, text: string, edits: readonly Edit[], restore: RestorePoint): void {
  const lines: EditedLines = new Map()
  const texts = text.split(/\r\n|\n|\r/u)
  for (const edit of edits) {
    const line = lines.get(edit.line) ?? { text: texts[edit.line - 1] ?? '', edits: [] }
    line.edits.push(edit)
    lines.set(edit.line, line)
  }
  visit(tree, node => {
    // The segments are made from the position, which must still be the corrected text's.
    if (node.type === 'text') restoreSegments(node, lines, restore)
    if (node.position) node.position = { start: restore(node.position.start), end: restore(node.position.end) }
  })
}

/** The corrected lines by number, each with its own edits. */
type EditedLines = Map<number, { readonly text: string; readonly edits: Edit[] }>

function restoreSegments(node: Text, lines: EditedLines, restore: RestorePoint): void {
  const own = node.data?.segments
  const listed = listSegments(node)
  if (!own && !listed.some(({ point }) => lines.has(point.line))) return
  const segments = own ?? listed.map(segment => skipMargin(node, segment, lines))
  const restored = segments.flatMap((segment, index) => {
    const end = segments[index + 1]?.at ?? node.value.length
    const cuts = (lines.get(segment.point.line)?.edits ?? []).flatMap(edit => listCuts(edit, segment))
    const inside = cuts.filter(at => at > segment.at && at < end)
    return [...new Set([segment.at, ...inside])].map(at => ({ at, point: restore(pointAlong(segment, at)) }))
  })
  node.data = { ...node.data, segments: restored }
}

/** A line after the node's first begins behind its indent or quotation mark, which the reader has taken off. */
function skipMargin(node: Text, segment: TextSegment, lines: EditedLines): TextSegment {
  const { at, point } = segment
  const line = lines.get(point.line)
  if (at === 0 || !line) return segment
  const margin = line.text.indexOf(node.value.slice(at).split('\n', 1)[0] ?? '')
  return margin < 0 ? segment : { at, point: { line: point.line, column: margin + 1 } }
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
