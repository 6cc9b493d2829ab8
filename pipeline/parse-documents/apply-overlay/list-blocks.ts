/**
 * The paragraphs and headings of a tree, each with the list of siblings it stands in, so that it can be taken out or have
 * others put beside it. Notes are not among them.
 */
import type { Heading, Nodes, Paragraph, Root } from 'mdast'
import type { Position } from 'unist'
import { SKIP, visit } from 'unist-util-visit'

/** A paragraph or heading. */
export type Block = (Paragraph | Heading) & { position: Position }

export interface PlacedBlock {
  readonly block: Block
  readonly siblings: Nodes[]
}

/** All blocks in document order; anew after each change of the tree. */
export function listBlocks(tree: Root): readonly PlacedBlock[] {
  const blocks: PlacedBlock[] = []
  visit(tree, (node, _index, parent) => {
    if (node.type === 'footnoteDefinition') return SKIP
    if ((node.type !== 'paragraph' && node.type !== 'heading') || !parent || !node.position) return undefined
    blocks.push({ block: node as Block, siblings: parent.children })
    return SKIP
  })
  return blocks
}

/** The one block that begins on a line, or why there is none. */
export function findBlockAt(tree: Root, line: number, seed: string): PlacedBlock | string {
  const blocks = listBlocks(tree)
  const [first, second] = blocks.filter(({ block }) => block.position.start.line === line)
  if (first) return second ? `several paragraphs begin on line ${line} of ${seed}` : first
  const around = blocks.find(({ block: { position } }) => position.start.line < line && line <= position.end.line)
  const where = around ? `; the one it stands in begins on line ${around.block.position.start.line}` : ''
  return `no paragraph or heading begins on line ${line} of ${seed}${where}`
}
