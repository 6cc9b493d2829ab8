/**
 * Proposes one theme from its name: other forms of the name (`Turkish` for `Turkey`) as aliases, and what stands with it
 * more often than chance would have it as related names, weighed by how seldom it stands elsewhere.
 */
import type { SuggestedTerm, ThemeSuggestion } from '../contract/suggestion.ts'
import { compileTerms, type TermFinder } from '../tree/match-terms.ts'
import type { Candidate } from './list-candidates.ts'
import { measureAssociation, significant } from './measure-association.ts'
import type { ReadSentence } from './read-sentences.ts'

/** At most this many related names are proposed. */
const mostRelated = 12
/** A name whose sentences name the theme less often goes with other things. */
const fewestShare = 0.3
/** In fewer sentences, a name may stand with the theme alone by chance. */
const fewestForOne = 3
/** Names begin alike if they share so many letters, and so much of the shorter one. */
const sharedLetters = 4
const sharedPart = 0.6

interface Tally {
  readonly candidate: Candidate
  sentences: number
  together: number
}

/** The theme that words name, or nothing where no sentence does. */
export function suggestTheme(
  words: readonly string[],
  sentences: readonly ReadSentence[],
): ThemeSuggestion | undefined {
  const named = findSentences(words, sentences)
  if (named.size === 0) return undefined
  const title = titleOf(words, named)
  const aliases = findAliases(words, sentences, named)
  const all = aliases.length === 0 ? named : findSentences([...words, ...aliases.map(({ text }) => text)], sentences)
  const own = [...words, ...aliases.map(({ text }) => text)]
  return {
    id:
      title
        .toLowerCase()
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .replace(/[^a-z0-9]+/gu, '-')
        .replace(/^-|-$/gu, '') || 'theme',
    title,
    terms: words.map(word => countTerm(spellingOf(word, named), sentences, all)),
    aliases,
    related: findRelated(own, sentences, all),
    paragraphs: new Set([...all.keys()].map(({ paragraph }) => paragraph)).size,
  }
}

/** The sentences that hold one of the words in any form, each with the form it holds. */
function findSentences(words: readonly string[], sentences: readonly ReadSentence[]): Map<ReadSentence, string> {
  const find = finder(words)
  const found = new Map<ReadSentence, string>()
  for (const sentence of sentences) {
    const [match] = find(sentence.language)(sentence.text)
    if (match) found.set(sentence, sentence.text.slice(match.start, match.end))
  }
  return found
}

function finder(words: readonly string[]): (language: string) => TermFinder<{ readonly text: string }> {
  const known = new Map<string, TermFinder<{ readonly text: string }>>()
  return language => {
    const own =
      known.get(language) ??
      compileTerms(
        words.map(text => ({ text })),
        language,
      )
    known.set(language, own)
    return own
  }
}

/** As the seeds write it most often, where they write it so; names are asked for without capitals. */
function spellingOf(word: string, named: ReadonlyMap<ReadSentence, string>): string {
  const spellings = new Map<string, number>()
  for (const text of named.values()) {
    if (text.toLowerCase() === word.toLowerCase()) spellings.set(text, (spellings.get(text) ?? 0) + 1)
  }
  return [...spellings].sort((left, right) => right[1] - left[1])[0]?.[0] ?? word
}

function titleOf(words: readonly string[], named: ReadonlyMap<ReadSentence, string>): string {
  const title = spellingOf(words[0] ?? '', named)
  return title.charAt(0).toUpperCase() + title.slice(1)
}

function countTerm(
  text: string,
  sentences: readonly ReadSentence[],
  all: ReadonlyMap<ReadSentence, string>,
): SuggestedTerm {
  const holding = findSentences([text], sentences)
  return { text, sentences: holding.size, together: [...holding.keys()].filter(sentence => all.has(sentence)).length }
}

/** Single names that begin as one of the words does, and are none of its forms. */
function findAliases(
  words: readonly string[],
  sentences: readonly ReadSentence[],
  named: ReadonlyMap<ReadSentence, string>,
): readonly SuggestedTerm[] {
  const tallies = countCandidates(
    sentences,
    named,
    ({ text, isName }) => isName && words.some(word => beginAlike(word, text)),
  )
  const isOwn = finder(words)('en')
  return tallies
    .filter(({ candidate, sentences: count }) => count > 1 && isOwn(candidate.text).length === 0)
    .map(({ candidate: { text } }) => countTerm(text, sentences, named))
}

function beginAlike(word: string, other: string): boolean {
  const [one, two] = [word.toLowerCase(), other.toLowerCase()]
  let shared = 0
  while (shared < one.length && one[shared] === two[shared]) shared += 1
  return shared >= sharedLetters && shared >= sharedPart * Math.min(one.length, two.length) && !other.includes(' ')
}

function findRelated(
  own: readonly string[],
  sentences: readonly ReadSentence[],
  all: ReadonlyMap<ReadSentence, string>,
): ThemeSuggestion['related'] {
  const isOwn = finder(own)('en')
  const ranked = countCandidates(sentences, all, ({ text }) => isOwn(text).length === 0)
    .filter(({ sentences: count, together }) => together > 1 && together / count >= fewestShare)
    .map(tally => ({
      ...tally,
      ratio: measureAssociation({
        both: tally.together,
        one: tally.sentences,
        other: all.size,
        all: sentences.length,
      }),
    }))
    .filter(({ ratio }) => ratio >= significant)
    .sort((left, right) => right.ratio - left.ratio || (left.candidate.text < right.candidate.text ? -1 : 1))
  return withoutParts(ranked)
    .slice(0, mostRelated)
    .map(({ candidate, sentences: count, together }) => ({
      text: candidate.text,
      weight: weighRelation(candidate, count, together),
      sentences: count,
      together,
    }))
}

/** A name that hardly stands elsewhere counts anywhere; phrases never do. */
function weighRelation({ isName }: Candidate, sentences: number, together: number): number {
  if (isName && together >= fewestForOne && together / sentences >= 0.9) return 1
  return together / sentences >= 0.5 ? 0.5 : 0.25
}

/** Of a phrase and a part of it found in the same sentences, the first and closer one stays. */
function withoutParts(ranked: readonly Tally[]): readonly Tally[] {
  return ranked.filter(
    ({ candidate }, index) =>
      !ranked
        .slice(0, index)
        .some(({ candidate: { text } }) => text.includes(candidate.text) || candidate.text.includes(text)),
  )
}

/** How many sentences hold each candidate, and how many of those belong to the theme. */
function countCandidates(
  sentences: readonly ReadSentence[],
  named: ReadonlyMap<ReadSentence, string>,
  isWanted: (candidate: Candidate) => boolean,
): readonly Tally[] {
  const tallies = new Map<string, Tally>()
  const refused = new Set<string>()
  for (const sentence of sentences) {
    for (const candidate of sentence.candidates) {
      const { text } = candidate
      if (refused.has(text)) continue
      let tally = tallies.get(text)
      if (!tally) {
        if (!isWanted(candidate)) {
          refused.add(text)
          continue
        }
        tally = { candidate, sentences: 0, together: 0 }
        tallies.set(text, tally)
      }
      tally.sentences += 1
      if (named.has(sentence)) tally.together += 1
    }
  }
  return [...tallies.values()]
}
