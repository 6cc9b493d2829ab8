/**
 * Words of a seed as the view models show them: statements, the parts of sentences that stand before or around something,
 * and the way back to their place. One file, as briefs, their figures and charts are all made of these.
 */
import type { Inline } from './citing.ts'

/** The way back to the seed: a link to the paragraph on the source page, and the lines in the file. */
export interface SourceLink {
  readonly seedId: string
  readonly seedTitle: string
  readonly seedPath: string
  /** Relative to the brief's page, such as `../../sources/report.html#p12`. */
  readonly href: string
  /** What `lines` counts; `pages` are paragraphs with their page. */
  readonly unit: 'lines' | 'paragraphs' | 'pages'
  /** Lines of the seed, such as `58–94`, or its paragraphs. */
  readonly lines: string
  readonly page?: string
  readonly startLine: number
  readonly endLine: number
  readonly section: string
}

/** Words from a seed with their citations and their place. */
export interface StatementView {
  /** Sentence id. */
  readonly id: string
  readonly inlines: readonly Inline[]
  readonly source: SourceLink
}

/** What a sentence before says, where the one shown does not tell whom it speaks of: words of the sentence `id`. */
export interface Context {
  readonly id: string
  readonly text: string
  /** Whether words of the sentence are left out before these. */
  readonly gapBefore: boolean
  /** Whether words are left out between these and the ones shown. */
  readonly gap: boolean
  /** Whether they lead up to the words shown, in the same sentence. */
  readonly leadsIn: boolean
}

/** Words of a sentence as they can stand alone; where it is long, the part of it around its figures. */
export interface Excerpt {
  readonly context?: Context
  /** First words of the sentence itself, where others are left out before `words`. */
  readonly opening?: string
  /** In order; with `figure`, those that print the figure of that id. */
  readonly words: readonly { readonly text: string; readonly figure?: string }[]
  /** Whether words of the sentence are left out before `words`, or after them. */
  readonly cutBefore: boolean
  readonly cutAfter: boolean
  /** Whether the sentence begins, or ends, inside a quotation, and a quotation mark is to be added there. */
  readonly quoteBefore: boolean
  readonly quoteAfter: boolean
}
