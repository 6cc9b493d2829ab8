/**
 * Reads fractions in words: halves, quarters, `two-thirds`. The value is a part of one; what it is a part of is read after
 * it.
 */
import type { NumberWords } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import { lowerAt, splitCompound, type Token } from './tokens.ts'

/** `half`, `a quarter`, `two-thirds`, `three quarters`: the value is a part of one. */
export function readFraction(tokens: readonly Token[], index: number, numbers: NumberWords): NumberRead | undefined {
  const word = lowerAt(tokens, index)
  const read = { from: index, digits: false, scale: 1, shape: 'fraction' } as const
  if (numbers.halves.has(word)) {
    return isHalfScale(tokens, index, numbers) ? undefined : { ...read, to: index + 1, value: 0.5 }
  }
  const [count = '', part] = splitCompound(word)
  const joined = part === undefined ? undefined : numbers.denominators.get(part)
  if (joined !== undefined) return fractionOf(read, index + 1, numbers.cardinals.get(count), joined)
  const whole = numbers.loneParts.get(word)
  if (whole !== undefined) return { ...read, to: index + 1, value: 1 / whole }
  const denominator = numbers.denominators.get(lowerAt(tokens, index + 1))
  if (denominator === undefined) return undefined
  return fractionOf(read, index + 2, numbers.articles.has(word) ? 1 : numbers.cardinals.get(word), denominator)
}

function fractionOf(
  read: Pick<NumberRead, 'from' | 'digits' | 'scale' | 'shape'>,
  to: number,
  count: number | undefined,
  denominator: number,
): NumberRead | undefined {
  return count !== undefined && count < denominator ? { ...read, to, value: count / denominator } : undefined
}

/** `half a million`. */
export function isHalfScale(tokens: readonly Token[], index: number, numbers: NumberWords): boolean {
  return (
    numbers.halves.has(lowerAt(tokens, index)) &&
    numbers.articles.has(lowerAt(tokens, index + 1)) &&
    numbers.scales.has(lowerAt(tokens, index + 2))
  )
}
