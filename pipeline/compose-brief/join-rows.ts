/**
 * Rows of a figures table that stand together: of one sentence with several notes, or of sentences that the same words
 * lead into. Those words are shown in the first row alone, as a table that repeats them hides its figures.
 */
import type { FigureRow } from '../contract/figure-view.ts'

/** The rows, those that go on with the sentence or the context of the row before them without that context. */
export function joinRows(rows: readonly FigureRow[]): readonly FigureRow[] {
  return rows.map((row, index) => {
    const before = rows[index - 1]
    if (!before || !goesOn(row, before)) return row
    const { context: _shown, ...excerpt } = row.excerpt
    return { ...row, excerpt, goesOn: true }
  })
}

function goesOn(row: FigureRow, before: FigureRow): boolean {
  if (row.statement.id === before.statement.id) return true
  const [own, other] = [row.excerpt.context, before.excerpt.context]
  return own !== undefined && own.id === other?.id && own.text === other.text
}
