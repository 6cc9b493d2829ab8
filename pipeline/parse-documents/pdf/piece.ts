/**
 * The parts of a printed page between its runs and its lines: pieces of text, and the rows that they make. Places are in
 * points from the upper left corner of the page.
 */

/** A run without the white space around it. */
export interface Piece {
  readonly text: string
  readonly x: number
  /** Right end. */
  readonly end: number
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  /** White space was printed at its ends. */
  readonly spaceBefore: boolean
  readonly spaceAfter: boolean
  /** Smaller than its row, or a figure as large, and above the baseline. */
  readonly raised: boolean
}

export interface Row {
  readonly y: number
  readonly size: number
  /** From left to right. */
  readonly pieces: readonly Piece[]
}
