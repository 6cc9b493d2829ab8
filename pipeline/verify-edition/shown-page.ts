/**
 * What a finished page shows, as `readPage` finds it and the checks take it: claims, readings, links and the rest of its
 * words.
 */

/** Words that an element claims to be a seed's. */
export interface Claim {
  /**
   * `from`: the whole sentence, or what is left of it between cuts; `opens`: its first words; `in`: words that stand in
   * it; `heading`: of a section.
   */
  readonly kind: 'from' | 'opens' | 'in' | 'heading'
  /** The sentence or paragraph; that of a figure or a quotation where its mark names none. */
  readonly id: string
  /** What the element shows, without the frame's own marks; parted where it says that words are left out. */
  readonly pieces: readonly string[]
  /** All that it shows, and prints if it is printed. */
  readonly shown: string
  /** The figure or quotation that the words are. */
  readonly evidence?: { readonly kind: 'figure' | 'quotation'; readonly id: string }
  /** Whether it stands in another claim's words, and is printed with them. */
  readonly nested: boolean
  /** Whether it is for the screen alone. */
  readonly onScreen: boolean
}

/** Something that was read out of the words and is not verbatim, such as a period. */
export interface ShownReading {
  readonly kind: string
  /** Id of the evidence. */
  readonly of: string
  readonly shown: string
}

/** A page. */
export interface ReadPage {
  readonly language: string
  readonly title: string
  readonly claims: readonly Claim[]
  readonly readings: readonly ShownReading[]
  readonly links: readonly string[]
  readonly ids: ReadonlySet<string>
  /** Text that claims nothing and is not marked as the frame's, a piece for each text node. */
  readonly unmarked: readonly string[]
  /** What pictures print and say for those who do not see them. */
  readonly drawn: readonly string[]
  /** What stands outside of claims and is printed, in order. */
  readonly frame: string
  /** Ids whose pages are printed in the contents, and the titles that are printed above pages. */
  readonly pagesOf: readonly string[]
  readonly runningHeads: readonly string[]
  /** What citations open in place, by the id they lead to. */
  readonly opened: ReadonlyMap<string, string>
  readonly citations: readonly ShownCitation[]
}

/** A link of a citation. */
export interface ShownCitation {
  /** Of the element around it. */
  readonly id: string
  readonly target: string
  readonly shown: string
}
