/**
 * Reads a note as the references that it names, one by one and in order; most notes name one.
 */
import { parseReference } from './parse-reference.ts'
import type { Reference } from './reference.ts'
import { splitReferences } from './split-references.ts'

/** The references of a note, white space single. */
export function parseNote(text: string): readonly Reference[] {
  return splitReferences(text).map(part => parseReference(part))
}
