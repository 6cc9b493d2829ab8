/**
 * Reads references that print the year after the author: APA 7, the Harvard styles, among them the German and French
 * ones (`Müller, Hans (2020): Titel. Berlin: Verlag.`), and Chicago's author-date list.
 */
import type { Locator } from '../contract/bibliography.ts'
import { chooseType } from './choose-type.ts'
import { cleanTitle } from './clean-title.ts'
import { compileWords } from './compile-words.ts'
import { genres, journalWords, newspaperWords, publisherWords } from './conventions-kinds.ts'
import { unknownDate } from './conventions-roles.ts'
import { parseDate } from './parse-date.ts'
import { parseHost } from './parse-host.ts'
import { dropOthers, isOrganisation, parseFamilies, parseInstitutions, parsePersons } from './parse-names.ts'
import { parseBody } from './parse-running.ts'
import { takeRoleBehind } from './peel-contributors.ts'
import { peelLocator } from './peel-locator.ts'
import { isPlace } from './places.ts'
import type { Draft } from './reference.ts'
import { splitSentences } from './split-sentences.ts'

const year = `(?:1[5-9]|20)\\d\\d[a-z]?|${compileWords(unknownDate)}`
const yearMark = new RegExp(
  `\\s?[([]((?:${year})(?:[,/]\\s?[^()]{1,24})?)[)\\]](?:\\s?[.:,]\\s|\\s(?=["“«„'‘\\p{Lu}\\d]))`,
  'iu',
)
/** Chicago's author-date list prints the year between stops: `World Bank. 2020. Title.` */
const bareYearMark = new RegExp(`(?:[.,]|(?<=\\p{Lu}\\.))\\s((?:${year}))[.,]?\\s(?=[\\p{Lu}"“«„'‘\\d])`, 'u')

interface Found {
  readonly head: string
  readonly year: string
  readonly end: number
}

/** Whether a year follows the author. */
export function isAuthorDate(text: string): boolean {
  return findYear(text) !== undefined
}

