/**
 * Reads ordinals that say how many there are by now or where something stands: `the 86th resident`, `ranked second`.
 * Ordinals that number a series, a century or a street are left alone.
 */
import type { Language } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import type { Quantity } from './quantity.ts'
import { readCountedNoun } from './read-counted-noun.ts'
import { isCapitalised, lowerAt, type Token } from './tokens.ts'

/** The rank an ordinal states; its unit is the noun it stands before, or the nouns it is among. */
export function readRank(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const { grammar } = language
  const read = { from: number.from, to: number.to, number, value: number.value, kind: 'rank' } as const
  const next = tokens[number.to]
  if (grammar.place.has(next?.lower ?? '')) return { ...read, to: number.to + 1, unit: 'places' }
  if (grammar.rankVerbs.has(lowerAt(tokens, number.from - 1)))
    return { ...read, unit: nounsAmong(tokens, number.to, language) ?? 'places' }
  if (next?.kind !== 'word' || grammar.series.has(next.lower)) return undefined
  const noun = readCountedNoun(tokens, number.to, 1, language)
  if (!noun || noun.to - number.to > 4 || grammar.series.has(lowerAt(tokens, noun.to - 1))) return undefined
  const isName = isCapitalised(tokens[noun.to - 1])
  return isName ? undefined : { ...read, to: noun.to, unit: noun.unit }
}

/** `17th among the world's top universities`: universities. */
function nounsAmong(tokens: readonly Token[], at: number, language: Language): string | undefined {
  for (let index = at; index < Math.min(at + 12, tokens.length); index += 1) {
    if (!language.grammar.among.has(lowerAt(tokens, index)) || index - at > 8) continue
    const start = language.grammar.definite.has(lowerAt(tokens, index + 1)) ? index + 2 : index + 1
    const noun = readCountedNoun(tokens, start, null, language)
    if (noun) return noun.unit
  }
  return undefined
}
