/**
 * Cuts a block's inline content where a line of the seed begins, through emphasis and links if need be.
 */
import type { PhrasingContent, Text } from 'mdast'
import { pointInText } from '../../tree/text-segments.ts'
import { listSegments, sliceText } from './list-segments.ts'

type Halves = readonly [before: readonly PhrasingContent[], after: readonly PhrasingContent[]]

/** What stands before a line, and what stands on it and after it; white space at the cut goes. */
export function splitAtLine(children: readonly PhrasingContent[], line: number): Halves {
  const before: PhrasingContent[] = []
  const after: PhrasingContent[] = []
  for (const child of children) {
    const [left, right] = after.length > 0 ? [undefined, child] : splitNode(child, line)
    if (left) before.push(left)
    if (right) after.push(right)
  }
  return [before, after]
}

function splitNode(
  node: PhrasingContent,
  line: number,
): readonly [PhrasingContent | undefined, PhrasingContent | undefined] {
  if (node.type === 'text') return splitText(node, line)
  const { position } = node
  if (!position || position.end.line < line) return [node, undefined]
  if (position.start.line >= line || !('children' in node)) return [undefined, node]
  const [left, right] = splitAtLine(node.children, line)
  const half = (part: readonly PhrasingContent[]) => {
    const [first, last] = [part[0]?.position, part.at(-1)?.position]
    if (!first || !last) return undefined
    return { ...node, children: [...part], position: { start: first.start, end: last.end } } as PhrasingContent
  }
  return [half(left), half(right)]
}

function splitText(node: Text, line: number): readonly [Text | undefined, Text | undefined] {
  const cut = listSegments(node).find(({ point }) => point.line >= line)?.at
  if (cut === undefined) return [node, undefined]
  const from = node.value.length - node.value.slice(cut).trimStart().length
  const to = node.value.slice(0, cut).trimEnd().length
  return [
    to > 0 ? sliceText(node, 0, to) : undefined,
    from < node.value.length ? sliceText(node, from, node.value.length) : undefined,
  ]
}

/** The line on which inline content begins; undefined where it is empty. */
export function firstLine(children: readonly PhrasingContent[]): number | undefined {
  const [first] = children
  return first?.type === 'text' ? pointInText(first, 0).line : first?.position?.start.line
}
