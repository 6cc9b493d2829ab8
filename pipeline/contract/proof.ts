/**
 * What comes of reading a published edition back: how much was proved to stand in the seeds. The faults are messages.
 */

/** A file of an edition as it lies on disk. */
export interface PublishedFile {
  /** Path in out/ with forward slashes. */
  readonly path: string
  readonly bytes: Uint8Array
}

/** What was looked at, and how much of it held. */
export interface Proof {
  readonly files: number
  /** Stretches of words that pages claim to be a seed's: sentences, excerpts, figures, quotations, headings. */
  readonly statements: number
  readonly proved: number
  /** Those of them that were compared with the characters of the seed file too. */
  readonly compared: number
  /** Characters in them that an overlay put in. */
  readonly corrected: number
  /** Dates, periods, parties and other readings that were made again and compared. */
  readonly readings: number
  /** PDFs, their pages, and the statements that were found in them. */
  readonly prints: number
  readonly printedPages: number
  readonly printed: number
}
