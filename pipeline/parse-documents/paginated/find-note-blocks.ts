/**
 * Third pass: which lines of a page are its notes. A block begins at a separator (a run of spaces, dashes or
 * underscores), or, where none is printed, at the page's last run of lines that open with consecutive numbers which
 * are called above; a chapter's or book's endnotes begin at their title.
 */

import type { Page } from './find-pages.ts'
import { type NoteOpening, readOpening } from './note-openings.ts'
import { isDoubleSpaced, type Line } from './read-lines.ts'

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

/** Every line is in the body or in a block; separators and endnote titles are in neither. */
export interface NoteLayout {
  readonly body: readonly BodyLine[]
  readonly blocks: readonly NoteBlock[]
}

/** Parts the lines of all pages into body and note blocks. */
export function findNoteBlocks(pages: readonly Page[]): NoteLayout {
  const doubleSpaced = isDoubleSpaced(pages.flatMap(page => page.lines))
  const body: BodyLine[] = []
  const blocks: NoteBlock[] = []
  let endnotes: Line[] | undefined
  for (const page of pages) {
    let rest = page.lines
    if (endnotes) {
      endnotes.push(...rest)
      continue
    }
    const title = findEndnotesTitle(rest)
    if (title >= 0) {
      endnotes = [...rest.slice(title + 1)]
      blocks.push({ page: 0, lines: endnotes })
      rest = rest.slice(0, title)
    }
    const { text, notes } = splitPage(rest, doubleSpaced)
    blocks.push(...notes.map(lines => ({ page: page.number, lines })))
    body.push(...text.map(line => ({ line, page: page.number })))
  }
  return { body, blocks }
}

interface PageParts {
  readonly text: readonly Line[]
  readonly notes: readonly (readonly Line[])[]
}

/**
 * Parts one page. A block ends with the page; in a double-spaced extract, where notes are set tight, at the next empty
 * line, so that text may follow on a page whose end the extract does not show.
 */
function splitPage(lines: readonly Line[], doubleSpaced: boolean): PageParts {
  const text: Line[] = []
  const notes: Line[][] = []
  let from = 0
  for (const start of findBlockStarts(lines)) {
    const first = lines.findIndex((line, index) => index >= start.notes && !line.blank)
    if (start.separator < from || first < 0) continue
    const gap = doubleSpaced ? lines.findIndex((line, index) => index > first && line.blank) : -1
    const end = gap > 0 ? gap : lines.length
    text.push(...lines.slice(from, start.separator))
    notes.push(lines.slice(first, end))
    from = end
  }
  text.push(...lines.slice(from))
  return { text, notes }
}

/** Where blocks begin: at a separator, or at their first line. Only a double-spaced page can hold more than one. */
function findBlockStarts(lines: readonly Line[]): readonly { readonly separator: number; readonly notes: number }[] {
  const separators = lines.flatMap((line, index) => (isSeparator(line) && opensSoon(lines, index + 1) ? [index] : []))
  if (separators.length > 0) return separators.map(separator => ({ separator, notes: separator + 1 }))
  const unmarked = findUnmarkedBlock(lines)
  return unmarked < 0 ? [] : [{ separator: unmarked, notes: unmarked }]
}

/** A line of ten or more spaces, or of nothing but five or more rules. */
function isSeparator(line: Line): boolean {
  if (line.blank) return line.raw.length >= 10
  return /^[-–—_=─━*]{5,}$/u.test(line.text.replace(/\s/gu, ''))
}

/** Whether a note opens within the next few lines of text. */
function opensSoon(lines: readonly Line[], from: number): boolean {
  const next = lines.slice(from, from + 12).filter(line => !line.blank)
  return next.slice(0, 6).some(line => readOpening(line.text) !== undefined)
}

/** Index of the first line of a block that no separator announces; -1 if there is none. */
function findUnmarkedBlock(lines: readonly Line[]): number {
  const openings = lines.flatMap((line, index) => {
    const opening = line.blank ? undefined : readOpening(line.text)
    return opening && index > lines.length / 5 ? [{ ...opening, index }] : []
  })
  let start: (NoteOpening & { index: number }) | undefined
  for (const opening of openings.toReversed()) {
    if (start && (opening.value !== start.value - 1 || opening.style !== start.style)) break
    if (!isCalled(opening, lines, opening.index)) break
    start = opening
  }
  return start?.index ?? -1
}

/** Whether the text above calls a note of this number, glued to a word or a closing mark. */
function isCalled(opening: NoteOpening, lines: readonly Line[], before: number): boolean {
  const call = new RegExp(
    opening.style === 'superscript' || opening.style === 'symbol'
      ? escapePattern(opening.label)
      : `[\\p{L}\\p{Pe}\\p{Pf}"'’.,;:!?…\\[(]${opening.value}(?![\\d.,]\\d|\\d|[-–%])`,
    'u',
  )
  return lines.slice(0, before).some(line => call.test(line.text))
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}

const endnoteTitles =
  /^(?:end)?notes?(?: and references)?$|^(?:references|footnotes|примечания|сноски|ссылки|примечания и ссылки|anmerkungen|fußnoten|endnoten|notes de fin|notes et références|références|notas|注|注释|註|註釋)[:.]?$/iu

function findEndnotesTitle(lines: readonly Line[]): number {
  return lines.findIndex((line, index) => {
    if (line.blank || !endnoteTitles.test(line.text)) return false
    const next = lines.slice(index + 1).find(other => !other.blank)
    return next !== undefined && (readOpening(next.text)?.value ?? 0) === 1
  })
}
