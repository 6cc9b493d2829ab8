/**
 * Finds the quantities of a sentence: numbers with their unit, whether it stands in a table, is a counted noun, or is
 * taken over from a neighbour (`5 to 10 million`, `12 Danish and two Swedish guests`, `three of which`).
 */
import { isCount, isFreeStanding } from './is-counted.ts'
import type { Language } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import { phraseAt } from './phrases.ts'
import type { Quantity } from './quantity.ts'
import { readBare, readElliptic } from './read-bare-number.ts'
import { readCountedNoun } from './read-counted-noun.ts'
import { readNumber, round } from './read-number.ts'
import { readEvery, readPart, readProportion } from './read-part.ts'
import { readRank } from './read-rank.ts'
import { readUnit, type UnitRead } from './read-unit.ts'
import type { TimeExpression } from './time-shapes.ts'
import { lowerAt, type Token, touches } from './tokens.ts'

/** The quantities of one sentence's tokens, in order. */
export function findQuantities(
  tokens: readonly Token[],
  times: readonly TimeExpression[],
  language: Language,
): readonly Quantity[] {
  const found: Quantity[] = []
  const masked = maskOf(times)
  for (let index = 0; index < tokens.length; ) {
    const number = masked.has(index) ? undefined : readNumber(tokens, index, language)
    const quantity = number ? readQuantity(tokens, number, found, masked, language) : readEvery(tokens, index, language)
    if (quantity) found.push(quantity)
    const end = quantity?.kind === 'amount' ? quantity.to : (quantity?.number.to ?? 0)
    index = Math.max(end, number?.to ?? 0, index + 1)
  }
  return found
}

function maskOf(times: readonly TimeExpression[]): ReadonlySet<number> {
  const masked = new Set<number>()
  for (const time of times) {
    if (!time.masks) continue
    for (let index = time.from; index < time.to; index += 1) masked.add(index)
  }
  return masked
}

function readQuantity(
  tokens: readonly Token[],
  number: NumberRead,
  before: readonly Quantity[],
  masked: ReadonlySet<number>,
  language: Language,
): Quantity | undefined {
  if (!isFreeStanding(tokens, number)) return undefined
  if (number.shape === 'ordinal') return readRank(tokens, number, language)
  if (number.shape === 'fraction') return readPart(tokens, number, language)
  const proportion = readProportion(tokens, number, language)
  if (proportion) return proportion
  const unit = readUnit(tokens, number, language)
  if (unit) return readAmount(tokens, withRangeScale(tokens, unit, number, language), number, language)
  const hyphened = readHyphened(tokens, number, language)
  if (hyphened) return hyphened
  if (!isCount(tokens, number, language) || number.value === null) return undefined
  return (
    readAntecedent(tokens, number, before, language) ??
    readShared(tokens, number, masked, language) ??
    readCount(tokens, number, language) ??
    readBare(tokens, number, language) ??
    readElliptic(tokens, number, before, language)
  )
}

/** `PLN 5 to 5.5 billion`: in a range the scale stands with its second number. */
function withRangeScale(tokens: readonly Token[], unit: UnitRead, number: NumberRead, language: Language): UnitRead {
  if (unit.from === number.from || number.scale > 1 || unit.to !== number.to || unit.value === null) return unit
  const link = lowerAt(tokens, number.to)
  if (!/^[-‐‑–—]$/u.test(link) && (!language.times.to.has(link) || language.numbers.and.has(link))) return unit
  const at = tokens[number.to + 1]?.text === tokens[number.from - 1]?.text ? number.to + 2 : number.to + 1
  const next = readNumber(tokens, at, language)
  if (next?.shape !== 'cardinal' || !next.digits || next.value === null || next.scale === 1) return unit
  return { ...unit, value: round(unit.value * next.scale) }
}

function readAmount(
  tokens: readonly Token[],
  unit: UnitRead,
  number: NumberRead,
  language: Language,
): Quantity | undefined {
  if (isMultipleOfTime(tokens, unit.to, unit.unit, language)) return undefined
  if (!isNegative(tokens, unit.from, language)) return { ...unit, number, kind: 'amount' }
  return { ...unit, from: unit.from - 1, value: unit.value === null ? null : -unit.value, number, kind: 'amount' }
}

/** `-15 °C`: a sign that touches its number and nothing before; `minus 15 °C`. */
function isNegative(tokens: readonly Token[], from: number, { numbers }: Language): boolean {
  if (numbers.minus.has(lowerAt(tokens, from - 1))) return true
  return /^[-−]$/u.test(lowerAt(tokens, from - 1)) && touches(tokens, from) && !touches(tokens, from - 1)
}

