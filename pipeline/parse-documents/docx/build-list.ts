/**
 * Lists from paragraphs that say their list and level: a deeper paragraph opens a list inside the item above, another
 * list at the same level ends the one before.
 */
import type { List, ListItem, RootContent } from 'mdast'
import type { Point, Position } from 'unist'
import { buildParagraph, placeOfBlock } from './build-paragraph.ts'
import type { Marks, ParagraphBlock } from './pieces.ts'
import type { ListPlace } from './read-numbering.ts'

interface OpenList {
  readonly node: List
  readonly place: ListPlace
}

/** The lists of a run of paragraphs that all have a place in one. */
export function buildList(blocks: readonly ParagraphBlock[], marks: Marks): readonly RootContent[] {
  const nodes: RootContent[] = []
  const open: OpenList[] = []
  for (const block of blocks) {
    const place = block.list as ListPlace
    const paragraph = buildParagraph(block, marks)
    const position = paragraph.position as Position
    const above = open.at(-1)?.node.children.at(-1)
    if (place.continues) {
      if (above) above.children.push(paragraph)
      else nodes.push(paragraph)
      stretch(open, position.end)
      continue
    }
    while (isLeft(open.at(-1)?.place, place)) open.pop()
    const item: ListItem = {
      type: 'listItem',
      spread: false,
      children: [paragraph],
      position: { ...position },
      data: placeOfBlock(block),
    }
    if (open.at(-1)?.place.level === place.level) open.at(-1)?.node.children.push(item)
    else {
      const node: List = {
        type: 'list',
        ordered: place.ordered,
        start: place.ordered ? place.number : null,
        spread: false,
        children: [item],
        position: { ...position },
      }
      const parent = open.at(-1)?.node.children.at(-1)
      if (parent) parent.children.push(node)
      else nodes.push(node)
      open.push({ node, place })
    }
    stretch(open, position.end)
  }
  return nodes
}

/** Whether an item at `next` ends the list that `last` is in; points go on, whatever list they say they are of. */
function isLeft(last: ListPlace | undefined, next: ListPlace): boolean {
  if (!last || last.level < next.level) return false
  if (last.level > next.level || last.ordered !== next.ordered) return true
  return next.ordered && (next.restarts || last.list !== next.list)
}

/** Lists and items that are still open end where their last paragraph does. */
function stretch(open: readonly OpenList[], end: Point): void {
  for (const { node } of open) {
    const item = node.children.at(-1)
    if (node.position) node.position.end = end
    if (item?.position) item.position.end = end
  }
}
