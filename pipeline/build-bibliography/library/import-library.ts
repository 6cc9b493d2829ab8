/**
 * Reads the library files that the configuration names, and finds entries in them: by key, by DOI, by address, and by
 * title with author or year. A fault in a file is a message at its line, and the rest of the file is used.
 */
import type { VFileMessage } from 'vfile-message'
import type { LibraryFile } from '../../contract/config.ts'
import { createMessage } from '../../diagnostics/create-message.ts'
import type { LibraryEntry, ReadLibrary } from './library-entry.ts'
import { parseBibtex, placeOf } from './parse-bibtex.ts'
import { parseCslJson } from './parse-csl-json.ts'

/** All entries of all files; where two have one key, the first. */
export interface Library {
  readonly entries: ReadonlyMap<string, LibraryEntry>
  /** Whether the project names library files at all. */
  readonly exists: boolean
}

/** Reads `files`, in their order. */
export function importLibrary(files: readonly LibraryFile[]): {
  readonly library: Library
  readonly messages: readonly VFileMessage[]
} {
  const entries = new Map<string, LibraryEntry>()
  const messages = files.flatMap(file => {
    const read = readFile(file)
    const repeated = read.entries.flatMap(entry => {
      const known = entries.get(entry.key)
      if (!known) entries.set(entry.key, entry)
      return known ? [reportRepeated(entry, known)] : []
    })
    return [...read.messages, ...repeated]
  })
  return { library: { entries, exists: files.length > 0 }, messages }
}

function reportRepeated({ key, file, line }: LibraryEntry, known: LibraryEntry): VFileMessage {
  const where = known.file === file ? `on line ${known.line}` : `in ${known.file}, line ${known.line}`
  return createMessage('library-is-readable', `The key ${key} stands ${where} too, which counts`, placeOf(file, line))
}

function readFile({ path, text }: LibraryFile): ReadLibrary {
  if (text.trim() === '') return fail(path, 'The file is empty')
  const { entries, messages } = path.toLowerCase().endsWith('.json')
    ? parseCslJson(path, text)
    : parseBibtex(path, text)
  const damaged = entries.filter(isDamaged)
  if (damaged.length === 0) return { entries, messages }
  const [first] = damaged
  const reason = `The file is not UTF-8: ${damaged.length === 1 ? `the entry ${first?.key} is` : `${damaged.length} entries are`} left out for letters that cannot be read`
  return {
    entries: entries.filter(entry => !isDamaged(entry)),
    messages: [createMessage('library-is-readable', reason, placeOf(path, first?.line ?? 1)), ...messages],
  }
}

/** What stands where bytes were no UTF-8. */
function isDamaged({ fields }: LibraryEntry): boolean {
  return JSON.stringify(fields).includes('\uFFFD')
}

function fail(path: string, reason: string): ReadLibrary {
  return { entries: [], messages: [createMessage('library-is-readable', reason, placeOf(path, 1))] }
}
