/**
 * What the thread posts: runs of text as pdf.js found them on the pages, in points from the upper left corner of the
 * page as it is shown. The one contract between the thread, which is plain JavaScript, and the rest.
 */

/** A run of characters printed in one go. */
export interface Run {
  readonly text: string
  /** Left end of the baseline. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  /** Whether it reads from left to right on the page as it is shown. */
  readonly upright: boolean
  readonly bold: boolean
  readonly italic: boolean
}

export interface ExtractedPage {
  /** From 1, in the file. */
  readonly number: number
  readonly width: number
  readonly height: number
  readonly runs: readonly Run[]
  /** Whether a page without text has something painted on it, such as a scan. */
  readonly drawn: boolean
  readonly damaged: boolean
}

/** What the file says of itself; every field may be nonsense. */
export interface DocumentInfo {
  readonly title?: string
  readonly author?: string
  readonly language?: string
  /** Such as `D:20230214120000Z`, or ISO 8601. */
  readonly created?: string
}

export interface Extract {
  readonly info: DocumentInfo
  readonly pages: readonly ExtractedPage[]
}

/** Why a PDF cannot be read; `name` is pdf.js's own name of the error, or one of ours. */
export interface ExtractFailure {
  readonly name: string
  readonly message: string
}

export type ThreadMessage =
  | { readonly kind: 'document'; readonly pages: number; readonly info: DocumentInfo }
  | { readonly kind: 'page'; readonly page: ExtractedPage }
  | { readonly kind: 'end' }
  | ({ readonly kind: 'failure' } & ExtractFailure)
