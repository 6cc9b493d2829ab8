/**
 * Parts a document's citations by whether a marker in the text makes them.
 */
import type { Citation } from '../contract/bibliography.ts'
import type { CitedDocument } from '../contract/document.ts'
import { createCallCheck } from '../tree/called-citations.ts'

/** A document's citations in two lists. */
export interface SortedCitations {
  readonly document: CitedDocument
  readonly called: readonly Citation[]
  readonly uncalled: readonly Citation[]
}

/** Each list in the order of the document. */
export function sortCitations(document: CitedDocument): SortedCitations {
  const isCalled = createCallCheck(document)
  return {
    document,
    called: document.citations.filter(isCalled),
    uncalled: document.citations.filter(citation => !isCalled(citation)),
  }
}
