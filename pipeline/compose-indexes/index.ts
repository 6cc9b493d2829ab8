/**
 * Composes the pages by which an edition is looked things up in: the search over all that the seeds say, and the works
 * with their uses. Both are one HTML file each that opens from disk.
 */
import type { Bibliography } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { Config } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { ReferenceList } from '../contract/reference-list.ts'
import type { WorkUses } from '../contract/uses.ts'
import type { SearchView, WorksView } from '../contract/views.ts'
import { composeSearch } from './compose-search.ts'
import { composeWorks } from './compose-works.ts'

export interface IndexMaterial {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly uses: readonly WorkUses[]
  readonly briefs: readonly Brief[]
  /** All works, formatted. */
  readonly references: ReferenceList
}

/** The views of the search page and of the page of works. */
export function composeIndexes(
  material: IndexMaterial,
  config: Config,
): Outcome<{ readonly search: SearchView; readonly works: WorksView }> {
  return { value: { search: composeSearch(material, config), works: composeWorks(material, config) }, messages: [] }
}
