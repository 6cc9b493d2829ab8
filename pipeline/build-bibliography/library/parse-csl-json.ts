/**
 * Reads a file of CSL-JSON, as Zotero and Pandoc write it: a list of items, or an object that holds one.
 */
import { createMessage } from '../../diagnostics/create-message.ts'
import type { LibraryEntry, ReadLibrary } from './library-entry.ts'
import { placeOf } from './parse-bibtex.ts'
import { readCslItem } from './read-csl-item.ts'

/** The entries of `text`, the content of `file`. */
export function parseCslJson(file: string, text: string): ReadLibrary {
  const fail = (line: number, reason: string) => createMessage('library-is-readable', reason, placeOf(file, line))
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const offset = Number(/position (\d+)/u.exec((error as Error).message)?.[1] ?? 0)
    const reason = (error as Error).message.replace(/ in JSON at position.*$/u, '').replace(/[“"'].{60,}/u, '…')
    return { entries: [], messages: [fail(lineOf(text, offset), `This is not JSON: ${reason}`)] }
  }
  const items = listItems(value)
  if (!items) return { entries: [], messages: [fail(1, 'This is no CSL-JSON: it holds no list of items')] }
  const starts = startsOf(text)
  const entries: LibraryEntry[] = []
  const messages = items.flatMap((item, index) => {
    const line = starts[index] ?? 1
    const fault = faultOf(item)
    if (fault !== undefined) return [fail(line, `Item ${index + 1} is no CSL-JSON: ${fault}`)]
    const { id } = item as { readonly id: string | number }
    entries.push({ key: String(id), file, line, fields: readCslItem(item as Readonly<Record<string, unknown>>) })
    return []
  })
  return { entries, messages }
}

function listItems(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  if (typeof value !== 'object' || value === null) return undefined
  for (const name of ['items', 'references'] as const) {
    const list = (value as Readonly<Record<string, unknown>>)[name]
    if (Array.isArray(list)) return list
  }
  return undefined
}

function faultOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) return 'it is no object'
  const { id, type } = item as Readonly<Record<string, unknown>>
  if ((typeof id !== 'string' || id === '') && typeof id !== 'number') return 'it has no id'
  if (typeof type !== 'string' || type === '') return 'it has no type'
  return undefined
}

function lineOf(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}

/** The lines on which the items of the list begin. */
function startsOf(text: string): readonly number[] {
  const starts: number[] = []
  const inList = text.trimStart().startsWith('[') ? 1 : 2
  let depth = 0
  let line = 1
  let awaited = false
  for (const [sign] of text.matchAll(/"(?:\\.|[^"\\])*"|[[\]{},\n]|[^\s"[\]{},]+/gu)) {
    if (sign === '\n') {
      line += 1
      continue
    }
    if (depth === inList && awaited) starts.push(line)
    awaited = sign === ',' && depth === inList
    if (sign === '[' || sign === '{') {
      depth += 1
      awaited = depth === inList && sign === '['
    } else if (sign === ']' || sign === '}') depth -= 1
  }
  return starts
}
