/**
 * What a line's width is measured in: a book face, or columns where the text was broken at a number of characters. In
 * columns no next word would have fitted on a line that goes on; in a book face many would.
 */

import type { BodyLine } from './find-note-blocks.ts'

/** Width of a text in thousandths of an em. */
export type Face = (text: string) => number

const wide = /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE4F\uFF00-\uFF60\uFFE0-\uFFE6]/gu

/** Half an em a column; full-width characters take two. */
export function measureColumns(text: string): number {
  return 500 * (text.length + (text.match(wide)?.length ?? 0))
}

/** What must fit on the line above: a word, or in scripts without spaces a character and the stops after it. */
export const fittingWord =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][。，、；：？！》”’）」』]*[\d〔〕【】[\]⁰¹²³⁴-⁹①-⑳]*|^[^\s\p{Script=Han}]+/u

/**
 * The same lines with their widths in a face and their indents counted from their page's margin; in columns the indent
 * of a paragraph is part of its first line.
 */
export function setIn(face: Face, body: readonly BodyLine[]): readonly BodyLine[] {
  const margins = findMargins(body)
  return body.map(({ line, page }) => {
    const indent = Math.max(0, line.indent - (margins.get(page) ?? 0))
    // Print knows how far a line reaches.
    if (line.print) return { page, line: indent === line.indent ? line : { ...line, indent } }
    const room = face === measureColumns && indent <= 10 ? indent * 500 : 0
    const width = face(line.text) + room
    // Most lines stay as they are, and there may be millions.
    return { page, line: indent === line.indent && width === line.width ? line : { ...line, indent, width } }
  })
}

/** The left margin of each page in columns: the smallest indent that is no single line's. */
function findMargins(body: readonly BodyLine[]): ReadonlyMap<number, number> {
  const pages = new Map<number, number[]>()
  for (const { line, page } of body) {
    const indents = pages.get(page) ?? []
    if (!line.blank) indents.push(line.indent)
    pages.set(page, indents)
  }
  return new Map(
    [...pages].map(([page, indents]) => {
      const sorted = indents.sort((left, right) => left - right)
      return [page, sorted[Math.floor(sorted.length * 0.1)] ?? 0]
    }),
  )
}

/** Whether lines that go on in mid-sentence were broken where the next word passed one fixed column. */
export function isSetInColumns(body: readonly BodyLine[]): boolean {
  const going: { readonly length: number; readonly needed: number }[] = []
  body.forEach(({ line, page }, index) => {
    const next = body[index + 1]
    if (line.blank || next?.page !== page || !/^\p{Ll}/u.test(next.line.text) || /[-.!?:;]$/u.test(line.text)) return
    const length = line.indent + measureColumns(line.text) / 500
    const word = fittingWord.exec(next.line.text)?.[0] ?? ''
    going.push({ length, needed: length + 1 + measureColumns(word) / 500 })
  })
  if (going.length < 8) return false
  const lengths = going.map(({ length }) => length).sort((left, right) => left - right)
  const measure = lengths[Math.floor(lengths.length * 0.98)] ?? 0
  return going.filter(({ needed }) => needed >= measure).length > going.length * 0.95
}
