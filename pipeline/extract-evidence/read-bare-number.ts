/**
 * Reads numbers that have no noun behind them: what they count was said before, as `the number of residents`, as the
 * subject of a verb of growth, or with the number they are compared with.
 */
import type { Language } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import { phraseBefore } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import { readCountedNoun } from './read-counted-noun.ts'
import { lowerAt, type Token } from './tokens.ts'

/** `the number of residents increased to 90`: the noun stands before the number. */
export function readBare(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const { grammar } = language
  if (!number.digits) return undefined
  for (let at = number.from - 1; at > 0; at -= 1) {
    if (/^[;.]$/u.test(lowerAt(tokens, at))) return undefined
    const people = grammar.populations.get(lowerAt(tokens, at))
    if (people !== undefined && number.from - at < 5 && number.value !== null && number.value >= 100)
      return { from: number.from, to: number.to, number, value: number.value, unit: people, kind: 'count' }
    const moved = movedNoun(tokens, at, number, language)
    if (moved) return { from: number.from, to: number.to, number, value: number.value, unit: moved, kind: 'count' }
    if (!grammar.countHeads.has(lowerAt(tokens, at)) || !grammar.partitives.has(lowerAt(tokens, at + 1))) continue
    const noun = readCountedNoun(tokens, at + 2, null, language)
    return noun && { from: number.from, to: number.to, number, value: number.value, unit: noun.unit, kind: 'count' }
  }
  return undefined
}

/** `41 decisions, against 33 in 2020`, `87 m roubles, of which 7 m`: a number that takes the unit of the one before. */
export function readElliptic(
  tokens: readonly Token[],
  number: NumberRead,
  before: readonly Quantity[],
  language: Language,
): Quantity | undefined {
  const { grammar, measures, numbers, qualifiers, times } = language
  const last = before.at(-1)
  const next = tokens[number.to]
  if (!last || (!number.digits && number.scale === 1)) return undefined
  const isOpen = next?.kind !== 'word' || grammar.phraseEnds.has(next.lower) || measures.growth.has(next.lower)
  if (!isOpen && !numbers.and.has(next?.lower ?? '')) return undefined
  const read = { from: number.from, to: number.to, number, value: number.value, unit: last.unit }
  if (/^[A-Z]{3}$/u.test(last.unit)) return number.scale >= 1000 ? { ...read, kind: 'amount' } : undefined
  const at = phraseBefore(qualifiers, tokens, number.from)?.from ?? number.from
  const isCompared =
    phraseBefore(times.roles, tokens, at)?.value === 'comparison' || measures.growth.has(next?.lower ?? '')
  return last.kind === 'count' && isCompared ? { ...read, kind: 'count' } : undefined
}

/** `customer accounts fell by 110,000 to 2.67 million`: the plural before a verb of growth. */
function movedNoun(tokens: readonly Token[], verb: number, number: NumberRead, language: Language): string | undefined {
  const { grammar, measures, qualifiers, times } = language
  const at = phraseBefore(qualifiers, tokens, number.from)?.from ?? number.from
  const link = lowerAt(tokens, at - 1)
  const noun = lowerAt(tokens, verb - 1)
  if (!measures.by.has(link) && (!times.to.has(link) || language.numbers.and.has(link))) return undefined
  if (!measures.growth.has(lowerAt(tokens, verb)) || !grammar.finiteVerbs.has(lowerAt(tokens, verb))) return undefined
  return tokens[verb - 1]?.kind === 'word' && grammar.isPlural(noun) && number.from - verb < 8 ? noun : undefined
}
