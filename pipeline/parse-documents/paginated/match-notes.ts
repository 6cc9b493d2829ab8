/**
 * Identifiers: what a marker and its note share. Where numbers run through the text the number is enough; where they
 * return, a marker belongs to the next note of its number, or, with all notes at the end, to the run of notes that has
 * the place of its own run.
 */
import type { Numbering } from './chain-numbers.ts'

interface Numbered {
  readonly value: number
  readonly label: string
  readonly page: number
}

interface NumberedMarker extends Numbered {
  /** Line of the seed. */
  readonly line: number
}

interface NumberedNote extends Numbered {
  readonly lines: readonly { readonly number: number }[]
}

export interface Identifiers {
  readonly markers: readonly string[]
  readonly definitions: readonly string[]
}

/** Identifiers of markers and definitions, each in text order. */
export function matchNotes(
  markers: readonly NumberedMarker[],
  definitions: readonly NumberedNote[],
  numbering: Numbering,
): Identifiers {
  const returning = numbering !== 'continuous' || numberRuns(definitions).at(-1) !== numberRuns(definitions)[0]
  const plain = ({ label }: Numbered) => label.toLowerCase()
  if (!returning) return { markers: markers.map(plain), definitions: definitions.map(plain) }
  const runs = numberRuns(markers)
  const own = markers.map(({ value, page }, index) =>
    numbering === 'page' ? `p${page}-${value}` : `c${runs[index]}-${value}`,
  )
  const noteRuns = numberRuns(definitions)
  const matches = isInterleaved(markers, definitions)
    ? matchByPlace(markers, definitions)
    : matchByRun(markers, definitions, runs, noteRuns)
  const taken = new Set(own)
  const names: string[] = new Array(definitions.length)
  matches.forEach((note, index) => {
    if (note >= 0) names[note] = own[index] as string
  })
  definitions.forEach(({ value, page }, index) => {
    if (names[index] !== undefined) return
    const name = numbering === 'page' && page > 0 ? `p${page}-${value}` : `c${noteRuns[index]}-${value}`
    names[index] = taken.has(name) ? `${name}-${index + 1}` : name
  })
  return { markers: own, definitions: names }
}

/** For each note the run it belongs to, from 1; a run ends where a number does not rise. */
function numberRuns(notes: readonly Numbered[]): readonly number[] {
  let run = 1
  return notes.map(({ value }, index) => {
    if (value <= (notes[index - 1]?.value ?? 0)) run += 1
    return run
  })
}

/** Whether notes stand among the text and not all behind it. */
function isInterleaved(markers: readonly NumberedMarker[], definitions: readonly NumberedNote[]): boolean {
  return (definitions[0]?.lines[0]?.number ?? Number.POSITIVE_INFINITY) < (markers.at(-1)?.line ?? 0)
}

/** For each marker the next note of its number behind it, unless a later marker of that number is nearer. */
function matchByPlace(markers: readonly NumberedMarker[], definitions: readonly NumberedNote[]): readonly number[] {
  const waiting = new Map<number, number>()
  const matches = markers.map(() => -1)
  let next = 0
  const settle = (line: number) => {
    for (; next < definitions.length; next += 1) {
      const { value, lines } = definitions[next] as NumberedNote
      if ((lines[0]?.number ?? 0) > line) break
      const marker = waiting.get(value)
      if (marker === undefined) continue
      matches[marker] = next
      waiting.delete(value)
    }
  }
  markers.forEach(({ value, line }, index) => {
    settle(line)
    waiting.set(value, index)
  })
  settle(Number.POSITIVE_INFINITY)
  return matches
}

/** For each marker the note of its number in the run of notes of the same place. */
function matchByRun(
  markers: readonly NumberedMarker[],
  definitions: readonly NumberedNote[],
  runs: readonly number[],
  noteRuns: readonly number[],
): readonly number[] {
  const notes = new Map(definitions.map(({ value }, index) => [`${noteRuns[index]}-${value}`, index]))
  return markers.map(({ value }, index) => notes.get(`${runs[index]}-${value}`) ?? -1)
}
