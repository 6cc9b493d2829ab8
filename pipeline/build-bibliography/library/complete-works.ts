/**
 * Gives works the fields that their notes do not print and a library has, and the rest of an address that breaks off. What
 * is printed whole stands; where the library says otherwise, that is reported.
 */
import type { VFileMessage } from 'vfile-message'
import type { CslName, ImportedFields } from '../../contract/bibliography.ts'
import { createMessage } from '../../diagnostics/create-message.ts'
import type { GatheredWork } from '../gather-works.ts'
import { continuesAddress } from '../plain-fields.ts'
import type { Draft } from '../reference.ts'
import type { Library } from './import-library.ts'
import type { LibraryEntry } from './library-entry.ts'
import { createMatcher, listDifferences } from './match-entry.ts'

/** A work whose fields are all that is known of it. */
export interface CompletedWork extends GatheredWork {
  readonly imported?: ImportedFields
}

/** Completes works in their order. */
export function completeWorks(
  works: readonly GatheredWork[],
  library: Library,
): { readonly completed: readonly CompletedWork[]; readonly messages: readonly VFileMessage[] } {
  const match = createMatcher(library)
  const messages: VFileMessage[] = []
  const completed = works.map((work): CompletedWork => {
    const entry = work.entry ?? match(work.fields)
    if (!entry) return work
    messages.push(...reportDifferences(work, entry))
    return { ...work, ...complete(work.fields, entry) }
  })
  return { completed, messages }
}

function complete(printed: Draft, { file, key, fields }: LibraryEntry): Pick<CompletedWork, 'fields' | 'imported'> {
  const all: Record<string, unknown> = { ...printed }
  const given = Object.entries(fields).filter(([field]) => {
    if (field === 'URL' && printed.URL !== undefined) return continuesAddress(printed.URL, fields.URL ?? '')
    if (field === 'type') return printed.type === undefined || printed.type === 'document'
    // When a page was looked at says nothing of another page.
    if (field === 'accessed' && printed.URL !== undefined && !isSameAddress(printed.URL, fields.URL ?? '')) return false
    return all[field] === undefined
  })
  for (const [field, value] of given) all[field] = value
  return given.length === 0
    ? { fields: printed }
    : { fields: all, imported: { file, key, fields: given.map(([field]) => field) } }
}

function isSameAddress(printed: string, given: string): boolean {
  return printed === given || continuesAddress(printed, given)
}

function reportDifferences({ fields, note, origins }: GatheredWork, entry: LibraryEntry): readonly VFileMessage[] {
  const differences = listDifferences(fields, entry.fields).map(
    field => `${field} is ${describe(fields[field])} in the note and ${describe(entry.fields[field])} in the library`,
  )
  if (differences.length === 0) return []
  return [
    createMessage(
      'work-agrees-with-library',
      `The work in note ${note} differs from ${entry.key} (${entry.file}, line ${entry.line}): ${differences.join('; ')}`,
      { file: origins[0]?.seed ?? '', position: origins[0]?.position },
    ),
  ]
}

function describe(value: Draft[keyof Draft]): string {
  const text = Array.isArray(value)
    ? value.map(({ family, literal }: CslName) => family ?? literal).join(', ')
    : typeof value === 'object' && 'date-parts' in value
      ? (value['date-parts'][0] ?? []).join('-')
      : String(value)
  return `“${text.length > 60 ? `${text.slice(0, 59)}…` : text}”`
}
