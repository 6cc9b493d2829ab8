/**
 * Says in short phrases why a paragraph belongs to a theme, or why it does not although it holds terms of it.
 */
import type { Theme } from '../contract/config.ts'
import type { Grade } from '../contract/passage.ts'
import type { TermMatch, ThemeMatches } from './compile-themes.ts'
import type { SentenceWeight } from './weigh-sentences.ts'

interface Findings {
  readonly grade: Grade | 'not'
  readonly found: ThemeMatches
  readonly weights: readonly SentenceWeight[]
  readonly belongs: readonly boolean[]
  readonly opens: boolean
  readonly theme: Theme
  readonly around: { readonly onSection: boolean; readonly follows: boolean }
}

/** Why a grade was given. */
export function describeJudgement({
  grade,
  found,
  weights,
  belongs,
  opens,
  theme,
  around,
}: Findings): readonly string[] {
  const { counting, setAside, why } = found
  const reasons = describeTerms(setAside).map(term => `${term} does not count: ${why}`)
  const count = belongs.filter(Boolean).length
  if (grade === 'not') {
    if (counting.length > 0) reasons.push(explainMiss(weights, theme))
    return reasons
  }
  if (count > 0) reasons.push(`${count} of ${belongs.length} sentences${opens ? ', the first among them' : ''}`)
  if (around.onSection) reasons.push('stands in a section on the theme')
  else if (around.follows && !opens) reasons.push('goes on from a paragraph about the theme')
  return reasons
}

function explainMiss(weights: readonly SentenceWeight[], { mentions }: Theme): string {
  const best = weights.reduce((most, { sure }) => Math.max(most, sure), 0)
  if (best === 0) return 'only related names, and the theme is not being spoken of'
  return `its heaviest sentence weighs ${best}; ${mentions} is needed`
}

/** The terms found, such as `"Norway" 3 times`. */
export function describeTerms(matches: readonly TermMatch[]): readonly string[] {
  const counts = new Map<string, { count: number; match: TermMatch }>()
  for (const match of matches) counts.set(match.term, { count: (counts.get(match.term)?.count ?? 0) + 1, match })
  return [...counts].map(
    ([term, { count, match }]) =>
      `"${term}" ${count === 1 ? 'once' : `${count} times`}${match.related ? ' (related)' : ''}`,
  )
}
