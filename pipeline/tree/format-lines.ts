/**
 * The lines of a place in a seed, as people write them.
 */

/** `58–94`, or `58` where the place is on one line. */
export function formatLines({ start, end }: { readonly start: Lined; readonly end: Lined }): string {
  return start.line === end.line ? `${start.line}` : `${start.line}–${end.line}`
}

interface Lined {
  readonly line: number
}
