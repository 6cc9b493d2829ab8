/**
 * Sixth pass: where body lines end a paragraph, and which blocks are headings. The witnesses are physical: how far the
 * next word was from fitting on the line, whether the next line leaves room for an indent, empty lines, indents; and
 * the text's own: a stop at the line's end, a capital after it.
 */
import type { BodyLine } from './find-note-blocks.ts'
import { type Face, fittingWord, isSetInColumns, measureColumns, setIn } from './line-faces.ts'
import { measureWidth } from './measure-width.ts'
import { paragraphOpeners } from './paragraph-openers.ts'
import { isPrintedHeading, measurePrint, type PrintHabits, weighPrintedBreak } from './print-paragraphs.ts'
import { isDoubleSpaced, type Line } from './read-lines.ts'

/** Consecutive body lines that are one paragraph or one heading. */
export interface Block {
  readonly kind: 'paragraph' | 'heading'
  readonly lines: readonly Line[]
}

/** The blocks of a body, in order. Lines that hold no letter or digit are left out. */
export function findParagraphs(body: readonly BodyLine[]): readonly Block[] {
  const face = isSetInColumns(body) ? measureColumns : measureWidth
  const lines = setIn(face, body).filter(({ line }) => !line.blank && /[\p{L}\p{N}]/u.test(line.text))
  if (lines.length === 0) return []
  const layout = measureLayout(setIn(face, body), face)
  const blocks: Line[][] = [[]]
  lines.forEach((current, index) => {
    blocks.at(-1)?.push(current.line)
    const next = lines[index + 1]
    const opens = blocks.at(-1)?.length === 1
    if (next && scoreBreak(current, next, lines[index + 2], opens, layout) > 0) blocks.push([])
  })
  return blocks.map(block => ({
    kind: (isPrintedHeading(block, layout.print) ?? isHeading(block, layout)) ? 'heading' : 'paragraph',
    lines: block,
  }))
}

interface Layout {
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
  /** Usual columns of white space at a line's head, and characters of it at its end. */
  readonly margin: number
  readonly trailing: number
  /** How many empty lines stand before each line, by line number. */
  readonly blanksBefore: ReadonlyMap<number, number>
  /** What is known of the print; undefined in plain text. */
  readonly print: PrintHabits | undefined
}

function measureLayout(body: readonly BodyLine[], face: Face): Layout {
  const lines = body.map(({ line }) => line)
  const doubleSpaced = isDoubleSpaced(lines)
  const text = lines.filter(line => !line.blank)
  const blanksBefore = countBlanks(lines)
  const widths = text.map(line => line.width).sort((left, right) => left - right)
  const measure = widths[Math.floor(widths.length * 0.97)] ?? 0
  const full = text.filter(line => line.width > measure * 0.85).length
  const filled = full / text.length > 0.5 && text.length >= 4
  return {
    measure: filled ? measure : 0,
    indent: filled ? measureIndent(text, measure, face) : 0,
    face,
    doubleSpaced,
    unbroken: !filled && measure > longLine,
    blankBetween: !doubleSpaced && partsByBlanks(text, blanksBefore, filled ? measure : 0),
    margin: mode(text.map(line => line.indent)),
    trailing: measureTrailing(text),
    blanksBefore,
    print: measurePrint(text),
  }
}

/** No page is as wide as this. */
const longLine = 80_000

