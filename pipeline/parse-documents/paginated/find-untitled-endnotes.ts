/**
 * Endnotes that no title heads: from the first line of some page to the document's end nothing but notes that count up,
 * called on the pages before.
 */
import type { Page } from './find-pages.ts'
import { findUnmarkedBlock } from './find-unmarked-block.ts'
import { readOpeningAt } from './note-openings.ts'
import { isSeparator, opensSoon } from './note-separators.ts'
import { readCalls } from './read-calls.ts'
import type { Line } from './read-lines.ts'

/** Characters of a full line, and lines that a long note may take. */
const fullLine = 80
const longest = 12
/** Least notes, and the highest number that the first may have where the ones before it are lost. */
const least = 3
const highestFirst = 4
/** Pages of endnotes that are looked for. */
const mostPages = 300

/** Index of the page on which the endnotes begin; -1 where the last page is no such page. */
export function findUntitledEndnotes(pages: readonly Page[]): number {
  let start = -1
  for (let index = pages.length - 1; index > Math.max(0, pages.length - mostPages); index -= 1) {
    const first = pages[index]?.lines.findIndex(line => !line.blank) ?? -1
    if (first < 0) continue
    const value = readOpeningAt(pages[index]?.lines ?? [], first)?.value
    const lines = pages.slice(index).flatMap(page => page.lines.filter(line => !line.blank))
    if (!isFilled(lines)) break
    if (value !== undefined && value <= highestFirst) {
      start = index
      break
    }
  }
  if (start < 0 || areAnnotated(pages.slice(0, start))) return -1
  const called = new Set(
    pages.slice(0, start).flatMap(({ lines }) => lines.flatMap(line => readCalls(line.text).map(({ value }) => value))),
  )
  const lines = pages.slice(start).flatMap(page => page.lines.filter(line => !line.blank))
  const values = countUp(lines)
  // Roman numerals behind words cannot be told at a glance.
  if (readOpeningAt(lines, 0)?.style === 'roman' && values.length > 3 * least) return start
  const known = values.filter(value => called.has(value)).length
  return values.length >= least && known > values.length * 0.6 ? start : -1
}

/** Whether many pages have notes of their own: then there are no endnotes. */
export function areAnnotated(pages: readonly Page[]): boolean {
  return pages.filter(hasNotes).length > pages.length / 3
}

function hasNotes({ lines }: Page): boolean {
  return (
    lines.some((line, index) => isSeparator(line) && opensSoon(lines, index + 1)) || findUnmarkedBlock(lines, 0) >= 0
  )
}

/** The numbers that count up among the openings of lines. */
function countUp(lines: readonly Line[]): readonly number[] {
  const values: number[] = []
  lines.forEach((_, index) => {
    const value = readOpeningAt(lines, index)?.value
    const last = values.at(-1) ?? 0
    if (value !== undefined && value > last && value <= last + highestFirst) values.push(value)
  })
  return values
}

/** Whether no stretch of lines without a number opening one is longer than a note. */
function isFilled(lines: readonly Line[]): boolean {
  let length = 0
  return lines.every((line, index) => {
    length = readOpeningAt(lines, index) === undefined ? length + Math.max(fullLine / 2, line.text.length) : 0
    return length < longest * fullLine
  })
}
