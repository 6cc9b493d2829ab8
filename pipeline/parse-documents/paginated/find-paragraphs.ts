/**
 * Sixth pass: where body lines end a paragraph, and what each block is: a paragraph, a heading, an item of a list, a row
 * of a table or part of a quotation set apart.
 */

import { evenWidths } from './even-widths.ts'
import type { BodyLine } from './find-note-blocks.ts'
import { findQuotedLines } from './find-quoted-lines.ts'
import { isHeading } from './is-heading.ts'
import { isSetInColumns, measureColumns, setIn } from './line-faces.ts'
import { findListItems, type ItemOpening } from './list-items.ts'
import { measureLayout } from './measure-layout.ts'
import { measureWidth } from './measure-width.ts'
import { isPrintedHeading } from './print-paragraphs.ts'
import type { Line } from './read-lines.ts'
import { reviewHeadings } from './review-headings.ts'
import { scoreBreak } from './score-break.ts'
import { findTableRows } from './table-rows.ts'
import { findRaisedLines, weaveNumbers } from './weave-numbers.ts'

/** Consecutive body lines that belong together. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'quotation' | 'listItem' | 'tableRow'
  readonly lines: readonly Line[]
  /** The bullet or number of a list's item. */
  readonly opening?: ItemOpening
  /** Number of the row's table. */
  readonly table?: number
}

/** The blocks of a body, in order. Lines that hold no letter or digit are left out. */
export function findParagraphs(body: readonly BodyLine[]): readonly Block[] {
  const face = isSetInColumns(body) ? measureColumns : measureWidth
  const set = setIn(face, body)
  const text = set.filter(({ line }) => !line.blank && /[\p{L}\p{N}]/u.test(line.text))
  if (text.length === 0) return []
  const layout = measureLayout(set, face)
  const all = evenWidths(text, layout)
  const raised = findRaisedLines(all, layout)
  const alone = new Set(raised.values())
  const lines = all.filter(({ line }) => !alone.has(line))
  const plain = lines.map(({ line }) => line)
  const blanks = (line: Line) => Math.max(0, layout.blanksBefore(line) - (layout.doubleSpaced ? 1 : 0))
  const rows = findTableRows(plain, blanks)
  const items = findListItems(plain, blanks)
  const quoted = findQuotedLines(lines, layout, line => rows.has(line) || items.has(line))
  const blocks: Line[][] = [[]]
  lines.forEach((current, index) => {
    blocks.at(-1)?.push(current.line)
    const next = lines[index + 1]
    if (!next) return
    const opens = blocks.at(-1)?.length === 1
    const parted =
      rows.has(current.line) ||
      rows.has(next.line) ||
      items.has(next.line) ||
      quoted.has(current.line) !== quoted.has(next.line)
    const measure = quoted.get(current.line)
    const own = measure === undefined ? layout : { ...layout, measure, indent: 0 }
    if (parted || scoreBreak(current, next, lines[index + 2], opens, own) > 0) blocks.push([])
  })
  const kinds = blocks.map((lines, index): Block => {
    const first = lines[0] as Line
    const table = rows.get(first)
    if (table !== undefined) return { kind: 'tableRow', lines, table }
    const opening = items.get(first)
    const beside = [blocks[index - 1]?.[0], blocks[index + 1]?.[0]]
    // Numbered headings count up as well, but have text between them.
    if (opening && beside.some(line => line && items.get(line)?.style === opening.style))
      return { kind: 'listItem', lines, opening }
    if (quoted.has(first)) return { kind: 'quotation', lines }
    const heads = isPrintedHeading(lines, layout.print) ?? isHeading(lines, layout)
    return { kind: heads ? 'heading' : 'paragraph', lines }
  })
  return reviewHeadings(kinds, layout).map(block => ({ ...block, lines: weaveNumbers(block.lines, raised) }))
}
