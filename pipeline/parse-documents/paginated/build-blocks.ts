/**
 * The blocks of the body as mdast: paragraphs and headings, and items, rows and quoted paragraphs gathered into the
 * list, table or blockquote that they make together. Notes that stand between two items of a list come after it.
 */
import type { BlockContent, Root, RootContent, TableCell } from 'mdast'
import type { Position } from 'unist'
import { buildPhrasing, endPoint, type PlacedMarker, pointAt } from './build-phrasing.ts'
import type { JoinedBlock } from './join-body.ts'
import { readCells } from './table-rows.ts'

/** A block and the markers in it, with offsets in the block's text. */
export interface MarkedBlock {
  readonly block: JoinedBlock
  readonly markers: readonly PlacedMarker[]
}

/** The blocks in order, with ready nodes between them. */
export function buildBlocks(parts: readonly (MarkedBlock | RootContent)[]): Root['children'] {
  const children: RootContent[] = []
  let open: { readonly key: string; readonly node: RootContent } | undefined
  const title = findTitle(parts)
  for (const part of parts) {
    if (!('block' in part)) {
      children.push(part)
      continue
    }
    const key = groupKey(part.block)
    if (key === undefined || key !== open?.key) {
      const node = buildBlock(part, part.block === title)
      children.push(node)
      open = key === undefined ? undefined : { key, node }
    } else addTo(open.node, part)
  }
  return children
}

/** A heading that opens the document, above others, is its title. */
function findTitle(parts: readonly (MarkedBlock | RootContent)[]): JoinedBlock | undefined {
  const blocks = parts.flatMap(part => ('block' in part ? [part.block] : []))
  const [first, ...rest] = blocks
  return first?.kind === 'heading' && rest.some(({ kind }) => kind === 'heading') && !/^\d/u.test(first.text)
    ? first
    : undefined
}

/** What blocks that follow each other must share to be one node. */
function groupKey({ kind, table, opening }: JoinedBlock): string | undefined {
  if (kind === 'tableRow') return `table ${table}`
  if (kind === 'quotation') return 'quotation'
  // A list that counts from 1 again is another one.
  return kind === 'listItem' ? `list ${opening?.style}` : undefined
}

function buildBlock(part: MarkedBlock, isTitle: boolean): RootContent {
  const { block, markers } = part
  const position = positionOf(block)
  if (block.kind === 'heading') {
    const depth = isTitle ? 1 : headingDepth(block.text)
    return { type: 'heading', depth, children: buildPhrasing(block, markers), position }
  }
  if (block.kind === 'quotation') return { type: 'blockquote', children: [buildParagraph(part, 0)], position }
  if (block.kind === 'tableRow') return { type: 'table', children: [buildRow(part)], position }
  if (block.kind === 'listItem' && block.opening) {
    const { ordered, value } = block.opening
    const item = buildItem(part)
    return {
      type: 'list',
      ordered,
      ...(ordered ? { start: value } : {}),
      spread: false,
      children: [item],
      position,
    }
  }
  return buildParagraph(part, 0)
}

function addTo(node: RootContent, part: MarkedBlock): void {
  if (node.type === 'list') node.children.push(buildItem(part))
  else if (node.type === 'table') node.children.push(buildRow(part))
  else if (node.type === 'blockquote') node.children.push(buildParagraph(part, 0))
  if (node.position) node.position.end = positionOf(part.block).end
}

function buildParagraph({ block, markers }: MarkedBlock, from: number): BlockContent {
  const { start, end } = positionOf(block)
  return {
    type: 'paragraph',
    children: buildPhrasing(block, markers, from),
    position: { start: from === 0 ? start : pointAt(block, from), end },
  }
}

function buildItem(part: MarkedBlock) {
  const from = part.block.opening?.length ?? 0
  return {
    type: 'listItem' as const,
    spread: false,
    children: [buildParagraph(part, from)],
    position: positionOf(part.block),
  }
}

function buildRow({ block, markers }: MarkedBlock) {
  const children = readCells(block.text).map(
    ({ start, end }): TableCell => ({
      type: 'tableCell',
      children: buildPhrasing(block, markers, start, end),
      position: { start: pointAt(block, start), end: endPoint(block, end) },
    }),
  )
  return { type: 'tableRow' as const, children, position: positionOf(block) }
}

function positionOf(block: JoinedBlock): Position {
  return { start: pointAt(block, 0), end: endPoint(block, block.text.length) }
}

/** The depth a heading's own number gives it; 2 without one. */
function headingDepth(text: string): 2 | 3 | 4 | 5 | 6 {
  const parts = /^\d+(?:\.\d+)*/u.exec(text)?.[0].split('.').length ?? 1
  return Math.min(6, parts + 1) as 2 | 3 | 4 | 5 | 6
}
