import type { CslItem } from '../pipeline/contract/bibliography.ts'
import { renderBibliography } from '../pipeline/render-output/render-bibliography.ts'

/** Items as the text of a format, for tests that have no works around them. */
export function renderItems(items: readonly CslItem[], format: Parameters<typeof renderBibliography>[1]): string {
  return renderBibliography(
    items.map(csl => ({ csl })),
    format,
  )
}
