/**
 * A source document as it was found on disk: decoded, hashed, and described by the overlay beside it.
 */
import type { Overlay } from './overlay.ts'

/** What is known of a seed beyond its text. */
export interface SeedMetadata {
  readonly title: string
  readonly author?: string
  /** BCP 47 tag, such as `en` or `ru`. */
  readonly language: string
  /** ISO 8601 date of the document, such as `2023-02` or `2023-02-14`. */
  readonly date?: string
  readonly description?: string
}

/** The formats that are read. */
export type MediaType =
  | 'text/plain'
  | 'text/markdown'
  | 'text/html'
  | 'application/pdf'
  | 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** One source document. */
export interface Seed {
  /** File name without its extension, made safe for a URL, or a short hash of a long one; unique within a build. */
  readonly id: string
  /** Path in the project with forward slashes; for a file outside the project, the path as it was given. */
  readonly path: string
  readonly mediaType: MediaType
  /** Of the text, named as the Encoding Standard does, such as `utf-8` or `windows-1251`; null where the file is no text (DOCX, PDF). */
  readonly encoding: string | null
  readonly bytes: number
  /** Of the file's bytes, in hexadecimal. */
  readonly sha256: string
  /** The decoded text without a byte order mark; line ends are as in the file. Empty where the file is no text. */
  readonly text: string
  /** The file's bytes where it is no text. */
  readonly content?: Uint8Array
  readonly metadata: SeedMetadata
  /** Whether an overlay or front matter gave the title; else a reader may know better than the guess. */
  readonly described: boolean
  /** The corrections beside the seed, where there are any. */
  readonly overlay?: Overlay
}
