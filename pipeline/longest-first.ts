/**
 * What is composed, filled and printed first: what takes the browser longest, so that it is not left with one long print
 * when all else is done. The order changes how long a build takes and nothing that it makes.
 */
import type { Brief } from './contract/brief.ts'
import type { Config, Theme } from './contract/config.ts'
import type { Passage } from './contract/passage.ts'

/** The selected themes, the one with the most passages first. */
export function longestThemes(passages: readonly Passage[], { themes, selected }: Config): readonly Theme[] {
  const length = ({ id }: Theme) => passages.filter(({ theme }) => theme === id).length
  return themes.filter(({ id }) => selected.themes.includes(id)).toSorted((left, right) => length(right) - length(left))
}

/** The briefs, the one with the most rows first. */
export function longestBriefs(briefs: readonly Brief[]): readonly Brief[] {
  const length = ({ sections, figures, timeline, quotations }: Brief) =>
    sections.reduce((sum, { passages }) => sum + passages.length * 4, 0) +
    figures.length +
    timeline.length +
    quotations.length
  return briefs.toSorted((left, right) => length(right) - length(left))
}
