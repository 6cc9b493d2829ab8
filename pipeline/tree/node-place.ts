/**
 * Where a block stands on paper: its page and its paragraph. Readers of formats that have no lines (DOCX, PDF) leave it
 * on headings, paragraphs, list items, rows of tables and notes, in the node's data. The reader of paginated text leaves on
 * the root the lines on which pages begin, as its paragraphs go on over them.
 */
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { PaperPlace } from '../contract/origin.ts'

declare module 'mdast' {
  interface RootData {
    /** Lines of the seed on which the second page of the paper and each further one begin. */
    pageStarts?: readonly number[]
  }
  interface HeadingData extends Partial<PaperPlace> {}
  interface ParagraphData extends Partial<PaperPlace> {}
  interface ListItemData extends Partial<PaperPlace> {}
  interface TableRowData extends Partial<PaperPlace> {}
  interface FootnoteDefinitionData extends Partial<PaperPlace> {}
}

/** Reads places off the nodes of `tree`; pages only where the document has more than one, because else they say nothing. */
export function createPlaceReader(tree: Root): (node: Nodes) => PaperPlace | undefined {
  const hasPages = lastPage(tree) > 1
  return node => {
    const { page, paragraph }: Partial<PaperPlace> = node.data ?? {}
    if (paragraph === undefined) return undefined
    return { ...(hasPages && page !== undefined ? { page } : {}), paragraph }
  }
}

function lastPage(tree: Root): number {
  let last = 1
  visit(tree, node => {
    const { page }: Partial<PaperPlace> = node.data ?? {}
    last = Math.max(last, page ?? 1)
  })
  return last
}
