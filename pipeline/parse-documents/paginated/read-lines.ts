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
  for (const match of text.matchAll(/([^\n\r]*)(\r\n|\n|\r|$)/gu)) {
    if (match[0] === '' && match.index > 0) break
    const whole = match[1] as string
    const feeds = /^\f*/u.exec(whole)?.[0].length ?? 0
    const [number, order] = [lines.length + 1, lines.length]
    lines.push({
      ...describeText(whole.slice(feeds)),
      number,
      order,
      column: feeds + 1,
      offset: match.index + feeds,
      formFeed: feeds > 0,
    })
  }
  return lines
}

/** A part of a line as a line of its own. */
export function lineAt(line: Line, from: number, to?: number): Line {
  return {
    ...line,
    ...describeText(line.raw.slice(from, to)),
    column: line.column + from,
    offset: line.offset + from,
    formFeed: line.formFeed && from === 0,
  }
}

function describeText(raw: string): Pick<Line, 'raw' | 'text' | 'indent' | 'blank' | 'width'> {
  const text = raw.trim()
  return { raw, text, indent: measureIndent(raw), blank: text === '', width: measureWidth(text) }
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
