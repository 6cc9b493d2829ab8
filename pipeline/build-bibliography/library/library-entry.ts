/**
 * What an imported file holds: works as somebody else described them, each under a key.
 */
import type { VFileMessage } from 'vfile-message'
import type { Draft } from '../reference.ts'

/** One entry of a library file. */
export interface LibraryEntry {
  readonly key: string
  /** Path of the file in the project. */
  readonly file: string
  readonly line: number
  readonly fields: Draft
}

/** What could be read of a file, and what could not. */
export interface ReadLibrary {
  readonly entries: readonly LibraryEntry[]
  readonly messages: readonly VFileMessage[]
}
