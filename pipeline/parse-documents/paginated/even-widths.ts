/**
 * Lines as wide as they were on paper. A tool that puts words together again which were cut at a line's end sets the
 * whole word, or the whole next line, on the line where it began: that line is too wide then, and the next too narrow.
 */
import type { BodyLine } from './find-note-blocks.ts'
import { measureColumns } from './line-faces.ts'
import type { Layout } from './measure-layout.ts'

/** Shares of a full line: more than a face's uncertainty, and more than one word. */
const tooWide = 1.06
const joined = 1.4

/** The lines with widths put right; lines whose print is known, or that were broken at a column, have theirs. */
export function evenWidths(lines: readonly BodyLine[], { measure, face }: Layout): readonly BodyLine[] {
  if (measure === 0 || face === measureColumns) return lines
  let moved = 0
  return lines.map(body => {
    const { line, page } = body
    if (line.print) return body
    let width = line.width + moved
    while (width > measure * joined) width -= measure
    moved = width > measure * tooWide ? width - measure : 0
    return width === line.width ? body : { page, line: { ...line, width } }
  })
}
