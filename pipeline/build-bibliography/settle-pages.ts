/**
 * Decides which numbers are the pages that a part fills in what contains it, and which are the place cited.
 */
import type { Locator } from '../contract/bibliography.ts'
import type { Draft } from './reference.ts'

/** The numbers that a reference prints, by how it prints them. */
export interface PagesFound {
  /** Labelled, in printed order. */
  readonly places: readonly Locator[]
  /** Behind a word such as `here`. */
  readonly here?: Locator | undefined
  /** Bare, at the end. */
  readonly end?: { readonly value: string; readonly cited: boolean } | undefined
  /** Bare, behind volume and issue. */
  readonly count?: string | undefined
  /** The convention is that of a list, in which one page is the page of a part too. */
  readonly list: boolean
  /** The name of the author is turned: the entry of a list, if it is one of a newspaper. */
  readonly turned?: boolean
}

const range = /\d\s?[-–—]\s?\d/u

/** Sets the page of a part, and gives the place cited. */
export function settlePages(
  fields: Draft,
  { places, here, end, count, list, turned = false }: PagesFound,
): Locator | undefined {
  const other = places.find(({ label }) => label !== 'page' && label !== 'column')
  if (count !== undefined) fields.page ??= count
  let cited = here ?? other
  const labelled = places.find(({ label }) => label === 'page' || label === 'column')
  const printed = labelled?.value ?? end?.value
  if (printed === undefined) return cited
  const contained =
    fields['container-title'] !== undefined || (fields.volume !== undefined && fields.issue !== undefined)
  const daily = (fields.issued?.['date-parts'][0]?.length ?? 0) === 3 && turned
  if (!contained || (end?.cited === true && !labelled && !daily))
    return cited ?? { label: labelled?.label ?? 'page', value: printed }
  const [first = '', ...more] = printed.split(', ')
  if (more.length > 0 && range.test(first) && more.every(value => !range.test(value))) {
    fields.page ??= first
    return cited ?? { label: 'page', value: more.join(', ') }
  }
  if (fields.page === undefined && (range.test(printed) || list || daily || cited !== undefined)) fields.page = printed
  else if (printed !== fields.page) cited ??= { label: labelled?.label ?? 'page', value: printed }
  return cited
}
