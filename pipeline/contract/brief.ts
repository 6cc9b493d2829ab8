/**
 * The view model of one brief, for one theme and one audience: plain JSON, ready for a template. No mdast past this
 * point. Every text in it that is not a label comes from a seed, word for word, with the place it came from.
 */

import type { CitationStatus } from './bibliography.ts'
import type { ChartView } from './chart.ts'
import type { Cite, Inline, LostNotesView, NoteView, ReferenceRun, ReferenceView } from './citing.ts'
import type { Period } from './evidence.ts'
import type { QualityView } from './quality.ts'

/** The way back to the seed: a link to the paragraph on the source page, and the lines in the file. */
export interface SourceLink {
  readonly seedId: string
  readonly seedTitle: string
  readonly seedPath: string
  /** Relative to the brief's page, such as `../../sources/report.html#report-p12`. */
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

/** A figure that contradicts the one beside which it is shown. */
export interface FigureReference {
  readonly id: string
  /** As printed in the seed. */
  readonly valueText: string
  readonly value: number | null
  readonly unit: string
  readonly qualifier?: string
  readonly periodText?: string
  readonly wellFormed: boolean
  /** Its sentence, which is not shown. */
  readonly statement: { readonly id: string; readonly source: SourceLink }
  readonly cites: readonly Cite[]
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

/** A figure by itself: its value and its period. */
export interface FigureValue {
  readonly id: string
  /** As printed in the seed. */
  readonly valueText: string
  readonly value: number | null
  readonly unit: string
  readonly measure: 'level' | 'growth' | 'index' | 'share' | 'rank'
  readonly qualifier?: string
  readonly subject: string
  readonly period?: Period
  /** The period for people, such as `January–September 2022`. */
  readonly periodText?: string
  readonly wellFormed: boolean
  /** Whether its sentence says that it is planned, expected or only possible. */
  readonly planned: boolean
  /** What the sources say of the same subject and period besides, and cannot be right together with it. */
  readonly conflictsWith: readonly FigureReference[]
}

/** The words around figures, and what stands behind them. */
interface FigureWords {
  readonly excerpt: Excerpt
  /** Other numbers shown in the words that cannot be read, as printed. */
  readonly malformed: readonly string[]
  readonly statement: StatementView
  readonly cites: readonly Cite[]
}

/** A key figure. */
export interface FigureView extends FigureValue, FigureWords {}

/** A row of a figures table: the figures of one sentence with one note. */
export interface FigureRow extends FigureWords {
  readonly figures: readonly FigureValue[]
  /** Whether it goes on with the sentence or the context of the row before it, where the context is shown. */
  readonly goesOn?: boolean
}

/** Figures of one subject and period that disagree, in the order of the sources. */
export interface ConflictView {
  readonly id: string
  /** Each with one figure. */
  readonly rows: readonly FigureRow[]
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
  /** The sentence's first words, and whether others follow. */
  readonly opening: string
  readonly cut: boolean
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
