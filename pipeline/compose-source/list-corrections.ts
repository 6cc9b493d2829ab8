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

/** The rows with their links: to the note itself, else to the paragraph or note that holds the line. */
export function linkRows(
  rows: readonly CorrectionView[],
  places: readonly { readonly id: string; readonly lines?: string }[],
  notes: SourceView['notes'],
): readonly CorrectionView[] {
  return rows.map(row => {
    const own = row.note !== null && notes.find(({ note, text }) => note === row.note && text === row.to)
    return { ...row, href: own ? `#${own.id}` : findPlace(places, row.line) }
  })
}

/** A link to the paragraph or note that holds a line; null where none does. */
export function findPlace(
  places: readonly { readonly id: string; readonly lines?: string }[],
  line: number,
): string | null {
  const place = places.find(({ lines }) => lines !== undefined && holdsLine(lines, line))
  return place ? `#${place.id}` : null
}

/** Whether a line is among lines that are written as `58–94`, or `58`. */
export function holdsLine(lines: string, line: number): boolean {
  const [first = 0, last = first] = lines.split('–').map(Number)
  return first <= line && line <= last
}
