/**
 * Where something stands in the sources. Everything a brief shows carries at least one Origin, and no stage may drop it.
 */
import type { Position } from 'unist'

/** A place in one seed: its path in the project, and lines and columns counted from 1. */
export interface Origin {
  readonly seed: string
  readonly position: Position
}
