/**
 * Reads references set as running text with commas: Chicago notes and bibliography, MLA, and the German, French and
 * Polish habits. A title between quotation marks is part of something; one without is a book or a page.
 */
import type { CslName, Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { conferenceWords, genres, newspaperWords } from './conventions.ts'
import { parseArea, parseImprint, splitSentences } from './parse-area.ts'
import { findEndDate, listDates, parseDate } from './parse-date.ts'
import { isOrganisation, parsePersons } from './parse-names.ts'
import { peelLocator, peelNumbers } from './peel-locator.ts'
import { isPlace } from './places.ts'
import type { Draft } from './reference.ts'

/** Reads the reference into `fields`, and gives its locator. */
export function parseNoteStyle(text: string, fields: Draft): Locator | undefined {
  const short = parseShort(text, fields)
  if (short) return short
  const { rest, locator } = peelEnd(
    text.replace(/[\s.,;–—-]+$/u, match => (match.startsWith('.') ? '.' : '')),
    fields,
  )
  const quoted = quotedTitle.exec(rest)
  const lead = quoted ? rest.slice(0, quoted.index).replace(/[\s,.:]+$/u, '') : ''
  const title = quoted?.slice(1).find(part => part !== undefined)
  const authors = lead === '' ? undefined : parsePersons(lead)
  const after = quoted ? rest.slice(quoted.index + quoted[0].length) : ''
  const whole =
    title !== undefined &&
    (lead === '' ||
      authors ||
      (/^\p{Lu}[^.:]{2,60}$/u.test(lead) && /[,.:]\s?$/u.test(rest.slice(0, quoted?.index)))) &&
    /^[\s.,;:([]|^$|^\s?in\b/iu.test(after)
  if (whole && (/[.,]$/u.test(title) || /^\s?(?:[,.(]|in\b|$)/iu.test(after))) {
    fields.title = cleanTitle(title)
    if (lead !== '') fields.author = authors ?? [{ literal: lead }]
    parseContainer(after.replace(/^[\s,.;:]+/u, ''), fields)
  } else parseWhole(rest, fields)
  fields.type ??= fields.URL ? 'webpage' : 'document'
  if (locator && fields['container-title'] && /\d[-–—]\d/u.test(locator.value)) fields.page ??= locator.value
  return locator
}

const shortNote =
  /^(\p{Lu}[\p{L}'’-]+(?: and \p{Lu}[\p{L}'’-]+)?), (?:["“«]([^"“”«»]{3,100}?),?["”»],?|([^,"“«]{3,80}),) (\d{1,4}(?:[-–]\d{1,4})?)\.?$/u

/** Reads the form in which Chicago repeats a work: `Novak, Harbour Towns, 47.` */
function parseShort(text: string, fields: Draft): Locator | undefined {
  const [, names, quoted, title, value] = shortNote.exec(text.slice(0, 200)) ?? []
  if (!names || !value || text.length > 200 || /^(?:1[5-9]|20)\d\d$/u.test(value)) return undefined
  fields.author = names.split(' and ').map(family => ({ family }))
  fields.title = cleanTitle(quoted ?? title ?? '')
  fields.type = quoted ? 'article-journal' : 'book'
  return { label: 'page', value }
}

const quotedTitle =
  /["]([^"]{3,400})["]|[“]([^“”]{3,400})[”]|«\s?([^«»]{3,400}?)\s?»|„([^„“”]{3,400})[“”]|‘([^‘’]{3,400})’(?=[\s,.])/u

/** Takes the locator off the end, with its label or as Chicago prints it: `(…, 2020), 45` or `(2020): 45–67`. */
function peelEnd(text: string, fields: Draft): { readonly rest: string; readonly locator?: Locator } {
  const labelled = peelLocator(text)
  if (labelled.locator) return labelled
  const bare = /(\)|\d{4})\s?([,:])\s?(\d{1,4}(?:\s?[-–—]\s?\d{1,4})?(?:,\s\d{1,4}(?:[-–—]\d{1,4})?){0,4})\.?$/u.exec(
    text,
  )
  if (!bare?.[3] || (bare[1] !== ')' && bare[2] === ',' && /^\d{4}$/u.test(bare[3]))) return { rest: text }
  const value = bare[3].replace(/\s?([-–—])\s?/gu, '$1')
  if (bare[2] === ':' && /[-–—]/u.test(value)) fields.page = value
  return { rest: text.slice(0, bare.index + (bare[1]?.length ?? 0)), locator: { label: 'page', value } }
}

