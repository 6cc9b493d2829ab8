/**
 * How well the sources hold up: what became of the notes, and what there is to look at in them. One body of data for
 * `check`, the briefs and the portal.
 */
import type { Origin } from './origin.ts'
import type { SourceLink } from './statement-view.ts'

/** What reading the notes leaves in doubt. */
export interface ReferenceDoubts {
  /** Addresses that nobody can follow as they are printed. */
  readonly addresses: readonly {
    readonly identifier: string
    readonly url: string
    /** It stops before its end, or is no address. */
    readonly fault: 'cut' | 'malformed'
    /** The note's text. */
    readonly origin: Origin
  }[]
  /** Pairs of identifiers of works that may be one. */
  readonly lookalikes: readonly (readonly [string, string])[]
}

/** Some notes: how many, and their numbers, such as `25–112`. */
export interface NoteTally {
  readonly count: number
  readonly ranges: string
}

/** The notes that a text calls, by what became of them. */
export interface NoteStates {
  readonly cited: NoteTally
  readonly resolved: NoteTally
  readonly truncated: NoteTally
  readonly missing: NoteTally
}

/** Counts of notes over several seeds, whose numbers say nothing together. */
export interface NoteCounts {
  readonly cited: number
  readonly resolved: number
  readonly truncated: number
  readonly missing: number
}

/**
 * What there is to look at: `truncated`, a note that breaks off elsewhere than in its address; `cutAddress` and
 * `brokenAddress`; `otherYear`, an address of another year than the note prints; `lookalike`, a work that may be the one
 * in another note; `uncited`, a note that no marker calls.
 */
export type FindingKind = 'truncated' | 'cutAddress' | 'brokenAddress' | 'otherYear' | 'lookalike' | 'uncited'

/** A note with something to look at. */
export interface Finding {
  readonly kind: FindingKind
  /** The note's label as printed. */
  readonly note: string
  readonly identifier: string
  readonly workId?: string
  /** The note's text. */
  readonly origin: Origin
  readonly url?: string
  readonly years?: { readonly printed: number; readonly inUrl: number }
  /** The note with the other work of a pair. */
  readonly other?: {
    readonly note: string
    readonly identifier: string
    readonly seed: string
    readonly workId: string
  }
}

/** The notes of one seed. */
export interface SeedQuality {
  readonly seed: string
  readonly notes: NoteStates
  readonly works: {
    readonly cited: number
    /** Only in notes that no marker calls. */
    readonly uncited: number
  }
}

/** All seeds, in their order. */
export interface SourceQuality {
  readonly seeds: readonly SeedQuality[]
  readonly notes: NoteCounts
  readonly works: SeedQuality['works']
  /** Works that have fields from a library. */
  readonly completed: number
  /** In the order of the seeds and of the notes in them. */
  readonly findings: readonly Finding[]
}

/** How well a brief's statements are backed, and what became of the notes behind them. Each sentence counts once. */
export interface QualityView {
  readonly statements: number
  /** Statements with a note that was read whole. */
  readonly backed: number
  /** Statements whose note breaks off, is lost, or is none. */
  readonly cut: number
  readonly lost: number
  readonly unsourced: number
  /** What a note that was read whole backs, in percent of the statements; 100 only where all are. */
  readonly share: number
  /** Notes that the brief cites, over all seeds. */
  readonly citations: { readonly resolved: number; readonly truncated: number; readonly missing: number }
  /** The same, for each seed. */
  readonly seeds: readonly {
    readonly title: string
    readonly path: string
    readonly href: string
    readonly notes: NoteStates
  }[]
  /** The first of them; `moreFindings` counts those left out. */
  readonly findings: readonly FindingView[]
  readonly moreFindings: number
  /** Paragraphs with statements that carry no note, in reading order, by seed; `moreUnsourced` counts those left out. */
  readonly unsourcedPlaces: readonly {
    readonly seedTitle: string
    readonly places: readonly (Pick<SourceLink, 'href' | 'unit' | 'lines' | 'page'> & { readonly count: number })[]
  }[]
  readonly moreUnsourced: number
  readonly malformedFigures: number
  readonly openQuotations: number
  /** How many entries a list of all this has: findings, and one each for the other kinds of things to look at. */
  readonly toCheck: number
}

/** Something to look at in a note that the brief cites, or in one of its sources that no marker calls. */
export interface FindingView {
  readonly kind: FindingKind
  readonly note: string
  /** The note on its source page. */
  readonly href: string
  readonly seedTitle: string
  readonly url?: string
  /** The two years that disagree. */
  readonly printedYear?: string
  readonly urlYear?: string
  /** The note with the work that may be the same. */
  readonly other?: { readonly note: string; readonly href: string; readonly seedTitle: string }
}
