/**
 * The pages as one text and its lines, as the paginated reader takes them: a form feed at the head of each page, empty
 * lines where the print leaves more room than usual, indents as spaces, and beside each line how it was printed.
 */
import { measureWidth } from '../paginated/measure-width.ts'
import type { LinePrint } from '../paginated/print.ts'
import { type Line, readLines } from '../paginated/read-lines.ts'
import type { ExtractedPage } from './extracted-page.ts'
import { findGutter, type Gutter, orderRows, type PrintedRow } from './order-rows.ts'
import type { Row } from './piece.ts'
import { setRows } from './set-rows.ts'
import { writeRow } from './write-row.ts'

export interface PrintedText {
  readonly text: string
  readonly lines: readonly Line[]
}

/** A row with its text. */
interface WrittenRow extends PrintedRow {
  readonly text: string
  readonly page: ExtractedPage
}

/** The text of all pages and its lines. */
export function printLines(pages: readonly ExtractedPage[]): PrintedText {
  const rows = pages.map(setRows)
  const bodySize = commonest(rows.flat(), ({ size }) => size.toFixed(1), countCharacters)
  const size = Number(bodySize ?? 10)
  const gutters = rows.map(page => findGutter(page, size))
  const written = pages.map((page, index) =>
    orderRows(rows[index] ?? [], gutters[index] ?? borrowGutter(gutters), size)
      .map(row => ({ ...row, page, text: writeRow(row) }))
      .filter(({ text }) => text !== ''),
  )
  const leading = measureLeading(written)
  const raws: string[] = []
  const prints: (LinePrint | undefined)[] = []
  for (const page of written) {
    const margins = measureMargins(page)
    page.forEach((row, index) => {
      const above = page[index - 1]
      const blank = above !== undefined && above.stretch === row.stretch && leavesRoom(above, row, leading)
      if (blank) {
        raws.push('')
        prints.push(undefined)
      }
      const first = row.pieces[0]
      const margin = margins.get(row.stretch) ?? row.left
      const inset = Math.max(0, (first?.x ?? margin) - margin) / size
      const indent = Math.round(inset / 0.45)
      raws.push(`${index === 0 && raws.length > 0 ? '\f' : ''}${' '.repeat(indent)}${row.text}`)
      prints.push(describePrint(row, size, margin, inset))
    })
  }
  const text = raws.map(raw => `${raw}\n`).join('')
  const scale = measureScale(raws, prints)
  const lines = readLines(text).map((line, index) => {
    const print = prints[index]
    return print ? { ...line, width: (print.edge * 1000) / scale, print } : line
  })
  return { text, lines }
}

/** Where most pages are set in columns, a page too short to show it is as well. */
function borrowGutter(gutters: readonly (Gutter | undefined)[]): Gutter | undefined {
  const found = gutters.filter(gutter => gutter !== undefined).sort((left, right) => left.from - right.from)
  return found.length >= 1 && found.length * 2 >= gutters.length ? found[found.length >> 1] : undefined
}

function describePrint(row: WrittenRow, bodySize: number, margin: number, inset: number): LinePrint {
  const characters = countCharacters(row)
  const share = (weight: 'bold' | 'italic') =>
    row.pieces.reduce((sum, piece) => sum + (piece[weight] ? piece.text.length : 0), 0) > characters * 0.8
  return {
    page: row.page.number,
    height: row.y / row.page.height,
    stretch: row.stretch,
    size: row.size / bodySize,
    bold: share('bold'),
    italic: share('italic'),
    inset,
    edge: ((row.pieces.at(-1)?.end ?? margin) - margin) / bodySize,
  }
}

/** How much wider the document's face is than the book face that widths are measured in. */
function measureScale(raws: readonly string[], prints: readonly (LinePrint | undefined)[]): number {
  const ratios = prints.flatMap((print, index) => {
    const text = (raws[index] ?? '').trim()
    return print && text.length > 20 && Math.abs(print.size - 1) < 0.03
      ? [((print.edge - print.inset) * 1000) / measureWidth(text)]
      : []
  })
  ratios.sort((left, right) => left - right)
  return ratios[ratios.length >> 1] || 1
}

/** The usual distance of two lines of a size, by size. */
function measureLeading(pages: readonly (readonly WrittenRow[])[]): ReadonlyMap<string, number> {
  const steps = new Map<string, number[]>()
  for (const page of pages) {
    page.forEach((row, index) => {
      const above = page[index - 1]
      if (!above || above.stretch !== row.stretch || above.size.toFixed(1) !== row.size.toFixed(1)) return
      const key = row.size.toFixed(1)
      const list = steps.get(key)
      if (list) list.push(row.y - above.y)
      else steps.set(key, [row.y - above.y])
    })
  }
  return new Map([...steps].map(([key, list]) => [key, smallestHabit(list)]))
}

/** The smallest of the values that return often: where paragraphs are short, the gaps between them return as well. */
function smallestHabit(values: readonly number[]): number {
  const times = new Map<number, number>()
  for (const value of values) {
    const key = Math.round(value * 2) / 2
    times.set(key, (times.get(key) ?? 0) + 1)
  }
  const most = Math.max(...times.values())
  return Math.min(...[...times].filter(([, count]) => count >= most * 0.3).map(([value]) => value))
}

/** Whether there is clearly more room between two rows than lines of their sizes usually have. */
function leavesRoom(above: Row, below: Row, leading: ReadonlyMap<string, number>): boolean {
  const usual = ({ size }: Row) => leading.get(size.toFixed(1)) ?? size * 1.2
  const larger = Math.max(above.size, below.size)
  const step =
    above.size.toFixed(1) === below.size.toFixed(1) ? usual(below) : Math.max(usual(above), usual(below), larger * 1.15)
  return below.y - above.y > step + 0.22 * larger
}

/** The left edge that most lines of a stretch begin at. */
function measureMargins(rows: readonly WrittenRow[]): ReadonlyMap<number, number> {
  const margins = new Map<number, number>()
  for (const stretch of new Set(rows.map(row => row.stretch))) {
    const starts = rows.filter(row => row.stretch === stretch).map(({ pieces }) => pieces[0]?.x ?? 0)
    const sorted = starts.toSorted((left, right) => left - right)
    const shared = sorted.filter((start, index) => (sorted[index + 1] ?? Number.POSITIVE_INFINITY) - start < 1.5)
    margins.set(stretch, Math.min(...(shared.length > 0 ? shared : starts)))
  }
  return margins
}

function countCharacters({ pieces }: Row): number {
  return pieces.reduce((sum, { text }) => sum + text.length, 0)
}

function commonest<T>(
  items: readonly T[],
  keyOf: (item: T) => string,
  weigh: (item: T) => number = () => 1,
): string | undefined {
  const weights = new Map<string, number>()
  for (const item of items) weights.set(keyOf(item), (weights.get(keyOf(item)) ?? 0) + weigh(item))
  let best: string | undefined
  for (const [key, weight] of weights) if (best === undefined || weight > (weights.get(best) ?? 0)) best = key
  return best
}
