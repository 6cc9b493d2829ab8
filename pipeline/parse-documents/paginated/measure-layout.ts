/**
 * How a body is laid out, measured once for all its lines: the full width of a line, the indent of first lines, what
 * empty lines and white space mean in it.
 */
import { lastAtMost } from '../../tree/last-at-most.ts'
import type { BodyLine } from './find-note-blocks.ts'
import { looksLikeHeading } from './is-heading.ts'
import { type Face, fittingWord } from './line-faces.ts'
import { measurePrint, type PrintHabits } from './print-paragraphs.ts'
import { isDoubleSpaced, type Line } from './read-lines.ts'

/** What was measured of a body. */
export interface Layout {
  /** Width of a full line, in thousandths of an em; 0 where lines are not filled (one line a paragraph). */
  readonly measure: number
  /** Room that a paragraph's first line leaves at the most; 0 where first lines are not indented. */
  readonly indent: number
  readonly face: Face
  readonly doubleSpaced: boolean
  /** Whether each paragraph is one long line. */
  readonly unbroken: boolean
  /** Whether empty lines part the paragraphs. */
  readonly blankBetween: boolean
  /** Usual characters of white space at a line's end. */
  readonly trailing: number
  /** How many empty lines stand before a line. */
  readonly blanksBefore: (line: Line) => number
  /** What is known of the print; undefined in plain text. */
  readonly print: PrintHabits | undefined
}

/** Measures a body whose lines are set in a face. */
export function measureLayout(body: readonly BodyLine[], face: Face): Layout {
  const lines = body.map(({ line }) => line)
  const doubleSpaced = isDoubleSpaced(lines)
  const text = lines.filter(line => !line.blank)
  const blanks = countBlanks(lines)
  const blanksBefore = (line: Line) => blanks.get(line.order) ?? 0
  const measure = measureFull(text)
  const filled = measure < longLine && text.length >= 4 && isFilled(text, measure)
  return {
    measure: filled ? measure : 0,
    indent: filled ? measureIndent(text, measure, face) : 0,
    face,
    doubleSpaced,
    unbroken: !filled && widestOf(text) > longLine,
    blankBetween: !doubleSpaced && partsByBlanks(text, blanksBefore, filled ? measure : 0),
    trailing: measureTrailing(text),
    blanksBefore,
    print: measurePrint(text),
  }
}

/** The width that few lines pass. */
function widestOf(lines: readonly Line[]): number {
  const widths = lines.map(({ width }) => width).sort((left, right) => left - right)
  return widths[Math.floor(widths.length * 0.97)] ?? 0
}

/**
 * The width of a full line: the widest of the band in which most of the text stands. Where a tool has joined lines at
 * their hyphens, a line may be some full ones long.
 */
function measureFull(lines: readonly Line[]): number {
  const widths = lines.map(({ width }) => width).sort((left, right) => left - right)
  const countUpTo = (width: number) =>
    widths[0] === undefined || widths[0] > width ? 0 : lastAtMost(widths, width, own => own) + 1
  let most = 0
  let full = 0
  for (const width of new Set(widths)) {
    let weight = 0
    for (let times = 1; times <= mostJoined; times += 1)
      weight += width * (countUpTo(width * (times + 0.03)) - countUpTo(width * (times - 0.15)))
    if (weight >= most) {
      most = weight
      full = width
    }
  }
  return full
}

/** Full lines that a tool may have joined to one. */
const mostJoined = 4

/** Whether most of the text stands on full lines. By weight, because cells and items are many short lines. */
function isFilled(lines: readonly Line[], measure: number): boolean {
  const long = lines.filter(({ width }) => width > measure * 0.85)
  const single = long.filter(({ width }) => width < measure * 1.15).length
  if (single < long.length * 0.35) return false
  const full = long.reduce((sum, { width }) => sum + Math.floor(width / measure + 0.15) * measure, 0)
  return full > sumWidths(lines) * 0.5
}

function sumWidths(lines: readonly Line[]): number {
  return lines.reduce((sum, { width }) => sum + width, 0)
}

/** No page is as wide as this. */
const longLine = 80_000

/** Whether empty lines stand where paragraphs surely end, and not around headings only. */
function partsByBlanks(lines: readonly Line[], blanksBefore: Layout['blanksBefore'], measure: number): boolean {
  const blanks = lines.filter(line => blanksBefore(line) > 0).length
  if (blanks / lines.length <= 0.02) return false
  const after = lines.filter((line, index) => {
    const above = lines[index - 1]
    return above !== undefined && endsSentence(above.text) && above.width < measure * 0.7 && !/^\p{Ll}/u.test(line.text)
  })
  const parted = after.filter(line => blanksBefore(line) > 0).length
  if (after.length >= 3) return parted / after.length > 0.6
  return lines.some((line, index) => {
    const above = lines[index - 1]
    if (!above || blanksBefore(line) === 0) return false
    return endsSentence(above.text) && !looksLikeHeading(line.text)
  })
}

/** How much white space most lines end in; more than that tells a paragraph's end. Infinite where there is no such habit. */
function measureTrailing(lines: readonly Line[]): number {
  const counts = lines.map(trailingSpace)
  const usual = mode(counts)
  const more = counts.filter(count => count > usual).length
  return more > 0 && more < lines.length * 0.15 ? usual : Number.POSITIVE_INFINITY
}

/** Characters of white space at a line's end. */
export function trailingSpace(line: Line): number {
  return line.raw.length - line.raw.trimEnd().length
}

function countBlanks(lines: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  let blanks = 0
  for (const line of lines) {
    if (line.blank) blanks += 1
    else {
      counts.set(line.order, blanks)
      blanks = 0
    }
  }
  return counts
}

/**
 * The widest room left by the lines that follow a line which surely ends a paragraph, but not as much as a short line:
 * the indent that the extract has lost. 0 where such lines are full.
 */
function measureIndent(lines: readonly Line[], measure: number, face: Face): number {
  const rooms = lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const after = lines[index + 2]
    if (!next || !after || line.width > measure * 0.7 || !endsSentence(line.text)) return []
    return [roomAfter(next, after, measure, face)]
  })
  const small = rooms.filter(room => room < measure * 0.12).sort((left, right) => left - right)
  const indented = small.filter(room => room > measure * 0.02)
  if (small.length < 3 || indented.length < small.length * 0.5) return 0
  return small[Math.floor(small.length * 0.95)] ?? 0
}

/** What is left of the line when the next line's first word is set on it too; negative where it did not fit. */
export function roomAfter(line: Line, next: Line, measure: number, face: Face): number {
  const word = fittingWord.exec(next.text)?.[0] ?? ''
  const space = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? 0 : face(' ')
  return measure - line.width - space - face(word)
}

const stop = /[.!?…:;。！？：；][\s"”»’)\]]*(?:[\d⁰¹²³⁴-⁹*†‡[\]]{1,4})?[\s"”»]*[.]?$/u

/** Whether a line ends in a stop, with a marker after it or not. */
export function endsSentence(text: string): boolean {
  return stop.test(text) || /["”»]\s?\d{0,3}\s?[.…]\s*$/u.test(text)
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value
  return best
}
