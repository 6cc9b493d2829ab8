/**
 * Reads a number at a token: digits with thousands groups and scales, number words, halves and fractions. It knows
 * nothing of what is counted; units are read after it.
 */
import type { Language, NumberWords } from './languages/language.ts'
import type { NumberRead } from './number-read.ts'
import { oncePerTable } from './phrases.ts'
import { readDigits } from './read-digits.ts'
import { isHalfScale, readFraction } from './read-fraction.ts'
import { isCompound, lowerAt, splitCompound, type Token, touches } from './tokens.ts'

/** The number that begins at token `index`, if one does. */
export function readNumber(tokens: readonly Token[], index: number, language: Language): NumberRead | undefined {
  const { numbers } = language
  const token = tokens[index]
  if (!token || token.kind === 'mark') return undefined
  if (token.kind === 'number') return readDigitNumber(tokens, index, numbers)
  if (!openersOf(numbers).has(token.lower) && !isCompound(token.lower)) return undefined
  const fraction = readFraction(tokens, index, numbers)
  return (
    readMultiple(tokens, index, numbers) ??
    (fraction && (partOfScale(tokens, fraction, language) ?? fraction)) ??
    readWordNumber(tokens, index, numbers)
  )
}

/** The words that a number can begin with, compounds aside; most words are ruled out by one look. */
const openersOf = oncePerTable(
  ({ multiples, comparedMultiples, cardinals, loneParts, halves, articles }: NumberWords): ReadonlySet<string> =>
    new Set([
      ...[multiples, comparedMultiples, cardinals, loneParts].flatMap(map => [...map.keys()]),
      ...halves,
      ...articles,
    ]),
)

/** `a quarter of a million` is 250 000. */
function partOfScale(
  tokens: readonly Token[],
  part: NumberRead,
  { grammar, numbers }: Language,
): NumberRead | undefined {
  if (!grammar.partitives.has(lowerAt(tokens, part.to)) || !numbers.articles.has(lowerAt(tokens, part.to + 1)))
    return undefined
  const scaled = withScale(tokens, { ...part, to: part.to + 2, shape: 'cardinal' }, numbers)
  return scaled.scale === 1 ? undefined : scaled
}

function readDigitNumber(tokens: readonly Token[], index: number, numbers: NumberWords): NumberRead {
  let to = index + 1
  let text = tokens[index]?.text ?? ''
  // `1 200 000`: groups of three after a space.
  while (
    /^\d{1,3}(?: \d{3})*$/u.test(text) &&
    /^\d{3}(?:[.,]\d{1,2})?$/u.test(tokens[to]?.text ?? '') &&
    isSpaced(tokens, to)
  ) {
    text += ` ${tokens[to]?.text}`
    to += 1
  }
  const suffix = lowerAt(tokens, to)
  // `19th`, `19-я`
  const mark = /^[-‐‑]$/u.test(suffix) && touches(tokens, to) && touches(tokens, to + 1) ? 1 : 0
  if (touches(tokens, to) && numbers.ordinalSuffixes.has(lowerAt(tokens, to + mark))) {
    return { from: index, to: to + mark + 1, value: Number(text), digits: true, scale: 1, shape: 'ordinal' }
  }
  if (numbers.foldSuffix !== '' && /^[-‐‑]$/u.test(suffix) && lowerAt(tokens, to + 1) === numbers.foldSuffix) {
    return {
      from: index,
      to: to + 2,
      value: readDigits(text, numbers.decimal),
      digits: true,
      scale: 1,
      shape: 'multiple',
    }
  }
  const value = readDigits(text.replaceAll(' ', ''), numbers.decimal)
  const read = withScale(tokens, { from: index, to, value, digits: true, scale: 1, shape: 'cardinal' }, numbers)
  return withSmallerDigits(tokens, read, numbers)
}

/** `412 mln 300 thousand`: the second number has a smaller scale of its own. */
function withSmallerDigits(tokens: readonly Token[], read: NumberRead, numbers: NumberWords): NumberRead {
  if (read.scale < 1e6 || tokens[read.to]?.kind !== 'number' || read.value === null) return read
  const rest = readDigitNumber(tokens, read.to, numbers)
  if (rest.value === null || rest.shape !== 'cardinal' || rest.scale === 1 || rest.value >= read.scale) return read
  return { ...read, to: rest.to, value: read.value + rest.value }
}

function isSpaced(tokens: readonly Token[], index: number): boolean {
  return (tokens[index]?.start ?? 0) - (tokens[index - 1]?.end ?? 0) === 1
}

/** Takes in `thousand`, `mln`, `billion` and a touching `m` or `bn`. */
function withScale(tokens: readonly Token[], read: NumberRead, numbers: NumberWords): NumberRead {
  let { to, scale } = read
  for (;;) {
    const word = lowerAt(tokens, to)
    const next = numbers.scales.get(word) ?? (numbers.hundreds.has(word) ? 100 : undefined)
    if (next === undefined) break
    scale *= next
    to += 1
    const isShort = /^(?:mln|bln|thou|тыс|mrd|mio|tsd|bio)$/u.test(word)
    if (lowerAt(tokens, to) === '.' && touches(tokens, to) && isShort && to < tokens.length - 1) to += 1
    if (numbers.scaleLinks.has(lowerAt(tokens, to)) && numbers.scales.has(lowerAt(tokens, to + 1))) to += 1
  }
  return { ...read, to, scale, value: read.value === null ? null : round(read.value * scale) }
}

