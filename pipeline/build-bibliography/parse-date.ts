/**
 * Dates as references print them: in figures or with the month's name, in the languages of the conventions. A date that
 * can be read two ways (03/04/2022) gives its year alone.
 */
import type { CslDate } from '../contract/bibliography.ts'

/** Reads the first date in `text`; undefined where there is none. */
export function parseDate(text: string): CslDate | undefined {
  const match = datePattern.exec(text)
  const parts = match ? dateParts(match[0]) : undefined
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

const months =
  'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec;янв|фев|мар|апр|мая|июн|июл|авг|сен|окт|ноя|дек;' +
  'jän|feb|mär|apr|mai|jun|jul|aug|sep|okt|nov|dez;janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc;' +
  'styc|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru;ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic;' +
  'студ|лют|сак|крас|трав|чэрв|ліп|жні|вер|кас|ліст|снеж'
const monthPrefixes = months.split(';').map(language => language.split('|'))

const monthSource = `(?:${[...new Set([...monthPrefixes.flat(), 'май'])]
  .filter((prefix, _index, all) => !all.some(other => other !== prefix && prefix.startsWith(other)))
  .map(prefix => `[${prefix.charAt(0).toUpperCase()}${prefix.charAt(0)}]${prefix.slice(1)}`)
  .join('|')})\\p{L}{0,9}`
const yearSource = '(?:1[5-9]|20)\\d\\d'
const dash = '[-–—/]'

/** Source of a regular expression for a date of any precision, without groups. */
export const dateSource = [
  `\\b\\d{1,2}[./]\\s?\\d{1,2}[./]\\s?${yearSource}\\b`,
  `\\b${yearSource}[-./]\\d{1,2}[-./]\\d{1,2}\\b`,
  // The months are many: each form that names one costs start-up time.
  `(?<![\\p{L}\\d])(?:\\d{1,2}(?:st|nd|rd|th|er|\\.)?(?:${dash}\\d{1,2})?\\s(?:of\\s|de\\s)?)?${monthSource}\\.?(?:\\s\\d{1,2}(?:st|nd|rd|th)?(?:${dash}\\d{1,2})?)?,?\\s(?:de\\s)?${yearSource}\\b`,
  `\\b${yearSource},?\\s${monthSource}\\.?(?:\\s\\d{1,2})?(?![\\p{L}\\d])`,
  `\\b${yearSource}\\b`,
].join('|')

const datePattern = new RegExp(dateSource, 'u')
const allDates = new RegExp(dateSource, 'gu')

function monthNumber(word: string): number | undefined {
  const lower = word.toLowerCase()
  if (lower === 'май') return 5
  for (const language of monthPrefixes) {
    const index = language.findIndex(prefix => lower.startsWith(prefix))
    if (index >= 0) return index + 1
  }
  return undefined
}

function dateParts(text: string): readonly number[] {
  const numbers = (text.match(/\d+/gu) ?? []).map(Number)
  const year = numbers.find(number => number >= 1500) ?? 0
  const others = numbers.filter(number => number < 1500)
  const word = /\p{L}{3,}/u.exec(text.replace(/\d(?:st|nd|rd|th|er)\b/gu, ''))?.[0]
  const month = word === undefined ? undefined : monthNumber(word)
  if (word !== undefined) return month === undefined ? [year] : withDay(year, month, others[0])
  const [first, second] = others
  if (first === undefined || second === undefined) return [year]
  if (numbers[0] === year) return withDay(year, first, second)
  if (!text.includes('/') || first > 12) return withDay(year, second, first)
  return second > 12 ? withDay(year, first, second) : [year]
}

function withDay(year: number, month: number, day: number | undefined): readonly number[] {
  if (month < 1 || month > 12) return [year]
  return day === undefined || day < 1 || day > 31 ? [year, month] : [year, month, day]
}
