/**
 * Page and paragraph of every block, in the form that all formats without lines of their own share: what a reader of
 * the PDF can count on the paper, where the lines of the extracted text are nowhere to be seen.
 */
import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { lastAtMost } from '../../tree/last-at-most.ts'
import '../../tree/node-place.ts'
import type { Line } from '../paginated/read-lines.ts'

/** Leaves `page` and `paragraph` on every heading, paragraph, row of a table and note of a tree. */
export function placeBlocks(tree: Root, lines: readonly Line[]): void {
  const printed = lines.filter(({ print }) => print !== undefined)
  const counts = new Map<number, number>()
  visit(tree, node => {
    if (
      node.type !== 'listItem' &&
      node.type !== 'heading' &&
      node.type !== 'paragraph' &&
      node.type !== 'tableRow' &&
      node.type !== 'footnoteDefinition'
    )
      return
    const line = printed[lastAtMost(printed, node.position?.start.line ?? 1, ({ number }) => number)]
    const page = line?.print?.page ?? 1
    const paragraph = (counts.get(page) ?? 0) + 1
    // An item has the place of its paragraph, which comes next.
    if (node.type !== 'listItem') counts.set(page, paragraph)
    node.data = { ...node.data, page, paragraph }
    if (node.type === 'listItem') return
    if (node.type !== 'footnoteDefinition') return SKIP
    for (const child of node.children) child.data = { ...child.data, page, paragraph }
    return SKIP
  })
}
