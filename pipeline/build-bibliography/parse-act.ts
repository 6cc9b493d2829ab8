/**
 * Reads acts: those of OSCOLA, paragraphs of a code, the French and German ways to cite a law, and acts in GOST
 * descriptions. Their numbers and dates stand inside what serves as a title.
 */
import { cleanTitle } from './clean-title.ts'
import { actKinds, actOpenings } from './conventions-kinds.ts'
import type { LegalReading } from './legal-reading.ts'
import { mediumMark } from './marks.ts'
import { dateSource, listDates, parseDate } from './parse-date.ts'
import { parseLocator, peelLocator } from './peel-locator.ts'
import type { Draft } from './reference.ts'

/** Reads an act into `fields`; undefined where the text is none. */
export function parseAct(text: string, fields: Draft): LegalReading | undefined {
  const bare = text.replace(/[\s.,;]+$/u, '')
  return (
    parseActOfYear(bare, fields) ??
    parseSection(bare, fields) ??
    parseGostAct(text, fields) ??
    parseDatedAct(bare, fields)
  )
}

const actOfYear =
  /^(\p{Lu}[\p{L}\s,’'()&-]{3,120}?\s(?:Act|Acts|Regulations|Order|Rules|Bill|Statute|Ordinance)(?:\s\([\p{L}\s]{3,30}\))?\s((?:1[5-9]|20)\d\d))(?:,?\s(?:SI|c|asp)\s?(\d{4}\/\d{1,5}|\d{1,4}))?(?:[,\s]+(.{1,60}))?$/u

/** `Harbours Act 2009, s 12(3)`, `Ferry Regulations 2011, SI 2011/123`. */
const section =
  /^(?:§§?|Art\.|art\.)\s?(\d{1,4}\p{Ll}?)(?:\s(?:Abs\.|S\.|Nr\.|al\.)\s?\d{1,2}){0,3}(?:,?\s(?:du\s|des\s|der\s)?)(\p{Lu}\p{L}{1,8}|[Cc]ode\s[\p{L}\s’']{3,30})$/u

/** `§ 823 Abs. 1 BGB` */
function parseSection(text: string, fields: Draft): LegalReading | undefined {
  const match = section.exec(text)
  if (!match?.[1] || !match[2]) return undefined
  fields.type = 'legislation'
  fields.title = match[2]
  return { locator: { label: text.startsWith('§') ? 'section' : 'article-locator', value: match[1] } }
}

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
    const [, , date = '', number = '', , tail = ''] = kind
    setAct(fields, head.slice(0, head.length - tail.length), date, number)
    return finishAct(tail, hosts)
  }
  if (
    titled?.[1] &&
    titled[3] &&
    (actKinds.test(titled[2] ?? '') || actOpenings.test(titled[1]) || /кодекс/iu.test(titled[1]))
  ) {
    const [, , , date = '', number = '', tail = ''] = titled
    setAct(fields, head.slice(0, head.length - tail.length), date, number)
    return finishAct(tail, hosts)
  }
  return undefined
}

/** The whole designation is what an act is called by. */
function setAct(fields: Draft, title: string, date: string, number: string): void {
  fields.type = 'legislation'
  fields.title = cleanTitle(title.replace(mediumMark, ' ').replace(/\s+:\s/gu, ': '))
  const issued = parseDate(date)
  if (issued) fields.issued = issued
  fields.number = number.replace(/[.,]+$/u, '')
}

function finishAct(tail: string, hosts: readonly string[]): LegalReading {
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
    fields.title = cleanTitle(german[3] ? head.slice(0, head.lastIndexOf('(')) : head)
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
