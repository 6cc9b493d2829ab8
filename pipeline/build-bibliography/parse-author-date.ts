/**
 * Reads references that print the year in parentheses after the author: APA 7 and the Harvard styles, among them the
 * German one (`Müller, Hans (2020): Titel. Berlin: Verlag.`).
 */
import type { CslName, Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { conferenceWords, genres } from './conventions.ts'
import { parseArea, parseImprint, splitSentences } from './parse-area.ts'
import { parseDate } from './parse-date.ts'
import { isOrganisation, parsePersons } from './parse-names.ts'
import { peelLocator, peelNumbers } from './peel-locator.ts'
import type { Draft } from './reference.ts'

/** Whether a year in parentheses follows the author. */
export function isAuthorDate(text: string): boolean {
  return findYear(text) !== undefined
}

const yearMark =
  /\s\(((?:1[5-9]|20)\d\d[a-z]?(?:,\s[^()]{1,20})?|n\.\s?d\.|o\.\s?J\.|s\.\s?d\.|б\.\s?г\.)\)(?:\s?[.:,]\s|\s?(?=["“«„'‘]))/u
/** Chicago's author-date list prints the year between stops: `World Bank. 2020. Title.` */
const bareYearMark = /\.?\s((?:1[5-9]|20)\d\d[a-z]?)\.\s(?=[\p{Lu}"“«])/u

function findYear(text: string): { readonly head: string; readonly year: string; readonly end: number } | undefined {
  const start = text.slice(0, 500)
  const match = yearMark.exec(start) ?? bareYearMark.exec(start)
  if (!match || match.index < 3) return undefined
  const head = start.slice(0, match.index).trim()
  if (/["“«„]/u.test(head)) return undefined
  if (
    match[0].includes('(') ||
    isOrganisation(head) ||
    (head.length < 80 && parsePersons(`${head}${/\p{Lu}$/u.test(head) ? '.' : ''}`))
  ) {
    return { head, year: match[1] ?? '', end: match.index + match[0].length }
  }
  return undefined
}

/** Reads the reference into `fields`, and gives its locator. */
export function parseAuthorDate(text: string, fields: Draft): Locator | undefined {
  const found = findYear(text)
  if (!found) return undefined
  const { head, year, end } = found
  const issued = parseDate(year)
  if (issued) fields.issued = issued
  const body = text.slice(end)
  const authors = parseAuthors(head)
  const { rest, locator } = peelLocator(body.replace(/[\s.]+$/u, ''))
  parseBody(rest, fields)
  if (authors) fields.author = authors
  if (locator && fields['container-title'] && /[-–—]/u.test(locator.value)) fields.page ??= locator.value
  return locator ?? (fields.page ? { label: 'page', value: fields.page } : undefined)
}

function parseAuthors(head: string): readonly CslName[] | undefined {
  const names = head.replace(/\s?\((?:eds?\.|hrsg\.|red\.|ред\.)\)[.,]?$/iu, '').trim()
  if (names === '') return undefined
  return parsePersons(names) ?? [{ literal: names.replace(/(?<=\p{L}{3})\.$/u, '') }]
}

function parseBody(body: string, fields: Draft): void {
  const quoted = /^["“«„'‘](.{3,300}?)[.,]?["”»“'’](?=[\s.,]|$)[.,]?\s*(.*)$/u.exec(body)
  const sentences = quoted ? [quoted[1] ?? '', ...splitSentences(quoted[2] ?? '')] : splitSentences(body)
  const [title = '', ...rest] = sentences
  const { bare, edition } = takeEdition(title)
  fields.title = cleanTitle(bare)
  if (edition) fields.edition = edition
  const host = rest
    .join(' ')
    .replace(/^[-–—]\s/u, '')
    .replace(/[\s.,]+$/u, '')
  const genre = genres.find(
    ({ pattern }) => pattern.test(body.slice(bare.length)) || /\((?:report|working paper)/iu.test(title),
  )
  fields.type = parseRemainder(host, fields) ?? genre?.type ?? (fields.URL ? 'webpage' : 'book')
  if (genre && !fields['container-title']) fields.type = genre.type
}

function takeEdition(title: string): { readonly bare: string; readonly edition?: string } {
  const match = /\s?\(([^()]*\b(?:ed|aufl|éd|изд)\b[^()]*)\)\.?$/iu.exec(title)
  if (match?.[1]) return { bare: title.slice(0, match.index), edition: match[1].replace(/\.$/u, '') }
  return { bare: title.replace(/\s?\((?:report|working paper|doctoral|master)[^()]*\)\.?$/iu, '') }
}

/** Reads what follows the title; gives the type where it says so. */
function parseRemainder(host: string, fields: Draft): string | undefined {
  if (host === '') return undefined
  // Harvard prints the day behind the title.
  if (/^(?:\d{1,2}\s\p{L}+|\p{L}+\s\d{1,2})$/u.test(host) && parseArea(host, fields, true).known) return undefined
  const inside = /^In:?\s(.+)$/u.exec(host)?.[1]
  if (inside) {
    parseBookOfChapter(inside, fields)
    return conferenceWords.test(fields['container-title'] ?? '') ? 'paper-conference' : 'chapter'
  }
  const journal = journalPattern.exec(host)
  if (journal?.[1] && journal[2]) {
    fields['container-title'] = cleanTitle(journal[1])
    fields.volume = journal[2]
    if (journal[3]) fields.issue = journal[3]
    if (journal[4]) fields.page = journal[4].replace(/\s+/gu, '')
    return 'article-journal'
  }
  const numbered: Draft = {}
  const name = peelNumbers(host, numbered)
  if (numbered.volume || numbered.issue) {
    fields['container-title'] = cleanTitle(name)
    if (numbered.volume) fields.volume = numbered.volume
    if (numbered.issue) fields.issue = numbered.issue
    return 'article-journal'
  }
  if (/:/u.test(host) && parseImprint(host, fields, false)) return 'book'
  if (fields.URL && !/\b(?:press|publish|books?|verlag|university)\b/iu.test(host)) {
    fields['container-title'] = cleanTitle(host)
    return 'webpage'
  }
  fields.publisher = cleanTitle(host)
  return undefined
}

const journalPattern =
  /^(.{2,120}?),?\s(?:vol\.\s?)?(\d{1,4})\s?(?:\(([\d–/-]{1,9}|[^()\d]{0,6}\d{1,4})\))?\s?(?:[,:]\s?(?:pp?\.\s?|S\.\s?)?([A-Za-z]?\d{1,6}(?:\s?[-–—]\s?[A-Za-z]?\d{1,6})?))?$/iu

function parseBookOfChapter(text: string, fields: Draft): void {
  const editors = /^.{3,150}?\((?:eds?\.|hrsg\.|hg\.)\)[,.:]?\s/iu.exec(text)?.[0] ?? ''
  const [title = '', ...rest] = splitSentences(text.slice(editors.length))
  const pages = /\s?\((?:[^()]*?,\s)?(?:pp?\.|S\.)\s?(\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)\)\.?$/iu.exec(title)
  if (pages?.[1]) fields.page = pages[1]
  fields['container-title'] = cleanTitle(pages ? title.slice(0, pages.index) : title)
  const imprint = rest.join(' ').replace(/[\s.,]+$/u, '')
  if (imprint !== '' && !(/:/u.test(imprint) && parseImprint(imprint, fields, false))) fields.publisher = imprint
}
