/**
 * Reads fractions in words as shares of a hundred: `half of all lumber` is 50 %, `a fifth` is 20 %. A fraction of a
 * length of time is a length of time: a quarter of a century is 25 years.
 */
import type { Language } from './languages/language.ts'
import { phraseAt } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import { type NumberRead, readNumber } from './read-number.ts'
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
  if (!grammar.partitives.has(after) && !grammar.definite.has(after)) return undefined
  if (numbers.halves.has(lowerAt(tokens, number.from)) && numbers.ordinals.has(lowerAt(tokens, number.from - 1)))
    return undefined
  return { ...read, value: percentOf(part), unit: '%', kind: 'share' }
}

/** `two in five graduates`, `nine out of ten households`: a share in two whole numbers. */
export function readProportion(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const link = phraseAt(language.numbers.outOf, tokens, number.to)
  const whole = link && readNumber(tokens, link.to, language)
  if (!whole || number.digits !== whole.digits || whole.shape !== 'cardinal') return undefined
  if (number.value === null || whole.value === null || number.value >= whole.value || number.value < 1) return undefined
  // `7 in 2022` is no share; digits want the whole link.
  if (number.digits && link.value !== 'share') return undefined
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
