/**
 * Finds the words of a sentence that say what a figure measures: the noun phrase it counts, the whole it is a share
 * of, or the subject of its verb. The words are always printed words, one unbroken run of them.
 */
import type { Language } from './languages/language.ts'
import type { Quantity } from './quantity.ts'
import type { TimeExpression } from './time-shapes.ts'
import { lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** The sentence a subject is looked for in. */
export interface SubjectQuestion {
  readonly tokens: readonly Token[]
  readonly times: readonly TimeExpression[]
  readonly language: Language
}

/** Words of a subject, at the most. */
const longest = 18
const boundary = /^[;:()"“”„«»[\]<>]$/u
const dash = /^[-–—]$/u

/** The tokens of a quantity's subject; `before` is the subject of the figure before it in the sentence. */
export function findSubject(quantity: Quantity, question: SubjectQuestion, before: TokenSpan | undefined): TokenSpan {
  const { tokens } = question
  const counted =
    quantity.kind === 'count' || quantity.kind === 'rank' ? phraseAfter(quantity.number.to, question) : undefined
  const whole = counted ?? wholeAfter(quantity, question)
  if (whole) return whole
  if (before && lowerAt(tokens, quantity.from - 1) === '(') return before
  const found = labelBefore(quantity, question) ?? clauseSubject(quantity, question) ?? before
  return found ?? phraseAfter(quantity.to, question) ?? { from: quantity.from, to: quantity.to }
}

/** The noun phrase that begins at a token, with what hangs on it, up to a verb, a stop or a time. */
function phraseAfter(index: number, { tokens, times, language }: SubjectQuestion): TokenSpan | undefined {
  const { grammar, times: words } = language
  let from = index
  while (grammar.partitives.has(lowerAt(tokens, from)) || grammar.determiners.has(lowerAt(tokens, from))) from += 1
  let to = from
  for (; to < tokens.length && to - from < longest; to += 1) {
    const token = tokens[to] as Token
    if (token.kind !== 'word' || grammar.finiteVerbs.has(token.lower) || grammar.relatives.has(token.lower)) break
    if (times.some(time => time.from === to)) break
  }
  while (
    to > from &&
    (grammar.phraseEnds.has(lowerAt(tokens, to - 1)) || language.numbers.and.has(lowerAt(tokens, to - 1)))
  )
    to -= 1
  while (to > from && words.prepositions.has(lowerAt(tokens, to - 1))) to -= 1
  return to > from ? { from, to } : undefined
}

/** `37 percent of regional industrial production`: the whole that the figure is a share of. */
function wholeAfter(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  if (quantity.unit !== '%' && !language.grammar.worth.has(lowerAt(tokens, quantity.to))) return undefined
  const at = language.grammar.worth.has(lowerAt(tokens, quantity.to)) ? quantity.to + 1 : quantity.to
  return language.grammar.partitives.has(lowerAt(tokens, at)) ? phraseAfter(at + 1, question) : undefined
}

/** `exports - $911.8 million`, `in 2021 - 21`: what stands before the dash, if it has no verb. */
function labelBefore(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  const at = [1, 2, 3].map(step => quantity.from - step).find(index => dash.test(lowerAt(tokens, index)))
  if (at === undefined) return undefined
  let from = at
  while (from > 0 && lowerAt(tokens, from - 1) !== ',' && !boundary.test(lowerAt(tokens, from - 1))) from -= 1
  const span = trim({ from, to: at }, question)
  const hasVerb = tokens.slice(from, at).some(token => language.grammar.finiteVerbs.has(token.lower))
  return span && !hasVerb ? span : undefined
}

/** The subject of the nearest verb before the figure that has one. */
function clauseSubject(quantity: Quantity, question: SubjectQuestion): TokenSpan | undefined {
  const { tokens, language } = question
  let end = quantity.from
  for (let tries = 0; tries < 4; tries += 1) {
    const verb = lastVerb(tokens, end, language)
    if (verb === undefined) return undefined
    let from = verb
    while (from > 0 && verb - from < longest && !isClauseStart(tokens, from, language)) from -= 1
    const span = trim({ from, to: verb }, question)
    if (span) return span
    end = verb
  }
  return undefined
}

function lastVerb(tokens: readonly Token[], end: number, { grammar }: Language): number | undefined {
  for (let index = end - 1; index > 0; index -= 1) {
    const word = lowerAt(tokens, index)
    if (word === ';') return undefined
    if (grammar.finiteVerbs.has(word) && !grammar.finiteVerbs.has(lowerAt(tokens, index - 1))) return index
  }
  return undefined
}

/** Whether a clause begins at a token. */
function isClauseStart(tokens: readonly Token[], index: number, { grammar }: Language): boolean {
  const before = lowerAt(tokens, index - 1)
  return (
    before === ',' ||
    boundary.test(before) ||
    dash.test(before) ||
    grammar.relatives.has(before) ||
    grammar.finiteVerbs.has(before)
  )
}

/** Takes times, openers and loose prepositions off both ends; nothing is left of `and` or `it`. */
function trim(span: TokenSpan, { tokens, times, language }: SubjectQuestion): TokenSpan | undefined {
  let { from, to } = span
  for (;;) {
    const time = times.find(expression => expression.from === from)
    if (time) from = time.to
    else if (from < to && isOpener(tokens, from, times, language)) from += 1
    else break
  }
  while (to > from && (isAdverb(tokens, to - 1, language) || times.some(time => time.to === to))) {
    to = times.find(time => time.to === to && time.from >= from)?.from ?? to - 1
  }
  const words = tokens.slice(from, to).filter(token => token.kind === 'word')
  const isEmpty = words.every(
    token => language.grammar.phraseEnds.has(token.lower) || language.numbers.and.has(token.lower),
  )
  return isEmpty ? undefined : { from, to }
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
  return !isPreposition || times.some(time => time.from === index + 1 || time.from === index + 2)
}

function isAdverb(tokens: readonly Token[], index: number, { grammar, times }: Language): boolean {
  const token = tokens[index]
  if (token?.kind !== 'word') return true
  return grammar.phraseEnds.has(token.lower) || times.prepositions.has(token.lower) || token.lower.endsWith('ly')
}
