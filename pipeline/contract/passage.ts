/**
 * What belongs to a theme: paragraphs, each with the sentences that count, a score and the reasons for it.
 */
import type { Origin } from './origin.ts'

/** `about`: the paragraph is on the theme; `mentions`: only some of its sentences are. */
export type Grade = 'about' | 'mentions'

/** One paragraph that belongs to a theme. */
export interface Passage {
  /** The paragraph's id. */
  readonly id: string
  readonly theme: string
  readonly grade: Grade
  /** Higher is more to the point; comparable within a theme only. */
  readonly score: number
  /** Why: one short phrase for each term found, such as `"Norway" 3 times`. */
  readonly reasons: readonly string[]
  readonly text: string
  /** Labels of the notes the paragraph calls. */
  readonly notes: readonly string[]
  /** Ids of the sentences that belong to the theme: all of them when the grade is `about` or the text around is. */
  readonly sentences: readonly string[]
  /** Ids of those among them that name the theme themselves. */
  readonly naming: readonly string[]
  readonly origin: Origin
}
