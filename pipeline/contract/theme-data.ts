/**
 * A theme's evidence as data for spreadsheets and programs: out/data/<theme>.json and .csv. Field names are stable, and are
 * those of both files; docs/schema/theme-data.schema.json describes each.
 */
import type { CitationStatus } from './bibliography.ts'
import type { Event, Figure } from './evidence.ts'
import type { SourceLink } from './statement-view.ts'

/** Where a record comes from: on every record. */
export interface RecordOrigin {
  readonly id: string
  readonly theme: string
  /** The whole sentence. */
  readonly sentence: string
  readonly sentenceId: string
  readonly paragraphId: string
  /** The nearest heading. */
  readonly section: string
  /** Path in the project. */
  readonly seed: string
  readonly placeUnit: SourceLink['unit']
  /** Of the sentence. */
  readonly startLine: number
  readonly endLine: number
  readonly page: number | null
  /** The sentence on its source page. */
  readonly href: string
  /** The note's label in the seed; null for the author's own statement. */
  readonly note: string | null
  readonly noteStatus: CitationStatus | 'none'
  /** What the note names: the id in bibliography/references.json, the place in the work, and the reference in words. */
  readonly works: readonly { readonly id: string; readonly locator: string | null; readonly reference: string }[]
}

/** A span of time; all null where none is stated. */
export interface RecordPeriod {
  /** ISO 8601, as precise as the words. */
  readonly period: string | null
  /** First and last day of it. */
  readonly periodStart: string | null
  readonly periodEnd: string | null
  readonly periodWords: string | null
  readonly periodBasis: 'sentence' | 'paragraph' | 'relative' | null
}

export interface FigureRecord extends RecordOrigin, RecordPeriod {
  readonly kind: 'figure'
  readonly value: number | null
  readonly valueText: string
  readonly unit: string
  readonly qualifier: Figure['qualifier'] | null
  readonly measure: Figure['measure']
  readonly subject: string
  readonly wellFormed: boolean
}

export interface EventRecord extends RecordOrigin, RecordPeriod {
  readonly kind: Event['kind']
  readonly parties: readonly string[]
  readonly instrument: string | null
  readonly status: Event['status'] | null
}

export interface QuotationRecord extends RecordOrigin {
  readonly kind: 'quotation'
  readonly text: string
  readonly speaker: string | null
  readonly closed: boolean
}

/** Everything of one theme. */
export interface ThemeData {
  /** Name and version of this form. */
  readonly schema: 'urn:briefwright:theme-data:1'
  readonly theme: { readonly id: string; readonly title: string }
  readonly publication: string
  readonly publisher: string
  /** Edition date. */
  readonly date: string | null
  readonly figures: readonly FigureRecord[]
  /** Dated events and agreements. */
  readonly events: readonly EventRecord[]
  readonly quotations: readonly QuotationRecord[]
}
