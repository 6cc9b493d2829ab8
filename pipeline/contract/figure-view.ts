/**
 * Figures as the view models show them: a key figure, a row of a table, figures that disagree.
 */
import type { Cite } from './citing.ts'
import type { Period } from './evidence.ts'
import type { Excerpt, SourceLink, StatementView } from './statement-view.ts'

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
