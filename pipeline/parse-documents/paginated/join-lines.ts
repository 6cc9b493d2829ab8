/**
 * Sets the lines of a block as running text that still knows its places: line breaks become `\n`, or nothing where a
 * line ends inside a URL or at a hyphen. Whether a hyphen at a line's end is the word's own is judged by the words of
 * the document itself.
 */
import type { TextSegment } from '../../tree/text-segments.ts'
import type { Line } from './read-lines.ts'
import { isSoftHyphen, type Vocabulary } from './soft-hyphens.ts'

/** A stretch of running text that stands on one line. */
export interface LineSegment extends TextSegment {
  readonly line: Line
}

/** Running text and where each stretch of it stands. Line breaks of the seed are `\n`. */
export interface RunningText {
  readonly text: string
  readonly segments: readonly LineSegment[]
}

/** Joins lines; the first may begin at a later character (from 1), as a note does after its number. */
export function joinLines(lines: readonly Line[], words: Vocabulary, firstColumn?: number): RunningText {
  const segments: LineSegment[] = []
  const parts: string[] = []
  let length = 0
  let tail = ''
  lines.forEach((line, index) => {
    const own = line.raw.length - line.raw.trimStart().length
    const from = index === 0 && firstColumn !== undefined ? firstColumn - 1 : own
    const value = line.raw.slice(from).trimEnd()
    // A note's number may stand on a line of its own.
    if (value === '') return
    let between = ''
    if (length > 0) {
      const seam = line.goesOn ? whole : joinSeam(tail, value, words)
      if (seam.drop > 0) parts.push((parts.pop() as string).slice(0, -seam.drop))
      parts.push(seam.between)
      between = seam.between
      tail = tail.slice(0, tail.length - seam.drop)
      length += seam.between.length - seam.drop
    }
    const point = { line: line.number, column: line.column + from, offset: line.offset + from }
    segments.push({ at: length, point, line })
    parts.push(value)
    length += value.length
    tail = lastWord(between === '' ? tail + value : value)
  })
  return { text: parts.join(''), segments }
}

/** A seam that is none. */
const whole = { drop: 0, between: '' }

/** The run without white space at a text's end. */
function lastWord(text: string): string {
  let from = text.length
  while (from > 0 && !/\s/u.test(text[from - 1] as string)) from -= 1
  return text.slice(from)
}

/** What stands between a line's last word and the next line, and how much of the word's end goes. */
function joinSeam(
  before: string,
  after: string,
  words: Vocabulary,
): { readonly drop: number; readonly between: string } {
  if (endsInsideUrl(before, after)) return { drop: 0, between: '' }
  if (/\p{L}[\u00ad]$/u.test(before)) return { drop: 1, between: '' }
  if (/[\p{Script=Han}。，、；：？！》”’）」』]$/u.test(before) && /^[\p{Script=Han}《“‘（「『]/u.test(after))
    return { drop: 0, between: '' }
  // A range of numbers.
  if (/\d[–-]$/u.test(before) && /^\d/u.test(after)) return { drop: 0, between: '' }
  const left = /(\p{L}+(?:[-‐]\p{L}+)*)[-‐]$/u.exec(before)?.[1]
  const right = /^\p{L}+/u.exec(after)?.[0]
  if (left === undefined || right === undefined) return { drop: 0, between: '\n' }
  return { drop: isSoftHyphen(left, before.at(-1) as string, right, words) ? 1 : 0, between: '' }
}

/**
 * A URL goes on when it breaks at a character that no address ends in, or the next line begins with a run that reads
 * like a path and not like a word.
 */
function endsInsideUrl(before: string, after: string): boolean {
  const url = /(?:https?:\/\/|www\.)\S*$/iu.exec(before)?.[0]
  if (url === undefined) return false
  const next = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+/u.exec(after)?.[0] ?? ''
  if (next === '' || /^[[(]/u.test(next)) return false
  if (/[-_=&?%#.~]$|:\/\/$/u.test(url)) return true
  if (url.endsWith('/') && /^\d{3,}/u.test(next)) return true
  const looksLikePath = /[/_=?&%]|\d-|-\d|\w-\w+-\w|\.(?:html?|php|pdf|aspx?)\b/iu.test(next)
  return looksLikePath && (url.endsWith('/') || !/^\p{Lu}/u.test(next))
}
