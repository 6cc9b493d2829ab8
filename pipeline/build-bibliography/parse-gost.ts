/**
 * Reads descriptions after GOST 7.1-2003, GOST R 7.0.5-2008 and GOST R 7.0.100-2018, in any language: areas parted by
 * `. - ` or, in the short form, by full stops alone; ` / ` before those responsible; ` // ` before what contains it.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { conferenceWords, genres, newspaperWords } from './conventions.ts'
import { parseArea, splitSentences } from './parse-area.ts'
import { parseHead, parsePersons } from './parse-names.ts'
import { mediumMark } from './peel-details.ts'
import { peelLocator, peelNumbers } from './peel-locator.ts'
import type { Draft } from './reference.ts'

/** Whether the text carries marks that only this family of conventions uses. */
export function isGost(text: string): boolean {
  return (
    hostMark.test(text) ||
    text.includes(mediumMark) ||
    splitAreas(text).length > 1 ||
    / \/ (?:\p{Lu}\p{Ll}?\. ?){1,3}\p{Lu}/u.test(text) ||
    / \/ (?:под ред|ed\. by|сост|редкол|отв\. ред|авт)/u.test(text)
  )
}

/** Reads a description into `fields`, and gives its locator. */
export function parseGost(text: string, fields: Draft): Locator | undefined {
  const [analytic = '', ...hosts] = text.split(hostMark)
  if (hosts.length === 0) {
    const locator = parseDescription(analytic, fields)
    fields.type = typeAlone(fields, text)
    return locator
  }
  parseDescription(analytic, fields)
  const locator = parseHost(hosts.join(' // '), fields)
  fields.type = typeInside(fields, text)
  if (fields.type === 'article-newspaper' && locator?.label === 'page') fields.page ??= locator.value
  return locator
}

