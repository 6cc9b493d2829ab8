/**
 * Numbers out of the sequence that call a note again, as papers do that cite by number.
 */
import type { Marker } from './find-markers.ts'
import type { Definition } from './read-definitions.ts'

/** Score from which on a dressed number out of the sequence calls a note that another marker has called already. */
const surely = 3.5

/**
 * The numbers in brackets and the raised ones that call a note again. After a unit, a variable or a number a raised
 * number is a power.
 */
export function findRepeats(
  markers: readonly Marker[],
  candidates: readonly Marker[],
  definitions: readonly Definition[],
  text: string,
): readonly Marker[] {
  const taken = new Set(markers)
  const called = new Set(markers.map(({ value }) => value))
  const defined = new Set(definitions.map(({ value }) => value))
  return candidates.filter(
    candidate =>
      !taken.has(candidate) &&
      (candidate.style === 'bracket' || candidate.style === 'superscript') &&
      candidate.score >= surely &&
      called.has(candidate.value) &&
      defined.has(candidate.value) &&
      !/(?:^|[^\p{L}])\p{L}{0,3}$|\d$/u.test(text.slice(Math.max(0, candidate.start - 8), candidate.start)),
  )
}
