/**
 * A theme that the seeds speak of, proposed for briefwright.yml: its names, and names that go with it, each with the
 * counts it rests on.
 */

/** A name or phrase with where it is found. */
export interface SuggestedTerm {
  readonly text: string
  /** Sentences that hold it. */
  readonly sentences: number
  /** How many of these name the theme too. */
  readonly together: number
}

/** A related name with the weight it may be given. */
export interface SuggestedRelation extends SuggestedTerm {
  readonly weight: number
}

/** One theme. */
export interface ThemeSuggestion {
  readonly id: string
  readonly title: string
  readonly terms: readonly SuggestedTerm[]
  readonly aliases: readonly SuggestedTerm[]
  /** The most closely related first. */
  readonly related: readonly SuggestedRelation[]
  /** Paragraphs that name the theme. */
  readonly paragraphs: number
}

/** What was found among the seeds. */
export interface Suggestions {
  readonly themes: readonly ThemeSuggestion[]
  /** All paragraphs that were read. */
  readonly paragraphs: number
  /** Words asked for that nothing names, each with words that begin alike. */
  readonly unknown: readonly { readonly word: string; readonly alike: readonly string[] }[]
}
