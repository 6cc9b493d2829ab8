/**
 * Proposes themes from the seeds: the one that words name, or without words those that the seeds speak of most and no
 * theme of the project covers. What is proposed is for a person to read and to cut.
 */
import type { Config } from '../contract/config.ts'
import type { ParsedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Suggestions, ThemeSuggestion } from '../contract/suggestion.ts'
import { compileTerms } from '../tree/match-terms.ts'
import { type ReadSentence, readSentences } from './read-sentences.ts'
import { suggestTheme } from './suggest-theme.ts'

/** At most this many themes are proposed where none was asked for. */
const mostThemes = 5
/** A name in fewer paragraphs is no theme yet, one in more than this share is what the seeds as a whole are on. */
const fewestParagraphs = 3
const largestShare = 0.4
/** What a paragraph counts in which a theme of the project is named. */
const inCovered = 0.25
/** What one counts in which a theme is named that is proposed already. */
const inSuggested = 0.5

/** Themes to add to the configuration. */
export function suggestThemes(
  documents: readonly ParsedDocument[],
  config: Config,
  { words = [] }: { readonly words?: readonly string[] } = {},
): Outcome<Suggestions> {
  const sentences = readSentences(documents)
  const paragraphs = documents.reduce((sum, document) => sum + document.paragraphs.length, 0)
  if (words.length === 0)
    return { value: { themes: findThemes(sentences, paragraphs, config), paragraphs, unknown: [] }, messages: [] }
  const unknown = words.filter(word => suggestTheme([word], sentences) === undefined)
  const known = words.filter(word => !unknown.includes(word))
  const theme = known.length > 0 ? suggestTheme(known, sentences) : undefined
  return {
    value: {
      themes: theme ? [theme] : [],
      paragraphs,
      unknown: unknown.map(word => ({ word, alike: listAlike(word, sentences) })),
    },
    messages: [],
  }
}

/** Where a name stands: how many sentences of which paragraphs hold it. */
type Places = ReadonlyMap<number, number>

/** The names that most sentences hold and no theme of the project has. */
function findThemes(
  sentences: readonly ReadSentence[],
  paragraphs: number,
  config: Config,
): readonly ThemeSuggestion[] {
  const covered = listCovered(sentences, config)
  const known = config.themes.flatMap(({ terms, related }) => [...terms, ...related])
  const isKnown = compileTerms(known, 'en')
  const isOpen = (name: string) =>
    isKnown(name).length === 0 && !known.some(({ text }) => text.toLowerCase().includes(name.toLowerCase()))
  const names = [...locateNames(sentences)].filter(
    ([name, { size }]) => size >= fewestParagraphs && size <= largestShare * paragraphs && isOpen(name),
  )
  const themes: ThemeSuggestion[] = []
  const suggested = new Set<number>()
  while (themes.length < mostThemes) {
    const best = chooseName(names, themes, place =>
      covered.has(place) ? inCovered : suggested.has(place) ? inSuggested : 1,
    )
    const theme = best && suggestShortest(best[0], sentences)
    if (!best || !theme) break
    themes.push(theme)
    for (const place of best[1].keys()) suggested.add(place)
  }
  return themes
}

/** The theme under the shortest of its names: `Turkey` rather than `Turkish`. */
function suggestShortest(name: string, sentences: readonly ReadSentence[]): ThemeSuggestion | undefined {
  const theme = suggestTheme([name], sentences)
  const shorter = theme?.aliases
    .map(({ text }) => text)
    .filter(text => text.length < name.length)
    .sort((left, right) => left.length - right.length)[0]
  return (shorter === undefined ? undefined : suggestTheme([shorter], sentences)) ?? theme
}

/** The paragraphs that name a theme of the project. */
function listCovered(sentences: readonly ReadSentence[], { themes }: Config): ReadonlySet<number> {
  const find = compileTerms(
    themes.flatMap(({ terms }) => terms),
    'en',
  )
  return new Set(sentences.flatMap(({ text, paragraph }) => (find(text).length > 0 ? [paragraph] : [])))
}

function locateNames(sentences: readonly ReadSentence[]): ReadonlyMap<string, Places> {
  const names = new Map<string, Map<number, number>>()
  for (const { candidates, paragraph } of sentences) {
    for (const { text } of candidates) {
      const places = names.get(text) ?? new Map<number, number>()
      places.set(paragraph, (places.get(paragraph) ?? 0) + 1)
      names.set(text, places)
    }
  }
  return names
}

/** The name that stands in most sentences, each counted as its paragraph deserves; of two alike, the longer one. */
function chooseName(
  names: readonly (readonly [string, Places])[],
  themes: readonly ThemeSuggestion[],
  weigh: (paragraph: number) => number,
): readonly [string, Places] | undefined {
  const worth = ([name, places]: readonly [string, Places]) =>
    [...places].reduce((sum, [paragraph, sentences]) => sum + sentences * weigh(paragraph), name.length / 1000)
  return names
    .filter(([name]) => !themes.some(theme => speaksOf(theme, name)))
    .map(entry => ({ entry, worth: worth(entry) }))
    .sort((left, right) => right.worth - left.worth)[0]?.entry
}

/** Whether a name is one of a theme already, or a part of one. */
function speaksOf({ terms, aliases }: ThemeSuggestion, name: string): boolean {
  return [...terms, ...aliases].some(({ text }) => text.includes(name) || name.includes(text))
}

/** Names in the seeds that begin as a word does. */
function listAlike(word: string, sentences: readonly ReadSentence[]): readonly string[] {
  const head = word.slice(0, 3).toLowerCase()
  const names = sentences.flatMap(({ candidates }) =>
    candidates.flatMap(({ text }) => (text.toLowerCase().startsWith(head) ? [text] : [])),
  )
  return [...new Set(names)].slice(0, 5)
}
