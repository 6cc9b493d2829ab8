/**
 * Reads the noun that a number counts: the head of the noun phrase after it, in the plural. `103 Chinese companies
 * had …` counts companies; where grammar gives no head, nothing is guessed.
 */
import type { Language } from './languages/language.ts'
import { isCapitalised, lowerAt, type Token } from './tokens.ts'

/** The head of a counted noun phrase; `to` is the token after it. */
export interface CountedNoun {
  readonly unit: string
  readonly to: number
}

/** Words between a number and its noun, at the most. */
const reach = 8

/** The noun counted by a number that ends before token `index`. */
export function readCountedNoun(
  tokens: readonly Token[],
  index: number,
  value: number | null,
  language: Language,
): CountedNoun | undefined {
  const { grammar } = language
  let at = skipPartitive(tokens, index, language)
  let last: number | undefined
  for (; at < index + reach; at += 1) {
    const token = tokens[at]
    if (!token || isPhraseEnd(tokens, at, last !== undefined, value === 1, language)) break
    const isNoun = grammar.capitalNouns
      ? isCapitalised(token)
      : grammar.isPlural(token.lower) && !isProperName(tokens, at, language)
    if (isNoun) return headFrom(tokens, at, language)
    // `the 100th company accredited`: a participle after the noun is no noun.
    if (value === 1 && last !== undefined && grammar.pastSuffix.test(token.lower)) break
    if (token.kind === 'word' && !language.numbers.and.has(token.lower)) last = at
  }
  const noun = last === undefined ? undefined : tokens[last]
  if (!noun || last === undefined) return undefined
  if (value === 1) return { unit: grammar.plural(noun.lower), to: last + 1 }
  return undefined
}

/** `100 thousand of these models`: the phrase goes on after the pronoun. */
function skipPartitive(tokens: readonly Token[], index: number, { grammar }: Language): number {
  if (!grammar.partitives.has(lowerAt(tokens, index))) return index
  if (!grammar.determiners.has(lowerAt(tokens, index + 1))) return index
  // `7 of the 12 reactors`
  const planned = tokens[index + 3]?.kind === 'number' ? index + 4 : index + 2
  return tokens[index + 2]?.kind === 'number' ? index + 3 : planned
}

function isPhraseEnd(
  tokens: readonly Token[],
  at: number,
  hasWord: boolean,
  isOne: boolean,
  language: Language,
): boolean {
  const { grammar, numbers } = language
  const token = tokens[at]
  if (token?.kind !== 'word') return true
  if (numbers.and.has(token.lower))
    return !hasWord || tokens[at + 1]?.kind !== 'word' || isNumberWord(tokens, at + 1, language)
  if (token.text === token.lower && grammar.finiteVerbs.has(token.lower)) return isOne || !grammar.isPlural(token.lower)
  return grammar.phraseEnds.has(token.lower) || language.events.placePrepositions.has(token.lower)
}

function isNumberWord(tokens: readonly Token[], at: number, { numbers }: Language): boolean {
  const word = lowerAt(tokens, at)
  return numbers.cardinals.has(word) || numbers.articles.has(word) || numbers.hundreds.has(word)
}

/** A capitalised plural before another noun is a name: `50 Hastings engineers`. */
function isProperName(tokens: readonly Token[], at: number, { grammar }: Language): boolean {
  const next = tokens[at + 1]
  if (!isCapitalised(tokens[at]) || next?.kind !== 'word') return false
  return grammar.isPlural(next.lower) && !grammar.finiteVerbs.has(next.lower) && !isCapitalised(next)
}

/** `12 sales managers`: the first plural only modifies the second. */
function headFrom(tokens: readonly Token[], at: number, { grammar }: Language): CountedNoun {
  const next = tokens[at + 1]
  const goesOn =
    grammar.pluralModifiers.has(lowerAt(tokens, at)) && next?.kind === 'word' && grammar.isPlural(next.lower)
  const head = goesOn ? at + 1 : at
  const token = tokens[head] as Token
  return { unit: isCapitalised(token) ? token.text : token.lower.replace(/'s?$/u, ''), to: head + 1 }
}
