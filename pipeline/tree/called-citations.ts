/**
 * Tells citations that a marker in the text makes from those that stand for a note alone, which no marker calls.
 */
import type { Position } from 'unist'
import type { Citation } from '../contract/bibliography.ts'
import type { CitedDocument } from '../contract/document.ts'
import { listNotes } from './list-notes.ts'

/** Whether a citation of the document is called. By place: the origin of a citation is its marker, where there is one. */
export function createCallCheck({ tree }: Pick<CitedDocument, 'tree'>): (citation: Citation) => boolean {
  const markers = new Set(listNotes(tree).markers.map(({ identifier, position }) => keyOf(identifier, position)))
  return ({ identifier, origin }) => markers.has(keyOf(identifier, origin.position))
}

function keyOf(identifier: string, { start }: Position): string {
  return `${start.line}:${start.column} ${identifier}`
}
