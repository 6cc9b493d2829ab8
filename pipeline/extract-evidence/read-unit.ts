/**
 * Reads what stands around a number as its unit: a currency before or after it, a per cent sign, a multiple, or a
 * measure. Counted nouns are read elsewhere, for they take grammar and not a table.
 */

import type { Language } from './languages/language.ts'
import { currencyCodes, currencySigns, dollarPrefixes, measureSymbols, shortCurrencies } from './languages/symbols.ts'
import type { NumberRead } from './number-read.ts'
import { phraseAt } from './phrases.ts'
import { round } from './read-number.ts'
import { lowerAt, type Token, touches } from './tokens.ts'

/** A number with its unit: `from` and `to` take in both. */
export interface UnitRead {
  readonly from: number
  readonly to: number
  readonly unit: string
  /** The number's value with a short scale such as `m` taken in. */
  readonly value: number | null
}

/** The unit printed beside a number, if it is one of the tables'. */
export function readUnit(tokens: readonly Token[], number: NumberRead, language: Language): UnitRead | undefined {
  if (number.shape === 'ordinal' || number.shape === 'fraction') return undefined
  if (number.shape === 'multiple') return { from: number.from, to: number.to, unit: 'times', value: number.value }
  const read = readPrefix(tokens, number, language) ?? readSuffix(tokens, number, language)
  return read && withRate(tokens, withSmallChange(tokens, read, language), language)
}

/** `12 roubles 40 kopecks`, where the whole amount is 12.4. */
function withSmallChange(tokens: readonly Token[], read: UnitRead, language: Language): UnitRead {
  const small = tokens[read.to]?.kind === 'number' ? phraseAt(language.units.subunits, tokens, read.to + 1) : undefined
  const count = Number(lowerAt(tokens, read.to))
  if (small?.value !== read.unit || read.value === null || !(count < 100)) return read
  return { ...read, to: small.to, value: round(read.value + count / 100) }
}

/** `$65 a barrel`, `£58/MWh`, `2.1 t/ha`: what the amount is for one of. */
function withRate(tokens: readonly Token[], read: UnitRead, language: Language): UnitRead {
  const { units, numbers } = language
  const link = lowerAt(tokens, read.to)
  const isSlash = link === '/' && touches(tokens, read.to)
  const isMoney = /^[A-Z]{3}$/u.test(read.unit)
  if (!isSlash && (!isMoney || !(units.per.has(link) || numbers.articles.has(link)))) return read
  const at = read.to + 1
  const named =
    phraseAt(units.rates, tokens, at) ?? (isMoney || isSlash ? phraseAt(units.measures, tokens, at) : undefined)
  const symbol = named ? undefined : measureSymbols.get(tokens[at]?.text ?? '')
  if (named) return { ...read, to: named.to, unit: `${read.unit}/${named.value}` }
  return symbol === undefined ? read : { ...read, to: at + 1, unit: `${read.unit}/${symbol}` }
}

function readPrefix(tokens: readonly Token[], number: NumberRead, language: Language): UnitRead | undefined {
  const prefix = currencyBefore(tokens, number.from)
  if (!prefix) return undefined
  const short = touches(tokens, number.to) ? language.numbers.shortScales.get(lowerAt(tokens, number.to)) : undefined
  if (short === undefined || number.scale > 1) return { ...prefix, to: number.to, value: number.value }
  return { ...prefix, to: number.to + 1, value: number.value === null ? null : round(number.value * short) }
}

/** The currency that ends right before token `index`. */
function currencyBefore(tokens: readonly Token[], index: number): { from: number; unit: string } | undefined {
  const text = tokens[index - 1]?.text ?? ''
  const dollars =
    text === '$' && touches(tokens, index - 1) ? dollarPrefixes.get(tokens[index - 2]?.text ?? '') : undefined
  if (dollars) return { from: index - 2, unit: dollars }
  const unit = currencySigns.get(text) ?? (currencyCodes.has(text) ? codeOf(text) : undefined)
  if (unit === undefined) {
    // `Fr. 1'380`: a short form with its stop.
    const short =
      text === '.' && touches(tokens, index - 1) ? shortCurrencies.get(tokens[index - 2]?.text ?? '') : undefined
    return short === undefined ? undefined : { from: index - 2, unit: short }
  }
  // `US $5`: the country stands apart.
  const hasCountry = text === '$' && tokens[index - 2]?.text === 'US'
  return { from: hasCountry ? index - 2 : index - 1, unit }
}

function codeOf(code: string): string {
  return code === 'RMB' ? 'CNY' : code
}

function readSuffix(tokens: readonly Token[], number: NumberRead, language: Language): UnitRead | undefined {
  const { units } = language
  const at = number.to
  const read = (unit: string, to: number): UnitRead => ({ from: number.from, to, unit, value: number.value })
  const percent = phraseAt(units.percent, tokens, at)
  if (percent) return read('%', percent.to)
  if (units.times.has(lowerAt(tokens, at))) return read('times', at + 1)
  const money = phraseAt(units.currencies, tokens, at)
  if (money) return read(money.value, money.to)
  const small = phraseAt(units.subunits, tokens, at)
  if (small) {
    const value = number.value === null ? null : round(number.value / 100)
    return { from: number.from, to: small.to, unit: small.value, value }
  }
  const sign = tokens[at]?.text ?? ''
  const code = currencySigns.get(sign) ?? (currencyCodes.has(sign) ? codeOf(sign) : undefined)
  // `100 Br`, `5 €`; but `103 $5 notes` has its sign for the next number.
  if (code && tokens[at + 1]?.kind !== 'number') return read(code, at + 1)
  const measure = phraseAt(units.measures, tokens, at)
  if (measure) return read(measure.value, measure.to)
  return readSymbol(tokens, number, read)
}

/** A symbol in its exact spelling; one letter counts only after digits. */
function readSymbol(
  tokens: readonly Token[],
  number: NumberRead,
  read: (unit: string, to: number) => UnitRead,
): UnitRead | undefined {
  if (!number.digits) return undefined
  for (const length of [3, 2, 1]) {
    const spelling = tokens
      .slice(number.to, number.to + length)
      .map(token => token.text)
      .join(' ')
    const unit = measureSymbols.get(spelling)
    if (unit !== undefined) return read(unit, number.to + length)
  }
  return undefined
}
