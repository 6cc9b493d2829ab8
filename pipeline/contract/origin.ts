/**
 * Where something stands in the sources. Everything a brief shows carries at least one Origin, and no stage may drop it.
 */
import type { Position } from 'unist'

/** A place in one seed: its path in the project, and lines and columns counted from 1. */
export interface Origin {
  readonly seed: string
  readonly position: Position
}

/** A place on paper, for formats that have no lines; both are counted from 1. */
export interface PaperPlace {
  /** Absent where the document does not tell its pages. */
  readonly page?: number
  readonly paragraph: number
}
