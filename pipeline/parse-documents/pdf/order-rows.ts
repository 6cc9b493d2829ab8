/**
 * The rows of a page in reading order. Where a gutter runs down the page, lines are read column by column; a line that
 * crosses it, such as a title, parts what stands above it from what stands below. Notes at the feet of columns follow
 * the last column, as the notes of one page.
 */
import type { Piece, Row } from './piece.ts'
import { measureRow } from './set-rows.ts'

/** A line of print: the pieces of one row in one column. */
export interface PrintedRow extends Row {
  /** Counts the stretches of a page that are read from top to bottom, from 0. */
  readonly stretch: number
  /** Left edge of the column. */
  readonly left: number
}

/** Share of rows that may cross a gutter, and what its columns must hold. */
const mostCrossing = 0.25
const leastRows = 5
const leastFilled = 0.45

/** In points; a damaged file may have pages as wide as a country. */
const widestPage = 20_000

/** The room between two columns, from left to right. */
export interface Gutter {
  readonly from: number
  readonly to: number
}

/** The gutter of a page; undefined where it has none. */
export function findGutter(rows: readonly Row[], bodySize: number): Gutter | undefined {
  const text = rows.filter(({ size }) => size < bodySize * 1.5)
  if (text.length < leastRows * 2) return undefined
  const fragments = text.flatMap(row => splitRow(row))
  const left = Math.min(...fragments.map(({ x }) => x))
  const right = Math.max(...fragments.map(({ end }) => end))
  const from = left + (right - left) * 0.3
  const to = left + (right - left) * 0.7
  if (!(to - from < widestPage)) return undefined
  const crossing = new Array<number>(Math.max(0, Math.ceil(to - from))).fill(0)
  for (const { x, end } of fragments) {
    for (let at = Math.max(0, Math.floor(x - from)); at < Math.min(crossing.length, end - from); at += 1)
      crossing[at] = (crossing[at] ?? 0) + 1
  }
  const most = Math.min(...crossing)
  if (most > text.length * mostCrossing) return undefined
  // A page number in the gutter, and a title or two across it, do not make it narrower.
  const room = widestRun(crossing, most + 2)
  if (room === undefined || room.to - room.from < bodySize * 0.7) return undefined
  const gutter = { from: from + room.from, to: from + room.to }
  const middle = (gutter.from + gutter.to) / 2
  const columns = [fragments.filter(({ end }) => end <= middle), fragments.filter(({ x }) => x >= middle)]
  const own = [gutter.from - left, right - gutter.to]
  // The wider side of three columns holds two.
  const least = Math.min(...own)
  const widths = own.map(width => (width > least * 1.8 && width < least * 2.4 ? least : width))
  const filled = columns.every((column, side) => {
    const wide = column.filter(({ x, end }) => end - x > (widths[side] as number) * 0.6)
    return wide.length >= leastRows && sumWidths(wide) > sumWidths(column) * leastFilled
  })
  return filled ? gutter : undefined
}

function sumWidths(fragments: readonly Fragment[]): number {
  return fragments.reduce((sum, { x, end }) => sum + end - x, 0)
}

function widestRun(values: readonly number[], most: number): Gutter | undefined {
  let best: Gutter | undefined
  let from = 0
  for (let index = 0; index <= values.length; index += 1) {
    if (index < values.length && (values[index] as number) <= most) continue
    if (index - from > (best ? best.to - best.from : 0)) best = { from, to: index }
    from = index + 1
  }
  return best
}

interface Fragment {
  readonly x: number
  readonly end: number
  readonly pieces: readonly Piece[]
}

/** The stretches of a row between gaps as wide as a gutter. */
function splitRow(row: Row): readonly Fragment[] {
  const fragments: { x: number; end: number; pieces: Piece[] }[] = []
  for (const piece of row.pieces) {
    const last = fragments.at(-1)
    if (last && piece.x - last.end < row.size * 0.7) {
      last.pieces.push(piece)
      last.end = Math.max(last.end, piece.end)
    } else fragments.push({ x: piece.x, end: piece.end, pieces: [piece] })
  }
  return fragments
}

/** The rows of a page with or without a gutter, in reading order. */
export function orderRows(rows: readonly Row[], gutter: Gutter | undefined, bodySize: number): readonly PrintedRow[] {
  const left = leftOf(rows)
  if (gutter === undefined) return rows.map(row => ({ ...row, left, stretch: 0 }))
  const ordered: PrintedRow[] = []
  let wide: Row[] = []
  let columns: [Row[], Row[]] = [[], []]
  let stretch = 0
  const push = (band: readonly Row[], edge: number) => {
    for (const row of band) ordered.push({ ...row, left: edge, stretch })
    if (band.length > 0) stretch += 1
  }
  const closeWide = () => {
    push(wide, left)
    wide = []
  }
  const closeColumns = (last: boolean) => {
    const leaves = columns.flatMap(column => splitAgain(column, bodySize))
    const feet = leaves.map(column => column.length - (last ? countNotes(column, bodySize) : 0))
    for (const part of ['body', 'notes'] as const) {
      leaves.forEach((column, side) => {
        const band = part === 'body' ? column.slice(0, feet[side]) : column.slice(feet[side])
        push(band, leftOf(column))
      })
    }
    columns = [[], []]
  }
  const middle = (gutter.from + gutter.to) / 2
  const crosses = (row: Row) => splitRow(row).some(({ x, end }) => x < middle + 1 && end > middle - 1)
  // Below the columns a page number may cross the gutter.
  const foot = rows.findLastIndex(row => !crosses(row)) + 1
  for (const [index, row] of rows.entries()) {
    if (crosses(row)) {
      closeColumns(index >= foot)
      wide.push(row)
      continue
    }
    closeWide()
    for (const side of [0, 1] as const) {
      const pieces = row.pieces.filter(({ x }) => x < middle === (side === 0))
      if (pieces.length > 0) columns[side].push(measureRow(pieces))
    }
  }
  closeColumns(true)
  closeWide()
  return ordered
}

/** A side of the gutter as its columns: one, or two where there are three on the page. */
function splitAgain(rows: readonly Row[], bodySize: number): readonly (readonly Row[])[] {
  const gutter = findGutter(rows, bodySize)
  if (gutter === undefined) return [rows]
  const middle = (gutter.from + gutter.to) / 2
  return [true, false].map(isLeft =>
    rows.flatMap(row => {
      const pieces = row.pieces.filter(({ x }) => x < middle === isLeft)
      return pieces.length > 0 ? [measureRow(pieces)] : []
    }),
  )
}

/** How many rows at a column's foot are set in a smaller size than the text. */
function countNotes(column: readonly Row[], bodySize: number): number {
  const last = column.findLastIndex(({ size }) => size > bodySize * 0.94)
  return last < 0 ? 0 : column.length - 1 - last
}

function leftOf(rows: readonly Row[]): number {
  return rows.reduce((least, { pieces }) => Math.min(least, pieces[0]?.x ?? least), Number.POSITIVE_INFINITY)
}
