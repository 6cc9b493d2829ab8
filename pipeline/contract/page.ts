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
