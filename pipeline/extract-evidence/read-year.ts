/**
 * Reads the year of a time expression: printed, printed as an interval, or pointed at (`this year [2022]`). An
 * editor's year in square brackets stands for the words before it.
 */
import type { Language } from './languages/language.ts'
import { phraseAt } from './phrases.ts'
import type { TimeRead, YearRef } from './time-shapes.ts'
import { lowerAt, type Token, touches } from './tokens.ts'

const none: YearRef = { kind: 'unsaid' }

/** The year after a part of a year, with or without `of` and a comma; `unsaid` where there is none. */
export function readYearAfter(
  tokens: readonly Token[],
  index: number,
  language: Language,
): { readonly to: number; readonly year: YearRef } {
  const skip = lowerAt(tokens, index) === ',' || language.times.of.has(lowerAt(tokens, index)) ? 1 : 0
  const bracketed = bracketedYear(tokens, index)
  if (bracketed) return bracketed
  const printed = printedYear(tokens, index + skip)
  if (printed !== undefined)
    return { to: yearEnd(tokens, index + skip + 1, language), year: { kind: 'given', year: printed } }
  const relative = lowerAt(tokens, index) === ',' ? undefined : readRelativeYear(tokens, index + skip, language)
  return relative ?? { to: index, year: none }
}

function readRelativeYear(tokens: readonly Token[], index: number, language: Language) {
  const phrase = phraseAt(language.times.relativeYears, tokens, index)
  if (!phrase) return undefined
  const bracketed = bracketedYear(tokens, phrase.to)
  return bracketed ?? { to: phrase.to, year: { kind: 'relative', offset: Number(phrase.value) } as const }
}

/** `[2022]` or `(2022)` after words that point to a year. */
function bracketedYear(tokens: readonly Token[], index: number) {
  const year = /^[[(]$/u.test(lowerAt(tokens, index)) ? printedYear(tokens, index + 1) : undefined
  if (year === undefined || !/^[\])]$/u.test(lowerAt(tokens, index + 2))) return undefined
  return { to: index + 3, year: { kind: 'given', year } as const }
}

/** A year of four digits between 1500 and 2100. */
export function printedYear(tokens: readonly Token[], index: number): number | undefined {
  const token = tokens[index]
  if (token?.kind !== 'number' || !/^\d{4}$/u.test(token.text)) return undefined
  const year = Number(token.text)
  return year >= 1500 && year <= 2100 ? year : undefined
}

/** Takes in the word for year after its number: `2022 г.`. */
function yearEnd(tokens: readonly Token[], index: number, language: Language): number {
  if (!language.times.yearNouns.has(lowerAt(tokens, index))) return index
  return lowerAt(tokens, index).length < 3 && lowerAt(tokens, index + 1) === '.' ? index + 2 : index + 1
}

/** A year by itself: `2022`, `2021–2025`, `the 1990s`, `this year`, `2022 and 2023` being two. */
export function readYear(tokens: readonly Token[], index: number, language: Language): TimeRead | undefined {
  const shape = { kind: 'year' } as const
  const relative = readRelativeYear(tokens, index, language)
  if (relative) return { ...relative, shape }
  const year = printedYear(tokens, index)
  if (year === undefined || !standsAsYear(tokens, index, language)) return undefined
  if (touches(tokens, index + 1) && lowerAt(tokens, index + 1) === 's') {
    return { to: index + 2, shape, year: { kind: 'given', year, to: year + 9 } }
  }
  const last = lastYear(tokens, index, year, language)
  if (last) return { to: yearEnd(tokens, last.to, language), shape, year: { kind: 'given', year, to: last.year } }
  return { to: yearEnd(tokens, index + 1, language), shape, year: { kind: 'given', year } }
}

function lastYear(tokens: readonly Token[], index: number, year: number, language: Language) {
  const link = lowerAt(tokens, index + 1)
  const worded = language.times.to.has(link) && language.times.from.has(lowerAt(tokens, index - 1))
  if (!/^[-‐‑–—/]$/u.test(link) && !worded) return undefined
  const last = printedYear(tokens, index + 2)
  if (last !== undefined && last > year && !isSpacedDash(tokens, index + 1)) return { year: last, to: index + 3 }
  const short = /^\d\d$/u.test(lowerAt(tokens, index + 2)) && touches(tokens, index + 1) && touches(tokens, index + 2)
  const full = Math.floor(year / 100) * 100 + Number(lowerAt(tokens, index + 2))
  return short && full > year ? { year: full, to: index + 3 } : undefined
}

function isSpacedDash(tokens: readonly Token[], index: number): boolean {
  return lowerAt(tokens, index) === '-' && !touches(tokens, index) && touches(tokens, index + 1)
}

/** Four digits are a year where a preposition, a bracket or the sentence's beginning stands before them. */
function standsAsYear(tokens: readonly Token[], index: number, language: Language): boolean {
  const { times, units } = language
  const next = lowerAt(tokens, index + 1)
  if (phraseAt(units.percent, tokens, index + 1) || phraseAt(units.measures, tokens, index + 1)) return false
  if (phraseAt(units.currencies, tokens, index + 1) || language.numbers.scales.has(next)) return false
  if (times.yearNouns.has(next)) return true
  const before = lowerAt(tokens, index - 1)
  if (language.grammar.partitives.has(before) && language.grammar.amountNouns.has(lowerAt(tokens, index - 2)))
    return false
  return index === 0 || times.prepositions.has(before) || times.yearNouns.has(before) || /^[[(,;"“«]$/u.test(before)
}
