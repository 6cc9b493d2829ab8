/**
 * The anchor of a note on its source page: pages that lead there and the page itself must agree on it.
 */

/** `note-24`; ASCII, whatever the identifier holds. */
export function noteAnchor(identifier: string): string {
  return `note-${slug(identifier)}`
}

/** Identifiers may hold any character; anchors are ASCII. */
export function slug(identifier: string): string {
  return identifier.replace(/[^\w-]/gu, character => `u${(character.codePointAt(0) ?? 0).toString(16)}`)
}
