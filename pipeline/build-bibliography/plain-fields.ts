/**
 * Fields in the form in which two readings of one work are compared: letters and digits in lower case.
 */
import { rememberTexts } from '../tree/remember-texts.ts'
import type { Draft } from './reference.ts'

/** The family names of the authors. */
export function families(fields: Draft): string {
  return (fields.author ?? []).map(({ family, literal }) => plain(family ?? literal ?? '')).join(';')
}

/** The words of a text; titles are compared with many others. */
export const plain = rememberTexts(text =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\p{M}\d]+/gu, ' ')
    .trim(),
)

/** An edition by its number: `2nd ed` and `2nd edn` are one. */
export function plainEdition(text: string): string {
  return /\d+/u.exec(text)?.[0] ?? plain(text)
}

/** Whether both are numbered, and one is another volume, issue or edition. */
export function differsByPart(a: Draft, b: Draft): boolean {
  return (['volume', 'issue', 'edition'] as const).some(field => {
    const [left, right] = [a[field], b[field]].map(value => plainPart(field, value ?? ''))
    return left !== '' && right !== '' && left !== right
  })
}

function plainPart(field: string, value: string): string {
  return field === 'edition' ? plainEdition(value) : plain(value)
}

/** An address without its scheme, `www.`, fragment and last slash. */
export function plainUrl(url: string): string {
  const [, host = '', path = ''] = /^(?:\w+:\/+)?(?:www\.)?([^/?#]*)(.*)$/iu.exec(url) ?? []
  return `${host.toLowerCase()}${path.replace(/#.*$/u, '').replace(/\/$/u, '')}`
}

/** Whether `whole` is the address that `cut` is what is left of: it stops at a hyphen, as at a line's end. */
export function continuesAddress(cut: string, whole: string): boolean {
  return cut.endsWith('-') && whole.length > cut.length && whole.startsWith(cut)
}
