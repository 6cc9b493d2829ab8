/**
 * Tells numbers that state a quantity from numbers that name something (`Street 1`, `KazAgro-2022`, `No. 9`), point
 * back (`the two countries`) or belong to an idiom (`one of the`).
 */
import type { Language } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import { printedYear } from './read-year.ts'
import { isCapitalised, lowerAt, type Token, touches } from './tokens.ts'

/** Whether a number with a unit of the tables can be a quantity. */
export function isFreeStanding(tokens: readonly Token[], number: NumberRead): boolean {
  const { from, to } = number
  if (!number.digits) return !isInName(tokens, from)
  const before = tokens[from - 1]
  if (before?.text === '№' || before?.text === '#') return false
  if (touches(tokens, from) && before && (before.kind !== 'mark' || /^[/.:#№@_&+]$/u.test(before.text))) {
    // `+33 °C`
    if (before.text === '+' && !touches(tokens, from - 1) && tokens[to]?.text === '°') return true
    return before.kind === 'word' && /^(?:Br|Rs|[A-Z]{3})$/u.test(before.text)
  }
  // `2022-01`, `COVID-19` and `9:30` are one thing; `5-10%` is a range and `1,200-head` a count.
  if (touches(tokens, from) && /^[-‐‑]$/u.test(before?.text ?? '') && touches(tokens, from - 1)) {
    return tokens[from - 2]?.kind === 'number'
  }
  const after = tokens[to]
  // `£58.30/MWh`
  if (
    after?.text === '/' &&
    tokens[to + 1]?.kind === 'word' &&
    before &&
    before.kind !== 'number' &&
    /^\p{Sc}$|^[A-Z]{3}$/u.test(before.text)
  )
    return true
  return !(touches(tokens, to) && after && /^[/:_@]$/u.test(after.text) && touches(tokens, to + 1))
}

/** Whether a number without a unit of the tables counts the noun that follows. */
export function isCount(tokens: readonly Token[], number: NumberRead, language: Language): boolean {
  const { grammar } = language
  const { from } = number
  const before = lowerAt(tokens, from - 1)
  if (number.digits) {
    if (touches(tokens, number.to) && tokens[number.to]?.kind === 'word') return false
    return (
      !isLabelled(tokens, number, language) &&
      !(printedYear(tokens, from) !== undefined && isAfterYearWord(tokens, from, language))
    )
  }
  if (grammar.idiomNouns.has(lowerAt(tokens, number.to))) return false
  if (number.value === 1) return grammar.only.has(before) && !grammar.partitives.has(lowerAt(tokens, number.to))
  return number.scale > 1 || !isDefinite(tokens, from, language)
}

/** `the two countries`, `these three`, `the top ten`: the quantity was said before. */
function isDefinite(tokens: readonly Token[], from: number, { grammar, numbers }: Language): boolean {
  const before = lowerAt(tokens, from - 1)
  return grammar.definite.has(before) || grammar.tops.has(before) || numbers.ordinals.has(before)
}

/** A word for a number in mid-sentence with a capital: `Three Gorges`. */
function isInName(tokens: readonly Token[], from: number): boolean {
  const before = tokens[from - 1]
  return isCapitalised(tokens[from]) && before !== undefined && !/^[.:!?"“«„(<>–—-]$/u.test(before.text)
}

/** `Article 5`, `No. 9`, `#4`, `Boeing 737`. */
function isLabelled(
  tokens: readonly Token[],
  { from, scale }: NumberRead,
  { grammar, events, times }: Language,
): boolean {
  const before = tokens[from - 1]
  if (!before || scale > 1) return false
  if (/^[#№§]$/u.test(before.text)) return true
  const label = before.text === '.' ? lowerAt(tokens, from - 2) : before.lower
  if (grammar.labels.has(label)) return true
  if (before.kind !== 'word' || from < 2) return false
  // `in Norway 15 firms …`
  if (events.placePrepositions.has(lowerAt(tokens, from - 2)) || times.of.has(lowerAt(tokens, from - 2))) return false
  const isName = isCapitalised(before) && !times.months.has(before.lower) && !events.notNames.has(before.lower)
  const isPlainPlural =
    grammar.isPlural(lowerAt(tokens, from + 1)) && !grammar.irregularPlurals.has(lowerAt(tokens, from + 1))
  return isName && !isPlainPlural && !isCapitalised(tokens[from + 1])
}

/** `of 2022 companies …` after a preposition that takes a year. */
function isAfterYearWord(tokens: readonly Token[], from: number, { times, grammar }: Language): boolean {
  const before = lowerAt(tokens, from - 1)
  return (
    times.prepositions.has(before) &&
    !(grammar.partitives.has(before) && grammar.amountNouns.has(lowerAt(tokens, from - 2)))
  )
}
