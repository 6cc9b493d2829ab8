/**
 * Reads cases and acts: OSCOLA, the French and German ways to cite a law, and acts in GOST descriptions. Their numbers
 * and dates stand inside what serves as a title, so that they need a grammar of their own.
 */
import type { Locator } from '../contract/bibliography.ts'
import { cleanTitle } from './clean-title.ts'
import { actKinds, actOpenings } from './conventions-kinds.ts'
import { mediumMark } from './marks.ts'
import { dateSource, listDates, parseDate } from './parse-date.ts'
import { parseLocator, peelLocator } from './peel-locator.ts'
import type { Draft } from './reference.ts'

/** What a reading of a case or an act gives; `host` is what is left for the parser of the container. */
export interface LegalReading {
  readonly locator?: Locator
  readonly host?: string
  /** `host` is set as in GOST. */
  readonly gost?: boolean
}

/** Longer texts are no citation of a law. */
const longest = 600

/** Reads a case or an act into `fields`; undefined where the text is neither. */
export function parseLegal(text: string, fields: Draft): LegalReading | undefined {
  if (text.length > longest) return undefined
  const bare = text.replace(/[\s.,;]+$/u, '')
  return (
    parseCase(bare, fields) ?? parseActOfYear(bare, fields) ?? parseGostAct(text, fields) ?? parseDatedAct(bare, fields)
  )
}

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
  /^(B(?:VerfG|GH|FH|VerwG|AG|SG)|EuGH|OLG\s\p{Lu}\p{L}+|LG\s\p{Lu}\p{L}+),?\s(?:Urteil|Urt\.|Beschluss|Beschl\.)\s(?:vom|v\.)\s([\d.\s\p{L}]{6,25}?)\s?(?:,|[-–—])\s?(?:Az\.:?\s)?([IVX\d]{1,4}\s[\p{L}]{1,5}\s\d{1,4}\/\d{2})(.*)$/u