function findYear(text: string): Found | undefined {
  const start = text.slice(0, 500)
  for (const pattern of [yearMark, bareYearMark]) {
    const match = pattern.exec(start)
    if (!match || match.index < 2) continue
    const head = start.slice(0, match.index).trim()
    if ((/\s\/\s/u.test(head) && !parsePersons(head)) || /["“«„‘]|\s'\p{Lu}|:\s|\p{Ll}{2}\.\s\p{Lu}\p{Ll}/u.test(head))
      continue
    const bracketed = /[([]/u.test(match[0])
    const names = head.replace(/[.,;:]+$/u, dots => (dots.startsWith('.') ? '.' : ''))
    const named =
      readNames(names) !== undefined || isOrganisation(names.replace(/\.$/u, '')) || (bracketed && isHead(head))
    if (named) return { head: names, year: match[1] ?? '', end: match.index + match[0].length }
  }
  return undefined
}

/** A body's name before a bracketed year: few words, no sentence. */
function isHead(head: string): boolean {
  return head.split(' ').length < 9 && /^\p{Lu}/u.test(head) && !/:\s|,\s\p{Ll}/u.test(head)
}

function readNames(head: string): ReturnType<typeof parsePersons> {
  const names = head.replace(/[,.]?\s?\((?:[^()]{2,20})\)[.,]*$/u, '')
  return parsePersons(names) ?? parsePersons(names.replace(/\.$/u, '')) ?? parsePersons(`${names}.`)
}

/** Reads the reference into `fields`, and gives its locator. */
export function parseAuthorDate(text: string, fields: Draft): Locator | undefined {
  const found = findYear(text)
  if (!found) return undefined
  const issued = parseDate(found.year)
  if (issued) fields.issued = issued
  setNames(found.head, fields)
  const body = text.slice(found.end).replace(reprint, '').replace(onlineFirst, '').trim()
  const locator = parseDatedBody(takeBracket(body, fields), fields)
  // The conference stands where a publisher would.
  if (fields.type === 'paper-conference' && fields.publisher && !fields['container-title']) {
    fields['event-title'] = fields.publisher.split(/,\s/u)[0] ?? ''
    delete fields.publisher
  }
  return locator
}

const reprint =
  /\s?\((?:original (?:work )?published|first published|reprinted|erstveröffentlicht|1re éd\.)[^()]*\)\.?/iu

/** An article before it has numbers. */
const onlineFirst =
  /(?<=\.)\s(?:advance\sonline\spublication|online\sfirst|early\sview|vorab-online-?publikation|publication\s(?:en\sligne\s)?anticipée)\.?(?=\s|$)/iu

function setNames(head: string, fields: Draft): void {
  const role = /[\s,]*\([^()]{2,20}\)[.,]*$|,\s(?:eds?|hg|hrsg|dir)\.?$/iu.exec(head)
  const behind = role ? takeRoleBehind(head.slice(role.index)) : undefined
  const bare = behind && role ? head.slice(0, role.index) : head
  const names =
    parsePersons(bare) ??
    parsePersons(bare.replace(/\.$/u, '')) ??
    parsePersons(`${bare}.`) ??
    parseInstitutions(dropOthers(bare).replace(/(?<=\p{L}{3})\.$/u, ''))
  if (!behind) fields.author = names
  else if (behind.role !== 'other') fields[behind.role] = names
}

/** `[Dissertation, Universität Brunnsee]`, `[Pressemitteilung]`: what APA prints behind a title. */
function takeBracket(body: string, fields: Draft): string {
  return body.replace(/\s?\[([^[\]]{3,120})\]/u, (_whole: string, inner: string) => {
    const [kind = '', ...school] = inner.split(/,\s/u)
    if (genres.some(({ pattern, type }) => type === 'thesis' && pattern.test(inner))) {
      fields.type = 'thesis'
      fields.genre = kind.trim()
      if (school.length > 0) fields.publisher = school.join(', ')
    } else if (/^(?:paper|conference|poster|vortrag|communication)\b/iu.test(inner)) {
      fields.type = 'paper-conference'
      fields.genre = inner
    } else fields.medium ??= inner
    return ''
  })
}

function parseDatedBody(body: string, fields: Draft): Locator | undefined {
  if (/^["“«„'‘]|[,.]\sIn:?\s|[,.]\sin:\s|[\s.]\s?[Dd]ans\s(?=\p{Lu})/u.test(body)) return finish(body, fields)
  const sentences = splitSentences(body)
  const at = sentences.findIndex((sentence, index) => index > 0 && numbered.test(sentence))
  if (at > 0 && !isSeries(sentences[at] ?? '')) {
    const title = sentences.slice(0, at).join(' ')
    fields.title = cleanTitle(title)
    return parseHost(sentences.slice(at).join(' '), fields, false, true)
  }
  const last = sentences.at(-1) ?? ''
  if (sentences.length > 1 && isPeriodical(last)) {
    fields.title = cleanTitle(sentences.slice(0, -1).join(' '))
    return parseHost(last, fields, false, true)
  }
  return finish(body, fields)
}

/** The name of a periodical alone, perhaps with a page. */
function isPeriodical(sentence: string): boolean {
  if (sentence.includes(':') || publisherWords.test(sentence)) return false
  return (
    (newspaperWords.test(sentence) || journalWords.test(sentence) || /,\s[A-Z]\d{1,2}\.?$/u.test(sentence)) &&
    sentence.split(' ').length < 9
  )
}

function isSeries(sentence: string): boolean {
  return genres.some(({ pattern }) => pattern.test(sentence)) || /^[^,]{3,60}:\s\p{Lu}/u.test(sentence)
}

/** The numbers of a periodical behind its name. */
const numbered =
  /^[\p{Lu}"“«][^:]{2,120}?,?\s(?:\d{1,4}\s?\([^()]{1,12}\)|\d{1,4},\s(?:(?:pp?\.\s?|S\.\s?|с\.\s?|e)?\d+\s?[-–]\s?\d|(?:article\s|art\.\s|artikel\s|e)?\d{3,7}\.?$)|(?:vol\.?|no\.|nr\.|jg\.|bd\.|т\.|t\.|n[°o]|№|heft|h\.)\s?[\dIVX]+)/iu

function finish(body: string, fields: Draft): Locator | undefined {
  // An APA page of a web site: `Title. Site.` is read as a publisher, and is one.
  const locator = parseBody(body, fields, 'dated')
  if (fields.URL && fields.publisher && !fields['publisher-place'] && fields.type === undefined) {
    const sameBody = fields.author?.some(({ literal }) => literal === fields.publisher)
    if (!sameBody && chooseType(fields, { part: false }) !== 'book') {
      fields['container-title'] = fields.publisher
      delete fields.publisher
    }
  }
  return locator
}

const shortForm =
  /^(\p{Lu}[\p{L}'’ &,./-]{1,80}?)(?:,?\s\(((?:1[5-9]|20)\d\d)[a-z]?(?:[,:]\s(?:pp?\.\s|S\.\s|с\.\s)?([\d–-]{1,11}))?\)|,?\s((?:1[5-9]|20)\d\d)[a-z]?)(?:[,:]\s?(.{1,40}))?\.?$/u

/** Reads author and year alone: `Treidel 2014, S. 25`, `Winship and de la Cruz (2010)`. */
export function parseAuthorYear(text: string, fields: Draft): { readonly locator?: Locator } | undefined {
  const [, names = '', bracketed, inside, bare, tail] = shortForm.exec(text.replace(/\.$/u, '')) ?? []
  const families =
    names === '' || text.length > 120
      ? undefined
      : (parseFamilies(names) ?? (/,\s(?!\p{Lu}\.)/u.test(names) ? undefined : parsePersons(names)))
  // `Salzrecht, Halle 1999` is a title and its place.
  if (!families || isPlace(names.split(/,\s/u).at(-1) ?? '')) return undefined
  const cited = inside ? { label: 'page', value: inside } : tail ? placeOf(tail) : undefined
  if (tail && !cited) return undefined
  fields.type = 'document'
  fields.author = families
  fields.issued = { 'date-parts': [[Number(bracketed ?? bare)]] }
  return cited ? { locator: cited } : {}
}

function placeOf(text: string): Locator | undefined {
  const bare = /^\d{1,4}(?:[-–]\d{1,4})?(?:\sff?\.?)?$/u.exec(text.trim())?.[0]
  return peelLocator(` ${text}`).locator ?? (bare ? { label: 'page', value: bare } : undefined)
}
