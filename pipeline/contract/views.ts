/**
 * The view models of the pages that are not briefs: a seed as it was read, and the portal. Like a Brief they are plain
 * JSON. `View` is all that fill-templates takes.
 */
import type { ImportedEntry } from './bibliography.ts'
import type { Brief } from './brief.ts'
import type { ReferenceRun } from './citing.ts'
import type { Correction } from './overlay.ts'
import type { NoteCounts } from './quality.ts'
import type { SourceLink } from './statement-view.ts'

/** A stretch of a source page's text: plain, words that an overlay has put in, a note marker, or where a page begins. */
export type SourceRun =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'page'; readonly page: string }
  | { readonly kind: 'corrected'; readonly text: string; readonly was: string; readonly href: string }
  | {
      readonly kind: 'note'
      readonly note: string
      readonly href: string
      readonly id: string
      readonly missing: boolean
    }

/** What stands beside a block where there is room: a note that it calls, notes that are lost, words an overlay put in. */
export type Beside =
  | { readonly kind: 'note'; readonly note: string; readonly text: string; readonly truncated: boolean }
  | { readonly kind: 'lost'; readonly notes: readonly string[] }
  | { readonly kind: 'corrected'; readonly was: string; readonly text: string }

/** A block of a source page. */
export interface SourceBlock {
  readonly kind: 'heading' | 'paragraph' | 'listItem' | 'quotation' | 'code' | 'table'
  /** Anchor; a paragraph's id where it is one. */
  readonly id: string
  readonly depth?: number
  /** As in a SourceLink. */
  readonly unit: SourceLink['unit']
  readonly lines: string
  readonly page?: string
  /** The page, where the block is the first on it and others stand before. */
  readonly pageStart?: string
  /** Its text in order: sentences, which are anchors too, and what stands between them. */
  readonly parts: readonly {
    readonly sentence?: { readonly id: string; readonly anchor: string }
    readonly runs: readonly SourceRun[]
  }[]
  readonly beside: readonly Beside[]
  /** What was reported of its lines. */
  readonly findings: readonly string[]
  /** The themes this paragraph belongs to, and why. */
  readonly themes: readonly {
    readonly id: string
    readonly title: string
    readonly grade: 'about' | 'mentions'
    readonly reasons: readonly string[]
  }[]
}

/** A seed as it was read, with an anchor for each paragraph. */
export interface SourceView {
  readonly id: string
  readonly title: string
  readonly author?: string
  readonly date?: string
  readonly language: string
  readonly publication: string
  readonly path: string
  readonly sha256: string
  readonly encoding: string | null
  readonly bytes: number
  /** What the lines of `messages` are. */
  readonly unit: Exclude<SourceLink['unit'], 'pages'>
  readonly blocks: readonly SourceBlock[]
  /** The main headings and those below them, `depth` 1 and 2; empty where there is nothing to choose from. */
  readonly contents: readonly { readonly id: string; readonly text: string; readonly depth: number }[]
  readonly notes: readonly {
    readonly note: string
    readonly id: string
    /** The definition's text; absent when lost. */
    readonly text?: string
    readonly url?: string
    readonly status: 'resolved' | 'truncated' | 'missing'
    readonly unit: SourceLink['unit']
    readonly lines?: string
    readonly page?: string
    /** Path of the overlay that the text comes from, where it is not the seed's. */
    readonly suppliedBy?: string
    /** The library's entries that completed the works of the note. */
    readonly imported?: readonly ImportedEntry[]
    readonly backLinks: readonly string[]
  }[]
  /** What the overlay changed; `overlay` is its path, and null where there is none. */
  readonly overlay: string | null
  readonly corrections: readonly CorrectionView[]
  /** Other spellings of names, which count as the names. */
  readonly glossary: readonly { readonly name: string; readonly spellings: readonly string[] }[]
  /** Notes whose text is lost, such as `25–112`, and how many. */
  readonly lost: { readonly ranges: string; readonly count: number }
  /** What the reader had to say about this seed. */
  readonly messages: readonly {
    readonly line: number | null
    /** Anchor of the paragraph or note that holds the line; null where there is none. */
    readonly href: string | null
    readonly rule: string
    readonly reason: string
  }[]
}

