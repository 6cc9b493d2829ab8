/**
 * Second pass: the pages of the paper. A page begins at a form feed; in a double-spaced extract, where the rhythm of
 * empty lines breaks at an indented line; else after a line that holds nothing but the next page number. Furniture
 * (page numbers, running heads) is told by its return at the same edge of many pages.
 */
import { findFurniture } from './find-furniture.ts'
import { findLooseNotes } from './find-loose-notes.ts'
import { readOpeningAt } from './note-openings.ts'
import { isSeparator, opensSoon } from './note-separators.ts'
import { bareNumber, edgeNumber, shapeOf } from './page-numbers.ts'
import { isDoubleSpaced, type Line, smallestIndent } from './read-lines.ts'
import { splitColumns } from './split-columns.ts'
import { isEndnotesTitle } from './take-endnotes.ts'

/** One page: its lines without furniture. */
export interface Page {
  /** From 1, in the file; not the printed number. */
  readonly number: number
  readonly lines: readonly Line[]
  /** The page of the paper, from 1, and whether this is only one of its columns. */
  readonly sheet: number
  readonly isColumn: boolean
}

/** Splits lines into pages and takes the furniture off. At least one page. */
export function findPages(lines: readonly Line[]): readonly Page[] {
  const starts = findPageStarts(lines)
  const pages = starts.map((start, index) => lines.slice(start, starts[index + 1] ?? lines.length))
  const furniture = findFurniture(pages)
  const columns = pages.map(page => splitColumns(page.filter(line => !furniture.has(line))))
  const texts = columns.some(({ length }) => length > 1) ? countAnew(columns.flat()) : columns.flat()
  const sheets = columns.flatMap((parts, index) => parts.map(() => ({ sheet: index + 1, isColumn: parts.length > 1 })))
  return texts.map((own, index) => ({
    number: index + 1,
    lines: own,
    ...(sheets[index] ?? { sheet: 1, isColumn: false }),
  }))
}

/** The lines counted in the order in which their columns are read. */
function countAnew(columns: readonly (readonly Line[])[]): readonly (readonly Line[])[] {
  let order = 0
  return columns.map(lines => {
    // A column's end is a gap, as a page's end is.
    order += 2
    return lines.map(line => {
      order += 1
      return { ...line, order }
    })
  })
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
  const atTitles = findRepeatedHeads(lines)
  if (atTitles.length > 0) return [0, ...atTitles.filter(start => start > 0)]
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
    const apart = /\s{8,}/u.test(line.text)
    return number === undefined ? [] : [{ index, value: Number(number), shape: shapeOf(line.text), apart }]
  })
  const times = new Map<string, number>()
  for (const { shape } of heads) times.set(shape, (times.get(shape) ?? 0) + 1)
  const returning = heads.filter(({ shape, apart }) => apart || (times.get(shape) ?? 0) > 1)
  const run = longestCount(returning, 8)
  return run.length < 3 ? [] : run.map(({ index }) => index)
}

/** Running heads without a number: the same short lines between empty ones, far apart, three or more of them. */
function findRepeatedHeads(lines: readonly Line[]): readonly number[] {
  const places = new Map<string, number[]>()
  lines.forEach((line, index) => {
    const alone =
      !line.blank && !isEndnotesTitle(line.text) && (lines[index - 1]?.blank ?? true) && lines[index + 1]?.blank
    if (!alone || line.text.length < 6 || line.text.length > 90 || !/\p{L}{3}/u.test(line.text)) return
    const before = places.get(line.text)
    if (!before) places.set(line.text, [index])
    else if (index - (before.at(-1) ?? 0) > leastPage) before.push(index)
  })
  const repeated = [...places.values()].filter(({ length }) => length > 1)
  const heads = repeated.flat().toSorted((left, right) => left - right)
  const pages = heads.slice(1).map((head, index) => head - (heads[index] as number))
  const usual = usualDistance(heads)
  // Pages are about as long as each other; chapters, whose headings may repeat too, are not.
  const isEven = pages.every(length => length > usual * 0.5 && length < usual * 1.8)
  // One for the left pages and one for the right.
  return heads.length < 3 || repeated.length > 2 || !isEven ? [] : heads
}

/** The median distance between places in order; 0 where there are fewer than two. */
function usualDistance(places: readonly number[]): number {
  const distances = places.slice(1).map((place, index) => place - (places[index] as number))
  return distances.toSorted((left, right) => left - right)[distances.length >> 1] ?? 0
}

/** Lines that the shortest page has. */
const leastPage = 16

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
  const breaks = lines.flatMap((line, index) => {
    const above = lines[index - 1]
    return above && !line.blank && !above.blank && line.indent > margin ? [index] : []
  })
  // Indented lines below tables, headings and notes break the rhythm too, but at shorter distances.
  const usual = usualDistance(breaks)
  return usual > leastPage && breaks.every((place, index) => place - (breaks[index - 1] ?? -usual) > usual / 4)
    ? breaks
    : []
}

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
