/**
 * Pages set in two columns: where an extract keeps the places of its words, a gutter of spaces runs down the page. Each
 * column becomes a page of its own, the left one first, so that its text can be read and its notes stand at its end;
 * lines that cross the gutter, such as titles, stay where they are.
 */
import { largest } from '../../tree/largest.ts'
import { type Line, lineAt } from './read-lines.ts'

/** Least characters of text beside a gutter, and least lines that have some on both sides. */
const leastText = 18
const leastLines = 8

/** The lines of a page as the columns they are set in: one list, or one before, left, right and one after. */
export function splitColumns(lines: readonly Line[]): readonly (readonly Line[])[] {
  // Where print is known, its columns have been read already.
  const gutter = lines.some(({ print }) => print) ? undefined : findGutter(lines.filter(line => !line.blank))
  if (gutter === undefined) return [lines]
  const parts: { readonly wide: Line[]; readonly left: Line[]; readonly right: Line[] }[] = []
  let open = { wide: [] as Line[], left: [] as Line[], right: [] as Line[] }
  for (const line of lines) {
    if (crosses(line, gutter)) {
      if (open.left.length > 0) {
        parts.push(open)
        open = { wide: [], left: [], right: [] }
      }
      open.wide.push(line)
    } else {
      // The spaces of the gutter say nothing of the column's lines.
      open.left.push(lineAt(line, 0, line.raw.slice(0, gutter).trimEnd().length))
      open.right.push(lineAt(line, gutter))
    }
  }
  parts.push(open)
  return mergeBands(parts).filter(column => column.some(line => !line.blank))
}

/** What stands above the columns goes with the left one, and what stands below them with the right. */
function mergeBands(
  parts: readonly { readonly wide: readonly Line[]; readonly left: readonly Line[]; readonly right: readonly Line[] }[],
): readonly (readonly Line[])[] {
  const columns: (readonly Line[])[] = []
  for (const { wide, left, right } of parts) {
    const texts = right.filter(line => !line.blank).length
    if (texts === 0) {
      const last = columns.at(-1)
      if (last) columns[columns.length - 1] = [...last, ...wide, ...left]
      else columns.push([...wide, ...left])
    } else columns.push([...wide, ...left], [...right])
  }
  return columns
}

/** The column at which the fewest lines of a page have text, where text stands on both sides of it. */
function findGutter(lines: readonly Line[]): number | undefined {
  if (lines.length < leastLines || lines.some(({ raw }) => raw.includes('\t'))) return undefined
  const widest = largest(lines, ({ raw }) => raw.length)
  const filled = new Uint32Array(widest + 1)
  for (const { raw } of lines) {
    for (const gap of raw.matchAll(/\S(?:\s{0,1}\S)*/gu))
      for (let at = gap.index; at < gap.index + gap[0].length; at += 1) filled[at] = (filled[at] as number) + 1
  }
  let best: number | undefined
  for (let at = Math.floor(widest * 0.3); at < widest * 0.7; at += 1)
    if (best === undefined || (filled[at] as number) <= (filled[best] as number)) best = at
  if (best === undefined) return undefined
  const gutter = best + 1
  const beside = lines.filter(line => !crosses(line, gutter))
  if (beside.length < lines.length * 0.7) return undefined
  const sides = [
    beside.map(({ raw }) => raw.slice(0, gutter).trim()),
    beside.map(({ raw }) => raw.slice(gutter).trim()),
  ]
  return sides.every(isText) ? gutter : undefined
}

/** Whether lines are those of a column of text, which runs on from line to line as the cells of a table do not. */
function isText(side: readonly string[]): boolean {
  const long = side.filter(text => text.length >= leastText)
  return long.length >= leastLines && long.filter(text => /[\p{Ll},-]$/u.test(text)).length > long.length * 0.5
}

/** Whether a line's text goes over a gutter. */
function crosses({ raw }: Line, gutter: number): boolean {
  return /\S/u.test(raw.slice(gutter - 1, gutter)) || /\S\s?\S/u.test(raw.slice(gutter - 2, gutter + 1))
}
