/**
 * Dates as references print them: in figures or with the month's name, in the languages of the conventions. A date that
 * can be read two ways (03/04/2022) gives its year alone.
 */
import type { CslDate } from '../contract/bibliography.ts'

/** Reads the first date in `text`; undefined where there is none. `dayFirst` settles what can be read two ways. */
export function parseDate(text: string, dayFirst = false): CslDate | undefined {
  const match = datePattern.exec(text.replace(/(?<=\d{4})[a-z](?!\p{L})/gu, ''))
  const parts = match ? dateParts(match[0], dayFirst) : undefined
  return parts && { 'date-parts': [parts] }
}

/** The date that `text` ends in, with the stops and brackets around it. */
export function findEndDate(text: string): { readonly index: number; readonly issued: CslDate } | undefined {
  // One pattern serves all: each further one would cost start-up time.
  const from = Math.max(0, text.length - 60)
  const match = [...text.slice(from).matchAll(allDates)].at(-1)
  const issued = match && parseDate(match[0])
  if (!match || !issued) return undefined
  const start = from + match.index
  if (!/^(?:\s?г(?:\.|ода)?)?[)\]]?\.?$/u.test(text.slice(start + match[0].length))) return undefined
  return { index: text.slice(0, start).replace(/[\s,]*[([]?$/u, '').length, issued }
}

/** The words of every date in `text`, in order. */
export function listDates(text: string): readonly string[] {
  return text.match(allDates) ?? []
}

/** The months by language: names in the case that dates use, and what they are shortened to. */
const months =
  'january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|november,nov|december,dec;' +
  'января,январь,янв|февраля,февраль,февр,фев|марта,март,мар|апреля,апрель,апр|мая,май|июня,июнь,июн|июля,июль,июл|августа,август,авг|сентября,сентябрь,сент,сен|октября,октябрь,окт|ноября,ноябрь,нояб,ноя|декабря,декабрь,дек;' +
  'januar,jänner,jän|februar|märz,mär,mrz|april|mai|juni|juli|august|september|oktober,okt|november|dezember,dez;' +
  'janvier,janv|février,févr,fév|mars|avril,avr|mai|juin|juillet,juil|août|septembre|octobre|novembre|décembre,déc;' +
  'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia;' +
  'enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre;' +
  'gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre;' +
  'студзеня,студз|лютага,лют|сакавіка,сак|красавіка,крас|мая|чэрвеня,чэрв|ліпеня,ліп|жніўня,жн|верасня,вер|кастрычніка,кастр|лістапада,ліст|снежня,снеж;' +
  'січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня'
const monthNames = new Map(
  months
    .split(';')
    .flatMap(language =>
      language.split('|').flatMap((names, index) => names.split(',').map(name => [name, index + 1])),
    ),
) as ReadonlyMap<string, number>

const monthSource = `(?:${[...monthNames.keys()]
  .sort((left, right) => right.length - left.length)
  .map(name => `[${name.charAt(0).toUpperCase()}${name.charAt(0)}]${name.slice(1)}`)
  .join('|')})(?!\\p{L})`
const yearSource = '(?:1[5-9]|20)\\d\\d'
const dash = '[-–—/]'

/** Source of a regular expression for a date of any precision, without groups. */
export const dateSource = [
  `\\b\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?${yearSource}\\b`,
  `\\b${yearSource}[-./]\\d{1,2}[-./]\\d{1,2}\\b`,
  // The months are many: each form that names one costs start-up time.
  `(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?:${dash}\\d{1,2})?\\s(?:of\\s|de\\s)?)?${monthSource}\\.?(?:\\s\\d{1,2}(?:st|nd|rd|th)?(?:${dash}\\d{1,2})?)?,?\\s(?:de\\s)?${yearSource}\\b`,
  `\\b${yearSource},?\\s(?:le\\s)?\\d{1,2}(?:er)?\\.?\\s(?:de\\s)?${monthSource}`,
  `\\b${yearSource},?\\s${monthSource}\\.?(?:\\s\\d{1,2})?(?![\\p{L}\\d])`,
  `\\b${yearSource}\\b`,
].join('|')

const datePattern = new RegExp(dateSource, 'u')
const allDates = new RegExp(dateSource, 'gu')

function monthNumber(word: string): number | undefined {
  return monthNames.get(word.toLowerCase())
}

function dateParts(text: string, dayFirst: boolean): readonly number[] {
  const numbers = (text.match(/\d+/gu) ?? []).map(Number)
  const year = numbers.find(number => number >= 1500) ?? 0
  const others = numbers.filter(number => number < 1500)
  const word = /\p{L}{3,}/u.exec(text.replace(/\d(?:st|nd|rd|th|er)\b/gu, ''))?.[0]
  const month = word === undefined ? undefined : monthNumber(word)
  if (word !== undefined) return month === undefined ? [year] : withDay(year, month, others[0])
  const [first, second] = others
  if (first === undefined || second === undefined) return [year]
  if (numbers[0] === year) return withDay(year, first, second)
  if (dayFirst || !text.includes('/') || first > 12) return withDay(year, second, first)
  return second > 12 ? withDay(year, first, second) : [year]
}

function withDay(year: number, month: number, day: number | undefined): readonly number[] {
  if (month < 1 || month > 12) return [year]
  return day === undefined || day < 1 || day > 31 ? [year, month] : [year, month, day]
}
