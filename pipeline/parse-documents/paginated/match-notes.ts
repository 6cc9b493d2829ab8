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
  /** Place of its line in reading order. */
  readonly order: number
}

interface NumberedNote extends Numbered {
  readonly lines: readonly { readonly order: number }[]
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
  const own = countRepeats(
    markers.map(({ value, page }, index) => (numbering === 'page' ? `p${page}-${value}` : `c${runs[index]}-${value}`)),
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

/** The names, the second of a kind and those after it with their count: chapters may meet on a page. */
function countRepeats(names: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  return names.map(name => {
    const count = (counts.get(name) ?? 0) + 1
    counts.set(name, count)
    return count === 1 ? name : `${name}-${count}`
  })
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
  return (definitions[0]?.lines[0]?.order ?? Number.POSITIVE_INFINITY) < (markers.at(-1)?.order ?? 0)
}

/**
 * For each marker its note in the next block of notes behind it. Notes stand in the order of their markers, also where
 * chapters meet on a page; markers that their page or chapter left without a note wait no longer.
 */
function matchByPlace(markers: readonly NumberedMarker[], definitions: readonly NumberedNote[]): readonly number[] {
  const matches = markers.map(() => -1)
  let waiting: number[] = []
  let next = 0
  const settle = (order: number) => {
    const from = next
    while (next < definitions.length && (definitions[next]?.lines[0]?.order ?? 0) <= order) next += 1
    if (next === from) return
    const notes = Array.from({ length: next - from }, (_, index) => from + index)
    for (const [marker, note] of alignNumbers(waiting, notes, markers, definitions)) matches[marker] = note
    const page = definitions[next - 1]?.page ?? 0
    waiting = waiting.filter(index => matches[index] === -1 && page > 0 && (markers[index]?.page ?? 0) >= page)
  }
  markers.forEach(({ order }, index) => {
    settle(order)
    waiting.push(index)
  })
  settle(Number.POSITIVE_INFINITY)
  return matches
}

/** The longest common subsequence of two rows of numbers; a marker and a note of one page weigh more. */
function alignNumbers(
  waiting: readonly number[],
  notes: readonly number[],
  markers: readonly NumberedMarker[],
  definitions: readonly NumberedNote[],
): readonly (readonly [marker: number, note: number])[] {
  // Only the last markers can wait for the notes of a page or chapter.
  const called = waiting.slice(-200)
  const weight = (marker: number, note: number) => {
    const [left, right] = [markers[marker], definitions[note]]
    if (left?.value !== right?.value) return 0
    return left?.page === right?.page ? 1.5 : 1
  }
  const width = notes.length + 1
  const best = new Float64Array((called.length + 1) * width)
  for (let i = called.length - 1; i >= 0; i -= 1) {
    for (let j = notes.length - 1; j >= 0; j -= 1) {
      const pair = weight(called[i] as number, notes[j] as number)
      const taken = pair > 0 ? pair + (best[(i + 1) * width + j + 1] as number) : 0
      best[i * width + j] = Math.max(taken, best[(i + 1) * width + j] as number, best[i * width + j + 1] as number)
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < called.length && j < notes.length) {
    const total = best[i * width + j] as number
    const pair = weight(called[i] as number, notes[j] as number)
    if (pair > 0 && total === pair + (best[(i + 1) * width + j + 1] as number)) {
      pairs.push([called[i] as number, notes[j] as number])
      i += 1
      j += 1
    } else if (total === best[(i + 1) * width + j]) i += 1
    else j += 1
  }
  return pairs
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
