/**
 * A filled template, and the finished file made from it.
 */

/** One HTML document, complete with its styles. */
export interface Page {
  /** Path in out/ with forward slashes, such as `briefs/china/executive.html`. */
  readonly path: string
  readonly html: string
  readonly title: string
  /** BCP 47 tag. */
  readonly language: string
  /** What of this page is published: an HTML file, a PDF beside it, or both. */
  readonly formats: readonly ('html' | 'pdf')[]
  /** Pages the PDF may have at the most; absent for any number. */
  readonly maxPages?: number
  /** What a PDF says of itself besides; absent where nothing is known. */
  readonly metadata?: PageMetadata
}

/** What is known of a page and does not stand on it. */
export interface PageMetadata {
  /** ISO 8601, to the year, month or day; null where none is known. */
  readonly date: string | null
  readonly author: string
  /** What the page is about or belongs to, in a line. */
  readonly subject: string
  readonly keywords: readonly string[]
  /** What it was made from, such as the paths and hashes of seeds. */
  readonly source: string
  /** Data behind the page, put into the PDF. */
  readonly attachment?: Attachment
}

/** A file that a PDF carries. */
export interface Attachment {
  readonly name: string
  readonly mediaType: string
  readonly description: string
  readonly text: string
}

/** A file of out/. */
export interface Artifact {
  /** Path in out/ with forward slashes. */
  readonly path: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  readonly sha256: string
  /** Of a PDF. */
  readonly pages?: number
}
