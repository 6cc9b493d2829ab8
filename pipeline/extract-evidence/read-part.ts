/**
 * Reads fractions in words as shares of a hundred: `half of all lumber` is 50 %, `a fifth` is 20 %. A fraction of a
 * length of time is a length of time: a quarter of a century is 25 years.
 */
import type { Language } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import { phraseAt, phraseBefore } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import { readNumber } from './read-number.ts'
import { printedYear } from './read-year.ts'
import { lowerAt, type Token } from './tokens.ts'

/** The share a fraction states; nothing where it names a part of a year or a street. */
export function readPart(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const { grammar, measures, numbers, times } = language
  const read = { from: number.from, to: number.to, number } as const
  const part = number.value ?? 0
  const after = lowerAt(tokens, number.to)
  if (grammar.partitives.has(after) && isArticle(tokens, number.to + 1, language)) {
    const years = times.longSpans.get(lowerAt(tokens, number.to + 2))
    if (years !== undefined)
      return {
        ...read,
        to: number.to + 3,
        value: part * years,
        unit: grammar.plural([...times.yearNouns][0] ?? ''),
        kind: 'count',
      }
    if (times.spanNouns.has(lowerAt(tokens, number.to + 2))) return undefined
  }
  if (measures.growth.has(after) && !measures.by.has(after)) {
    return { ...read, value: percentOf(part), unit: '%', kind: 'amount' }
  }
  const isBy = [1, 2].some(step => measures.by.has(lowerAt(tokens, number.from - step)))
  if (isBy) return { ...read, value: percentOf(part), unit: '%', kind: 'amount' }
  // `a third party`, `the other half`: only what is a part of something counts.
  if (!grammar.partitives.has(after) && !grammar.definite.has(after) && !standsAsPart(tokens, number, language))
    return undefined
  if (numbers.halves.has(lowerAt(tokens, number.from)) && numbers.ordinals.has(lowerAt(tokens, number.from - 1)))
    return undefined
  return { ...read, value: percentOf(part), unit: '%', kind: 'share' }
}

/** `nearly two thirds.`, `a tenth below`: a limit before it, or several parts, and no noun of its own behind. */
function standsAsPart(tokens: readonly Token[], { from, to, value }: NumberRead, language: Language): boolean {
  const { grammar, measures, qualifiers, times } = language
  const after = tokens[to]
  const isOpen = after?.kind !== 'word' || grammar.phraseEnds.has(after.lower) || measures.growth.has(after.lower)
  const isLimited = phraseBefore(qualifiers, tokens, from) !== undefined || times.to.has(lowerAt(tokens, from - 1))
  const isSeveral = value !== null && Math.abs(1 / value - Math.round(1 / value)) > 1e-9
  return (
    (grammar.cases && (isLimited || after?.kind === 'word')) ||
    (isOpen && (isLimited || isSeveral || measures.growth.has(after?.lower ?? '')))
  )
}

/** `every third firm` is one in three; `every third year` says how often. */
export function readEvery(tokens: readonly Token[], index: number, language: Language): Quantity | undefined {
  const { numbers, times } = language
  const value = numbers.every.has(lowerAt(tokens, index)) ? numbers.ordinals.get(lowerAt(tokens, index + 1)) : undefined
  const noun = lowerAt(tokens, index + 2)
  if (value === undefined || value < 2 || times.spanNouns.has(noun) || times.yearNouns.has(noun)) return undefined
  const number = { from: index, to: index + 2, value, digits: false, scale: 1, shape: 'fraction' } as const
  return { from: index, to: index + 2, number, value: percentOf(1 / value), unit: '%', kind: 'share' }
}

/** `two in five graduates`, `nine out of ten households`: a share in two whole numbers. */
export function readProportion(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const isOne = number.value === 1
  const near = phraseAt(language.numbers.outOf, tokens, number.to)
  // `one patient in nine`
  const link = near ?? (isOne ? phraseAt(language.numbers.outOf, tokens, number.to + 1) : undefined)
  const whole = link && readNumber(tokens, link.to, language)
  if (!whole || number.digits !== whole.digits || whole.shape !== 'cardinal') return undefined
  if (number.value === null || whole.value === null || number.value >= whole.value || number.value < 1) return undefined
  // `7 in 2022` is no share; digits want the whole link, or one in some.
  if (number.digits && link.value !== 'share' && !(isOne && near && !printedYear(tokens, link.to))) return undefined
  return {
    from: number.from,
    to: whole.to,
    number: { ...number, to: whole.to },
    value: percentOf(number.value / whole.value),
    unit: '%',
    kind: 'share',
  }
}

function percentOf(part: number): number {
  return Number((part * 100).toFixed(2))
}

function isArticle(tokens: readonly Token[], index: number, { numbers }: Language): boolean {
  return numbers.articles.has(lowerAt(tokens, index))
}
