/**
 * How the benchmarks print what they measured: the middle of several runs, how far they lay apart, and the bar.
 */

/** The middle of the values, or of the two in the middle. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right)
  return ((sorted[Math.floor((sorted.length - 1) / 2)] ?? 0) + (sorted[Math.ceil((sorted.length - 1) / 2)] ?? 0)) / 2
}

/** Seconds of several runs. */
export function show(seconds: readonly number[]): string {
  return `${median(seconds).toFixed(2)} s  (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})`
}

/** The bar of a value that is to stay below it. */
export function sayBar(value: number, bar: number, unit = ''): string {
  return `(bar ${bar}${unit})${value > bar ? '  NOT REACHED' : ''}`
}
