/**
 * The view model of one brief, for one theme and one audience: plain JSON, ready for a template. No mdast past this
 * point. Every text in it that is not a label comes from a seed, word for word, with the place it came from.
 */
import type { CitationStatus } from './bibliography.ts'
import type { ChartView } from './chart.ts'
import type { Cite, LostNotesView, NoteView, ReferenceRun, ReferenceView } from './citing.ts'
import type { Period } from './evidence.ts'
import type { ConflictView, FigureRow, FigureView } from './figure-view.ts'
import type { QualityView } from './quality.ts'
import type { Context, SourceLink, StatementView } from './statement-view.ts'

/** A paragraph shown in a brief. */
export interface PassageView {
  readonly id: string
  readonly grade: 'about' | 'mentions'
  readonly score: number
  readonly reasons: readonly string[]
  /** Whether sentences of the paragraph were left out. */
  readonly partial: boolean
  /** The selected sentences in order; `gap` is true where sentences before it were left out. */
  readonly statements: readonly (StatementView & { readonly gap: boolean })[]
  /** True where sentences after the last one shown were left out. */
  readonly gapAfter: boolean
  readonly source: SourceLink
}

/** Passages under one heading of a seed. */
export interface SectionView {
  /** Anchor, ASCII. */
  readonly id: string
  readonly title: string
  readonly seedTitle: string
  readonly passages: readonly PassageView[]
}

/** A row of the timeline or the agreements table. */
export interface EventView {
  readonly id: string
  /** Absent, with `dateText`, for an agreement that the text does not date; a row of the timeline has both. */
  readonly iso?: string
  /** The date for people, such as `October 2022`. */
  readonly dateText?: string
  /** The part of the date that the source names: `end` for `at the end of 2021`. */
  readonly dateEdge?: NonNullable<Period['edge']>
  /** Whether the date stands in the text before the statement, and not in it. */
  readonly dateBefore: boolean
  readonly parties: readonly string[]
  readonly instrument?: string
  /** What the paper is about, in the sentence's words, such as `on joint research until 2030`. */
  readonly subject?: string
  readonly status?: 'signed' | 'adopted' | 'planned'
  readonly context?: Context
  readonly statement: StatementView
  /** Further statements of the same paper, in a row of the agreements table. */
  readonly also: readonly StatementView[]
}

/** A quotation with its attribution. */
export interface QuotationView {
  readonly id: string
  /** The sentence it begins in. */
  readonly sentenceId: string
  /** What tells whom it speaks of, and the words that lead up to it in its sentence. */
  readonly contexts: readonly Context[]
  readonly text: string
  readonly closed: boolean
  readonly speaker?: string
  /** A name that opens the title of the cited work (`Marten: …`), where the text names no speaker. */
  readonly namedInNote?: string
  readonly cites: readonly Cite[]
  readonly source: SourceLink
}

/** A row of the evidence annex: one statement that the brief shows, and what stands behind it. */
export interface AnnexRow {
  /** Sentence id. */
  readonly statement: string
  /** The sentence's first words. */
  readonly opening: string
  readonly source: SourceLink
  /** What became of its notes; empty where the statement is the author's own. */
  readonly notes: readonly {
    /** The note's label in the seed. */
    readonly note: string
    readonly status: CitationStatus
    /** The works it names: places in the list of references, and their anchors. */
    readonly references: readonly { readonly number: number; readonly id: string }[]
  }[]
}

/** One brief. */
export interface Brief {
  /** `<theme>/<audience>`. */
  readonly id: string
  readonly theme: { readonly id: string; readonly title: string }
  readonly audience: { readonly id: string; readonly title: string }
  /** Document title, such as `China: executive brief`. */
  readonly title: string
  readonly publication: string
  readonly publisher: string
  /** BCP 47 tag of the brief's own wording. */
  readonly language: string
  /** Edition date: ISO, and for people. */
  readonly date: string | null
  readonly dateText: string | null
  /** How the brief itself is cited, in its citation style. */
  readonly cite: readonly ReferenceRun[]
  readonly sources: readonly {
    readonly id: string
    readonly title: string
    readonly author?: string
    readonly date?: string
    readonly path: string
    readonly sha256: string
    readonly href: string
    readonly language: string
  }[]
  readonly counts: {
    readonly passages: number
    readonly sentences: number
    readonly figures: number
    readonly events: number
    readonly agreements: number
    readonly quotations: number
    readonly references: number
    readonly lostNotes: number
  }
  readonly keyFigures: readonly FigureView[]
  readonly keyPoints: readonly StatementView[]
  readonly sections: readonly SectionView[]
  readonly figures: readonly FigureRow[]
  readonly conflicts: readonly ConflictView[]
  readonly timeline: readonly EventView[]
  readonly agreements: readonly EventView[]
  readonly quotations: readonly QuotationView[]
  /** In the order of the template author; null in `picture` until drawn. */
  readonly charts: readonly ChartView[]
  /** How the citation style cites in the text. */
  readonly citationForm: 'numeric' | 'author-date' | 'note'
  /** The notes of a style that cites in notes; else empty. */
  readonly notes: readonly NoteView[]
  readonly references: readonly ReferenceView[]
  readonly lostNotes: readonly LostNotesView[]
  /** One row for each sentence shown, in the order of the sources; empty for an audience that does not ask for it. */
  readonly annex: readonly AnnexRow[]
  readonly quality: QualityView
  /** Whether words of a sentence or passage shown are left out anywhere. */
  readonly shortens: boolean
}
