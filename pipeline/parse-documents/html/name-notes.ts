/**
 * Identifiers of notes: what a marker and its note share. The printed label is enough while no other note prints the
 * same; the second note of a label and those after it get their count.
 */
import type { Notes } from './notes.ts'

/** What a call and its note have in common, and what is printed. */
export interface Name {
  readonly identifier: string
  readonly label: string
}

/** Names of the calls and of the notes, each in their order. */
export interface Names {
  readonly calls: readonly Name[]
  readonly notes: readonly Name[]
}

/** Names the notes of a page: by the label of the first marker that calls them, else by their own. */
export function nameNotes({ calls, notes }: Notes): Names {
  const used = new Map<string, number>()
  const claim = (label: string): Name => {
    const plain = label.toLowerCase()
    const count = (used.get(plain) ?? 0) + 1
    used.set(plain, count)
    return { label, identifier: count === 1 ? plain : `${plain}-${count}` }
  }
  const byKey = new Map<unknown, Name>()
  for (const { note, key, label } of calls) {
    const shared = note ?? key
    if (!byKey.has(shared)) byKey.set(shared, claim(label))
  }
  notes.forEach((note, index) => {
    if (!byKey.has(note)) byKey.set(note, claim(note.ownLabel ?? String(index + 1)))
  })
  const named = (key: unknown) => byKey.get(key) as Name
  return {
    calls: calls.map(({ note, key, label }) => ({ identifier: named(note ?? key).identifier, label })),
    notes: notes.map(named),
  }
}
