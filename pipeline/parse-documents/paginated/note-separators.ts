/**
 * What papers print between text and notes: an empty line wide as a rule, or a rule of dashes or underscores, with
 * notes soon below.
 */
import { readOpeningAt } from './note-openings.ts'
import type { Line } from './read-lines.ts'

/** A line of ten or more spaces, or of nothing but five or more rules. */
export function isSeparator(line: Line): boolean {
  if (line.blank) return line.raw.length >= 10
  // The rules of a table's columns.
  if (/[-–—_=─━]{2,}\s+[-–—_=─━]{2,}/u.test(line.text)) return false
  return /^[-–—_=─━*]{5,}$/u.test(line.text.replace(/\s/gu, ''))
}

/** Whether a note opens within the next few lines of text. */
export function opensSoon(lines: readonly Line[], from: number): boolean {
  const next = lines.slice(from, from + 12).filter(line => !line.blank)
  return next.slice(0, 6).some((_, index) => readOpeningAt(next, index) !== undefined)
}
