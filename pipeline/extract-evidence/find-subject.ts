/**
 * Finds the words of a sentence that say what a figure measures: the noun phrase it counts, the whole it is a share
 * of, the noun it hangs on, or the subject of its verb. They are printed words, in one unbroken run.
 */
import type { Language } from './languages/language.ts'
import { phraseAt, phraseBefore } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import { isVerb, phraseFrom, type SubjectQuestion, trim } from './subject-phrases.ts'
import { lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** Words of a subject, at the most. */
const longest = 22
const boundary = /^[;:()"“”„«»[\]<>]$/u
const dash = /^[-–—]$/u

type Finder = (quantity: Quantity, question: SubjectQuestion) => TokenSpan | undefined

/** The tokens of a quantity's subject; `before` is the subject of the figure before it in the sentence. */
export function findSubject(quantity: Quantity, question: SubjectQuestion, before: TokenSpan | undefined): TokenSpan {
  const isBracketed = lowerAt(question.tokens, quantity.from - 1) === '('
  if (before && (isBracketed || isPartOfBefore(quantity, question)) && quantity.kind === 'amount') return before
  for (const find of quantity.kind === 'amount' || quantity.kind === 'share' ? amountFinders : countFinders) {
    const span = find(quantity, question)
    if (span) return span
  }
  return before ?? { from: quantity.from, to: quantity.to }
}

/** `65 percent of which`: the whole is what the figure before it measures. */
function isPartOfBefore({ to }: Quantity, { tokens, language }: SubjectQuestion): boolean {
  const { grammar } = language
  return grammar.partitives.has(lowerAt(tokens, to)) && grammar.pronouns.has(lowerAt(tokens, to + 1))
}

const amountFinders: readonly Finder[] = [
  wholeAfter,
  labelBefore,
  pluralAfter,
  nounBefore,
  nounAfter,
  objectBefore,
  clauseSubject,
  firstPhrase,
  phraseAfter,
]

const countFinders: readonly Finder[] = [
  (quantity, question) => phraseFrom(quantity.number.to, question),
  nounBefore,
  clauseSubject,
  firstPhrase,
]

/** `37 percent of regional production`, `23 tons of wood`, `$2 billion worth of goods`: what comes after. */
function wholeAfter(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const isWorth = language.grammar.worth.has(lowerAt(tokens, quantity.to))
  const at = isWorth ? quantity.to + 1 : quantity.to
  return language.grammar.partitives.has(lowerAt(tokens, at)) ? phraseFrom(at + 1, question) : undefined
}

/** `exports - $911.8 million`: what stands before the dash, if it has no verb. */
function labelBefore(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const at = [1, 2, 3].map(step => quantity.from - step).find(index => dash.test(lowerAt(tokens, index)))
  if (at === undefined) return undefined
  const from = backTo(at, index => lowerAt(tokens, index) === ',' || isBoundary(tokens, index))
  const hasVerb = tokens.slice(from, at).some((_, step) => isVerb(tokens, from + step, language))
  return hasVerb ? undefined : trim({ from, to: at }, question)
}

/** `a surplus of $170 million`, `goods worth $950 million`, `capacity up to 100 MW`: the noun the figure hangs on. */
function nounBefore(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const { grammar } = language
  let to = skipQualifier(tokens, quantity.from, language)
  const isBound = grammar.partitives.has(lowerAt(tokens, to - 1)) || grammar.worth.has(lowerAt(tokens, to - 1))
  if (isBound) to -= 1
  else if (isVerb(tokens, to, language) || !grammar.amountNouns.has(lowerAt(tokens, to - 1))) return undefined
  const from = backTo(to, index => {
    const word = lowerAt(tokens, index)
    const isLink = grammar.phraseEnds.has(word) && !grammar.partitives.has(word) && !grammar.determiners.has(word)
    return tokens[index]?.kind !== 'word' || isLink || isVerb(tokens, index, language) || language.numbers.and.has(word)
  })
  const isGeneric = tokens.slice(from, to).every(({ lower }) => grammar.genericAmounts.has(lower))
  return to > from && !isGeneric ? trim({ from, to }, question) : undefined
}

function skipQualifier(tokens: readonly Token[], index: number, language: Language): number {
  return phraseBefore(language.qualifiers, tokens, index)?.from ?? index
}

/** `attraction of 1 million euro investments`: the plural that follows at once. */
function pluralAfter(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { grammar } = question.language
  return grammar.isPlural(lowerAt(question.tokens, quantity.to)) ? nounAfter(quantity, question) : undefined
}

/** `130 tons payload capacity`, `1 million euro investments`: the figure stands before its noun. */
function nounAfter(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const { grammar, measures, times } = language
  const next = tokens[quantity.to]
  const word = next?.lower ?? ''
  if (next?.kind !== 'word' || grammar.phraseEnds.has(word) || times.prepositions.has(word)) return undefined
  // `10 million litres according to orders`
  if (phraseAt(language.quotations.accordingTo, tokens, quantity.to)) return undefined
  if (measures.growth.has(word) || grammar.pastSuffix.test(word) || isVerb(tokens, quantity.to, language))
    return undefined
  return phraseFrom(quantity.to, question)
}

/** `increase mutual supplies by $200 million`: the object of a verb of growth. */
function objectBefore(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const to = skipQualifier(tokens, quantity.from, language) - 1
  if (!language.measures.by.has(lowerAt(tokens, to)) && !language.times.to.has(lowerAt(tokens, to))) return undefined
  const from = backTo(to, index => {
    const isGrowth = language.measures.growth.has(lowerAt(tokens, index))
    return tokens[index]?.kind !== 'word' || isGrowth || isVerb(tokens, index, language)
  })
  return to > from && language.measures.growth.has(lowerAt(tokens, from - 1)) ? trim({ from, to }, question) : undefined
}

/** The subject of the nearest verb before the figure that has one. */
function clauseSubject(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  let end = quantity.from
  for (let tries = 0; tries < 4; tries += 1) {
    const verb = lastVerb(tokens, end, language)
    if (verb === undefined) return undefined
    const from = backTo(verb, index => isClauseBreak(tokens, index, language))
    const span = trim({ from, to: verb }, question)
    if (span) return span
    end = verb
  }
  return undefined
}

function lastVerb(tokens: readonly Token[], end: number, language: Language): number | undefined {
  for (let index = end - 1; index > 0; index -= 1) {
    if (lowerAt(tokens, index) === ';') return undefined
    if (isVerb(tokens, index, language) && !isVerb(tokens, index - 1, language)) return index
  }
  return undefined
}

function isClauseBreak(tokens: readonly Token[], index: number, language: Language): boolean {
  const word = lowerAt(tokens, index)
  const isBreak = word === ',' || isBoundary(tokens, index) || dash.test(word)
  return isBreak || language.grammar.relatives.has(word) || isVerb(tokens, index, language)
}

/** `Firms of the port, which lie in the east, attracted …`: the phrase the sentence begins with. */
function firstPhrase(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  let to = 0
  while (to < quantity.from && !(to > 0 && isClauseBreak(tokens, to, language))) to += 1
  return to < quantity.from ? trim({ from: 0, to }, question) : undefined
}

/** `$133.6 million in foreign investment was attracted`: the figure itself begins the clause. */
function phraseAfter(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const isLinked = language.times.of.has(lowerAt(tokens, quantity.to))
  return phraseFrom(isLinked ? quantity.to + 1 : quantity.to, question) ?? agentAfter(quantity, question)
}

/** `24 million dollars were provided by lumber`. */
function agentAfter(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  for (let index = quantity.to; index < Math.min(quantity.to + 5, tokens.length); index += 1) {
    if (language.measures.by.has(lowerAt(tokens, index))) {
      return phraseFrom(index + 1, question)
    }
  }
  return undefined
}

function isBoundary(tokens: readonly Token[], index: number): boolean {
  return boundary.test(lowerAt(tokens, index))
}

/** The token after the last one before `end` that `stops`. */
function backTo(end: number, stops: (index: number) => boolean): number {
  let from = end
  while (from > 0 && end - from < longest && !stops(from - 1)) from -= 1
  return from
}
