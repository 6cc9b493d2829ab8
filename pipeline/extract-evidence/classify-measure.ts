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
  return isBy(tokens, quantity, language) && hasGrowth(tokens, quantity, language) ? 'growth' : 'level'
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

function hasGrowth(tokens: readonly Token[], quantity: Quantity, { measures }: Language): boolean {
  return clauseBefore(tokens, quantity).some(token => measures.growth.has(token.lower))
}

/** The words before a figure, back to the last stop. */
function clauseBefore(tokens: readonly Token[], quantity: Quantity): readonly Token[] {
  const words = tokens.slice(Math.max(0, quantity.from - reach), quantity.from)
  return words.slice(words.findLastIndex(token => /^[;:()]$/u.test(token.text)) + 1)
}
