/**
 * Where each work is used: the notes that name it, the places in the seeds that call them, and the briefs that cite it.
 * It answers what has to be looked at when a source is withdrawn.
 */
import type { CitationStatus, Locator } from './bibliography.ts'

/** A marker in a seed that leads to the work. */
export interface PlaceOfUse {
  readonly seed: string
  readonly line: number
  readonly column: number
  readonly note: string
  readonly status: CitationStatus
  readonly locator: Locator | null
  /** The paragraph's id, and the sentence with the marker; null where the marker stands in no paragraph. */
  readonly paragraph: string | null
  readonly sentence: string | null
}

/** A note that names the work. */
export interface NoteOfUse {
  readonly seed: string
  readonly note: string
  /** Of the note's text. */
  readonly line: number
  /** Whether a marker in the text calls it. */
  readonly called: boolean
  /** Path of the overlay that its text comes from. */
  readonly suppliedBy: string | null
}

/** A brief that cites the work. */
export interface BriefOfUse {
  /** `<theme>/<audience>`. */
  readonly brief: string
  /** How often it cites it, in all and by part, such as `keyPoints`. */
  readonly places: number
  readonly parts: Readonly<Record<string, number>>
}

/** All uses of one work. */
export interface WorkUses {
  readonly workId: string
  readonly title: string | null
  readonly url: string | null
  readonly notes: readonly NoteOfUse[]
  readonly places: readonly PlaceOfUse[]
  readonly briefs: readonly BriefOfUse[]
}
