/**
 * Anchors of a source page: of note markers, in reading order, and of notes.
 */
import { slug } from '../tree/note-anchor.ts'

/** Anchors of the markers, by note identifier, handed out in reading order. */
export interface Anchors {
  readonly next: (identifier: string) => string
  readonly of: (identifier: string) => readonly string[]
}

/** Anchors for one page, none of them given yet. */
export function createAnchors(): Anchors {
  const given = new Map<string, string[]>()
  return {
    next: identifier => {
      const list = given.get(identifier) ?? []
      const anchor = `marker-${slug(identifier)}${list.length === 0 ? '' : `-${list.length + 1}`}`
      given.set(identifier, [...list, anchor])
      return anchor
    },
    of: identifier => given.get(identifier) ?? [],
  }
}
