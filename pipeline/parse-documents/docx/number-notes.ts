/**
 * The numbers of footnotes and endnotes as they are printed: counted through the document, or anew in each section or on
 * each page, in the format that the section says. An identifier is the number itself as long as no two notes share it.
 */
import { formatNumber } from './format-number.ts'
import type { Piece } from './pieces.ts'
import type { NoteKind, NoteNumbering, Section } from './read-sections.ts'

/** A reference in the text. */
export type NoteReference = Extract<Piece, { kind: 'note' }>

/** A note that the text refers to. */
export interface NumberedNote {
  readonly series: NoteKind
  /** Of the note in its part. */
  readonly id: string
  readonly label: string
  readonly identifier: string
  readonly custom: boolean
  /** Where it is first referred to. */
  readonly page: number
}

/** The notes in the order of their first references. */
export function numberNotes(
  references: readonly NoteReference[],
  sections: readonly Section[],
): readonly NumberedNote[] {
  const notes = new Map<string, Omit<NumberedNote, 'identifier'> & { readonly scope: string }>()
  const counters: Record<NoteKind, Counter> = { footnote: { scope: '', count: 0 }, endnote: { scope: '', count: 0 } }
  for (const { series, id, custom, page, section } of references) {
    const key = `${series} ${id}`
    if (notes.has(key)) continue
    const numbering = (sections[section] ?? sections.at(-1))?.notes[series] ?? usual
    const scope = scopeOf(numbering, page, section)
    const label = custom ? custom : count(counters[series], scope, numbering)
    notes.set(key, { series, id, label, custom: Boolean(custom), page, scope })
  }
  const shared = countLabels([...notes.values()].map(({ label }) => label.toLowerCase()))
  const taken = new Map<string, number>()
  return [...notes.values()].map(({ scope, ...note }) => {
    const plain = note.label.toLowerCase()
    const prefix = `${note.series === 'endnote' ? 'endnote-' : ''}${scope}`
    const wanted = (shared.get(plain) ?? 0) > 1 ? `${prefix}${plain}` : plain
    const count = (taken.get(wanted) ?? 0) + 1
    taken.set(wanted, count)
    return { ...note, identifier: count === 1 ? wanted : `${wanted}-${count}` }
  })
}

const usual: NoteNumbering = { format: 'decimal', start: 1, restart: 'continuous' }

interface Counter {
  scope: string
  count: number
}

/** The stretch of the document in which a number is given once. */
function scopeOf({ restart }: NoteNumbering, page: number, section: number): string {
  if (restart === 'eachPage') return `p${page}-`
  return restart === 'eachSect' ? `s${section + 1}-` : ''
}

function count(counter: Counter, scope: string, { format, start }: NoteNumbering): string {
  if (counter.count === 0 || counter.scope !== scope) counter.count = start - 1
  counter.scope = scope
  counter.count += 1
  return formatNumber(counter.count, format)
}

function countLabels(labels: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1)
  return counts
}
