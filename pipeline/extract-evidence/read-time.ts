/**
 * Reads a time expression at a token: dates, months, quarters, halves, ten-day periods, years and the words that point
 * to a year. Each reader takes one form; the first that fits wins, so longer forms stand before shorter ones.
 */
import type { Language, TimeWords } from './languages/language.ts'
import { oncePerTable, phraseAt } from './phrases.ts'
import { readYear, readYearAfter } from './read-year.ts'
import { lastDay, type TimeRead, type YearRef } from './time-shapes.ts'
import { isCapitalised, isCompound, lowerAt, splitCompound, type Token, touches } from './tokens.ts'

const romans = ['I', 'II', 'III', 'IV']

type Reader = (tokens: readonly Token[], index: number, language: Language) => TimeRead | undefined

/** The time named by the tokens from `index` on, if there is one. */
export function readTime(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const token = tokens[index]
  if (!token || !mayOpen(token, language)) return undefined
  for (const read of readers) {
    const time = read(tokens, index, language)
    if (time) return time
  }
  return undefined
}

/** Whether a time can begin with a token; most words are ruled out by one look. */
function mayOpen({ kind, lower }: Token, language: Language): boolean {
  return kind === 'number' || timeOpenersOf(language).has(lower) || isCompound(lower)
}

/** The words that a time can begin with, compounds aside. */
export const timeOpenersOf = oncePerTable(
  ({ times, numbers }: Language): ReadonlySet<string> =>
    new Set([
      'q',
      ...romans.map(roman => roman.toLowerCase()),
      ...[times.relativeYears, times.anaphors, times.halfYears].flatMap(table => [...table.byFirst.keys()]),
      ...[times.months, times.seasons, numbers.cardinals, numbers.ordinals].flatMap(map => [...map.keys()]),
    ]),
)

const readers: readonly Reader[] = [
  readNumericDate,
  readDayMonth,
  readMonths,
  readTenDays,
  readQuarters,
  readHalf,
  readMonthCount,
  readSeason,
  readAnaphor,
  readYear,
]

