/**
 * Tells citations that a marker in the text makes from those that stand for a note alone, which no marker calls.
 */
import type { Position } from 'unist'
import type { Citation } from '../contract/bibliography.ts'
import type { CitedDocument } from '../contract/document.ts'
import { listNotes } from '../tree/list-notes.ts'

/** A document's citations in two lists. */
export interface SortedCitations {
  readonly document: CitedDocument
  readonly called: readonly Citation[]
  readonly uncalled: readonly Citation[]
}

/** By place: the origin of a citation is its marker, where there is one. */
export function sortCitations(document: CitedDocument): SortedCitations {
  const markers = new Set(
    listNotes(document.tree).markers.map(({ identifier, position }) => keyOf(identifier, position)),
  )
  const isCalled = ({ identifier, origin }: Citation) => markers.has(keyOf(identifier, origin.position))
  return {
    document,
    called: document.citations.filter(isCalled),
    uncalled: document.citations.filter(citation => !isCalled(citation)),
  }
}

function keyOf(identifier: string, { start }: Position): string {
  return `${start.line}:${start.column} ${identifier}`
}
