/**
 * A note among those of all seeds: identifiers are a seed's own.
 */

/** A key for maps and sets, of the seed's path and the note's identifier in it. */
export function noteKey(seed: string, identifier: string): string {
  return `${seed}\n${identifier}`
}
