/**
 * Reads a note: its references one by one, in order.
 */
import { parseReference } from './parse-reference.ts'
import type { Reference } from './reference.ts'
import { splitReferences } from './split-references.ts'

/** The references of a note, white space single. */
export function parseNote(text: string): readonly Reference[] {
  return splitReferences(text).map(part => parseReference(part))
}
