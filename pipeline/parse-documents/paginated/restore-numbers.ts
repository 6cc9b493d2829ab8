/**
 * Raised note numbers that an extract has put on a line of their own sometimes stand at the page's end and not at their
 * note. Where a number is missing in the count and stands alone further on, its note is parted from the one before it.
 */
import { isLoneNumber } from './note-openings.ts'
import type { Line } from './read-lines.ts'

interface NumberedLines {
  readonly value: number
  readonly label: string
  readonly lines: readonly Line[]
  readonly textColumn: number
}

/** How many notes further on a lost number may stand. */
const farthest = 60

/** The notes, with those parted whose number stands elsewhere. */
export function restoreNumbers<T extends NumberedLines>(definitions: readonly T[]): readonly T[] {
  const loose = definitions.map(({ lines }) =>
    lines.flatMap((_, at) => (at > 0 && isLoneNumber(lines, at) ? [at] : [])),
  )
  if (loose.every(found => found.length === 0)) return definitions
  const taken = new Set<Line>()
  const splits = definitions.map((definition, index) => {
    const next = definitions[index + 1]
    if (next && next.value !== definition.value + 2) return undefined
    const number = findLoose(definitions, loose, index, definition.value + 1)
    const at = number && findSplit(definition.lines)
    if (!number || !at) return undefined
    taken.add(number)
    return at
  })
  return definitions.flatMap((definition, index) => {
    const at = splits[index]
    const kept = (lines: readonly Line[]) => lines.filter(line => !taken.has(line))
    if (at === undefined) return [{ ...definition, lines: kept(definition.lines) }]
    const first = definition.lines[at] as Line
    const textColumn = first.raw.length - first.raw.trimStart().length + 1
    const value = definition.value + 1
    const rest = { ...definition, value, label: String(value), lines: kept(definition.lines.slice(at)), textColumn }
    return [{ ...definition, lines: kept(definition.lines.slice(0, at)) }, rest]
  })
}

function findLoose(
  definitions: readonly NumberedLines[],
  loose: readonly (readonly number[])[],
  from: number,
  value: number,
): Line | undefined {
  for (let index = from; index < Math.min(definitions.length, from + farthest); index += 1) {
    const lines = definitions[index]?.lines ?? []
    const at = (loose[index] as readonly number[]).find(
      place => Number.parseInt(lines[place]?.text ?? '', 10) === value,
    )
    if (at !== undefined) return lines[at]
  }
  return undefined
}

/** Index of the first line that begins like a note below a line that ends like one. */
function findSplit(lines: readonly Line[]): number | undefined {
  const at = lines.findIndex((line, index) => {
    const above = lines[index - 1]
    if (!above || isLoneNumber(lines, index) || isLoneNumber(lines, index - 1)) return false
    return /[.!?。！？)\]”»"]$/u.test(above.text) && /^[\p{Lu}\p{Lo}\p{Pi}"„«《]/u.test(line.text)
  })
  return at < 0 ? undefined : at
}
