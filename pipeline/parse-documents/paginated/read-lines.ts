/**
 * First pass over paginated text: the lines, each with what can be measured of it alone. Widths are set in a book face,
 * because a paper's lines are full in millimetres and not in characters.
 */
import { measureWidth } from './measure-width.ts'
import type { LinePrint } from './print.ts'

/** One line of the seed, or of a column of it. */
export interface Line {
  /** Of the seed, from 1; the lines of two columns share theirs. */
  readonly number: number
  /** Place in reading order. */
  readonly order: number
  /** Column of the seed at which `raw` begins, from 1. */
  readonly column: number
  /** Of the line's first character in the seed (UTF-16 units). */
  readonly offset: number
  /** Without the line end and without form feeds. */
  readonly raw: string
  /** Without white space around it. */
  readonly text: string
  /** Columns of white space before the text; a tab goes to the next multiple of eight. */
  readonly indent: number
  readonly blank: boolean
  /** A form feed stands at the line's head. */
  readonly formFeed: boolean
  /** Width of the text in thousandths of an em. */
  readonly width: number
  /** Nothing parts it from the line before: both are parts of one line of the paper. */
  readonly goesOn?: boolean
  /** How it was printed, where the format knows. */
  readonly print?: LinePrint
}

/** The lines of a text, whatever its line ends (LF, CRLF, CR). */
export function readLines(text: string): readonly Line[] {
  const lines: Line[] = []
  let start = 0
  while (start < text.length) {
    const end = findLineEnd(text, start)
    let from = start
    while (text[from] === '\f') from += 1
    const place = { number: lines.length + 1, order: lines.length, column: from - start + 1, offset: from }
    lines.push(makeLine(text.slice(from, end), place, from > start))
    start = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1)
  }
  return lines.length > 0 ? lines : [makeLine('', { number: 1, order: 0, column: 1, offset: 0 }, false)]
}

/** A part of a line as a line of its own. */
export function lineAt(line: Line, from: number, to?: number): Line {
  const { number, order, column, offset } = line
  const place = { number, order, column: column + from, offset: offset + from }
  return makeLine(line.raw.slice(from, to), place, line.formFeed && from === 0)
}

function findLineEnd(text: string, start: number): number {
  let end = start
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end += 1
  return end
}

/** One literal for all lines, as there may be millions: objects made of parts take four times the room. */
function makeLine(raw: string, place: Pick<Line, 'number' | 'order' | 'column' | 'offset'>, formFeed: boolean): Line {
  const text = raw.trim()
  const { number, order, column, offset } = place
  const blank = text === ''
  return {
    number,
    order,
    column,
    offset,
    raw,
    text,
    indent: measureIndent(raw),
    blank,
    formFeed,
    width: measureWidth(text),
  }
}

function measureIndent(raw: string): number {
  let columns = 0
  for (const character of raw) {
    if (character === '\t') columns = (Math.floor(columns / 8) + 1) * 8
    else if (character.trim() === '') columns += 1
    else break
  }
  return columns
}

/**
 * Whether lines that end in mid-sentence are mostly followed by one empty line each, as in a double-spaced extract.
 * Notes may be set tight in it; and a text with an empty line after each paragraph is none.
 */
export function isDoubleSpaced(lines: readonly Line[]): boolean {
  let open = 0
  let spaced = 0
  for (let index = 0; index + 2 < lines.length; index += 1) {
    const line = lines[index] as Line
    if (line.blank || line.text.length < 25 || /[.!?…:;。！？：；"”»’)\]\d]$/u.test(line.text)) continue
    open += 1
    if (lines[index + 1]?.blank && !lines[index + 2]?.blank) spaced += 1
  }
  return open >= 6 && spaced / open > 0.4
}

/** Columns of white space before the line of text that stands farthest out. */
export function smallestIndent(lines: readonly Line[]): number {
  return lines.reduce((least, line) => (line.blank ? least : Math.min(least, line.indent)), Number.POSITIVE_INFINITY)
}
