/**
 * The baseline of the benchmark: what an afternoon of regular expressions gives. It knows addresses, DOI, ISBN, the
 * commonest names, GOST and quoted titles, years, pages, volumes and `Place: Publisher`, and no convention in full.
 */
import type { ReadWork } from './references-score.ts'

const persons = /^((?:\p{Lu}[\p{L}'’-]+,? (?:\p{Lu}\.[ -]?){1,3}(?:, |; | and | et | und | & )?){1,6})/u
const person = /(\p{Lu}[\p{L}'’-]+),? ((?:\p{Lu}\.[ -]?){1,3})/gu

/** Reads a note with regular expressions alone. */
export function readPlainly(text: string): readonly ReadWork[] {
  return text.split(/;\s(?=\p{Lu}.*\d{4})/u).map(part => ({ fields: readWork(part) }))
}

function readWork(text: string): Record<string, unknown> {
  const fields: Record<string, unknown> = {}
  const put = (name: string, value: unknown) => {
    if (value !== undefined && value !== '') fields[name] = value
  }
  if (/^(?:ibid|там же|ebd)/iu.test(text)) {
    const page = /\d+(?:[-–]\d+)?/u.exec(text)?.[0]
    return {
      repeats: { of: 'preceding' },
      ...(page === undefined ? {} : { locator: { label: 'page', value: page } }),
    }
  }
  put('URL', /https?:\/\/[^\s<>]+[^\s<>.,)]/u.exec(text)?.[0])
  put('DOI', /10\.\d{4,9}\/[^\s]+[^\s.,]/u.exec(text)?.[0])
  put('ISBN', /ISBN:?\s([\d-]+[\dX])/u.exec(text)?.[1])
  put('medium', /\[((?:electronic|электронн)[^\]]+)\]/iu.exec(text)?.[1])
  const accessed = /(?:access(?:ed)?|обращения|доступа|consulté le|abgerufen am):?\s(\d\d?)\.(\d\d)\.(\d{4})/iu.exec(
    text,
  )
  if (accessed) put('accessed', [Number(accessed[3]), Number(accessed[2]), Number(accessed[1])])
  const rest = text.replace(/https?:\/\/\S+/gu, '')
  const year = /\((\d{4})\)/u.exec(rest)?.[1] ?? rest.match(/(?<!\d)(?:19|20)\d\d(?!\d)/gu)?.[0]
  if (year) put('issued', [Number(year)])
  const head = persons.exec(rest)?.[1] ?? ''
  const authors = [...head.matchAll(person)].map(([, family, given]) => ({ family, given: given?.trim() }))
  if (authors.length > 0) put('author', authors)
  const body = rest.slice(head.length).replace(/^[\s.,:]*(?:\(\d{4}\)[.:,]?\s)?/u, '')
  const [analytic = '', host] = body.split(' // ')
  const quoted = /[«“"„](.{5,200}?)[»”"“]/u.exec(body)?.[1]
  put(
    'title',
    (host ? analytic.split(' / ')[0] : (quoted ?? /^[^/[]+?(?= \/| \[|\. | \(|, )/u.exec(body)?.[0]))?.trim(),
  )
  put('container-title', host ? /^[^.]+/u.exec(host)?.[0].trim() : undefined)
  put('volume', /(?:Vol|vol|Т|Bd|t)\.\s(\d+)/u.exec(rest)?.[1])
  put('issue', /(?:No\.?|no\.?|№|n°|Nr\.|H\.)\s?(\d+)/u.exec(rest)?.[1])
  const imprint = /(\p{Lu}[\p{L}.-]+) ?: ?(\p{Lu}[^:,]+?),? (?:19|20)\d\d/u.exec(body)
  put('publisher-place', imprint?.[1])
  put('publisher', imprint?.[2])
  put('number-of-pages', /(\d+) (?:с|p|S)\./u.exec(rest)?.[1])
  const page = /(?:[CСcсPpS]|pp)\.\s?(\d+(?:[-–]\d+)?)/u.exec(rest)?.[1]
  if (page && (host || page.includes('–') || page.includes('-'))) put('page', page)
  else if (page) put('locator', { label: 'page', value: page })
  put('type', typeOf(fields))
  const title = String(fields.title ?? '')
  if (title !== '') put('language', languageOf(title))
  return fields
}

function typeOf(fields: Record<string, unknown>): string {
  if (fields['container-title'] !== undefined || fields.volume !== undefined) return 'article-journal'
  if (fields.publisher !== undefined) return 'book'
  return fields.URL === undefined ? 'book' : 'webpage'
}

function languageOf(title: string): string {
  if (/\p{Script=Cyrillic}/u.test(title)) return 'ru'
  if (/\b(?:der|die|das|und)\b/iu.test(title)) return 'de'
  return /\b(?:le|la|les|des|et)\b/iu.test(title) ? 'fr' : 'en'
}
