/**
 * What the terms in a sentence weigh together. A name in an enumeration of many (`Norway, Chile, Japan, Ghana and Peru
 * buy it`) says little of its theme and counts half.
 */
import type { Sentence } from '../contract/document.ts'
import type { TermMatch } from './compile-theme.ts'

/** The weight of one sentence for a theme. */
export interface SentenceWeight {
  /** Of names that count anywhere: the theme's own, and related ones that weigh 1 or more. */
  readonly sure: number
  /** Of the theme's own names alone. */
  readonly own: number
  /** Of related names that count only where the theme is being spoken of. */
  readonly related: number
  readonly matches: readonly TermMatch[]
}

const none: SentenceWeight = { sure: 0, own: 0, related: 0, matches: [] }

const fewestNames = 5
const inList = 0.5
const word = "\\p{Lu}[\\p{L}\\p{M}'’.-]*"
const name = `${word}(?: (?:of (?:the )?|the )?${word}){0,3}`
const separator = '(?:,? (?:and|or|и|или|und|oder|et|ou|y|o|e) (?:the )?|, (?:the )?)'
const list = new RegExp(`(?<![\\p{L}\\p{N}])${name}(?:${separator}${name}){${fewestNames - 1},}`, 'gu')

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
  const lists = [...text.matchAll(list)].map(({ index, 0: names }) => [index + start, index + start + names.length])
  const sum = (chosen: readonly TermMatch[]) =>
    chosen.reduce((total, match) => {
      const isListed = lists.some(([from = 0, to = 0]) => match.start >= from && match.end <= to)
      return total + match.weight * (isListed ? inList : 1)
    }, 0)
  const isSure = ({ related, weight }: TermMatch) => !related || weight >= 1
  return {
    sure: sum(matches.filter(isSure)),
    own: sum(matches.filter(({ related }) => !related)),
    related: sum(matches.filter(match => !isSure(match))),
    matches,
  }
}
