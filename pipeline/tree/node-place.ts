/**
 * Where a block stands on paper: its page and its paragraph. Readers of formats that have no lines (DOCX, PDF) leave it
 * on headings, paragraphs, list items, rows of tables and notes, in the node's data.
 */
import type { Nodes, Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import type { PaperPlace } from '../contract/origin.ts'

declare module 'mdast' {
  interface HeadingData extends Partial<PaperPlace> {}
  interface ParagraphData extends Partial<PaperPlace> {}
  interface ListItemData extends Partial<PaperPlace> {}
  interface TableRowData extends Partial<PaperPlace> {}
  interface FootnoteDefinitionData extends Partial<PaperPlace> {}
}

/** The place a reader left on a node. */
export function placeOfNode(node: Nodes): PaperPlace | undefined {
  const { page, paragraph }: Partial<PaperPlace> = node.data ?? {}
  return paragraph === undefined ? undefined : { ...(page === undefined ? {} : { page }), paragraph }
}

/** Whether a document stands on more than one page, as far as is known: only then a page says anything. */
export function hasPages(tree: Root): boolean {
  let found = false
  visit(tree, node => {
    if (found) return SKIP
    found = (placeOfNode(node)?.page ?? 1) > 1
    return undefined
  })
  return found
}
