/**
 * The largest of many values: lists as long as a document do not fit among the arguments of a call.
 */

/** The largest value of a measure over items; 0 where there are none. */
export function largest<T>(items: Iterable<T>, measure: (item: T) => number): number {
  let most = 0
  for (const item of items) most = Math.max(most, measure(item))
  return most
}
