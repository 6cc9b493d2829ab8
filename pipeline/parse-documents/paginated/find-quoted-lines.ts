/**
 * Which lines are set apart as a quotation: several in a row that keep one indent on the left, where the text around
 * them stands at the margin.
 */
import { largest } from '../../tree/largest.ts'
import type { BodyLine } from './find-note-blocks.ts'
import type { Layout } from './measure-layout.ts'
import type { Line } from './read-lines.ts'

/** Columns from which an indent on every line is more than a first line's. */
const leastIndent = 3

/** The quoted lines of a body whose indents are counted from the margin, each with the width of a full line there. */
export function findQuotedLines(
  lines: readonly BodyLine[],
  layout: Layout,
  isOther: (line: Line) => boolean,
): ReadonlyMap<Line, number> {
  const quoted = new Map<Line, number>()
  let run: Line[] = []
  const close = () => {
    const measure = largest(run, ({ width }) => width)
    if (isQuotation(run, layout)) for (const line of run) quoted.set(line, measure)
    run = []
  }
  for (const { line } of lines) {
    const last = run.at(-1)
    if (line.indent < leastIndent || isOther(line) || (last && Math.abs(last.indent - line.indent) > 1)) close()
    if (line.indent >= leastIndent && !isOther(line)) run.push(line)
  }
  close()
  return quoted
}

/** At least two lines, of which all but the last are long: centred titles and addresses are not. */
function isQuotation(run: readonly Line[], layout: Layout): boolean {
  if (run.length < 2) return false
  const longest = largest(run, ({ width }) => width)
  if (longest < layout.measure * 0.5) return false
  const full = run.slice(0, -1).filter(({ width }) => width > longest * 0.8).length
  return full > (run.length - 1) * 0.6
}
