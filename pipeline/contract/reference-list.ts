/**
 * A list of references as it is shown outside a brief, and the formats in which works leave the program.
 */
import type { CslItem } from './bibliography.ts'
import type { ReferenceRun } from './citing.ts'

/** Formats of the works of a bibliography: data for other programs, and lists for people. */
export type BibliographyFormat = 'csl-json' | 'bibtex' | 'biblatex' | 'ris' | 'markdown' | 'html'

/** The briefs of an edition as works that can be cited. */
export interface EditionEntries {
  readonly entries: readonly CslItem[]
  /** The edition's: ISO. */
  readonly date: string | null
}

/** Formatted references in the order of the style. */
export interface ReferenceList {
  readonly title: string
  /** BCP 47 tag. */
  readonly language: string
  /** Whether the style numbers its entries. */
  readonly numbered: boolean
  readonly entries: readonly { readonly workId: string; readonly runs: readonly ReferenceRun[] }[]
}
