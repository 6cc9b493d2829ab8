/**
 * The phrases that subjects are made of: where a noun phrase ends after a noun, what may be taken off its ends, and
 * which words are verbs and not participles.
 */
import type { Language } from './languages/language.ts'
import { phraseAt } from './phrases.ts'
import { readNumber } from './read-number.ts'
import type { TimeExpression } from './time-shapes.ts'
import { isCapitalised, lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** The sentence a subject is looked for in. */
export interface SubjectQuestion {
  readonly tokens: readonly Token[]
  readonly times: readonly TimeExpression[]
  readonly language: Language
}

/** Words of a phrase, at the most. */
const longest = 16

/** The noun phrase that begins at a token, with what hangs on it, up to a verb, a stop, a time or a number. */
export function phraseFrom(index: number, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  let from = index
  while (isLead(tokens, from, language)) from += 1
  let to = from
  while (to < tokens.length && to - from < longest && !endsPhrase(to, from, question)) to += 1
  while (to > from && isLoose(tokens, to - 1, language)) to -= 1
  return tokens.slice(from, to).some(token => isNoun(token, language)) ? { from, to } : undefined
}

function isLead(tokens: readonly Token[], index: number, { grammar }: Language): boolean {
  const word = lowerAt(tokens, index)
  return grammar.partitives.has(word) || grammar.determiners.has(word)
}

function endsPhrase(at: number, from: number, { tokens, times, language }: SubjectQuestion): boolean {
  const { grammar, numbers } = language
  const token = tokens[at]
  if (token?.kind !== 'word' || grammar.relatives.has(token.lower)) return true
  if (at > from && isVerb(tokens, at, language)) return true
  if (at > from && times.some(time => time.from === at)) return true
  if (phraseAt(language.qualifiers, tokens, at) || (at > from && readNumber(tokens, at, language))) return true
  const next = tokens[at + 1]
  if (numbers.and.has(token.lower)) {
    return !isCapitalised(next) && !grammar.isPlural(next?.lower ?? '') && !grammar.isPlural(lowerAt(tokens, at + 2))
  }
  return at > from && grammar.infinitives.has(token.lower) && !isCapitalised(next)
}

function isLoose(tokens: readonly Token[], index: number, { grammar, numbers, times }: Language): boolean {
  const word = lowerAt(tokens, index)
  const isSmall = grammar.phraseEnds.has(word) || times.prepositions.has(word) || numbers.and.has(word)
  return isSmall || word.endsWith('ly')
}

/** Takes times, openers and loose prepositions off both ends; nothing is left of `and` or `it`. */
export function trim(span: TokenSpan, { tokens, times, language }: SubjectQuestion): TokenSpan | undefined {
  let { from, to } = span
  for (;;) {
    const time = times.find(expression => expression.from === from && expression.to <= to)
    if (time) from = time.to
    else if (from < to && isOpener(tokens, from, times, language)) from += 1
    else break
  }
  for (;;) {
    const time = times.find(expression => expression.to === to && expression.from >= from)
    if (time) to = time.from
    else if (to > from && (tokens[to - 1]?.kind !== 'word' || isLoose(tokens, to - 1, language))) to -= 1
    else break
  }
  const hasNumber = tokens
    .slice(from, to)
    .some((token, step) => token.kind === 'number' && !isInTime(from + step, times))
  return !hasNumber && tokens.slice(from, to).some(token => isNoun(token, language)) ? { from, to } : undefined
}

function isInTime(index: number, times: readonly TimeExpression[]): boolean {
  return times.some(time => time.from <= index && index < time.to)
}

function isNoun(token: Token, { grammar, numbers }: Language): boolean {
  if (token.kind !== 'word' || grammar.finiteVerbs.has(token.lower)) return false
  return !grammar.phraseEnds.has(token.lower) && !numbers.and.has(token.lower)
}

function isOpener(
  tokens: readonly Token[],
  index: number,
  times: readonly TimeExpression[],
  { grammar }: Language,
): boolean {
  const token = tokens[index]
  if (token?.kind !== 'word') return true
  if (!grammar.subjectOpeners.has(token.lower)) return false
  const isPreposition = grammar.phraseEnds.has(token.lower)
  return !isPreposition || index === 0 || times.some(time => time.from === index + 1 || time.from === index + 2)
}

/** Whether a token is a finite verb: `transactions made by them` has none. */
export function isVerb(
  tokens: readonly Token[],
  index: number,
  { grammar, measures, numbers, qualifiers, qualifierGaps }: Language,
): boolean {
  const token = tokens[index]
  if (token?.kind !== 'word' || token.text !== token.lower || !grammar.finiteVerbs.has(token.lower)) return false
  if (!measures.by.has(lowerAt(tokens, index + 1))) return true
  if (grammar.finiteVerbs.has(lowerAt(tokens, index - 1))) return true
  const next = tokens[index + 2]
  const isAmount = next?.kind !== 'word' || numbers.cardinals.has(next.lower)
  return (
    isAmount ||
    numbers.articles.has(next.lower) ||
    qualifierGaps.has(next.lower) ||
    phraseAt(qualifiers, tokens, index + 2) !== undefined
  )
}
