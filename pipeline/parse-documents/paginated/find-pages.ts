/**
 * Second pass: the pages of the paper. A page begins at a form feed; in a double-spaced extract, where the rhythm of
 * empty lines breaks at an indented line; else after a line that holds nothing but the next page number. Furniture
 * (page numbers, running heads) is told by its return at the same edge of many pages.
 */
import { findLooseNotes } from './find-loose-notes.ts'
import { readOpening, readOpeningAt } from './note-openings.ts'
import { isSeparator, opensSoon } from './note-separators.ts'
import { findPlacedFurniture } from './print-blocks.ts'
import { isDoubleSpaced, type Line, smallestIndent } from './read-lines.ts'

/** One page: its lines without furniture. */
export interface Page {
  /** From 1, in the file; not the printed number. */
  readonly number: number
  readonly lines: readonly Line[]
}

/** Splits lines into pages and takes the furniture off. At least one page. */
export function findPages(lines: readonly Line[]): readonly Page[] {
  const starts = findPageStarts(lines)
  const pages = starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length))
  const furniture = findFurniture(pages)
  return pages.map((page, index) => ({
    number: index + 1,
    lines: page.filter(line => !furniture.has(line.number)),
  }))
}

function findPageStarts(lines: readonly Line[]): readonly number[] {
  const atFeeds = lines.flatMap((line, index) => (line.formFeed && index > 0 ? [index] : []))
  if (atFeeds.length > 0) return [0, ...atFeeds]
  const atBreaks = isDoubleSpaced(lines) ? findRhythmBreaks(lines) : []
  if (atBreaks.length > 0) return [0, ...atBreaks]
  const atNumbers = findNumberedEnds(lines)
  if (atNumbers.length > 0) return [0, ...atNumbers]
  const atHeads = findHeads(lines)
  if (atHeads.length > 0) return [0, ...atHeads.filter(start => start > 0)]
  const atNotes = findNoteEnds(lines)
  return [0, ...(atNotes.length > 0 ? atNotes : findLooseNotes(lines))]
}

/**
 * Running heads that count the pages: lines far apart with the next number at their end each, whose words return on
 * every page or every second one.
 */
function findHeads(lines: readonly Line[]): readonly number[] {
  const heads = lines.flatMap((line, index) => {
    const number = line.blank ? undefined : edgeNumber.exec(line.text)?.slice(1).find(Boolean)
    return number === undefined ? [] : [{ index, value: Number(number), shape: shapeOf(line.text) }]
  })
  const times = new Map<string, number>()
  for (const { shape } of heads) times.set(shape, (times.get(shape) ?? 0) + 1)
  const returning = heads.filter(({ shape }) => (times.get(shape) ?? 0) > 1)
  const run = longestCount(returning, 8)
  return run.length < 3 ? [] : run.map(({ index }) => index)
}

/** Where text goes on behind notes that a separator marked off: the first line after a gap that opens no next note. */
function findNoteEnds(lines: readonly Line[]): readonly number[] {
  const ends: number[] = []
  lines.forEach((line, separator) => {
    if (!isSeparator(line) || !opensSoon(lines, separator + 1)) return
    const end = findNotesEnd(lines, separator + 1)
    if (end > 0) ends.push(end)
  })
  return ends
}

function findNotesEnd(lines: readonly Line[], from: number): number {
  let last = 0
  for (let index = from; index < lines.length; index += 1) {
    const line = lines[index] as Line
    if (line.blank) continue
    const value = readOpeningAt(lines, index)?.value
    const opens = value !== undefined && (last === 0 || (value > last && value <= last + 3))
    if (opens) last = value
    else if (last > 0 && lines[index - 1]?.blank) return index
  }
  return -1
}

/** Lines that stand right under another line, and are indented where the others are not. */
function findRhythmBreaks(lines: readonly Line[]): readonly number[] {
  const margin = smallestIndent(lines)
  return lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above && !line.blank && !above.blank && line.indent > margin ? [index] : []
  })
}

const bareNumber =
  /^[\s\-–—[(|]*(?:page|p\.|стр\.?|с\.|seite|s\.)?\s*(\d{1,4})(?:\s*(?:of|из|von|sur|\/)\s*\d{1,4})?[\s\-–—\])|]*$/iu

