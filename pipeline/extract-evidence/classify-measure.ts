/**
 * Decides what a figure measures: a level, a growth, an index, a share or a rank. The words near it decide; a per cent
 * figure alone is a level.
 */
import type { Figure } from '../contract/evidence.ts'
import type { Language } from './languages/language.ts'
import type { Quantity } from './quantity.ts'
import { lowerAt, type Token } from './tokens.ts'

/** Words looked at before a figure. */
const reach = 14

/** The measure of a quantity in its sentence. */
export function classifyMeasure(tokens: readonly Token[], quantity: Quantity, language: Language): Figure['measure'] {
  if (quantity.kind === 'rank') return 'rank'
  if (quantity.kind === 'share') return 'share'
  if (quantity.unit === 'times') return 'growth'
  // A difference of two shares.
  if (quantity.unit === 'percentage points') return 'growth'
  if (quantity.unit === '%') return classifyPercent(tokens, quantity, language)
  const isGrowth = isBy(tokens, quantity, language) && hasGrowth(tokens, quantity, language)
  return isGrowth || isGrowthItself(tokens, quantity, language) ? 'growth' : 'level'
}

function classifyPercent(tokens: readonly Token[], quantity: Quantity, language: Language): Figure['measure'] {
  const { grammar, measures } = language
  const near = clauseBefore(tokens, quantity)
  const after = lowerAt(tokens, quantity.to)
  const isBelow100 = quantity.value !== null && quantity.value < 100
  // A share is never more than the whole.
  if (quantity.value !== null && quantity.value > 100 && !isBy(tokens, quantity, language)) return 'index'
  if (!isBelow100 && !isBy(tokens, quantity, language)) return grammar.partitives.has(after) ? 'share' : 'index'
  if (isBy(tokens, quantity, language) && hasGrowth(tokens, quantity, language)) return 'growth'
  if (measures.growth.has(after)) return 'growth'
  if (near.some(token => measures.price.has(token.lower))) return 'level'
  if (near.some(token => measures.share.has(token.lower))) return 'share'
  if (grammar.partitives.has(after)) return 'share'
  if (isBy(tokens, quantity, language) || measures.growth.has(near.at(-1)?.lower ?? '')) return 'growth'
  return near.some(token => measures.growth.has(token.lower)) && !near.some(token => language.times.to.has(token.lower))
    ? 'growth'
    : 'share'
}

/** Whether `by` stands before the figure, a qualifier perhaps between. */
function isBy(tokens: readonly Token[], quantity: Quantity, { measures }: Language): boolean {
  return [1, 2, 3].some(step => measures.by.has(lowerAt(tokens, quantity.from - step)))
}

/** Whether something grows or falls before the `by`; `attended by more than 30 firms` tells of no growth. */
function hasGrowth(tokens: readonly Token[], quantity: Quantity, { measures }: Language): boolean {
  const before = clauseBefore(tokens, quantity)
  const by = before.findLastIndex(token => measures.by.has(token.lower))
  return before.slice(0, by).some(token => measures.growth.has(token.lower))
}

/** `the growth of members in 2021 - 21 -`: a number after a dash is that of the noun. */
function isGrowthItself(tokens: readonly Token[], quantity: Quantity, { grammar, measures }: Language): boolean {
  if (!/^[-–—]$/u.test(lowerAt(tokens, quantity.from - 1))) return false
  return clauseBefore(tokens, quantity).some(
    (token, index, clause) => measures.growth.has(token.lower) && grammar.partitives.has(lowerAt(clause, index + 1)),
  )
}

/** The words before a figure, back to the last stop. */
function clauseBefore(tokens: readonly Token[], quantity: Quantity): readonly Token[] {
  const words = tokens.slice(Math.max(0, quantity.from - reach), quantity.from)
  return words.slice(words.findLastIndex(token => /^[;:()]$/u.test(token.text)) + 1)
}
