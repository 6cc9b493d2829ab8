/**
 * Rows of a figures table that stand together: several figures of one sentence, or of sentences that the same words
 * lead into. Those words are shown in the first row alone, as a table that repeats them hides its figures.
 */
import type { FigureView } from '../contract/brief.ts'

/** The rows, those that go on with the sentence or the context of the row before them without that context. */
export function joinRows(rows: readonly FigureView[]): readonly FigureView[] {
  return rows.map((row, index) => {
    const before = rows[index - 1]
    if (!before || !goesOn(row, before)) return row
    const { context: _shown, ...excerpt } = row.excerpt
    return { ...row, excerpt, goesOn: true }
  })
}

function goesOn(row: FigureView, before: FigureView): boolean {
  if (row.statement.id === before.statement.id) return true
  const [own, other] = [row.excerpt.context, before.excerpt.context]
  return own !== undefined && own.id === other?.id && own.text === other.text
}
