/**
 * How a line was printed, where the format still knows it (PDF). Plain text has none of this, and every pass that asks
 * for it must do without.
 */
export interface LinePrint {
  /** Page of the file, from 1. */
  readonly page: number
  /** Of the baseline, from the top of the page, as a share of the page's height. */
  readonly height: number
  /** Counts the stretches of a page that are read from top to bottom, such as columns, from 0. */
  readonly stretch: number
  /** Font size, where the size of most of the document's text is 1. */
  readonly size: number
  /** Whether nearly all of the line is. */
  readonly bold: boolean
  readonly italic: boolean
  /** Room before the line's first letter, and to the end of its last, from the column's left edge; in ems of the text. */
  readonly inset: number
  readonly edge: number
}
