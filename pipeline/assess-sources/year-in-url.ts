/**
 * Reads the year in which a page was published off its address, where the address has it as a date. A number that could
 * be anything else (the number of an article, the year a report is about, the day a file was put on a server) is no
 * year: silence costs less here than a false alarm.
 */

const year = '(?:19[89]\\d|20\\d\\d)'
const month = '(?:0?[1-9]|1[0-2])'
const day = '(?:0?[1-9]|[12]\\d|3[01])'

/** Shapes of a date in a path, each with the year as its group. */
const shapes: readonly RegExp[] = [
  // /2021/05/14/… and /2021/05/…
  new RegExp(`/(${year})/${month}(?=/|$)`, 'gu'),
  // /2021-05-14-… and /news-2021_05_14
  new RegExp(`(?<!\\d)(${year})([-_.])${month}\\2${day}(?!\\d)`, 'gu'),
  // /14-05-2021/ and /14.05.2021-…
  new RegExp(`(?<!\\d)${day}([-_.])${month}\\1(?<year>${year})(?!\\d)`, 'gu'),
  // /20210514/
  /(?<=[/_-])((?:19[89]|20\d)\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?=[/_.-]|$)/gu,
  // …-530408-2022/: the number of an article and its year, at the end of the path
  new RegExp(`-\\d{4,9}-(${year})(?:\\.[a-z]{3,5})?/?$`, 'gu'),
]

/** The day on which a file was stored says little of when it was written. */
const stores = /\/(?:uploads?|files?|media|images?|assets|static|storage|attachments?|documents?)\//iu

/** The years that an address gives as dates of publication; none where it is not certain to. */
export function yearsInUrl(url: string): readonly number[] {
  const path = pathOf(url)
  if (stores.test(path)) return []
  const found = shapes.flatMap(shape => [...path.matchAll(shape)].map(match => Number(match.groups?.year ?? match[1])))
  return [...new Set(found)]
}

/** Without host, query and fragment; of an archived page, the address that was archived. */
function pathOf(url: string): string {
  const archived = /\/web\/\d{4,14}[a-z_]*\/(\w+:.*)$/iu.exec(url)?.[1]
  if (archived !== undefined) return pathOf(archived)
  return /^(?:\w+:\/+)?[^/?#]*([^?#]*)/u.exec(url)?.[1] ?? ''
}
