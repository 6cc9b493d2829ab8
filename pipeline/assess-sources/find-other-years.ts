/**
 * Works whose address is of another year than their note prints: one of the two is misprinted, or the address leads to
 * another page.
 */
import type { CslItem, Work } from '../contract/bibliography.ts'
import { yearsInUrl } from './year-in-url.ts'

/** A work with the two years. */
export interface OtherYear {
  readonly work: Work
  readonly url: string
  readonly years: { readonly printed: number; readonly inUrl: number }
}

/** The works among `works` whose years disagree. */
export function findOtherYears(works: readonly Work[]): readonly OtherYear[] {
  return works.flatMap((work): OtherYear[] => {
    const printed = work.csl.issued?.['date-parts'][0]?.[0]
    const url = work.csl.URL
    // A year from a library is none that the note prints.
    if (work.imported?.fields.some(field => field === 'issued' || field === 'URL')) return []
    if (url === undefined || printed === undefined || isPrinted(work.csl)) return []
    const years = yearsInUrl(url)
    const [inUrl] = years
    return inUrl === undefined || years.includes(printed) ? [] : [{ work, url, years: { printed, inUrl } }]
  })
}

/** What was printed on paper may have been put on the web in any year after that. */
function isPrinted(csl: CslItem): boolean {
  return [csl.publisher, csl.volume, csl.issue, csl.page, csl.ISBN, csl['publisher-place']].some(
    field => field !== undefined,
  )
}