function readMultiple(tokens: readonly Token[], index: number, numbers: NumberWords): NumberRead | undefined {
  const word = lowerAt(tokens, index)
  const read = { from: index, to: index + 1, digits: false, scale: 1, shape: 'multiple' } as const
  const known = numbers.multiples.get(word)
  if (known !== undefined) return { ...read, value: known }
  const compared = numbers.comparers.has(lowerAt(tokens, index + 1)) ? numbers.comparedMultiples.get(word) : undefined
  if (compared !== undefined) return { ...read, value: compared }
  const [count = '', fold] = splitCompound(word)
  const value = numbers.cardinals.get(count)
  return fold !== undefined && fold === numbers.foldSuffix && value !== undefined ? { ...read, value } : undefined
}

function readWordNumber(tokens: readonly Token[], index: number, numbers: NumberWords): NumberRead | undefined {
  const opening = readOpening(tokens, index, numbers)
  if (!opening) return undefined
  let { to, value } = opening
  if (
    numbers.and.has(lowerAt(tokens, to)) &&
    numbers.articles.has(lowerAt(tokens, to + 1)) &&
    numbers.halves.has(lowerAt(tokens, to + 2))
  ) {
    to += 3
    value += 0.5
  }
  const read: NumberRead = { from: index, to, value, digits: false, scale: 1, shape: 'cardinal' }
  const scaled = withScale(tokens, read, numbers)
  return opening.needsScale && scaled.scale === 1 ? undefined : withSmallerPart(tokens, scaled, numbers)
}

interface Opening {
  readonly to: number
  readonly value: number
  /** The words are a number only if a scale follows: `a million`. */
  readonly needsScale: boolean
}

/** Words for a number below 1000, or `a` and `half a` before a scale. */
function readOpening(tokens: readonly Token[], index: number, numbers: NumberWords): Opening | undefined {
  const below100 = readBelow100(tokens, index, numbers)
  if (below100) return withHundreds(tokens, below100, numbers)
  const next = lowerAt(tokens, index + 1)
  if (numbers.articles.has(lowerAt(tokens, index)) && (numbers.scales.has(next) || numbers.hundreds.has(next))) {
    return { to: index + 1, value: 1, needsScale: true }
  }
  return isHalfScale(tokens, index, numbers) ? { to: index + 2, value: 0.5, needsScale: true } : undefined
}

function readBelow100(tokens: readonly Token[], index: number, numbers: NumberWords): Opening | undefined {
  const value = cardinalOf(lowerAt(tokens, index), numbers)
  if (value === undefined) return undefined
  let read = { to: index + 1, value, needsScale: false }
  // `twenty five`, and in languages with words for the hundreds `сто двадцать пять`
  for (let room = roomAfter(value); room > 1; room = roomAfter(read.value)) {
    const next = numbers.cardinals.get(lowerAt(tokens, read.to))
    if (next === undefined || next <= 0 || next >= room) break
    read = { ...read, to: read.to + 1, value: read.value + next }
  }
  return read
}

/** What a following number must be smaller than: 10 after `twenty`, 100 after `двести`. */
function roomAfter(value: number): number {
  if (value < 20 || value > 999 || value % 10 !== 0) return 1
  return value % 100 === 0 ? 100 : 10
}

/** `two hundred`, `two hundred and fifty`. */
function withHundreds(tokens: readonly Token[], read: Opening, numbers: NumberWords): Opening {
  if (read.value >= 10 || !numbers.hundreds.has(lowerAt(tokens, read.to))) return read
  const at = numbers.and.has(lowerAt(tokens, read.to + 1)) ? read.to + 2 : read.to + 1
  const rest = readBelow100(tokens, at, numbers)
  return { ...read, to: rest ? rest.to : read.to + 1, value: read.value * 100 + (rest?.value ?? 0) }
}

function cardinalOf(word: string, numbers: NumberWords): number | undefined {
  const whole = numbers.cardinals.get(word)
  if (whole !== undefined) return whole
  const [tens = '', ones = '', ...rest] = splitCompound(word)
  const high = numbers.cardinals.get(tens)
  const low = numbers.cardinals.get(ones)
  return rest.length === 0 && high !== undefined && low !== undefined && high >= 20 && low < 10 ? high + low : undefined
}

/** The rest of `three thousand five hundred`. */
function withSmallerPart(tokens: readonly Token[], read: NumberRead, numbers: NumberWords): NumberRead {
  if (read.scale < 1000 || read.value === null) return read
  const opening = readOpening(tokens, read.to, numbers)
  if (!opening || opening.needsScale) return read
  const rest = withScale(tokens, { ...read, from: read.to, to: opening.to, value: opening.value, scale: 1 }, numbers)
  if (rest.value === null || rest.value >= read.scale) return read
  return withSmallerPart(tokens, { ...read, to: rest.to, value: read.value + rest.value, scale: rest.scale }, numbers)
}

/** Takes away what binary fractions add: 1.1 × 1000000 is 1100000. */
export function round(value: number): number {
  if (Number.isInteger(value) && value < 1e12) return value
  return Number(value.toPrecision(12))
}
