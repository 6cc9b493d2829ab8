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

/**
 * The pages with the endnotes on pages of their own; undefined where the document does not end in endnotes. `first` is
 * the index of the page on which they begin.
 */
export function findUntitledEndnotes(
  pages: readonly Page[],
): { readonly pages: readonly Page[]; readonly first: number } | undefined {
  const start = findStart(pages)
  if (!start) return undefined
  const { page, line } = start
  const whole = pages[page] as Page
  const above = { ...whole, lines: whole.lines.slice(0, line) }
  const notes = [{ ...whole, lines: whole.lines.slice(line) }, ...pages.slice(page + 1)]
  const before = [...pages.slice(0, page), above]
  if (areAnnotated(before)) return undefined
  const lines = listText(notes)
  const values = countUp(lines)
  // Roman numerals behind words cannot be told at a glance.
  const isRoman = readOpeningAt(lines, 0)?.style === 'roman' && values.length > 3 * least
  // What most of a page's own text calls are the page's notes.
  const called = new Set(
    listText(pages.slice(0, page)).flatMap(({ text }) => readCalls(text).map(({ value }) => value)),
  )
  const known = values.filter(value => called.has(value)).length
  const isCalled = values.length >= least && known > values.length * 0.6
  return isRoman || isCalled ? { pages: [...before, ...notes], first: before.length } : undefined
}

/** Where the last stretch begins that holds nothing but notes: at a page's head, or with note 1 below a gap. */
function findStart(pages: readonly Page[]): { readonly page: number; readonly line: number } | undefined {
  for (let page = pages.length - 1; page > Math.max(0, pages.length - mostPages); page -= 1) {
    const { lines } = pages[page] as Page
    const rest = listText(pages.slice(page + 1))
    if (!isFilled(rest)) return undefined
    const first = lines.findIndex(line => !line.blank)
    const line = lines.findIndex((candidate, index) => {
      if (candidate.blank || (index > first && !lines[index - 1]?.blank)) return false
      const value = readOpeningAt(lines, index)?.value ?? 0
      const begins = index === first ? value > 0 && value <= highestFirst : value === 1
      return begins && isFilled([...lines.slice(index).filter(({ blank }) => !blank), ...rest])
    })
    if (line >= 0) return { page, line }
  }
  return undefined
}

function listText(pages: readonly Page[]): readonly Line[] {
  return pages.flatMap(({ lines }) => lines.filter(line => !line.blank))
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
