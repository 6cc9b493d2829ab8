/**
 * The table of what an overlay changed in a seed, each row with a link to the place on the page.
 */
import type { Correction } from '../contract/overlay.ts'
import type { CorrectionView, SourceView } from '../contract/views.ts'

/** Rows without their links, which are known when the rest of the page is composed. */
export function listRows(corrections: readonly Correction[]): readonly CorrectionView[] {
  return corrections.map(({ kind, position, from, to, note, why }, index) => ({
    id: `correction-${index + 1}`,
    kind,
    line: position.start.line,
    href: null,
    from: from ?? null,
    to: to ?? null,
    note: note ?? null,
    why: why ?? null,
  }))
}

/** A paragraph or note, and the lines of the seed that it is read from; what is shown of them may be counted otherwise. */
export interface ReadPlace {
  readonly id: string
  readonly first: number
  readonly last: number
}

/** The rows with their links: to the note itself, else to the paragraph or note that holds the line. */
export function linkRows(
  rows: readonly CorrectionView[],
  places: readonly ReadPlace[],
  notes: SourceView['notes'],
): readonly CorrectionView[] {
  return rows.map(row => {
    const own = row.note !== null && notes.find(({ note, text }) => note === row.note && text === row.to)
    return { ...row, href: own ? `#${own.id}` : findPlace(places, row.line) }
  })
}

/** A link to the paragraph or note that holds a line; null where none does. */
export function findPlace(places: readonly ReadPlace[], line: number): string | null {
  const place = places.find(({ first, last }) => first <= line && line <= last)
  return place ? `#${place.id}` : null
}
