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

/** How one paragraph was weighed for one theme, for people who ask. */
export interface Explanation {
  /** The paragraph's id. */
  readonly id: string
  readonly theme: string
  readonly grade: Grade | 'not'
  /** Null where the paragraph does not belong; below the theme's minimum the passage is dropped. */
  readonly score: number | null
  readonly section: string
  readonly origin: Origin
  /** As the theme spells them, in the order in which they were found. */
  readonly terms: readonly { readonly text: string; readonly weight: number; readonly count: number }[]
  readonly reasons: readonly string[]
  readonly sentences: readonly {
    readonly text: string
    /** Of the terms in it, as far as they count there. */
    readonly weight: number
    readonly taken: boolean
  }[]
}