/** `2022-11-05` and `05.11.2022`. */
function readNumericDate(tokens: readonly Token[], index: number): TimeRead | undefined {
  if (tokens[index]?.kind !== 'number') return undefined
  const text = tokens[index]?.text ?? ''
  const dotted = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/u.exec(text)
  if (dotted) return dateOf(index + 1, Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const five = tokens.slice(index, index + 5)
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(five.map(token => token.text).join(''))
  const joined = five.length === 5 && five.every((_, step) => step === 0 || touches(tokens, index + step))
  return iso && joined ? dateOf(index + 5, Number(iso[1]), Number(iso[2]), Number(iso[3])) : undefined
}

function dateOf(to: number, year: number, month: number, day: number): TimeRead | undefined {
  if (month < 1 || month > 12 || day < 1 || day > lastDay(month)) return undefined
  return { to, shape: { kind: 'days', month, from: day, to: day }, year: { kind: 'given', year } }
}

/** `5 November 2022`, `5th of November`, `November 5, 2022`. */
function readDayMonth(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const { times, numbers } = language
  const first = dayAt(tokens, index, numbers.ordinalSuffixes)
  if (first) {
    const at = times.of.has(lowerAt(tokens, first.to)) ? first.to + 1 : first.to
    const month = monthAt(tokens, at, times)
    if (month === undefined) return undefined
    return {
      ...readYearAfter(tokens, at + 1, language),
      shape: { kind: 'days', month, from: first.day, to: first.day },
    }
  }
  const month = monthAt(tokens, index, times)
  const second = month === undefined ? undefined : dayAt(tokens, index + 1, numbers.ordinalSuffixes)
  if (month === undefined || !second) return undefined
  const year = readYearAfter(tokens, second.to, language)
  // `In March 5 companies …` has no date; a comma, a year or a stop tells `March 5`.
  if (year.year.kind === 'unsaid' && tokens[second.to]?.kind === 'word') return undefined
  return { ...year, shape: { kind: 'days', month, from: second.day, to: second.day } }
}

function dayAt(tokens: readonly Token[], index: number, suffixes: ReadonlySet<string>) {
  const text = tokens[index]?.text ?? ''
  const day = /^\d{1,2}$/u.test(text) ? Number(text) : 0
  if (day < 1 || day > 31) return undefined
  const hasSuffix = touches(tokens, index + 1) && suffixes.has(lowerAt(tokens, index + 1))
  return { day, to: hasSuffix ? index + 2 : index + 1 }
}

/** The month named by a token; a name that is a common word too must be capitalised. */
function monthAt(tokens: readonly Token[], index: number, times: TimeWords): number | undefined {
  const token = tokens[index]
  const month = times.months.get(token?.lower ?? '')
  return month !== undefined && times.doubtfulMonths.has(token?.lower ?? '') && !isCapitalised(token)
    ? undefined
    : month
}

/** `November 2022`, `January–September 2022`, `from January to June this year`, and a bare month. */
function readMonths(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const { times } = language
  const range = readMonthRange(tokens, index, times)
  if (range) {
    return {
      ...readYearAfter(tokens, range.to, language),
      shape: { kind: 'months', from: range.first, to: range.last },
    }
  }
  const month = monthAt(tokens, index, times)
  if (month === undefined) return undefined
  const stop = lowerAt(tokens, index + 1) === '.' && tokens[index]?.text.length === 3 ? index + 2 : index + 1
  const year = readYearAfter(tokens, stop, language)
  const doubtful = times.doubtfulMonths.has(lowerAt(tokens, index)) && year.year.kind === 'unsaid'
  if (doubtful && !times.prepositions.has(lowerAt(tokens, index - 1))) return undefined
  const to = year.year.kind === 'unsaid' ? index + 1 : year.to
  return { ...year, to, shape: { kind: 'months', from: month, to: month } }
}

function readMonthRange(tokens: readonly Token[], index: number, times: TimeWords) {
  const [one = '', other = '', ...rest] = splitCompound(lowerAt(tokens, index))
  const joined = [times.months.get(one), times.months.get(other)] as const
  if (rest.length === 0 && joined[0] !== undefined && joined[1] !== undefined) {
    return { first: joined[0], last: joined[1], to: index + 1 }
  }
  const first = monthAt(tokens, index, times)
  const link = lowerAt(tokens, index + 1)
  const last = monthAt(tokens, index + 2, times)
  if (first === undefined || last === undefined) return undefined
  const worded = times.to.has(link) && times.from.has(lowerAt(tokens, index - 1))
  return /^[-‐‑–—]$/u.test(link) || worded ? { first, last, to: index + 3 } : undefined
}

/** `the first decade of November 2022`: the first ten days. */
function readTenDays(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const ordinal = ordinalAt(tokens, index, language)
  if (!ordinal || ordinal.value > 3) return undefined
  const noun = phraseAt(language.times.tenDays, tokens, ordinal.to)
  if (!noun) return undefined
  const at = language.times.of.has(lowerAt(tokens, noun.to)) ? noun.to + 1 : noun.to
  const month = monthAt(tokens, at, language.times)
  if (month === undefined) return undefined
  const from = ordinal.value * 10 - 9
  const to = ordinal.value === 3 ? lastDay(month) : from + 9
  return { ...readYearAfter(tokens, at + 1, language), shape: { kind: 'days', month, from, to } }
}

/** `the first quarter of 2022`, `Q1 2022`, `three quarters of last year`. */
function readQuarters(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const { times, numbers } = language
  const sign = lowerAt(tokens, index) === 'q' && touches(tokens, index + 1) ? Number(lowerAt(tokens, index + 1)) : 0
  if (sign >= 1 && sign <= 4) return quarterOf(sign, sign, readYearAfter(tokens, index + 2, language))
  const ordinal = ordinalAt(tokens, index, language)
  if (ordinal && ordinal.value <= 4 && times.quarterNouns.has(lowerAt(tokens, ordinal.to))) {
    return quarterOf(ordinal.value, ordinal.value, readYearAfter(tokens, ordinal.to + 1, language))
  }
  const count = numbers.cardinals.get(lowerAt(tokens, index)) ?? Number(lowerAt(tokens, index))
  if (!(count >= 2 && count <= 4) || !times.quarterNouns.has(lowerAt(tokens, index + 1))) return undefined
  const year = readYearAfter(tokens, index + 2, language)
  const isTime =
    year.year.kind !== 'unsaid' ||
    (times.during.has(beforeArticle(tokens, index, language)) && !times.of.has(lowerAt(tokens, index + 2)))
  return isTime ? quarterOf(1, count, year) : undefined
}

function quarterOf(first: number, last: number, year: { readonly to: number; readonly year: YearRef }): TimeRead {
  return { ...year, shape: { kind: 'months', from: first * 3 - 2, to: last * 3 } }
}

/** `the first half of 2022`, `the half year`, `the second half of June`. */
function readHalf(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const { times } = language
  const halfYear = phraseAt(times.halfYears, tokens, index)
  if (halfYear) return { ...readYearAfter(tokens, halfYear.to, language), shape: { kind: 'months', from: 1, to: 6 } }
  const ordinal = ordinalAt(tokens, index, language)
  const worded = ordinal && phraseAt(times.halfYears, tokens, ordinal.to)
  if (!ordinal || ordinal.value > 2 || (!worded && !times.halfNouns.has(lowerAt(tokens, ordinal.to)))) return undefined
  const second = ordinal.value === 2
  const at = worded ? worded.to : ordinal.to + 1
  const month = times.of.has(lowerAt(tokens, at)) ? monthAt(tokens, at + 1, times) : undefined
  if (month !== undefined) {
    const days = second ? { from: 16, to: lastDay(month) } : { from: 1, to: 15 }
    return { ...readYearAfter(tokens, at + 2, language), shape: { kind: 'days', month, ...days } }
  }
  return {
    ...readYearAfter(tokens, at, language),
    shape: { kind: 'months', from: second ? 7 : 1, to: second ? 12 : 6 },
  }
}

/** `nine months of 2022`, `the first nine months`, `in six months`. */
function readMonthCount(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const { times, numbers } = language
  const opening = numbers.ordinals.get(lowerAt(tokens, index)) === 1 ? index + 1 : index
  const count = numbers.cardinals.get(lowerAt(tokens, opening)) ?? Number(lowerAt(tokens, opening))
  if (!(count >= 2 && count <= 12) || !times.monthNouns.has(lowerAt(tokens, opening + 1))) return undefined
  const year = readYearAfter(tokens, opening + 2, language)
  const isUsual = opening > index || count % 3 === 0
  const isTime = year.year.kind !== 'unsaid' || (isUsual && times.during.has(beforeArticle(tokens, index, language)))
  return isTime ? { ...year, shape: { kind: 'months', from: 1, to: count } } : undefined
}

function beforeArticle(tokens: readonly Token[], index: number, language: Language): string {
  const before = lowerAt(tokens, index - 1)
  return language.grammar.definite.has(before) ? lowerAt(tokens, index - 2) : before
}

function readSeason(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const months = language.times.seasons.get(lowerAt(tokens, index))
  if (!months) return undefined
  const year = readYearAfter(tokens, index + 1, language)
  return year.year.kind === 'unsaid'
    ? undefined
    : { ...year, shape: { kind: 'months', from: months[0], to: months[1] } }
}

function readAnaphor(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const phrase = phraseAt(language.times.anaphors, tokens, index)
  if (!phrase) return undefined
  const year = readYearAfter(tokens, phrase.to, language)
  return year.year.kind === 'unsaid'
    ? { to: phrase.to, shape: { kind: 'same' }, year: year.year }
    : { ...year, shape: { kind: 'year' } }
}

/** An ordinal in words or digits; of a quarter in Roman numerals too. */
function ordinalAt(tokens: readonly Token[], index: number, language: Language) {
  const { numbers } = language
  const value = numbers.ordinals.get(lowerAt(tokens, index))
  if (value !== undefined) return { value, to: index + 1 }
  // `the I quarter`
  const roman = romans.indexOf(tokens[index]?.text ?? '') + 1
  if (roman > 0 && language.times.quarterNouns.has(lowerAt(tokens, index + 1))) return { value: roman, to: index + 1 }
  const digits = /^\d+$/u.test(lowerAt(tokens, index)) ? Number(lowerAt(tokens, index)) : undefined
  return digits !== undefined && touches(tokens, index + 1) && numbers.ordinalSuffixes.has(lowerAt(tokens, index + 1))
    ? { value: digits, to: index + 2 }
    : undefined
}
