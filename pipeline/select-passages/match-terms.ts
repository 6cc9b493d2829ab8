/**
 * Finds a theme's terms in a text. A term matches as whole words with its plural and possessive; `*` at a word's end
 * stands for any ending. Case counts only for terms in capitals.
 */
import type { Term, Theme } from '../contract/config.ts'
import type { Glossary } from '../contract/overlay.ts'

/** One occurrence of a term. */
export interface TermMatch {
  readonly term: string
  readonly weight: number
  readonly related: boolean
  readonly offset: number
}

/** The occurrences of a theme's terms in a text, in order; where two terms meet, the longer one counts. */
export type ThemeMatcher = (text: string) => readonly TermMatch[]

/** Compiles a theme once for many texts; a glossary's other spellings of a term count as the term. */
export function compileTheme(theme: Theme, glossary: Glossary = {}): ThemeMatcher {
  const terms = [
    ...theme.terms.flatMap(term => spell(term, glossary).map(spelling => ({ ...term, spelling, related: false }))),
    ...theme.related.flatMap(term => spell(term, glossary).map(spelling => ({ ...term, spelling, related: true }))),
  ].sort((left, right) => right.spelling.length - left.spelling.length)
  const alternatives = [...theme.excluded.map(toPattern), ...terms.map(({ spelling }) => toPattern(spelling))]
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
      if (!term || (isCapitals(term.spelling) && isSmall(match[0]) && !match[0].startsWith(term.spelling))) continue
      found.push({ term: term.text, weight: term.weight, related: term.related, offset: match.index })
    }
    return found
  }
}

/** A term as it is written, and as the seed's glossary says that the name is written too. */
function spell({ text }: Term, glossary: Glossary): readonly string[] {
  const names = Object.entries(glossary).find(([name, others]) => name === text || others.includes(text))
  return names ? [...new Set([text, names[0], ...names[1]])] : [text]
}

function isSmall(text: string): boolean {
  return text !== text.toUpperCase()
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
