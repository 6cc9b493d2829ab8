/**
 * Raised numbers that an extract has set on a line of their own in the middle of a paragraph. Such a number stands above
 * the line it belongs to; in that line it has left a gap before a stop, or it keeps its column.
 */
import type { BodyLine } from './find-note-blocks.ts'
import type { Layout } from './measure-layout.ts'
import { type Line, lineAt } from './read-lines.ts'

/** The lines that are such numbers, each with the line below it that it belongs to. */
export function findRaisedLines(lines: readonly BodyLine[], layout: Layout): ReadonlyMap<Line, Line> {
  const found = new Map<Line, Line>()
  if (layout.measure === 0) return found
  lines.forEach(({ line, page }, index) => {
    if (!/^[1-9]\d{0,2}$/u.test(line.text)) return
    const above = lines[index - 1]
    const below = lines[index + 1]
    if (!above || !below || above.page !== page || below.page !== page) return
    // Among the cells of a table numbers stand alone as well.
    const inText = above.line.width > layout.measure * 0.7 && layout.blanksBefore(below.line) === 0
    if (inText && !/^[1-9]\d{0,2}$/u.test(below.line.text)) found.set(below.line, line)
  })
  return found
}

/** A block's lines with its raised numbers put into the lines they belong to. */
export function weaveNumbers(lines: readonly Line[], raised: ReadonlyMap<Line, Line>): readonly Line[] {
  if (raised.size === 0) return lines
  return lines.flatMap(line => {
    const number = raised.get(line)
    if (!number) return [line]
    const at = findGap(line, number)
    return [lineAt(line, 0, at), { ...number, goesOn: true }, { ...lineAt(line, at), goesOn: true }]
  })
}

/** Where in a line's raw text a raised number belongs. */
function findGap(line: Line, number: Line): number {
  const { raw } = line
  if (number.indent > 2) {
    const column = number.raw.length - number.raw.trimStart().length
    const ends = [...raw.matchAll(/\S(?=\s|$)/gu)].map(match => match.index + 1)
    return ends.reduce((best, end) => (Math.abs(end - column) < Math.abs(best - column) ? end : best), raw.length)
  }
  const gap = /(?<=\S)\s+(?=[。，、；：！？）》”’.,;:!?])/u.exec(raw) ?? /(?<=[.!?…。！？]["”»’]?)(?=\s)/u.exec(raw)
  return gap?.index ?? /(?<=[,;:，；：])(?=\s)/u.exec(raw)?.index ?? raw.length - raw.trimStart().length
}
