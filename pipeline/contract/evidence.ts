/**
 * What the seeds state as data: figures, dated events, agreements and quotations, each with the sentence that says it.
 * Nothing here is computed from two statements; a value is what one sentence prints.
 */
import type { Origin } from './origin.ts'

/** What every piece of evidence carries. */
export interface Statement {
  /** From its place and content; unique within a build. */
  readonly id: string
  readonly paragraphId: string
  readonly sentenceId: string
  /** The whole sentence, as in `Sentence.text`. */
  readonly sentence: string
  /** Label of the note that backs it; absent when it is the author's own statement. */
  readonly note?: string
  /** The exact words, in the seed. */
  readonly origin: Origin
}

/** A span of time as an ISO 8601 interval or a reduced date, and what it was read from. */
export interface Period {
  /** `2022`, `2022-10`, `2022-11-01`, `2022-01/2022-09`, `2022-11-01/2022-11-10`. */
  readonly iso: string
  /** The part of the span that the words name (`at the end of 2021`); `by` where it is a date by which something is so. */
  readonly edge?: 'start' | 'middle' | 'end' | 'by'
  /** The words it rests on. */
  readonly text: string
  readonly basis: 'sentence' | 'paragraph' | 'relative'
}

/** A quantity that a sentence states. */
export interface Figure extends Statement {
  /** As printed, currency and unit included, such as `$ 4.5 million`. */
  readonly valueText: string
  /** The full number, such as 12300000; null where the print is malformed. */
  readonly value: number | null
  /** ISO 4217 code, `%`, `times`, an SI symbol, or the noun counted, in the plural. */
  readonly unit: string
  readonly qualifier?: 'more than' | 'less than' | 'about' | 'almost' | 'up to' | 'at least'
  readonly measure: 'level' | 'growth' | 'index' | 'share' | 'rank'
  readonly period?: Period
  /** The words of the sentence that say what is measured. */
  readonly subject: string
  readonly wellFormed: boolean
}

/** Something that happened or is planned, with its date. */
export interface Event extends Statement {
  /** Absent only for an agreement that the text does not date. */
  readonly date?: Period
  readonly kind: 'event' | 'agreement'
  /** Names of those taking part, as printed. */
  readonly parties: readonly string[]
  /** For an agreement: what was signed, such as `memorandum of cooperation`. */
  readonly instrument?: string
  /** For an agreement: the words of the sentence that say what it is about, such as `on joint research until 2030`, or `provides for joint research`. */
  readonly subject?: string
  /** For an agreement; absent where the text leaves it open. */
  readonly status?: 'signed' | 'adopted' | 'planned'
}

/** Words that the seed prints between quotation marks as somebody's own. */
export interface Quotation extends Statement {
  /** The quoted words, without the outer marks. */
  readonly text: string
  /** Whether the seed closes the quotation; if not, the note marker or the paragraph's end does. */
  readonly closed: boolean
  /** Who says it, where the text names one. */
  readonly speaker?: string
}

/** Figures that speak of the same thing and cannot all be right, in one seed or in several. */
export interface Conflict {
  readonly id: string
  /** Ids of the figures, in document order; each disagrees with another of them. */
  readonly figures: readonly string[]
  /** What they agree on; without a period, none of them names one. */
  readonly unit: string
  readonly measure: Figure['measure']
  readonly period?: string
  /** The subject in the words of the first, and the stems of the names that all speak of. */
  readonly subject: string
  readonly about: readonly string[]
}

/** All evidence of all seeds, in document order. */
export interface Evidence {
  readonly figures: readonly Figure[]
  readonly events: readonly Event[]
  readonly quotations: readonly Quotation[]
  readonly conflicts: readonly Conflict[]
}
