/**
 * Which lines are rows of a table: successive lines of cells that tabs or wide gaps part at the same columns. Lines of
 * justified text have wide gaps too, but at no common place.
 */
import { largest } from '../../tree/largest.ts'
import { readItemOpening } from './list-items.ts'
import type { Line } from './read-lines.ts'

/** A cell of a row: where it stands in the line's text. */
export interface Cell {
  readonly start: number
  readonly end: number
}

/** The cells of a line, parted by tabs or by three spaces and more; by two where it has no wider gap. */
export function readCells(text: string): readonly Cell[] {
  const cells: Cell[] = []
  let start = 0
  const gaps = /\t| {3}/u.test(text) ? /\s*\t\s*| {3,}/gu : / {2,}/gu
  for (const gap of text.matchAll(gaps)) {
    if (gap.index > start) cells.push({ start, end: gap.index })
    start = gap.index + gap[0].length
  }
  if (start < text.length) cells.push({ start, end: text.length })
  return cells
}

/** The rows among the lines of a body, each with the number of its table. */
export function findTableRows(lines: readonly Line[], blanksBefore: (line: Line) => number): ReadonlyMap<Line, number> {
  const rows = new Map<Line, number>()
  let run: Line[] = []
  let table = 0
  const close = (head?: Line) => {
    if (isTable(run)) {
      table += 1
      for (const line of head && isHead(head, run) ? [head, ...run] : run) rows.set(line, table)
    }
    run = []
  }
  let above: Line | undefined
  let head: Line | undefined
  for (const line of lines) {
    const goesOn = /\t| {3}/u.test(line.text) && readCells(line.text).length > 1 && !readItemOpening(line.text)
    if (!goesOn || blanksBefore(line) > 1) close(head)
    if (goesOn) {
      if (run.length === 0) head = above
      run.push(line)
    }
    above = line
  }
  close(head)
  return rows
}

/** Characters that a cell has at the most, on average. */
const longCell = 30

/** Whether the line above a table heads its columns: its cells may stand closer together. */
function isHead(line: Line, run: readonly Line[]): boolean {
  const cells = readCells(line.text)
  const most = largest(run, ({ text }) => readCells(text).length)
  return cells.length > 2 && cells.length >= most - 1 && line.text.length < cells.length * longCell
}

/** Whether lines of cells keep to common columns: the same count where tabs part them, else the same places. */
function isTable(run: readonly Line[]): boolean {
  if (run.length < 2) return false
  const cells = run.map(line => readCells(line.text))
  const counts = cells.map(({ length }) => length)
  const most = largest(counts, count => count)
  if (run.length < 3 && most < 3) return false
  if (cells.flat().reduce((sum, { start, end }) => sum + end - start, 0) > cells.flat().length * longCell) return false
  if (run.every(({ text }) => text.includes('\t')))
    return counts.filter(count => count === most).length > run.length / 2
  const places = new Map<number, number>()
  for (const [index, row] of cells.entries()) {
    const indent = (run[index] as Line).indent
    // A column's cells begin or end at one place.
    const edges = new Set(row.slice(1).flatMap(({ start, end }) => [indent + start, -(indent + end)]))
    for (const edge of edges) places.set(edge, (places.get(edge) ?? 0) + 1)
  }
  return largest(places.values(), count => count) >= run.length * 0.6
}
