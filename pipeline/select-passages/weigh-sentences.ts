/**
 * What the terms in a sentence weigh together. A sentence that names the theme as one of several (`plans with Chile, Japan
 * and Peru`) belongs to it, but is not about it.
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
}

/** The weight of a sentence without terms. */
export const none: SentenceWeight = { sure: 0, alone: 0, own: 0, related: 0 }

/** From this many names on, an enumeration. */
const several = 3
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const name = `${word}(?: (?:of (?:the )?|the )?${word}){0,3}`
const separator = '(?:,? (?:and|or|и|или|und|oder|et|ou|y|o|e) (?:the )?|, (?:the )?)'
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
  const isListed = (match: TermMatch) => lists.some(({ from, to }) => match.start >= from && match.end <= to)
  const sum = (chosen: readonly TermMatch[]) => chosen.reduce((total, { weight }) => total + weight, 0)
  const sure = matches.filter(({ related, weight }) => !related || weight >= 1)
  return {
    sure: sum(sure),
    alone: sum(sure.filter(match => !isListed(match))),
    own: sum(matches.filter(({ related }) => !related)),
    related: sum(matches.filter(match => !sure.includes(match))),
  }
}

/** Where enumerations of names stand in the paragraph. */
function findLists(text: string, start: number): readonly { readonly from: number; readonly to: number }[] {
  // Cheaper to look for than the whole of it, and rarely there.
  if (!/, (?:the )?\p{Lu}/u.test(text)) return []
  return [...text.matchAll(list)].map(({ index, 0: names }) => ({
    from: index + start,
    to: index + start + names.length,
  }))
}
