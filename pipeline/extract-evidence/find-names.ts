/**
 * Finds the names in a sentence: runs of capitalised words with the small words that join them, quoted names with what
 * they name, and places such as `Aker region`. It is a recogniser of form; it knows no list of names.
 */
import type { Language } from './languages/language.ts'
import { isCapitalised, lowerAt, type Token, touches } from './tokens.ts'

/** A name by tokens; `place` where a preposition of place stands before it. */
export interface NameSpan {
  readonly from: number
  readonly to: number
  readonly place: boolean
}

/** The names of one sentence, in order. */
export function findNames(tokens: readonly Token[], language: Language): readonly NameSpan[] {
  const names: NameSpan[] = []
  for (let index = 0; index < tokens.length; ) {
    const to = nameEnd(tokens, index, language)
    if (to > index) names.push({ from: index, to, place: isPlace(tokens, index, language) })
    index = Math.max(to, index + 1)
  }
  return names
}

function nameEnd(tokens: readonly Token[], index: number, language: Language): number {
  if (!startsName(tokens, index, language)) return index
  let to = index + 1
  for (;;) {
    const next = nextPart(tokens, index, to, language)
    if (next === undefined) break
    to = next
  }
  const { placeNouns } = language.events
  const word = tokens[to]
  return word?.kind === 'word' && placeNouns.has(word.lower) && !isSentenceWord(tokens, index, to, language)
    ? to + 1
    : to
}

function startsName(tokens: readonly Token[], index: number, language: Language): boolean {
  const token = tokens[index]
  if (token?.kind !== 'word' || !isCapitalised(token)) return false
  // `Priority areas …`: the sentence's first word has a capital of its own.
  const isOpener = tokens[index + 1]?.text === lowerAt(tokens, index + 1) && tokens[index - 1]?.kind !== 'word'
  if (index === 0 && isOpener && language.grammar.isPlural(lowerAt(tokens, index + 1))) return false
  if (!language.events.notNames.has(token.lower) && !isDemonym(token, language)) return true
  // `Norwegian State University` is a name though `Norwegian` alone is none.
  return isDemonym(token, language) && isName(tokens[index + 1], language)
}

/** `Chinese` and `Sino-Norwegian` are adjectives. */
function isDemonym(token: Token, { events }: Language): boolean {
  return events.demonyms.has(token.lower.split('-').at(-1) ?? '')
}

function isName(token: Token | undefined, { events }: Language): boolean {
  return (
    token?.kind === 'word' &&
    isCapitalised(token) &&
    (!events.notNames.has(token.lower) || events.demonyms.has(token.lower))
  )
}

/** The token after the next part of a name that runs from `from` to `to`, or nothing. */
function nextPart(tokens: readonly Token[], from: number, to: number, language: Language): number | undefined {
  if (isName(tokens[to], language)) return to + 1
  const isOpening = /^["“«„]$/u.test(lowerAt(tokens, to)) && !touches(tokens, to)
  if (isOpening && isCapitalised(tokens[to + 1])) return quotedEnd(tokens, to)
  if (lowerAt(tokens, to) === '(' && isAcronym(tokens[to + 1]) && lowerAt(tokens, to + 2) === ')') return to + 3
  const { connectors, orgHeads } = language.events
  if (!connectors.has(lowerAt(tokens, to))) return undefined
  const at = connectors.has(lowerAt(tokens, to + 1)) ? to + 2 : to + 1
  if (!isName(tokens[at], language)) return undefined
  const link = lowerAt(tokens, to)
  const { purposes } = language.events
  if (!language.numbers.and.has(link) && !purposes.has(link)) return at + 1
  // `Chamber of Commerce and Industry` is one name, `Norway and Chile` are two.
  const run = tokens.slice(from, to)
  // An article begins a name of its own: `the Republic of Korea and the Republic of India`.
  if (!run.some(token => orgHeads.has(token.lower))) return undefined
  if (!purposes.has(link) && language.grammar.definite.has(lowerAt(tokens, to + 1))) return undefined
  return purposes.has(link) || run.some(token => connectors.has(token.lower)) ? at + 1 : undefined
}

function quotedEnd(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at + 2; index < Math.min(at + 9, tokens.length); index += 1) {
    if (/^["”»“]$/u.test(lowerAt(tokens, index)) && touches(tokens, index)) return index + 1
  }
  return undefined
}

function isAcronym(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{L}\p{N}&-]*\p{Lu}/u.test(token.text)
}

/** A lower-case noun after a lone first word of the sentence is no part of a name. */
function isSentenceWord(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  return language.events.demonyms.has(lowerAt(tokens, to - 1)) && from + 1 === to
}

function isPlace(tokens: readonly Token[], index: number, { events, grammar }: Language): boolean {
  const before = lowerAt(tokens, index - 1)
  return events.placePrepositions.has(grammar.definite.has(before) ? lowerAt(tokens, index - 2) : before)
}
