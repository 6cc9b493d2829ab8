/**
 * Where the lines of Markdown's texts stand: a paragraph's later lines lose their white space and the signs of
 * quotations and lists around them, so that their columns must be looked up in the seed.
 */
import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import type { TextSegment } from '../tree/text-segments.ts'

/** Leaves segments on the texts of a tree that go over several lines. */
export function placeLines(tree: Root, text: string): void {
  let starts: readonly number[] | undefined
  visit(tree, 'text', node => {
    if (!node.value.includes('\n') || !node.position) return
    starts ??= [0, ...[...text.matchAll(/\r\n|\n|\r/gu)].map(({ index, 0: end }) => index + end.length)]
    node.data = { ...node.data, segments: listSegments(node, text, starts) }
  })
}

function listSegments(node: Text, text: string, starts: readonly number[]): TextSegment[] {
  const first = node.position?.start ?? { line: 1, column: 1 }
  let at = 0
  return node.value.split('\n').map((value, index): TextSegment => {
    const segment = { at, point: index === 0 ? first : findLine(value, first.line + index, text, starts) }
    at += value.length + 1
    return segment
  })
}

/** The place of a text's line on a line of the seed: where its words stand, or else behind the signs at its head. */
function findLine(value: string, line: number, text: string, starts: readonly number[]): TextSegment['point'] {
  const start = starts[line - 1] ?? 0
  const source = text.slice(start, starts[line])
  const found = source.indexOf(value.trimEnd())
  const column = found >= 0 ? found : (/^[\s>]*/u.exec(source)?.[0].length ?? 0)
  return { line, column: column + 1, offset: start + column }
}
