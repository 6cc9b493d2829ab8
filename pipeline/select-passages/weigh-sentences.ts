/**
 * What the terms in a sentence weigh together. A sentence that names the theme as one of several (`plans with Chile, Japan
 * and Peru`) is not about it, and a name among many (`Norway, Chile, Japan, Ghana and Peru buy it`) counts half.
 */
import type { Sentence } from '../contract/document.ts'
import type { TermMatch } from './compile-themes.ts'

/** The weight of one sentence for a theme. */
export interface SentenceWeight {
  /** Of names that count anywhere: the theme's own, and related ones that weigh 1 or more. */
  readonly sure: number
  /** Of these, what stands in no enumeration. */
  readonly alone: number
  /** Of the theme's own names alone. */
  readonly own: number
  /** Of related names that count only where the theme is being spoken of. */
  readonly related: number
  readonly matches: readonly TermMatch[]
}

/** The weight of a sentence without terms. */
export const none: SentenceWeight = { sure: 0, alone: 0, own: 0, related: 0, matches: [] }

/** From this many names on, an enumeration. */
const several = 3
/** From this many on, a name counts less. */
const many = 5
const amongMany = 0.5
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const name = `${word}(?: (?:of (?:the )?|the )?${word}){0,3}`
const separator = '(?:,? (?:and|or|и|или|und|oder|et|ou|y|o|e) (?:the )?|, (?:the )?)'
const between = new RegExp(separator, 'gu')
const list = new RegExp(`(?<![\\p{L}\\p{N}])${name}(?:${separator}${name}){${several - 1},}`, 'gu')

/** Weighs each of the sentences of one paragraph. */
export function weighSentences(
  sentences: readonly Sentence[],
  matches: readonly TermMatch[],
): readonly SentenceWeight[] {
  if (matches.length === 0) return sentences.map(() => none)
  return sentences.map(({ start, end, text }) => {
    const own = matches.filter(match => match.start >= start && match.start < end)
    return own.length === 0 ? none : weigh(text, start, own)
  })
}

function weigh(text: string, start: number, matches: readonly TermMatch[]): SentenceWeight {
  const lists = findLists(text, start)
  const listOf = (match: TermMatch) => lists.find(({ from, to }) => match.start >= from && match.end <= to)
  const sum = (chosen: readonly TermMatch[]) =>
    chosen.reduce((total, match) => {
      const isAmongMany = (listOf(match)?.more ?? 0) >= many - 1
      return total + match.weight * (isAmongMany ? amongMany : 1)
    }, 0)
  const sure = matches.filter(({ related, weight }) => !related || weight >= 1)
  return {
    sure: sum(sure),
    alone: sum(sure.filter(match => !listOf(match))),
    own: sum(matches.filter(({ related }) => !related)),
    related: sum(matches.filter(match => !sure.includes(match))),
    matches,
  }
}

/** Where enumerations of names stand in the paragraph, and how many names they add to the first. */
function findLists(text: string, start: number): readonly { from: number; to: number; more: number }[] {
  // Cheaper to look for than the whole of it, and rarely there.
  if (!/, (?:the )?\p{Lu}/u.test(text)) return []
  return [...text.matchAll(list)].map(({ index, 0: names }) => ({
    from: index + start,
    to: index + start + names.length,
    more: names.match(between)?.length ?? 0,
  }))
}
