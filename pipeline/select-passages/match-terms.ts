/**
 * Finds a theme's terms in a text. A term matches as whole words with its plural and possessive; `*` at a word's end
 * stands for any ending. Case counts only for terms in capitals.
 */
import type { Theme } from '../contract/config.ts'

/** One occurrence of a term. */
export interface TermMatch {
  readonly term: string
  readonly weight: number
  readonly related: boolean
  readonly offset: number
}

/** The occurrences of a theme's terms in a text, in order; where two terms meet, the longer one counts. */
export type ThemeMatcher = (text: string) => readonly TermMatch[]

/** Compiles a theme once for many texts. */
export function compileTheme(theme: Theme): ThemeMatcher {
  const terms = [
    ...theme.terms.map(term => ({ ...term, related: false })),
    ...theme.related.map(term => ({ ...term, related: true })),
  ].sort((left, right) => right.text.length - left.text.length)
  const alternatives = [...theme.excluded.map(toPattern), ...terms.map(({ text }) => toPattern(text))]
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${alternatives.map(source => `(${source})`).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
  return text => {
    const found: TermMatch[] = []
    for (const match of text.matchAll(pattern)) {
      const index = match.findIndex((group, position) => position > 0 && group !== undefined) - 1
      const term = terms[index - theme.excluded.length]
      // An excluded phrase takes its place, so that no term is found inside it.
      if (!term || (isCapitals(term.text) && match[0] !== match[0].toUpperCase() && !match[0].startsWith(term.text)))
        continue
      found.push({ term: term.text, weight: term.weight, related: term.related, offset: match.index })
    }
    return found
  }
}

function isCapitals(text: string): boolean {
  return text === text.toUpperCase() && /\p{Lu}/u.test(text)
}

function toPattern(text: string): string {
  const words = text.trim().split(/\s+/u)
  const patterns = words.map((word, index) => {
    if (word.endsWith('*')) return `${escapePattern(word.slice(0, -1))}\\p{L}*`
    return escapePattern(word) + (index === words.length - 1 ? "(?:s|es|['’]s?)?" : '')
  })
  return patterns.join('["“”«»]?\\s+["“”«»]?')
}

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')
}
