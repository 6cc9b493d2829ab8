/**
 * Reads judgments as OSCOLA, the European, American, German and French courts are cited: parties, number, report, place.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import type { LegalReading } from './legal-reading.ts'
import { parseDate } from './parse-date.ts'
import { peelLocator } from './peel-locator.ts'
import type { Draft } from './reference.ts'

const parties = '(?:(?:Re|Ex parte|In re)\\s\\p{Lu}[^[\\]()]{1,80}?|\\p{Lu}[^[\\]]{1,80}?\\sv\\.?\\s[^[\\]]{2,80}?)'
const europeanCase =
  /^(?:(?:Joined\s)?Cases?\s|Rs\.?\s|Aff(?:aire|\.)\s|Дело\s)?((?:[CTF][-‑–]|(?<=Cases?\s|Rs\.?\s))\d{1,4}\/\d{2}(?:\sP)?(?:\s(?:and|et|und)\s[CTF]-\d{1,4}\/\d{2})?),?\s(.{3,120}?)(?:,?\s(?:(?:ECLI:)?EU:[CTF]:\d{4}:\d+|(\[\d{4}\]\s.*)))(.*)$/u
const neutralCase = new RegExp(
  `^(${parties}),?\\s\\[(\\d{4})\\]\\s((?:UK|EW|NZ|IE|NI|Z|H|C|S|F)[A-Z]{2,6})(?:\\s(?:Civ|Crim))?\\s(\\d{1,5})(?:\\s\\(\\p{Lu}[\\p{L}&]{1,10}\\))?(.*)$`,
  'u',
)
const reportedCase = new RegExp(
  `^(${parties}),?\\s(?:\\[(\\d{4})\\]|\\((\\d{4})\\))\\s(?:(\\d{1,3})\\s)?(\\p{Lu}[\\p{L}. ]{0,20}?)\\s(\\d{1,5})(.*)$`,
  'u',
)
const americanCase = new RegExp(
  `^(${parties}),\\s(\\d{1,4})\\s([A-Z][\\p{L}\\d. ]{1,14}?)\\s(\\d{1,5})(?:,\\s(\\d{1,5}(?:[-–]\\d{1,5})?))?\\s\\((?:[\\p{L}\\d. ]{2,20}\\s)?(\\d{4})\\)$`,
  'u',
)
const germanCase =
  /^(?<court>B(?:VerfG|GH|FH|VerwG|AG|SG)|EuGH|OLG\s\p{Lu}\p{L}+|LG\s\p{Lu}\p{L}+),?\s(?:Urteil|Urt\.|Beschluss|Beschl\.)\s(?:vom|v\.)\s(?<date>[\d.\s\p{L}]{6,25}?)\s?(?:,|[-–—])\s?(?:Az\.:?\s)?(?<number>[IVX\d]{1,4}\s[\p{L}]{1,5}\s\d{1,4}\/\d{2})(?<tail>.*)$/u
const frenchCase =
  /^(?<court>(?:Cass\.\s[\p{L}\d.\s]{2,20}|CE(?:,\s(?:sect|ass)\.)?|Cons\. const\.|CA\s\p{Lu}[\p{L}-]+|Cour\s(?:d['’]appel|de\scassation|administrative\sd['’]appel)(?:\sde\s\p{Lu}[\p{L}-]+)?|Tribunal\s[\p{Ll}\s]{3,30}\sde\s\p{Lu}[\p{L}-]+|Conseil d['’]État)),\s(?<date>\d{1,2}(?:er)?\s[\p{L}.]{3,10}\s\d{4}),\s(?:(?<parties>[^,]{3,80}),\s)?(?:n[°o]|req\. n°)\s?(?<number>[\d\s./-]{4,12}?)(?:,\s(?<tail>.*))?$/u

const applicationCase = new RegExp(
  `^(${parties}),?\\s(?:App(?:lication|l)?\\.?\\s)?nos?\\.?\\s(\\d{1,6}/\\d{2})(?:,?\\s\\(?(?:ECtHR|ECHR|Commission)(?:\\s\\[GC\\])?,?\\s([^()]{6,24})\\))?(.*)$`,
  'u',
)

const datedCase =
  /^(CJUE|CJCE|TUE|TPICE|EuGH|EuG|CEDH|EGMR|Cour EDH),\s(?:Urteil\svom\s|Urt\.\sv\.\s|arrêt\sdu\s)?(\d{1,2}(?:er)?[.\s]\s?[\p{L}\d.]{1,10}[.\s]\s?\d{4}),\s(.{3,100}?),\s(?:aff\.|Rs\.|req\.|n[°o]|Nr\.|\s|jointes)*\s?([CTF]-\d{1,4}\/\d{2}|\d{2,6}\/\d{2})(.*)$/u

/** Reads a judgment into `fields`; undefined where the text is none. */
export function parseCase(text: string, fields: Draft): LegalReading | undefined {
  const application = applicationCase.exec(text)
  if (application) {
    const [, title = '', number, date = '', tail = ''] = application
    const issued = parseDate(date)
    if (issued) fields.issued = issued
    return setCase(fields, { title: title.replace(/\sApp(?:lication)?$/u, ''), number, tail }, undefined)
  }
  const european = europeanCase.exec(text)
  if (european) {
    const [, number, title = '', report = '', tail = ''] = european
    const year = /^\[(\d{4})\]/u.exec(report)?.[1]
    return setCase(fields, { title, number, tail: report === '' ? tail : readReport(`, ${report}`, fields) }, year)
  }
  const neutral = neutralCase.exec(text)
  if (neutral) {
    const [, title = '', year, , number, tail = ''] = neutral
    return setCase(fields, { title, number, tail: readReport(tail, fields) }, year)
  }
  const american = americanCase.exec(text)
  if (american) {
    const [, title = '', volume, container, page, place, year] = american
    setPart(fields, volume, container, page)
    return setCase(fields, { title, tail: place ? `, ${place}` : '' }, year)
  }
  const reported = reportedCase.exec(text)
  if (reported) {
    const [, title = '', square, round, volume, container, page, tail = ''] = reported
    setPart(fields, volume, container, page)
    return setCase(fields, { title, tail: tail.replace(/\s\([A-Z][\p{L}]{1,8}\)/u, '') }, square ?? round)
  }
  const dated = datedCase.exec(text)
  if (dated) {
    const [, , date = '', title = '', number, tail = ''] = dated
    const issued = parseDate(date)
    if (issued) fields.issued = issued
    return setCase(fields, { title, number, tail }, undefined)
  }
  const national = germanCase.exec(text)?.groups ?? frenchCase.exec(text)?.groups
  if (!national) return undefined
  const { court = '', date = '', number = '', tail = '', parties } = national
  const issued = parseDate(date)
  if (issued) fields.issued = issued
  const report =
    /(?:^|,\s)(\p{Lu}[\p{L}]{1,8})\s(\d{1,4}),\s(\d{1,5})(?:\s\((\d{1,5})(?:\sf+\.?)?\)|,\s(\d{1,5}))?$/u.exec(tail)
  if (report) setPart(fields, report[2], report[1], report[3])
  const cited = report?.[4] ?? report?.[5]
  const locator = cited ? { label: 'page', value: cited } : peelLocator(` ${tail}`).locator
  const name = parties ?? tail.split(/,\s/u)[0] ?? ''
  // Without parties, court, day and number are what a judgment is called by.
  const isNamed = /^\p{Lu}[\p{L}\s’'.-]{3,}$/u.test(name)
  fields.title = isNamed ? name : text.slice(0, text.indexOf(number) + number.length).trim()
  if (isNamed && parties === undefined) fields.author = [{ literal: court }]
  fields.number = number.trim()
  fields.type = 'legal_case'
  return locator ? { locator } : {}
}

/** `, [2014] 2 AC 88` behind a neutral citation. */
function readReport(tail: string, fields: Draft): string {
  const match =
    /^,\s(?:\[\d{4}\]|\(\d{4}\))\s(?:(\d{1,3})\s)?(\p{Lu}[\p{L} ]{0,20}?)\s((?:[IVX]{1,3}[-‑–])?\d{1,5})/u.exec(tail)
  if (!match) return tail
  setPart(fields, match[1], match[2], match[3])
  return tail.slice(match[0].length)
}

function setPart(fields: Draft, volume?: string, container?: string, page?: string): void {
  if (volume) fields.volume = volume
  if (container) fields['container-title'] = container
  if (page) fields.page = page
}

function setCase(
  fields: Draft,
  { title, number, tail }: { readonly title: string; readonly number?: string | undefined; readonly tail: string },
  year: string | undefined,
): LegalReading {
  fields.type = 'legal_case'
  fields.title = cleanTitle(title)
  if (number) fields.number = number
  if (year) fields.issued = { 'date-parts': [[Number(year)]] }
  const place = readPlace(tail)
  return place ? { locator: place } : {}
}

/** ` [45]`, `, para 31`, `, 95`, ` at [31]`. */
function readPlace(tail: string): Locator | undefined {
  const paragraph = /\[(\d{1,4})\](?:\s?[-–]\s?\[(\d{1,4})\])?$/u.exec(tail)
  if (paragraph?.[1])
    return { label: 'paragraph', value: paragraph[2] ? `${paragraph[1]}–${paragraph[2]}` : paragraph[1] }
  const bare = /^(?:,|\sat|\s?\([A-Z][\p{L}]{1,8}\),?)?\s(\d{1,5}(?:[-–]\d{1,5})?)$/u.exec(tail)?.[1]
  return bare ? { label: 'page', value: bare } : peelLocator(tail).locator
}
