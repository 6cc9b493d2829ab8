/**
 * Third pass: which lines of a page are its notes. A block begins at a separator (a run of spaces, dashes or
 * underscores), or, where none is printed, at the page's last lines that count up and are called above; a chapter's
 * or book's endnotes begin at their title.
 */

import type { Page } from './find-pages.ts'
import { findUnmarkedBlock } from './find-unmarked-block.ts'
import { areAnnotated, findUntitledEndnotes } from './find-untitled-endnotes.ts'
import { readOpeningAt } from './note-openings.ts'
import { isSeparator, opensSoon } from './note-separators.ts'
import { pairRaisedNumbers } from './pair-raised-numbers.ts'
import { findPrintedNotes } from './print-blocks.ts'
import { isDoubleSpaced, type Line } from './read-lines.ts'
import { type Endnotes, findEndnotesTitle, isEndnotesTitle, isListTitle, takeEndnotes } from './take-endnotes.ts'

/** A line of body text and its page. */
export interface BodyLine {
  readonly line: Line
  readonly page: number
}

/** Consecutive lines that hold notes. */
export interface NoteBlock {
  /** Page it begins on; 0 for endnotes, which belong to no page. */
  readonly page: number
  readonly lines: readonly Line[]
}

/** Every line is in the body or in a block; separators and the titles of endnotes are in neither. */
export interface NoteLayout {
  readonly body: readonly BodyLine[]
  readonly blocks: readonly NoteBlock[]
}

/** Parts the lines of all pages into body and note blocks. */
export function findNoteBlocks(given: readonly Page[]): NoteLayout {
  const doubleSpaced = isDoubleSpaced(given.flatMap(page => page.lines))
  const body: BodyLine[] = []
  const blocks: NoteBlock[] = []
  // A paper with endnotes has no notes on its pages, unless they are marked off.
  const isTitle = createTitleTest(given)
  const hasTitle = given.some((page, index) => findEndnotesTitle(page.lines, isTitle, given[index + 1]?.lines) >= 0)
  const untitled = hasTitle ? undefined : findUntitledEndnotes(given)
  const hasEndnotes = hasTitle || untitled !== undefined
  const pages = untitled?.pages ?? given
  // Short lines of the text: where one returns among the endnotes, it heads a chapter's.
  const headings = new Set<string>()
  let endnotes: Endnotes | undefined
  const openEndnotes = (): Endnotes => {
    const lines: Line[] = []
    blocks.push({ page: 0, lines })
    return { lines, last: 0, headings }
  }
  for (const [index, page] of pages.entries()) {
    let rest = pairRaisedNumbers(page.lines)
    if (index === untitled?.first) endnotes = openEndnotes()
    while (rest.length > 0) {
      if (endnotes) {
        rest = rest.slice(takeEndnotes(rest, endnotes, doubleSpaced))
        const [head] = rest
        if (!head) break
        endnotes = undefined
        if (headings.has(head.text)) {
          // Below a chapter's heading its notes begin; like the title it says nothing else.
          rest = rest.slice(1)
          endnotes = openEndnotes()
          continue
        }
      }
      const title = findEndnotesTitle(rest, isTitle, pages[index + 1]?.lines)
      const above = title < 0 ? rest : rest.slice(0, title)
      const starts = findBlockStarts(above, hasEndnotes, blocks.at(-1))
      const { text, notes } = splitPage(above, starts, doubleSpaced)
      for (const lines of notes) blocks.push({ page: page.number, lines })
      for (const line of text) body.push({ line, page: page.number })
      if (title < 0) break
      for (const { line } of body) if (mayBeHeading(line)) headings.add(line.text)
      endnotes = openEndnotes()
      rest = rest.slice(title + 1)
    }
  }
  return { body, blocks }
}

/** Tells titles of endnotes; where the pages have notes of their own, a list of references is no such. */
function createTitleTest(pages: readonly Page[]): (text: string) => boolean {
  let annotated: boolean | undefined
  return text => {
    if (!isEndnotesTitle(text)) return false
    if (!isListTitle(text)) return true
    annotated ??= areAnnotated(pages)
    return !annotated
  }
}

