/**
 * Binary search for the stretch of a sorted list that an offset falls into: texts that were joined keep such lists of
 * where each stretch begins.
 */

/** Index of the last item that begins at `offset` or before it; 0 where none does. Items are in ascending order. */
export function lastAtMost<T>(items: readonly T[], offset: number, startOf: (item: T) => number): number {
  let low = 0
  let high = items.length - 1
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (startOf(items[middle] as T) <= offset) low = middle
    else high = middle - 1
  }
  return low
}
