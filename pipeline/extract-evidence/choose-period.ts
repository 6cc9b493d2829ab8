/**
 * Chooses the period of a figure: the time its sentence gives it, or else the time of the sentences before, where the
 * sentence goes on with what they tell. Plans and the present do not inherit a past.
 */
import type { Period } from '../contract/evidence.ts'
import type { Language } from './languages/language.ts'
import type { Quantity } from './quantity.ts'
import { inherit, type ResolvedTime, type TimeContext } from './resolve-times.ts'
import { lowerAt, type Token } from './tokens.ts'

/** What the choice rests on; `context` is the state before the sentence. */
export interface PeriodQuestion {
  readonly tokens: readonly Token[]
  readonly times: readonly ResolvedTime[]
  readonly context: TimeContext
  readonly language: Language
  /** Whether an offset lies in the same quotation as the sentence's figure. */
  readonly isSameQuotation: (offset: number) => boolean
}

/** The period of a quantity, if the text gives it one. */
export function choosePeriod(quantity: Quantity, question: PeriodQuestion): Period | undefined {
  if (isDistance(quantity, question)) return undefined
  const own = question.times.filter(time => time.role === 'plain' || time.role === 'status')
  const before = own.findLast(time => time.to <= quantity.from && !time.compared)
  const after = own.find(time => time.from >= quantity.to)
  if (after && isAttached(quantity, after, question, before ? 3 : 40)) return after.period
  if (before && isAnnouncement(quantity, before, question)) return undefined
  if (before) return before.period
  const compared = question.times.find(time => time.role === 'comparison' && time.counterpart)
  if (compared) return compared.counterpart
  if (question.times.some(time => time.shape.kind === 'length' || time.role === 'since')) return undefined
  return inheritPeriod(quantity, question)
}

/** Whether a time after the figure belongs to it: few words and no stop between. */
function isAttached(quantity: Quantity, time: ResolvedTime, { tokens }: PeriodQuestion, reach: number): boolean {
  if (time.shape.kind === 'length' || time.from - quantity.to > reach) return false
  const between = tokens.slice(quantity.to, time.from)
  const isStop = reach < 10 ? /^[,;:()]$/u : /^;$/u
  return !between.some(token => isStop.test(token.text))
}

/** `45 km from the capital` has no date. */
function isDistance({ unit, to }: Quantity, { tokens, language }: PeriodQuestion): boolean {
  return /^(?:k?m|mi)$/u.test(unit) && language.times.from.has(lowerAt(tokens, to))
}

/** `In June 2021 the task was set - to reach $1 billion a year`: the time of the task and not of what it is to reach. */
function isAnnouncement(quantity: Quantity, time: ResolvedTime, { tokens, language }: PeriodQuestion): boolean {
  return tokens.slice(time.to, quantity.from).some(token => language.grammar.goals.has(token.lower))
}

function inheritPeriod(quantity: Quantity, question: PeriodQuestion): Period | undefined {
  const { tokens, context, language } = question
  const last = context.last
  // A place in a row that is told without a date is not of the time spoken of before.
  if (!last || (quantity.kind === 'rank' && !question.isSameQuotation(last.offset))) return undefined
  // `By the beginning of 2022 … . Exports grew by 17% compared to 2020.`
  if (last.edge !== undefined && question.times.some(time => time.role === 'comparison')) return undefined
  // What happened on one day says nothing of the sentences after it.
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(last.iso) && !question.isSameQuotation(last.offset)
  if (isDay) return undefined
  const before = tokens.slice(0, quantity.to)
  const has = (words: ReadonlySet<string>) => before.some(token => words.has(token.lower))
  if (has(language.grammar.future) || has(language.grammar.present)) return undefined
  const goesOn =
    question.isSameQuotation(last.offset) ||
    (quantity.kind === 'amount' && isAnaphoric(tokens, language)) ||
    tokens.some((_, index) => isPast(tokens, index, language))
  return goesOn ? inherit(last) : undefined
}

/** `This amount is …`, `Their share …`: the sentence speaks of what was just said. */
function isAnaphoric(tokens: readonly Token[], { grammar }: Language): boolean {
  const first = tokens.findIndex(token => token.kind === 'word')
  if (!grammar.anaphoricSubjects.has(lowerAt(tokens, first))) return false
  return !grammar.perfect.has(lowerAt(tokens, first + 1))
}

/** Whether a token is a verb in the past tense and not a participle. */
function isPast(tokens: readonly Token[], index: number, { grammar }: Language): boolean {
  const word = lowerAt(tokens, index)
  if (grammar.pastVerbs.has(word)) return true
  if (!grammar.pastSuffix.test(word)) return false
  if (grammar.pastIsFinite) return true
  const before = tokens[index - 1]
  if (before?.text === ',') return true
  if (before?.kind !== 'word' || before.lower.endsWith('ly')) return false
  return !grammar.finiteVerbs.has(before.lower) && !grammar.phraseEnds.has(before.lower)
}
