/**
 * Writes a list of numbers as people do, with runs joined: `25–30, 44`. Labels that are no numbers follow in order.
 */

/** Formats numbers or labels as ranges; repeated ones count once. */
export function formatRanges(labels: readonly (number | string)[]): string {
  const texts = [...new Set(labels.map(String))]
  const numbers = texts.filter(text => /^\d{1,15}$/u.test(text)).map(Number)
  const others = texts.filter(text => !/^\d{1,15}$/u.test(text))
  const ranges: { first: number; last: number }[] = []
  for (const number of [...new Set(numbers)].sort((a, b) => a - b)) {
    const range = ranges.at(-1)
    if (range && number === range.last + 1) range.last = number
    else ranges.push({ first: number, last: number })
  }
  const joined = ranges.flatMap(({ first, last }) => {
    if (first === last) return [`${first}`]
    return last === first + 1 ? [`${first}`, `${last}`] : [`${first}–${last}`]
  })
  return [...joined, ...others].join(', ')
}
