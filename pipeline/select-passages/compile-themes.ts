/**
 * Themes made ready for the texts of one language: what of each is found in a paragraph, with its weight, and which names
 * do not count there because the paragraph speaks of something else.
 */
import type { Term, Theme } from '../contract/config.ts'
import type { Glossary } from '../contract/overlay.ts'
import { compileTerms, type TermFinder } from '../tree/match-terms.ts'
import type { Word } from '../tree/split-words.ts'

/** One occurrence of a term in a paragraph. */
export interface TermMatch {
  /** As the theme spells it. */
  readonly term: string
  readonly weight: number
  readonly related: boolean
  readonly start: number
  readonly end: number
}

/** What was found of a theme in one paragraph. */
export interface ThemeMatches {
  readonly counting: readonly TermMatch[]
  /** Names in doubt that do not count there. */
  readonly setAside: readonly TermMatch[]
  /** Why they do not: an excluded context that was found, or that no required one was. */
  readonly why?: string
}

/** Finds each of the themes in a paragraph's text and words under a heading. */
export type ThemeMatcher = (text: string, words: readonly Word[], section: string) => readonly ThemeMatches[]

interface Entry {
  readonly text: string
  /** Number of the theme. */
  readonly group: number
  readonly term: Term
  readonly related: boolean
  /** Such a phrase takes its place, so that no term is found inside it. */
  readonly excluded?: true
}

interface Context {
  readonly text: string
  readonly excluded: boolean
}

/** Compiles themes once for many paragraphs; a glossary's other spellings of a term count as the term. */
export function compileThemes(themes: readonly Theme[], language: string, glossary: Glossary = {}): ThemeMatcher {
  const find = compileTerms(
    themes.flatMap((theme, group) => listEntries(theme, group, glossary)),
    language,
  )
  const checks = themes.map(theme => compileContexts(theme, language))
  return (text, words, section) => {
    const matches = themes.map((): TermMatch[] => [])
    for (const { term: entry, start, end } of find(text, words)) {
      const { term, related, group } = entry
      if (!entry.excluded) matches[group]?.push({ term: term.text, weight: term.weight, related, start, end })
    }
    return checks.map((check, group) => check(matches[group] ?? [], text, words, section))
  }
}

function listEntries(theme: Theme, group: number, glossary: Glossary): readonly Entry[] {
  const entries = (terms: readonly Term[], related: boolean): readonly Entry[] =>
    terms.flatMap(term => spell(term.text, glossary).map(text => ({ text, group, term, related })))
  const excluded = theme.excluded.map((text): Entry => {
    return { text, group, term: { text, weight: 0 }, related: false, excluded: true }
  })
  // Excluded phrases come first: of two terms of one length the first counts.
  return [...excluded, ...entries(theme.terms, false), ...entries(theme.related, true)]
}

/** A term as it is written, and as the seed's glossary says that the name is written too. */
function spell(text: string, glossary: Glossary): readonly string[] {
  const names = Object.entries(glossary).find(([name, others]) => name === text || others.includes(text))
  return names ? [...new Set([text, names[0], ...names[1]])] : [text]
}

type Check = (matches: readonly TermMatch[], text: string, words: readonly Word[], section: string) => ThemeMatches

function compileContexts({ contexts, terms }: Theme, language: string): Check {
  const { required, excluded } = contexts
  if (required.length === 0 && excluded.length === 0) return counting => ({ counting, setAside: [] })
  const inDoubt = new Set(contexts.names.length > 0 ? contexts.names : terms.map(({ text }) => text))
  const find: TermFinder<Context> = compileTerms(
    [...required.map(text => ({ text, excluded: false })), ...excluded.map(text => ({ text, excluded: true }))],
    language,
  )
  return (matches, text, words, section) => {
    const doubtful = ({ term, related }: TermMatch) => !related && inDoubt.has(term)
    if (!matches.some(doubtful)) return { counting: matches, setAside: [] }
    const found = [...find(text, words), ...find(section)].map(({ term }) => term)
    const against = found.find(context => context.excluded)
    const isSure = found.some(context => !context.excluded) || matches.some(match => !match.related && !doubtful(match))
    if (!against && (required.length === 0 || isSure)) return { counting: matches, setAside: [] }
    return {
      counting: matches.filter(match => !doubtful(match)),
      setAside: matches.filter(doubtful),
      why: against ? `"${against.text}" stands there` : 'none of the required contexts stands there',
    }
  }
}
