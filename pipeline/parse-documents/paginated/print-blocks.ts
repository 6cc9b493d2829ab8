/**
 * What print says of a page's parts, where it is known: notes at the foot are set smaller than the text, and running
 * heads stand at one height on page after page with room between them and the text.
 */
import { readOpening, readOpeningAt } from './note-openings.ts'
import type { Line } from './read-lines.ts'

/** Notes are set at least so much smaller than the text. */
const noteSize = 0.94

/**
 * Index of the first line of the notes at a page's foot; -1 where neither smaller print nor a raised number opens one
 * there. `carried` says that the page before broke off within a note, which then goes on here without an opening.
 */
export function findPrintedNotes(lines: readonly Line[], carried: boolean): number {
  const small = findSmallNotes(lines, carried)
  const raised = findRaisedNotes(lines)
  return small < 0 || (raised >= 0 && raised < small) ? raised : small
}

/** The first of the lines that open with raised numbers which count up to the page's end. */
function findRaisedNotes(lines: readonly Line[]): number {
  const openings = lines.flatMap((line, index) => {
    const opening = line.print ? readOpening(line.text) : undefined
    return opening?.style === 'superscript' ? [{ index, value: opening.value }] : []
  })
  let first = openings.length - 1
  while (first > 0) {
    const step = (openings[first]?.value ?? 0) - (openings[first - 1]?.value ?? 0)
    if (step < 1 || step > 2) break
    first -= 1
  }
  return openings[first]?.index ?? -1
}

function findSmallNotes(lines: readonly Line[], carried: boolean): number {
  const last = lines.findLastIndex(line => !line.blank && (line.print === undefined || line.print.size > noteSize))
  const first = lines.findIndex((line, index) => index > last && !line.blank)
  if (first < 0) return -1
  const opening = lines.findIndex(
    (line, index) => index >= first && !line.blank && readOpeningAt(lines, index) !== undefined,
  )
  if (carried && (opening >= 0 || last >= 0)) return first
  return opening
}

/** How far from the page's edges running heads and feet are looked for, and how much their heights may differ. */
const edgeZone = 0.14
const sameHeight = 0.004
/** So many lines at one height need no second look. */
const mostWeighed = 1000

/** The edge lines of pages that are running heads or feet by their place; `taken` are those already known to be. */
export function findPlacedFurniture(
  pages: readonly (readonly Line[])[],
  edge: 'top' | 'bottom',
  taken: ReadonlySet<Line>,
): readonly Line[] {
  const edges = pages.flatMap(page => {
    const left = page.filter(line => !line.blank && !taken.has(line))
    const [line, next] = edge === 'top' ? left : left.toReversed()
    return line?.print && isApart(line, next, page, edge) ? [line] : []
  })
  const sorted = edges.toSorted((left, right) => heightOf(left) - heightOf(right))
  let from = 0
  let to = 0
  return sorted.filter(line => {
    while (heightOf(line) - heightOf(sorted[from] as Line) >= sameHeight) from += 1
    while (to < sorted.length && heightOf(sorted[to] as Line) - heightOf(line) < sameHeight) to += 1
    if (to - from > mostWeighed) return to - from >= pages.length * 0.5
    const alike = sorted.slice(from, to)
    const repeats = alike.every(other => shapeOf(other) === shapeOf(line))
    const least = pageNumber.test(line.text) ? 1 : repeats || (line.print?.size ?? 1) < 0.95 ? 2 : 3
    return alike.length >= least && alike.length >= pages.length * 0.5
  })
}

const pageNumber = /^[-–—\s]*\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s]*$/u

function heightOf(line: Line): number {
  return line.print?.height ?? 0
}

function shapeOf(line: Line): string {
  return line.text.replace(/\d+/gu, '0')
}

/** Whether a line stands in the margin in plain or small type, far from its neighbour, and opens no note. */
function isApart(line: Line, next: Line | undefined, page: readonly Line[], edge: 'top' | 'bottom'): boolean {
  const print = line.print
  if (!print || print.size > 1.05 || line.text.replace(/\s+/gu, ' ').length > 120) return false
  const depth = edge === 'top' ? print.height : 1 - print.height
  if (depth > edgeZone) return false
  if (edge === 'bottom' && readOpeningAt(page, page.indexOf(line)) !== undefined) return false
  return next?.print === undefined || Math.abs(next.print.height - print.height) > usualStep(page) * 1.6
}

/** The usual distance of two lines of a page, as a share of its height. */
function usualStep(page: readonly Line[]): number {
  const steps = page.flatMap((line, index) => {
    const above = page[index - 1]?.print
    return above && line.print && line.print.stretch === above.stretch ? [line.print.height - above.height] : []
  })
  steps.sort((left, right) => left - right)
  return steps[steps.length >> 1] ?? 0.02
}