/** Whether a line may be the heading of a chapter: it is short, has words and no stop. */
function mayBeHeading({ text }: Line): boolean {
  return text.length < 100 && /\p{L}{3}/u.test(text) && /^[\p{Lu}\p{Lo}\d]/u.test(text) && !/[.,;:]$/u.test(text)
}

interface PageParts {
  readonly text: readonly Line[]
  readonly notes: readonly (readonly Line[])[]
}

/**
 * Parts one page. A block ends with the page; in a double-spaced extract, where notes are set tight, at the next empty
 * line, so that text may follow on a page whose end the extract does not show.
 */
function splitPage(lines: readonly Line[], starts: readonly BlockStart[], doubleSpaced: boolean): PageParts {
  const text: Line[] = []
  const notes: Line[][] = []
  let from = 0
  for (const start of starts) {
    const first = lines.findIndex((line, index) => index >= start.notes && !line.blank)
    if (start.separator < from || first < 0) continue
    const end = doubleSpaced ? findTightEnd(lines, first) : lines.length
    for (const line of lines.slice(from, start.separator)) text.push(line)
    notes.push(lines.slice(first, end))
    from = end
  }
  for (const line of lines.slice(from)) text.push(line)
  return { text, notes }
}

/** Where notes that are set tight end: at an empty line below which no next note opens. */
function findTightEnd(lines: readonly Line[], first: number): number {
  let last = readOpeningAt(lines, first)?.value ?? 0
  for (let index = first + 1; index < lines.length; index += 1) {
    if (lines[index]?.blank) continue
    const value = readOpeningAt(lines, index)?.value
    const goesOn = value !== undefined && value > last && value <= last + 3
    if (lines[index - 1]?.blank && !goesOn) return index - 1
    if (goesOn) last = value
  }
  return lines.length
}

interface BlockStart {
  readonly separator: number
  readonly notes: number
}

/** Where blocks begin: at a separator, or at their first line. Only a double-spaced page can hold more than one. */
function findBlockStarts(
  lines: readonly Line[],
  hasEndnotes: boolean,
  previous: NoteBlock | undefined,
): readonly BlockStart[] {
  const separators = lines.flatMap((line, index) => (isSeparator(line) && opensSoon(lines, index + 1) ? [index] : []))
  if (separators.length > 0) return separators.map(separator => ({ separator, notes: separator + 1 }))
  const printed = findPrintedNotes(lines, isCutOff(previous))
  if (printed >= 0) return [{ separator: printed, notes: printed }]
  if (hasEndnotes) return []
  const unmarked = findUnmarkedBlock(lines, lastNumber(previous))
  // What stands right below the title of a list of references is that list.
  const title = lines.findLast((line, index) => index < unmarked && !line.blank)
  if (unmarked < 0 || (title && isListTitle(title.text))) return []
  const start = unmarked - countCarried(lines.slice(0, unmarked), previous)
  return [{ separator: start, notes: start }]
}

function lastNumber(block: NoteBlock | undefined): number {
  const openings = block?.lines.map((line, index) => (line.blank ? undefined : readOpeningAt(block.lines, index)))
  return openings?.findLast(opening => opening !== undefined)?.value ?? 0
}

/** Whether a page's last note goes on to the next page. */
function isCutOff(block: NoteBlock | undefined): boolean {
  const last = block?.lines.findLast(line => !line.blank)
  return last !== undefined && block?.page !== 0 && !/[.!?。！？…)\]»”"]$/u.test(last.text)
}

/** How many lines above a block, up to an empty one, go on with a note that the page before broke off. */
function countCarried(above: readonly Line[], previous: NoteBlock | undefined): number {
  if (!isCutOff(previous)) return 0
  const gap = above.findLastIndex(line => line.blank)
  const count = above.length - 1 - gap
  return gap > 0 && count <= 10 ? count : 0
}