/** A row of the table of corrections. */
export interface CorrectionView {
  /** Anchor. */
  readonly id: string
  readonly kind: Correction['kind']
  readonly line: number
  /** Anchor of the paragraph or note; null where none of the page holds the line. */
  readonly href: string | null
  readonly from: string | null
  readonly to: string | null
  readonly note: string | null
  readonly why: string | null
}

/** The start page of out/. */
export interface PortalView {
  readonly title: string
  readonly publisher: string
  readonly language: string
  readonly date: string | null
  readonly dateText: string | null
  readonly audiences: readonly { readonly id: string; readonly title: string }[]
  readonly themes: readonly {
    readonly id: string
    readonly title: string
    readonly passages: number
    readonly briefs: readonly PortalBrief[]
  }[]
  readonly sources: readonly {
    readonly title: string
    readonly author?: string
    readonly date?: string
    readonly href: string
    readonly path: string
    readonly paragraphs: number
    readonly notes: NoteCounts
  }[]
  /** Of all sources together. */
  readonly notes: NoteCounts
  readonly downloads: readonly { readonly label: string; readonly href: string; readonly sizeText: string }[]
  readonly messages: readonly {
    readonly rule: string
    readonly severity: string
    readonly count: number
    readonly help: string
  }[]
  /** Against the edition that stood in out/ before: what is new, changed or gone. */
  readonly changes: {
    readonly first: boolean
    readonly since: string | null
    readonly entries: readonly { readonly path: string; readonly what: 'new' | 'changed' | 'removed' }[]
  }
}

/** One cell of the portal's matrix. */
export interface PortalBrief {
  readonly title: string
  readonly audience: { readonly id: string; readonly title: string }
  /** Statements it shows, and how many of them have a note that was read whole. */
  readonly statements: number
  readonly backed: number
  /** The first page of its PDF as a data URI; null without a PDF. */
  readonly picture: string | null
  readonly formats: readonly {
    readonly format: 'html' | 'pdf'
    readonly href: string
    readonly bytes: number
    readonly sizeText: string
    readonly pages?: number
  }[]
  readonly change: 'new' | 'changed' | 'unchanged'
}

/** The page for searching all that the seeds say. */
export interface SearchView {
  readonly title: string
  readonly publication: string
  readonly language: string
  /** Whether it holds all paragraphs; of very many it holds those that stand in briefs. */
  readonly isWhole: boolean
  /** Titles. */
  readonly seeds: readonly string[]
  readonly briefs: readonly { readonly title: string; readonly href: string }[]
  readonly passages: readonly {
    readonly href: string
    readonly section: string
    readonly place: Pick<SourceLink, 'unit' | 'lines' | 'page'>
    readonly text: string
    /** Place in `seeds`. */
    readonly seed: number
    /** Places in `briefs`: those that show words of it. */
    readonly briefs: readonly number[]
  }[]
}

/** A work on the page of works. */
export interface WorkView {
  readonly id: string
  readonly runs: readonly ReferenceRun[]
  /** Empty where it has none. */
  readonly year: string
  readonly kind: 'article' | 'book' | 'chapter' | 'webpage' | 'other'
  /** Whether the text of its note breaks off. */
  readonly isTruncated: boolean
  /** Labels of the notes that name it. */
  readonly notes: readonly string[]
  /** The markers that lead to it. */
  readonly places: readonly {
    readonly href: string
    readonly seedTitle: string
    readonly line: number
    readonly note: string
  }[]
  readonly briefs: readonly { readonly title: string; readonly theme: string; readonly href: string }[]
  /** Ids of the themes whose briefs cite it, with spaces between. */
  readonly themes: string
}

/** The page of all works, with what they can be filtered by. */
export interface WorksView {
  readonly title: string
  readonly publication: string
  readonly language: string
  readonly works: readonly WorkView[]
  readonly years: readonly string[]
  readonly kinds: readonly WorkView['kind'][]
  readonly themes: readonly { readonly id: string; readonly title: string }[]
  /** How many documents there are. */
  readonly seeds: number
  /** Citations whose note has no text. */
  readonly lost: number
}

/** What one page of out/ is filled from. */
export type View =
  | { readonly kind: 'search'; readonly view: SearchView }
  | { readonly kind: 'works'; readonly view: WorksView }
  | { readonly kind: 'brief'; readonly brief: Brief; readonly formats: readonly ('html' | 'pdf')[] }
  | { readonly kind: 'source'; readonly view: SourceView }
  | { readonly kind: 'portal'; readonly view: PortalView }
