/**
 * Counts notes by what became of them. The same count stands behind what is said of a seed, of a brief and of a build.
 */
import type { Citation, CitationStatus } from '../contract/bibliography.ts'
import type { NoteCounts, NoteStates, NoteTally } from '../contract/quality.ts'
import { formatRanges } from './format-ranges.ts'

/** The notes behind citations of one seed, each note once. */
export function tallyNotes(citations: readonly Pick<Citation, 'note' | 'identifier' | 'status'>[]): NoteStates {
  const notes = new Map<string, { readonly note: string; readonly statuses: CitationStatus[] }>()
  for (const { note, identifier, status } of citations) {
    const known = notes.get(identifier)
    if (known) known.statuses.push(status)
    else notes.set(identifier, { note, statuses: [status] })
  }
  const states = [...notes.values()].map(({ note, statuses }) => ({ note, status: join(statuses) }))
  const tally = (wanted?: CitationStatus): NoteTally => {
    const labels = states.flatMap(({ note, status }) => (wanted === undefined || status === wanted ? [note] : []))
    return { count: labels.length, ranges: formatRanges(labels) }
  }
  return {
    cited: tally(),
    resolved: tally('resolved'),
    truncated: tally('truncated'),
    missing: tally('missing'),
  }
}

/** A note that names several works is whole where all of them are, and lost where none can be read. */
function join(statuses: readonly CitationStatus[]): CitationStatus {
  if (statuses.every(status => status === 'missing')) return 'missing'
  return statuses.every(status => status === 'resolved') ? 'resolved' : 'truncated'
}

/** Adds up the notes of several seeds. */
export function sumNotes(seeds: readonly NoteStates[]): NoteCounts {
  const sum = (state: keyof NoteStates) => seeds.reduce((total, notes) => total + notes[state].count, 0)
  return {
    cited: sum('cited'),
    resolved: sum('resolved'),
    truncated: sum('truncated'),
    missing: sum('missing'),
  }
}