/** `three times a week` says how often, not how much. */
function isMultipleOfTime(tokens: readonly Token[], at: number, unit: string, { numbers, times }: Language): boolean {
  if (unit !== 'times') return false
  return numbers.articles.has(lowerAt(tokens, at)) && times.spanNouns.has(lowerAt(tokens, at + 1))
}

/** `a 1,200-head dairy farm`, `a 40-MW plant`; lengths of time such as `5-year` only describe. */
function readHyphened(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const at = number.to + 1
  if (
    !number.digits ||
    !/^[-‐‑]$/u.test(lowerAt(tokens, number.to)) ||
    !touches(tokens, number.to) ||
    !touches(tokens, at)
  )
    return undefined
  const noun = tokens[at]
  if (noun?.kind !== 'word' || language.times.spanNouns.has(noun.lower) || language.times.monthNouns.has(noun.lower))
    return undefined
  const table = readUnit(tokens, { ...number, to: at }, language)
  if (table) return { ...table, number, kind: 'amount' }
  if (noun.lower.includes('-') || noun.text !== noun.lower) return undefined
  return {
    from: number.from,
    to: at + 1,
    number,
    value: number.value,
    unit: language.grammar.plural(noun.lower),
    kind: 'count',
  }
}

/** `three of which`, `3,200 of whom`: they are what the sentence counted before. */
function readAntecedent(
  tokens: readonly Token[],
  number: NumberRead,
  before: readonly Quantity[],
  { grammar }: Language,
): Quantity | undefined {
  const isPronoun = (at: number) =>
    grammar.partitives.has(lowerAt(tokens, at)) && grammar.pronouns.has(lowerAt(tokens, at + 1))
  if (!isPronoun(number.to) && !isPronoun(number.from - 2)) return undefined
  const antecedent = before.findLast(quantity => quantity.kind === 'count')
  return (
    antecedent && {
      from: number.from,
      to: number.to,
      number,
      value: number.value,
      unit: antecedent.unit,
      kind: 'count',
    }
  )
}

/** The first number of a range or a list takes the unit, and in a range the scale, of the next one. */
function readShared(
  tokens: readonly Token[],
  number: NumberRead,
  masked: ReadonlySet<number>,
  language: Language,
): Quantity | undefined {
  const next = nextNumber(tokens, number, masked, language)
  if (!next) return undefined
  const scale = number.scale === 1 && number.digits && next.isRange ? next.number.scale : 1
  const value = round((number.value ?? 0) * scale)
  const unit = readUnit(tokens, next.number, language)
  const read = { from: number.from, to: number.to, number, value }
  if (unit) return next.isAdjacent ? { ...read, unit: unit.unit, kind: 'amount' } : undefined
  const noun = readCountedNoun(tokens, next.number.to, next.number.value, language)
  return noun && { ...read, unit: noun.unit, kind: 'count' }
}

/** The number that follows with nothing but a link, or a link and an adjective, between. */
function nextNumber(
  tokens: readonly Token[],
  { from, to: at }: NumberRead,
  masked: ReadonlySet<number>,
  language: Language,
) {
  const isBetween = language.times.from.has(lowerAt(tokens, from - 1))
  for (const link of [at, at + 1]) {
    const word = lowerAt(tokens, link)
    const isAnd = language.numbers.and.has(word)
    const limit = phraseAt(language.qualifiers, tokens, link)
    const isRange =
      /^[-‐‑–—]$/u.test(word) || limit?.value === 'up to' || (language.times.to.has(word) && (!isAnd || isBetween))
    if (!isRange && !isAnd && !(word === ',' && link === at)) continue
    if (link > at && (isRange || !isModifier(tokens[at], language))) return undefined
    const start = limit ? limit.to : language.qualifierGaps.has(lowerAt(tokens, link + 1)) ? link + 2 : link + 1
    const number = masked.has(start) ? undefined : readNumber(tokens, start, language)
    if (number?.shape === 'cardinal') return { number, isRange, isAdjacent: link === at && word !== ',' }
  }
  return undefined
}

function isModifier(token: Token | undefined, { grammar }: Language): boolean {
  return token?.kind === 'word' && !grammar.isPlural(token.lower)
}

function readCount(tokens: readonly Token[], number: NumberRead, language: Language): Quantity | undefined {
  const noun = readCountedNoun(tokens, number.to, number.value, language)
  if (!noun || language.grammar.idiomNouns.has(noun.unit)) return undefined
  return { from: number.from, to: noun.to, number, value: number.value, unit: noun.unit, kind: 'count' }
}
