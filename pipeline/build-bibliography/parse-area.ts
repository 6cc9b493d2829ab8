/**
 * Reads one area of a description: imprint, date, volume and issue, edition, series, extent or locator. Shared by the
 * parsers of all conventions; an area that is none of these is left to its caller.
 */
import type { Locator } from '../contract/bibliography.ts'
import { compileWords } from './compile-words.ts'
import { publisherWords } from './conventions-kinds.ts'
import { unknownDate, unknownPlace } from './conventions-roles.ts'
import { findEndDate, listDates, parseDate } from './parse-date.ts'
import { addContributors, readNames, takeRole } from './peel-contributors.ts'
import { parseLocator, peelNumbers } from './peel-locator.ts'
import { isPlace } from './places.ts'
import type { Draft } from './reference.ts'

/** Whether the area was understood, and the locator if it is one. */
export interface AreaReading {
  readonly known: boolean
  readonly locator?: Locator
}

/** Reads `area` into `fields`; `strict` is for an area that might as well be a sentence of the title. */
export function parseArea(area: string, fields: Draft, strict: boolean): AreaReading {
  const text = area.replace(/^[\s,;.–—-]+/u, '').replace(/[\s,;–—-]+$/u, '')
  if (text === '' || text === '.') return { known: true }
  const locator = parseLocator(text)
  if (locator) return { known: true, locator }
  const extent = extentPattern.exec(text)
  if (extent) {
    if (extent[1]) fields['number-of-pages'] ??= extent[1]
    return { known: true }
  }
  if (unknownPattern.test(text)) return { known: true }
  const date = findEndDate(text)
  if (date?.index === 0) {
    fields.issued ??= date.issued
    return { known: true }
  }
  const day = dayPattern.test(text) ? fields.issued?.['date-parts'][0] : undefined
  if (day?.length === 1) {
    const issued = parseDate(`${text.replace(/[.,\s]+$/u, '')} ${day[0]}`)
    if (issued && issued['date-parts'][0]?.length === 3) {
      fields.issued = issued
      return { known: true }
    }
  }
  // The number of an act in a register.
  if (/^\d{1,2}\/\d{3,6}$/u.test(text)) return { known: true }
  const role = takeRole(text)
  const names = role ? readNames(role.rest) : []
  if (role && names.some(({ family }) => family !== undefined)) {
    addContributors(fields, role.role, names)
    return { known: true }
  }
  const edition = editionPattern.exec(text)?.[0]
  if (edition) {
    fields.edition ??= edition.replace(/[.,\s]+$/u, '')
    return { known: true }
  }
  const series = /^\(([^()]{3,150})\)\.?$/u.exec(text)?.[1]
  if (series && !strict) {
    fields['collection-title'] ??= series
      .replace(/^=\s?/u, '')
      .replace(/\s?[;,]\s?(?:vol|v|t|т|вып|ч|кн|bd|n|no|№|h|\d).*$/iu, '')
    return { known: true }
  }
  if (/^(?:\d|№|n|v|т|вып|ч|b|t|h|j|i|с|z)/iu.test(text) && readNumbers(text, fields)) return { known: true }
  return { known: parseImprint(text, fields, strict) }
}

const extentPattern =
  /^(?:\[?\d{1,4}\]?,\s?){0,3}(\d{1,4})\s?(?:с|c|p|pp|s|стр|страниц|pages|seiten|l|л)\.?(?:,\s\[?\d{1,3}\]?\s(?:с|л)\.\s?(?:ил|цв)\p{L}*\.?)?(?:\s?:\s?(?:ил|il|ill|табл|рис|цв|граф|карт)\.?.{0,30})?(?:\s?;\s?\d{1,3}\sс[мm]\.?)?$|^\d{1,2}\s(?:vol|bde?|т|электрон)\.?(?:\s.{0,30})?$/iu
const unknownStart = new RegExp(
  `^(?:${compileWords(unknownPlace)})\\s?[:,.]?\\s?(?:${compileWords(unknownPlace)})?\\s?,?\\s?`,
  'iu',
)
const unknownPattern = new RegExp(`^(?:${compileWords(unknownDate)}|${compileWords(unknownPlace)})$`, 'iu')
/** `14 марта`, after an area that gives the year. */
const dayPattern = /^(?:\d{1,2}\s\p{L}{3,9}|\p{L}{3,9}\.?\s\d{1,2})\.?$/u
const editionPattern =
  /^(?:\d{1,2}-?(?:е|ое|nd|rd|th|st|e|ème)\s(?:изд|выд|edn?|éd)[^:;]{0,60}|изд\.\s\d{1,2}-?е[^:;]{0,40}|\d{1,2}\.,?\s?(?:,?\s?(?:\p{Ll}+\.?|u\.),?\s){0,3}(?:aufl|auflage|wyd)\.?|(?:revised|second|third|fourth|rev\.|new)\s(?:ed|edition)\.?|стер(?:еотип)?\.\sизд\.)$/iu

