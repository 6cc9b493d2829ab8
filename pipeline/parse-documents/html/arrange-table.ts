/**
 * Tables: one that only lays out the page is unwrapped into the blocks of its cells; in one that shows data every cell
 * is a line of text. A caption becomes the paragraph before its table.
 */
import type { Element } from 'hast'
import { attribute, type Child, isBlank, isBlock, isElement, withChildren } from './elements.ts'

/** What stands in the place of a table whose cells are arranged. */
export function arrangeTable(table: Element): readonly Child[] {
  const rows = listRows(table)
  if (rows.length === 0) return []
  if (isLayout(table, rows)) {
    return rows.flatMap(row =>
      row.children.map(cell => (isElement(cell, 'td', 'th') ? { ...cell, tagName: 'div', properties: {} } : cell)),
    )
  }
  const captions = table.children
    .filter(child => isElement(child, 'caption'))
    .map(caption => ({ ...caption, tagName: 'p', properties: {} }) as Element)
  return [...captions, mapCells(table)]
}

function listRows(parent: Element): readonly Element[] {
  return parent.children.flatMap(child =>
    isElement(child, 'tr') ? [child] : isElement(child, 'tbody', 'thead', 'tfoot') ? listRows(child) : [],
  )
}

function isLayout(table: Element, rows: readonly Element[]): boolean {
  if (/^(?:presentation|none)$/u.test(attribute(table, 'role'))) return true
  if (table.children.some(child => isElement(child, 'caption', 'thead'))) return false
  const cells = rows.flatMap(row => row.children.filter(cell => isElement(cell, 'td', 'th')) as Element[])
  if (cells.some(({ tagName }) => tagName === 'th')) return false
  const width = Math.max(...rows.map(row => row.children.filter(cell => isElement(cell, 'td')).length))
  return width === 1 || cells.some(holdsText)
}

/** Whether a cell holds what no table of data does: headings, tables, several paragraphs. */
function holdsText(cell: Element): boolean {
  const blocks = listBlocks(cell)
  if (blocks.some(({ tagName }) => /^(?:h[1-6]|table|blockquote|hr)$/u.test(tagName))) return true
  return blocks.filter(({ tagName }) => tagName === 'p').length > 2
}

function listBlocks(element: Element): readonly Element[] {
  return element.children.flatMap(child => (isBlock(child) ? [child, ...listBlocks(child)] : []))
}

function mapCells(element: Element): Element {
  const children = element.children.filter(child => !isElement(child, 'caption', 'colgroup', 'col'))
  return withChildren(
    element,
    children.map(child => {
      if (isElement(child, 'td', 'th')) return withChildren(child, flattenCell(child.children))
      return isElement(child, 'tr', 'tbody', 'thead', 'tfoot') ? mapCells(child) : child
    }),
  )
}

/** Blocks in a cell follow one another on its line, with a break between them. */
function flattenCell(children: readonly Child[]): readonly Child[] {
  const flat: Child[] = []
  for (const child of children) {
    if (!isBlock(child) || isElement(child, 'fn-ref')) {
      flat.push(child)
      continue
    }
    if (flat.some(node => !isBlank(node))) flat.push(breakOf(child))
    flat.push(...flattenCell(child.children))
  }
  return flat
}

function breakOf(element: Element): Element {
  const point = element.position?.start
  const position = point ? { position: { start: point, end: point } } : {}
  return { type: 'element', tagName: 'br', properties: {}, children: [], ...position }
}