/** Reads what follows a quoted title. */
function parseContainer(text: string, fields: Draft): void {
  const inside = /^in:?\s(.+)$/iu.exec(text.replace(/[\s.]+$/u, ''))?.[1]
  const genre = genres.find(({ pattern }) => pattern.test(text))
  const imprint = /\(([^()]{4,150})\)\.?$/u.exec(text.trim())
  if (genre?.type === 'thesis') {
    fields.type = 'thesis'
    const parts = (imprint?.[1] ?? text).split(/,\s/u).filter(part => findEndDate(part)?.index !== 0)
    const school = parts.find(part => /univ|institut|école|academy|hochschule|college/iu.test(part))
    if (school) fields.publisher = school.replace(/\.$/u, '')
    takeDate(text, fields)
    return
  }
  let rest = inside ?? text
  if (imprint?.[1] && /\p{L}{2,}.*,/u.test(imprint[1]) && parseImprint(imprint[1], fields, false)) {
    rest = rest.replace(`(${imprint[1]})`, ' ')
  }
  rest = peelNumbers(
    rest.replace(/,?\s(?:ed\.|eds\.|edited by|hrsg\. von|hg\. v\.|éd\.)\s[^,()]{3,80}(?=,|\s?$|\s\()/iu, ' '),
    fields,
  )
  const date = takeDate(rest, fields)
  if (date) rest = rest.replace(date, '\uE003')
  const [named = '', ...later] = rest.split(/[(\s,.]*\uE003[)\s,.]*/u)
  const journal = /^(.{2,120}?)[\s,]+(\d{1,4})(?:[.,/]\s?(\d{1,3}))?$/u.exec(named.replace(/[\s,.(]+$/u, ''))
  if (journal?.[1] && journal[2] && !inside?.includes(': ')) {
    fields.volume ??= journal[2]
    if (journal[3]) fields.issue ??= journal[3]
  }
  const parts = splitCommas(journal?.[1] && fields.volume === journal[2] ? journal[1] : named)
  while (parts.length > 1 && isPlace(parts.at(-1) ?? '')) fields['publisher-place'] ??= parts.pop() ?? ''
  const more = parts.length > 1 && (inside !== undefined || fields['publisher-place']) ? parts.pop() : undefined
  if (more) imprintOf(more, fields)
  const container = cleanTitle(parts.join(', '))
  if (/\p{L}/u.test(container)) fields['container-title'] = container
  void later
  fields.type = containerType(fields, inside !== undefined)
}

function splitCommas(text: string): string[] {
  return text
    .split(/,\s/u)
    .map(part => part.replace(/^[\s.(]+|[\s,;(]+$/gu, ''))
    .filter(part => part !== '')
}

function imprintOf(text: string, fields: Draft): void {
  const [place, ...publisher] = text.split(/\s?:\s/u)
  if (publisher.length > 0 && place) {
    fields['publisher-place'] ??= place
    fields.publisher ??= publisher.join(': ')
  } else fields.publisher ??= text
}

/** Reads the last date of `text` into `fields`, and gives its words. */
function takeDate(text: string, fields: Draft): string | undefined {
  const last = listDates(text).at(-1)
  const issued = last ? parseDate(last) : undefined
  if (!issued || !last) return undefined
  fields.issued ??= issued
  return issued['date-parts'][0]?.length === 1 ? (/\d{4}/u.exec(last)?.[0] ?? last) : last
}

function containerType(fields: Draft, inside: boolean): string {
  const container = fields['container-title'] ?? ''
  if (conferenceWords.test(container) && (inside || fields.publisher)) return 'paper-conference'
  if (fields.volume || fields.issue) return 'article-journal'
  if (fields.publisher || fields['publisher-place']) return inside || container !== '' ? 'chapter' : 'book'
  const day = (fields.issued?.['date-parts'][0]?.length ?? 0) === 3
  if (container !== '' && newspaperWords.test(container)) return 'article-newspaper'
  if (fields.URL) return 'webpage'
  if (inside) return 'article-journal'
  return container === '' ? 'document' : day ? 'article-newspaper' : 'article-journal'
}

/** Reads a reference whose title stands without quotation marks. */
function parseWhole(text: string, fields: Draft): void {
  const { body, authors } = takeAuthors(text)
  if (authors) fields.author = authors
  const genre = genres.find(({ pattern }) => pattern.test(body))
  const paren = /^(.{3,}?)\s\(([^()]{4,150})\)[\s.,]*$/u.exec(body)
  if (paren?.[1] && paren[2] && findEndDate(paren[2]) && parseImprint(paren[2], fields, false)) {
    setTitleAndEdition(paren[1], fields)
  } else parseRunning(body, fields)
  if (genre) fields.type = genre.type
  else if (fields.publisher || fields['publisher-place']) fields.type = 'book'
  else if (!fields.URL && fields.author && fields.issued) fields.type = 'book'
}

/** `John Smith, Title`, `Smith, John. Title`, `Müller, Hans: Titel`, `Dupont (J.), Titre`. */
function takeAuthors(text: string): { readonly body: string; readonly authors?: readonly CslName[] } {
  const marks = [...text.slice(0, 300).matchAll(/[,.:](?=\s)/gu)].map(match => match.index)
  let best: { readonly body: string; readonly authors: readonly CslName[] } | undefined
  for (const mark of marks.slice(0, 12)) {
    const dotted = text.charAt(mark) === '.' && /(?:^|[\s.-])\p{Lu}\p{Ll}?$/u.test(text.slice(0, mark))
    const names = text.slice(0, mark + (dotted ? 1 : 0)).replace(/,? (?:eds?|hrsg|red|dir)\.?$/iu, '')
    const authors = parsePersons(names.replace(/^\((.*)\)$/u, '$1'))
    const body = text.slice(mark + 1).trim()
    if (authors && /\p{L}{2}/u.test(body) && (!best || / (?:and|und|et|i|и|y) | & |;/u.test(names)))
      best = { body, authors }
  }
  if (best) return best
  const body = /^\p{Lu}[^,.:()]{1,60},\s(?=\p{Lu})/u.exec(text)?.[0]
  const name = body?.replace(/,\s$/u, '') ?? ''
  if (body && isOrganisation(name)) return { body: text.slice(body.length), authors: [{ literal: name }] }
  return { body: text }
}

function setTitleAndEdition(text: string, fields: Draft): void {
  const match = /,\s((?:\d{1,2}(?:nd|rd|th|st)|rev\.|revised|\d{1,2}\.)\s(?:ed|Aufl|Auflage|éd)\.?)$/iu.exec(text)
  if (match?.[1]) fields.edition = match[1]
  const title =
    peelNumbers(match ? text.slice(0, match.index) : text, {}) === text || !/,\s(?:vol|bd|t)\.\s?\d+$/iu.test(text)
      ? match
        ? text.slice(0, match.index)
        : text
      : text.replace(/,\s(?:vol|bd|t)\.\s?(\d+)$/iu, (_whole: string, volume: string) => {
          fields.volume = volume
          return ''
        })
  fields.title = cleanTitle(title)
}

/** `Title. Place: Publisher, Year`, `Titre, Paris, PUF, 2010`, `Titel, Berlin 2020`, `Title, 12 March 2022`. */
function parseRunning(body: string, fields: Draft): void {
  const sentences = splitSentences(body)
  let count = sentences.length
  while (
    count > 1 &&
    (parseArea(sentences[count - 1] ?? '', fields, true).known || parseEnding(sentences[count - 1] ?? '', fields))
  )
    count -= 1
  const text = sentences
    .slice(0, count)
    .join(' ')
    .replace(/[\s.]+$/u, '')
  const date = findEndDate(text)
  const parts = splitCommas(text.slice(0, date?.index))
  // `Berlin 2018` is an imprint, `Export map 2022` a title.
  const loose = !/^\s?[,(]/u.test(text.slice(date?.index)) && !isPlace(parts.at(-1) ?? '')
  if (count < sentences.length || !date || date.index === 0 || loose) {
    setTitleAndEdition(text, fields)
    return
  }
  fields.issued ??= date.issued
  const at = parts.findIndex((part, index) => index > 0 && (isPlace(part) || isPlace(part.split(/\s?:\s?/u)[0] ?? '')))
  if (at > 0) {
    const [place = '', publisher] = (parts[at] ?? '').split(/\s?:\s?/u)
    fields['publisher-place'] ??= place
    const name = publisher ?? parts[at + 1] ?? (parts.length > 2 && at > 1 ? parts[at - 1] : undefined)
    if (name) fields.publisher ??= name
    setTitleAndEdition(parts.slice(0, at > 1 && name === parts[at - 1] ? at - 1 : at).join(', '), fields)
  } else if (fields.author && parts.length > 1) {
    fields.publisher ??= parts.pop() ?? ''
    setTitleAndEdition(parts.join(', '), fields)
  } else if (parts.length > 1 && fields.URL) {
    fields['container-title'] = parts.pop() ?? ''
    setTitleAndEdition(parts.join(', '), fields)
  } else setTitleAndEdition(parts.join(', '), fields)
}

/** `Publisher, 2020` at the end, as MLA prints it. */
function parseEnding(sentence: string, fields: Draft): boolean {
  if (!/^\p{Lu}[^.:]{2,80},\s(?:1[5-9]|20)\d\d\.?$/u.test(sentence)) return false
  return parseImprint(sentence, fields, false)
}