const frenchCase =
  /^((?:Cass\.\s[\p{L}\d.\s]{2,20}|CE(?:,\s(?:sect|ass)\.)?|Cons\. const\.|CA\s\p{Lu}[\p{L}-]+|Conseil d['’]État)),\s(\d{1,2}(?:er)?\s[\p{L}.]{3,10}\s\d{4}),\s(?:n[°o]|req\. n°)\s?([\d\s.-]{4,12}?)(?:,\s(.*))?$/u

const applicationCase = new RegExp(
  `^(${parties}),?\\s(?:App(?:lication|l)?\\.?\\s)?nos?\\.?\\s(\\d{1,6}/\\d{2})(?:,?\\s\\(?(?:ECtHR|ECHR|Commission)(?:\\s\\[GC\\])?,?\\s([^()]{6,24})\\))?(.*)$`,
  'u',
)

function parseCase(text: string, fields: Draft): LegalReading | undefined {
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
  const national = germanCase.exec(text) ?? frenchCase.exec(text)
  if (!national) return undefined
  const [, court = '', date = '', number = '', tail = ''] = national
  const issued = parseDate(date)
  if (issued) fields.issued = issued
  fields.author = [{ literal: court }]
  const { locator } = peelLocator(` ${tail}`)
  const name = tail.split(/,\s/u)[0] ?? ''
  if (/^\p{Lu}[\p{L}\s’'.-]{3,}$/u.test(name)) fields.title = name
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

const actOfYear =
  /^(\p{Lu}[\p{L}\s,’'()&-]{3,120}?\s(?:Act|Acts|Regulations|Order|Rules|Bill|Statute|Ordinance)(?:\s\([\p{L}\s]{3,30}\))?\s((?:1[5-9]|20)\d\d))(?:,?\s(?:SI|c|asp)\s?(\d{4}\/\d{1,5}|\d{1,4}))?(?:[,\s]+(.{1,60}))?$/u

/** `Harbours Act 2009, s 12(3)`, `Ferry Regulations 2011, SI 2011/123`. */
function parseActOfYear(text: string, fields: Draft): LegalReading | undefined {
  const match = actOfYear.exec(text)
  if (!match?.[1] || !match[2]) return undefined
  const locator = match[4] === undefined ? undefined : parseLocator(match[4])
  if (match[4] !== undefined && !locator && !/^(?:reg|sch|pt|\()/u.test(match[4])) return undefined
  fields.type = 'legislation'
  fields.title = match[1]
  fields.issued = { 'date-parts': [[Number(match[2])]] }
  if (match[3]) fields.number = match[3]
  return locator ? { locator } : {}
}

const actNumber = '(?:№|N|No\\.?)\\s?(\\d[\\p{L}\\d/.-]{0,14}?)'
const datedKind = new RegExp(
  `^([\\p{Lu}][^«»"“”/]{3,150}?)[\\s,]+(?:от\\s|of\\s)?(${dateSource})(?:\\s?г(?:\\.|ода))?,?\\s${actNumber}(?=[\\s:,.]|$)[\\s:,]*(?:[«"“]([^»"”]{3,300})[»"”])?(.*)$`,
  'u',
)
const titledKind = new RegExp(
  `^(.{3,250}?)\\s?[:(]\\s((?:\\p{L}+\\.?\\s){0,2}[^:/]{0,120}?)(?:[\\s,]+|(?<=:\\s))(?:от\\s|of\\s)?(${dateSource})(?:\\s?г(?:\\.|ода))?,?\\s${actNumber}(?=[\\s:;,.)]|$)(.*)$`,
  'u',
)

/** `Закон Респ. Беларусь от 3 мая 2018 г. № 3-З «О портах»`, `О портах : Закон …, 3 мая 2018 г., № 3-З`. */
function parseGostAct(text: string, fields: Draft): LegalReading | undefined {
  const [head = '', ...hosts] = text.split(/\s\/\/\s?/u)
  const kind = datedKind.exec(head)
  const titled = titledKind.exec(head)
  if (kind?.[1] && kind[2] && actOpenings.test(`${kind[1]} `)) {
    const [, name = '', date = '', number = '', title, tail = ''] = kind
    setAct(fields, title ?? `${name}`, date, number)
    return finishAct(fields, tail, hosts)
  }
  if (
    titled?.[1] &&
    titled[3] &&
    (actKinds.test(titled[2] ?? '') || actOpenings.test(titled[1]) || /кодекс/iu.test(titled[1]))
  ) {
    const [, title = '', , date = '', number = '', tail = ''] = titled
    setAct(fields, title, date, number)
    return finishAct(fields, tail, hosts)
  }
  return undefined
}

function setAct(fields: Draft, title: string, date: string, number: string): void {
  fields.type = 'legislation'
  fields.title = cleanTitle(title)
  const issued = parseDate(date)
  if (issued) fields.issued = issued
  fields.number = number.replace(/[.,]+$/u, '')
}

function finishAct(fields: Draft, tail: string, hosts: readonly string[]): LegalReading {
  void fields
  if (hosts.length > 0) return { host: hosts.join(' // '), gost: true }
  const rest = tail.replaceAll(mediumMark, ' ')
  const { locator } = peelLocator(` ${rest}`)
  return locator ? { locator } : {}
}

/** `Loi n° 2011-1492 du 17 novembre 2011 …, JO, …`, `Hafengesetz der Stadt vom 3. Mai 1871, in: …`. */
function parseDatedAct(whole: string, fields: Draft): LegalReading | undefined {
  if (!actOpenings.test(whole)) return undefined
  const [act = '', ...hosts] = whole.split(/\s\/\/\s?/u)
  const peeled = hosts.length > 0 ? { rest: act } : peelLocator(act)
  // Pages are those of the collection.
  const { rest: text, locator } = peeled.locator?.label === 'page' ? { rest: act } : peeled
  const parts = text.split(
    /(?:,\s|\s(?=\[\d{4}\]\sOJ))(?:\[\d{4}\]\s)?(?=(?:in:\s)?(?:J\.?O\.?|BGBl|RGBl|GVBl|OJ|ABl|Gesetzblatt|Journal officiel|in:)|(?:§|art|Art)[\s.])/u,
  )
  const [head = '', ...behind] = parts
  const [printed] = listDates(head).filter(date => /\D\s?\d{4}$|^\d{1,2}\D/u.test(date))
  const german =
    /^(.{5,200}?)\s(?:vom|v\.|от)\s(\d{1,2}[.\s]\s?[\p{L}\d.]+\s?\d{4})(?:\sг\.?)?(?:\s\(([^()]{3,60})\))?$/u.exec(head)
  if (german?.[1] && german[2]) {
    fields.title = german[1]
    const issued = parseDate(german[2])
    if (issued) fields.issued = issued
    if (german[3]) behind.unshift(german[3])
  } else {
    fields.title = cleanTitle(head)
    const issued = parseDate(printed ?? head)
    if (issued) fields.issued = issued
    const number =
      /(?:n[°o]|no\.?|nr\.?|№|\(|\p{L}\)|directive|regulation|règlement|verordnung)\s?(\d[\d/-]*\d(?:\/[A-Z]{2,4})?)/iu.exec(
        head,
      )?.[1]
    if (number) fields.number = number
  }
  fields.type = 'legislation'
  const rest = behind.join(', ').replace(/^in:\s/u, '')
  if (hosts.length > 0) return { host: hosts.join(' // '), gost: true }
  return { ...(locator ? { locator } : {}), ...(rest === '' ? {} : { host: rest }) }
}