/** Whether empty lines stand where paragraphs surely end, and not around headings only. */
function partsByBlanks(lines: readonly Line[], blanksBefore: ReadonlyMap<number, number>, measure: number): boolean {
  const blanks = [...blanksBefore.values()].filter(count => count > 0).length
  if (blanks / lines.length <= 0.02) return false
  const after = lines.filter((line, index) => {
    const above = lines[index - 1]
    return above !== undefined && endsSentence(above.text) && above.width < measure * 0.7 && !/^\p{Ll}/u.test(line.text)
  })
  const parted = after.filter(line => (blanksBefore.get(line.number) ?? 0) > 0).length
  if (after.length >= 3) return parted / after.length > 0.6
  return lines.some((line, index) => {
    const above = lines[index - 1]
    if (!above || (blanksBefore.get(line.number) ?? 0) === 0) return false
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

function trailingSpace(line: Line): number {
  return line.raw.length - line.raw.trimEnd().length
}

function countBlanks(lines: readonly Line[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>()
  let blanks = 0
  for (const line of lines) {
    if (line.blank) blanks += 1
    else {
      counts.set(line.number, blanks)
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
function roomAfter(line: Line, next: Line, measure: number, face: Face): number {
  const word = fittingWord.exec(next.text)?.[0] ?? ''
  const space = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? 0 : face(' ')
  return measure - line.width - space - face(word)
}

const stop = /[.!?…:;。！？：；][\s"”»’)\]]*(?:[\d⁰¹²³⁴-⁹*†‡[\]]{1,4})?[\s"”»]*[.]?$/u

function endsSentence(text: string): boolean {
  return stop.test(text) || /["”»]\s?\d{0,3}\s?[.…]\s*$/u.test(text)
}

/** Above 0 where a paragraph ends between two lines; `opens` says that the first of them begins one, after an indent. */
function scoreBreak(
  current: BodyLine,
  next: BodyLine,
  third: BodyLine | undefined,
  opens: boolean,
  layout: Layout,
): number {
  const here = current.line
  const below = next.line
  const samePage = current.page === next.page
  const opensSmall = /^\p{Ll}|^[,;.)\]]/u.test(below.text)
  const ends = endsSentence(here.text)
  const long = here.width > layout.measure * 0.75 && /^[\d\p{Script=Han}]/u.test(below.text)
  let score = (ends ? 0 : long ? -4.5 : -2) + weighPrintedBreak(here, below, layout.print)
  score += opensSmall ? -3 : 0
  if (/[-,]$/u.test(here.text)) score -= 2
  const blanks = layout.blanksBefore.get(below.number) ?? 0
  // Where notes or a page's end were taken out, empty lines went with them: a short line with one below heads a section.
  const removed = !samePage || below.number - here.number > blanks + 1
  const gapBelow = third !== undefined && (layout.blanksBefore.get(third.line.number) ?? 0) > 0
  if (removed && ends && gapBelow && !layout.doubleSpaced && looksLikeHeading(below.text)) score += 4
  if (layout.unbroken) return /[-\u00ad]$/u.test(here.text) ? -1 : 1
  if (samePage && !layout.doubleSpaced && blanks > 0) score += 4
  else if (samePage && layout.blankBetween) score -= 1
  if (samePage && layout.doubleSpaced && blanks > 1) score += 4
  if (
    below.indent > layout.margin + 1 &&
    here.indent <= layout.margin + 1 &&
    (samePage || below.indent > layout.margin + 2)
  )
    score += 2
  if (ends && trailingSpace(here) > layout.trailing) score += 3
  if (layout.measure === 0) return layout.blankBetween || layout.doubleSpaced ? score - 0.5 : score + (samePage ? 2 : 1)
  const room = roomAfter(here, below, layout.measure, layout.face) - (opens ? layout.indent : 0)
  const step = Math.max(layout.indent, layout.measure * 0.05)
  if (room > step * 1.3) score += 4
  else if (room > 0) score += 1
  else score -= 0.5
  if (layout.indent > 0 && third) score += scoreFirstLine(below, third.line, layout)
  return score - 0.25
}

/** Whether a line looks like a paragraph's first, from the room that the lost indent left on it. */
function scoreFirstLine(line: Line, next: Line, layout: Layout): number {
  const room = roomAfter(line, next, layout.measure, layout.face)
  if (line.width > layout.measure - layout.indent * 0.3) return -2
  if (room > layout.indent * 0.3) return 2
  const mayBeIndented = line.width <= layout.measure - layout.indent
  return mayBeIndented && paragraphOpeners.test(line.text) ? 1.5 : 0
}

/** A short block of its own that reads like a heading. */
function isHeading(block: readonly Line[], layout: Layout): boolean {
  if (block.length === 0 || block.length > 3) return false
  const text = block.map(line => line.text).join(' ')
  if (!looksLikeHeading(text)) return false
  return layout.measure === 0 ? text.length < 90 : block.every(line => line.width < layout.measure * 0.9)
}

/** No stop within or at the end, beginning with a capital or a number. */
function looksLikeHeading(text: string): boolean {
  if (text.length > 150 || !/\p{L}{2}/u.test(text)) return false
  if (/\p{Ll}{2}[.!?]\s+\p{Lu}|。.|^\d+\)|^[-–—•*]/u.test(text)) return false
  if (/[.,:;。，；：…][\s\d"”»’)\]([〔〕【】（）①-⑳*†‡§¶‖#⁰¹²³⁴-⁹]*$/u.test(text)) return false
  return /^[\p{Lu}\p{Lo}\d"“«„§]/u.test(text)
}

function mode(values: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  let best = 0
  for (const [value, count] of counts) if (count > (counts.get(best) ?? 0)) best = value
  return best
}
