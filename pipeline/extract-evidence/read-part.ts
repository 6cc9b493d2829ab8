/**
 * Reads fractions in words as shares of a hundred: `half of all lumber` is 50 %, `a fifth` is 20 %. A fraction of a
 * length of time is a length of time: a quarter of a century is 25 years.
 */
import type { Language } from './languages/language.ts'
import type { Quantity } from './quantity.ts'
import type { NumberRead } from './read-number.ts'
import { lowerAt, type Token } from './tokens.ts'

/** The share a fraction states; nothing where it names a part of a year or a street. */
export function readPart(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const { grammar, numbers, times } = language
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
  // `a third party`, `the other half`: only what is a part of something counts.
  if (!grammar.partitives.has(after) && !grammar.definite.has(after)) return undefined
  if (numbers.halves.has(lowerAt(tokens, number.from)) && numbers.ordinals.has(lowerAt(tokens, number.from - 1)))
    return undefined
  return { ...read, value: Number((part * 100).toFixed(2)), unit: '%', kind: 'share' }
}

function isArticle(tokens: readonly Token[], index: number, { numbers }: Language): boolean {
  return numbers.articles.has(lowerAt(tokens, index))
}