function readNumbers(text: string, fields: Draft): boolean {
  const trial: Draft = {}
  let rest = peelNumbers(text, trial)
  const [date] = listDates(rest)
  if (date) {
    rest = rest.replace(date, ' ')
    const issued = parseDate(date)
    if (issued) trial.issued = issued
  }
  if (trial.volume === undefined && trial.issue === undefined) return false
  if (/\p{L}{2,}/u.test(rest.replace(/г\./u, ''))) return false
  for (const key of ['volume', 'issue'] as const) {
    const value = trial[key]
    if (value !== undefined) fields[key] ??= value
  }
  if (trial.issued) fields.issued ??= trial.issued
  return true
}

/** Reads `Place: Publisher, 2022`, `Publisher, 2022`, `Place, 2022`, `Place: Publisher` or a known place. */
function parseImprint(text: string, fields: Draft, strict: boolean): boolean {
  const date = findEndDate(text)
  const issued = date?.issued
  const names = text
    .slice(0, date?.index)
    .replace(unknownStart, '')
    .replace(/[\s,;.]+$/u, match => (match.includes('.') ? '.' : ''))
  const colon = /^([^:]{1,60}?)\s?:\s?(.{1,120})$/u.exec(names)
  if (colon?.[1] && colon[2]) {
    const place = colon[1].trim()
    const publisher = colon[2].trim()
    if (!isPlace(place) && (strict || !issued) && !looksLikePlace(place, publisher)) return false
    if (strict && !issued && publisher.split(' ').length > 6) return false
    setImprint(fields, place, publisher)
  } else if (isPlace(names)) {
    fields['publisher-place'] ??= names.replace(/(?<=\p{L}{4})\.$/u, '')
  } else if (issued && strict && /^\p{Lu}[\p{L}-]+,\s(?:1[5-9]|20)\d\d\.?$/u.test(text)) {
    // `Полоцк, 2018` is an imprint wherever it stands.
    setLoneName(names, fields)
  } else if (issued && !strict && names.length < 120) {
    const [first = '', ...more] = names.split(/,\s/u)
    if (more.length > 0 && isPlace(first)) setImprint(fields, first, more.join(', '))
    else if (more.length > 0 && isPlace(more.at(-1) ?? ''))
      setImprint(fields, more.at(-1) ?? '', [first, ...more.slice(0, -1)].join(', '))
    else if (/\p{L}{2}/u.test(names)) setLoneName(names.replace(/(?<=\p{L}{4})\.$/u, ''), fields)
    else return false
  } else if (names !== '' || !issued) return false
  if (issued) fields.issued ??= issued
  return true
}

/** `Пинск, 2019` is a place; `LAP LAMBERT Academic Publishing, 2022` a publisher. */
function setLoneName(name: string, fields: Draft): void {
  const place = /^\p{Lu}\p{Ll}[\p{L}-]*(?:\s\p{Lu}?[\p{L}-]+)?$/u.test(name) && !publisherWords.test(name)
  if (place) fields['publisher-place'] ??= name
  else fields.publisher ??= name
}

function setImprint(fields: Draft, place: string, publisher: string): void {
  fields['publisher-place'] ??= place.replace(/(?<=\p{L}{4})\.$/u, '')
  const name = publisher.replace(/(?<!(?:^|[\s.])\p{Lu}|\b(?:Inc|Ltd|Co|Corp)|изд|[Uu]niv)[.,;\s]+$/u, '')
  if (name !== '') fields.publisher ??= name
}

/** One or two capitalised words before a short capitalised name. */
function looksLikePlace(place: string, publisher: string): boolean {
  return (
    /^\p{Lu}[\p{L}.-]+(?:[ -]\p{Lu}[\p{L}.-]+){0,2}(?:\s?[;/,]\s?\p{Lu}[\p{L}.-]+){0,2}$/u.test(place) &&
    /^["«„“]?\p{Lu}/u.test(publisher) &&
    publisher.split(' ').length <= 6
  )
}