const hostMark = /\s\/\/\s?(?=\S)/u
const areaMark =
  /(?<=[.,;:!?»"”\])\uE001])\s?[-–—]\s(?=\S)|\s[-–—]\s(?=(?:\d{4}[\s.,]{0,3}(?:[-–—](?:\s|$)|$))|(?:URL|Режим|Mode of|[СCSPp]{1,2}\.\s?\d|№\s?\d|Vol\.|Т\.\s?\d))/u

function splitAreas(text: string): readonly string[] {
  return text
    .replace(/[\s.,–—-]+$/u, '.')
    .split(areaMark)
    .filter(area => /[\p{L}\d]/u.test(area))
}

/** Reads title, those responsible, and the areas after them. */
function parseDescription(text: string, fields: Draft): Locator | undefined {
  const [first = '', ...areas] = splitAreas(text)
  const head = parseHead(first)
  if (head && /^[\s.,:]/u.test(first.slice(head.length)) && first.length > head.length + 2) fields.author = head.authors
  const body = fields.author ? first.slice(head?.length ?? 0).replace(/^[\s.,:]+/u, '') : first
  const tail = parseTitleArea(body, fields, areas.length > 0)
  return parseAreas([...tail, ...areas], fields)
}

/** Reads `Title [medium] : rest of title / those responsible`; gives the areas found behind it. */
function parseTitleArea(area: string, fields: Draft, hasAreas: boolean): readonly string[] {
  const [beforeMedium = '', afterMedium = ''] = area.split(mediumMark)
  const slash = / \/ (?=\S)/u
  if (area.includes(mediumMark)) {
    const more = afterMedium.trim()
    const [subtitle = '', ...responsible] = more.startsWith(':') ? more.split(slash) : ['', more.replace(/^\/\s/u, '')]
    const [title = '', ...early] = beforeMedium.split(slash)
    setTitle(fields, `${title.replace(/[\s.]+$/u, '')}${subtitle.replace(/^:\s*/u, ': ').replace(/\.$/u, '')}`)
    if (early.length > 0) return parseResponsible(early.join(' / '), fields, more)
    if (more.startsWith('/') || more.startsWith(':')) return parseResponsible(responsible.join(' / '), fields)
    return splitSentences(more)
  }
  const [title = '', ...responsible] = area.split(slash)
  if (responsible.length > 0) {
    setTitle(fields, title)
    return parseResponsible(responsible.join(' / '), fields)
  }
  return parseRunOn(title, fields, hasAreas)
}

/** Reads a title that is followed, in the short form, by areas with nothing but a full stop between. */
function parseRunOn(text: string, fields: Draft, hasAreas: boolean): readonly string[] {
  const sentences = splitSentences(text)
  let count = sentences.length
  const probe: Draft = {}
  // From the end: the title is what remains when areas are taken away.
  while (count > 1 && parseArea(sentences[count - 1] ?? '', probe, true).known) count -= 1
  const title = sentences.slice(0, count).join(' ')
  const volume: Draft = {}
  const bare = /^(.{8,}?)[,.]\s(?=(?:volume|vol\.|т\.|том|band|bd\.|tom)\s?(?:\d{1,3}|[IVXLC]{1,6})\.?$)/iu.exec(title)
  if (bare?.[1] && /^[\s.,]*$/u.test(peelNumbers(title.slice(bare[0].length), volume))) {
    if (volume.volume) fields.volume ??= volume.volume
    setTitle(fields, bare[1])
  } else setTitle(fields, title)
  return hasAreas || count < sentences.length ? sentences.slice(count) : []
}

const editorial = /^(?:под|ред|сост|пер|отв|науч|редкол|гл|ed|eds|edited|transl|comp|hrsg|éd|trad|введ|предисл)/iu

function parseResponsible(text: string, fields: Draft, more = ''): readonly string[] {
  const [first = '', ...sentences] = [...splitSentences(text), ...(more === '' ? [] : [more])]
  const [lead = ''] = first.split(/\s;\s|;\s/u)
  const names = lead.replace(/[.,\s]+$/u, '')
  if (names !== '' && !editorial.test(names)) {
    const persons = parsePersons(names)
    // The heading names the first author alone; all stand here.
    if (!fields.author) fields.author = persons ?? [{ literal: names }]
    else if (persons && persons.length > fields.author.length) fields.author = persons
  }
  return sentences
}

function parseAreas(areas: readonly string[], fields: Draft): Locator | undefined {
  let locator: Locator | undefined
  const read = (area: string, split: boolean): void => {
    const clean = area.replaceAll(mediumMark, ' ').replace(/(?<=\d)\.$/u, '')
    const reading = parseArea(clean, fields, false)
    locator = reading.locator ?? locator
    if (reading.known || !split) return
    const parts = splitSentences(clean)
    if (parts.length > 1) for (const part of parts) read(part, false)
    else if (!/:/u.test(clean)) parseCommas(clean, fields)
  }
  for (const area of areas) read(area, true)
  return locator
}

/** `Минск, 2020, № 3, с. 12`: parts with commas between. */
function parseCommas(text: string, fields: Draft): string {
  const parts = text.split(/,\s/u)
  let count = parts.length
  while (count > 0 && parseArea(parts[count - 1] ?? '', fields, true).known) count -= 1
  return parts.slice(0, count).join(', ')
}

/** Reads what contains the work: a periodical, a book, proceedings, a site. */
function parseHost(text: string, fields: Draft): Locator | undefined {
  const { rest, locator } = peelLocator(text.replace(/[\s.,–—-]+$/u, ''))
  const [first = '', ...areas] = splitAreas(rest)
  const [container = '', afterMedium = ''] = first.split(mediumMark)
  const sentences = splitSentences((container.split(/ \/ (?=\S)/u)[0] ?? '').trim())
  let known = 1
  while (known < sentences.length && !parseArea(sentences[known] ?? '', {}, false).known) known += 1
  const named = parseCommas(sentences.slice(0, known).join(' '), fields)
  const name = cleanTitle(named.replace(/\.$/u, ''))
  if (name !== '') fields['container-title'] = name
  const responsible = container
    .split(/ \/ (?=\S)/u)
    .slice(1)
    .flatMap(splitSentences)
    .slice(1)
  const inner = parseAreas(
    [...sentences.slice(known), ...responsible, ...splitSentences(afterMedium), ...areas],
    fields,
  )
  const place = locator ?? inner
  if (place?.label === 'page' && /\d\s?[-–—]\s?\d/u.test(place.value)) fields.page = place.value
  return place
}

function setTitle(fields: Draft, title: string): void {
  const clean = cleanTitle(title)
  if (/[\p{L}\d]/u.test(clean)) fields.title = clean
}

function typeAlone(fields: Draft, text: string): string {
  const genre = genres.find(({ pattern }) => pattern.test(text))
  if (genre && (genre.type === 'thesis' || !fields.URL)) return genre.type
  if (fields.medium && fields.URL && !(fields.publisher && fields['publisher-place'])) return 'webpage'
  if (fields.publisher || fields['publisher-place']) return 'book'
  if (fields.URL || fields.medium) return 'webpage'
  return fields.issued || fields.volume || fields.edition ? 'book' : 'document'
}

function typeInside(fields: Draft, text: string): string {
  const container = fields['container-title'] ?? ''
  if (conferenceWords.test(container)) return 'paper-conference'
  const day = fields.issued?.['date-parts'][0]?.length === 3
  if (newspaperWords.test(container) || (day && !fields.volume && !fields.URL)) return 'article-newspaper'
  if (fields.publisher) return 'chapter'
  if (fields.issue || fields.volume) return 'article-journal'
  if (fields['publisher-place']) return 'chapter'
  if (fields.URL) return 'webpage'
  return /\d/u.test(fields.page ?? '') || !text.includes(mediumMark) ? 'article-journal' : 'webpage'
}
