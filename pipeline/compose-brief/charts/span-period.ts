/**
 * Periods as days and kinds, for telling which of them can stand in one picture.
 */

/** First and last day of a period: `2022-02` is from `2022-02-01` to `2022-02-28`. */
export function spanPeriod(iso: string): { readonly start: string; readonly end: string } {
  const [from = iso, to = from] = iso.split('/')
  const [year = '', month = '01'] = from.split('-')
  return { start: from.length === 10 ? from : `${year}-${month}-01`, end: lastDay(to) }
}

function lastDay(reduced: string): string {
  const [year = '', month = '12', day] = reduced.split('-')
  if (day !== undefined) return reduced
  const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return `${year}-${month}-${String(days).padStart(2, '0')}`
}

/**
 * What a period is one of: years are alike, months are, and so are the same months of any year; `2021-01/2021-06` and
 * `2022-01/2022-06`, but not `2022-01/2022-09`.
 */
export function kindOfPeriod(iso: string): string {
  const [from = iso, to] = iso.split('/')
  if (to === undefined) return `${from.split('-').length}`
  return `${from.slice(4)}/${Number(to.slice(0, 4)) - Number(from.slice(0, 4))}${to.slice(4)}`
}