/** Where lines that hold only a number count up by one: each ends its page. */
function findNumberedEnds(lines: readonly Line[]): readonly number[] {
  const numbered = lines.flatMap((line, index) => {
    const value = Number(bareNumber.exec(line.text)?.[1] ?? Number.NaN)
    return Number.isNaN(value) ? [] : [{ index, value }]
  })
  const best = longestCount(numbered, 5)
  if (best.length < 2 || (best.length === 2 && !best.every(({ index }) => lines[index - 1]?.blank ?? true))) return []
  const first = lines.findIndex(line => !line.blank)
  const atTop = best[0]?.index === first
  return best.map(({ index }) => (atTop ? index : index + 1)).filter(index => index > 0 && index < lines.length)
}

interface NumberedLine {
  readonly index: number
  readonly value: number
}

/** The longest run of lines, far enough apart for pages, whose numbers rise by one; tried from the first few lines. */
function longestCount(numbered: readonly NumberedLine[], tries: number): readonly NumberedLine[] {
  let best: readonly NumberedLine[] = []
  for (let from = 0; from < numbered.length && from < tries; from += 1) {
    const run = numbered.slice(from).reduce<NumberedLine[]>((chain, next) => {
      const last = chain.at(-1)
      if (!last || (next.value === last.value + 1 && next.index - last.index > 8)) chain.push(next)
      return chain
    }, [])
    if (run.length > best.length) best = run
  }
  return best
}

/** Numbers of the lines that are page numbers or running heads. */
function findFurniture(pages: readonly (readonly Line[])[]): ReadonlySet<number> {
  const found = new Set<number>()
  if (pages.length < 2 && !pages[0]?.some(({ print }) => print)) return found
  const title = pages[0]?.find(line => !line.blank)?.text.toLowerCase() ?? ''
  for (const edge of ['top', 'bottom'] as const) {
    for (let depth = 0; depth < 3; depth += 1) {
      const lines = pages.map(page => edgeLine(page, edge, found))
      const returning = [
        ...findReturning(lines, edge),
        ...findTitleHeads(lines, edge === 'top' ? title : ''),
        ...findPlacedFurniture(pages, edge, found),
      ]
      if (returning.length === 0) break
      for (const line of returning) found.add(line.number)
    }
  }
  return found
}

function edgeLine(page: readonly Line[], edge: 'top' | 'bottom', taken: ReadonlySet<number>): Line | undefined {
  const left = page.filter(line => !line.blank && !taken.has(line.number))
  return edge === 'top' ? left[0] : left.at(-1)
}

/** Edge lines with a number in step with their pages, on most pages; and those that return on a quarter of them. */
function findReturning(lines: readonly (Line | undefined)[], edge: 'top' | 'bottom'): readonly Line[] {
  const shapes = new Map<string, Line[]>()
  const steps = new Map<number, Line[]>()
  lines.forEach((line, page) => {
    if (!line || line.text.length > 120) return
    const number = bareNumber.exec(line.text)?.[1] ?? edgeNumber.exec(line.text)?.slice(1).find(Boolean)
    if (number !== undefined) push(steps, Number(number) - page, line)
    // What heads the first page without a number is the paper's title; notes at the foot may say the same many times.
    const isTitle = edge === 'top' && page === 0 && !edgeNumber.test(line.text)
    const isNote = edge === 'bottom' && readOpening(line.text) !== undefined
    if (!bareNumber.test(line.text) && !isTitle && !isNote) push(shapes, shapeOf(line.text), line)
  })
  const most = Math.max(2, Math.floor(lines.length * 0.6))
  const many = Math.max(3, Math.floor(lines.length / 4))
  const inStep = [...steps.values()].filter(group => group.length >= most)
  return [...inStep, ...[...shapes.values()].filter(group => group.length >= many)].flat()
}

/** Lines with a page number that repeat the paper's title. */
function findTitleHeads(lines: readonly (Line | undefined)[], title: string): readonly Line[] {
  return lines.flatMap(line =>
    line && title !== '' && line.text.toLowerCase() !== title && shapeOf(line.text) === title ? [line] : [],
  )
}

/** A page number at the outer end of a running head, set off by more than a space or by the line's shortness. */
const edgeNumber = /^(\d{1,4})\s{2,}\S|\S\s{2,}(\d{1,4})$|^(\d{1,4})\s\D{1,60}$|^\D{1,60}\s(\d{1,4})$/u

/** The text with the page number at either end left out. */
function shapeOf(text: string): string {
  return text.replace(/^\d{1,4}\s+|\s+\d{1,4}$/gu, '').toLowerCase()
}

function push<K>(map: Map<K, Line[]>, key: K, line: Line): void {
  const list = map.get(key)
  if (list) list.push(line)
  else map.set(key, [line])
}
