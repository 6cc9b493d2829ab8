/**
 * Tables as GFM has them: the first row is the head, and every row has the same columns. A cell over several columns or
 * rows stands in its first one, and the others stay empty, so that no word is printed twice.
 */
import type { PhrasingContent, Table, TableCell, TableRow } from 'mdast'
import type { Position } from 'unist'
import { buildInlines } from './build-inlines.ts'
import { placeOfBlock, positionOf, spanOfBlocks } from './build-paragraph.ts'
import type { Block, Cell, Marks, ParagraphBlock, TableBlock } from './pieces.ts'

/** Word allows no more; wider rows are kept, but others are not filled up to them. */
const mostColumns = 63

/** The table, or nothing where no cell holds text. */
export function buildTable({ rows }: TableBlock, marks: Marks): readonly Table[] {
  const built = rows.flatMap(cells => {
    const row = buildRow(cells, marks)
    return row ? [row] : []
  })
  const [first, last] = [built[0]?.position, built.at(-1)?.position]
  if (!first || !last) return []
  const width = Math.min(
    mostColumns,
    built.reduce((most, { children }) => Math.max(most, children.length), 0),
  )
  for (const row of built) {
    const end = (row.position as Position).end
    while (row.children.length < width) row.children.push(emptyCell({ start: end, end }))
  }
  return [
    {
      type: 'table',
      align: Array.from({ length: width }, () => null),
      children: built,
      position: { start: first.start, end: last.end },
    },
  ]
}

function buildRow(cells: readonly Cell[], marks: Marks): TableRow | undefined {
  const paragraphs = cells.flatMap(({ blocks }) => listParagraphs(blocks))
  const [first, last] = [paragraphs[0], paragraphs.at(-1)]
  if (!first || !last) return undefined
  const children: TableCell[] = []
  for (const cell of cells) {
    const built = buildCell(cell, marks)
    children.push(built)
    const end = (built.position as Position).end
    for (let more = 1; more < cell.span && children.length < mostColumns; more += 1) {
      children.push(emptyCell({ start: end, end }))
    }
  }
  if (children.every(cell => cell.children.length === 0)) return undefined
  return {
    type: 'tableRow',
    children,
    position: { start: { line: first.line, column: 1 }, end: positionOf(last).end },
    data: placeOfBlock(first),
  }
}

function buildCell({ continues, blocks }: Cell, marks: Marks): TableCell {
  const paragraphs = listParagraphs(blocks)
  const children: PhrasingContent[] = []
  for (const paragraph of continues ? [] : paragraphs) {
    const inlines = buildInlines(paragraph.pieces, marks)
    const { start } = positionOf(paragraph)
    if (children.length > 0 && inlines.length > 0) children.push({ type: 'break', position: { start, end: start } })
    for (const inline of inlines) children.push(inline)
  }
  return { type: 'tableCell', children, position: spanOfBlocks(paragraphs) }
}

function emptyCell(position: Position): TableCell {
  return { type: 'tableCell', children: [], position }
}

/** The paragraphs of a cell, those of tables in it too. */
function listParagraphs(blocks: readonly Block[]): readonly ParagraphBlock[] {
  const paragraphs: ParagraphBlock[] = []
  const walk = (list: readonly Block[]) => {
    for (const block of list) {
      if (block.kind === 'paragraph') paragraphs.push(block)
      else if (block.kind === 'table') for (const row of block.rows) for (const cell of row) walk(cell.blocks)
    }
  }
  walk(blocks)
  return paragraphs
}
