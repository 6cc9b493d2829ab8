/**
 * Reads a note that names entries of a library in Pandoc's way: `@smith2020, p. 45; see also @doe1999`, in square
 * brackets or without. A note that says anything else is no such note, and is read as prose.
 */
import type { Locator } from '../../contract/bibliography.ts'
import { compileWords } from '../compile-words.ts'
import { leadIns } from '../conventions.ts'
import { peelLocator } from '../peel-locator.ts'
import type { Library } from './import-library.ts'

/** One entry that a note names. */
export interface NamedEntry {
  readonly key: string
  /** The piece of the note. */
  readonly raw: string
  readonly locator?: Locator
  /** What the piece says besides. */
  readonly comment?: string
}

/** The keys of Pandoc: letters and digits, with single signs between them; others stand in braces. */
const piecePattern =
  /^(.*?)-?@(?:\{([^{}\s]+)\}|([\p{L}\d_](?:[\p{L}\p{M}\d_]|[:.#$%&\-+?<>~/](?=[\p{L}\d_]))*))(.*)$/su
const leadIn = new RegExp(`^(?:${compileWords(leadIns)})$`, 'iu')

/** The entries that `text` names; undefined where it is no such note. */
export function parseKeys(text: string): readonly NamedEntry[] | undefined {
  if (!text.includes('@')) return undefined
  const bare = text
    .replace(/^\[([^[\]]*)\]\.?$/u, '$1')
    .replace(/\.$/u, '')
    .trim()
  const pieces = bare.split(/\s*;\s*/u).map(parsePiece)
  return pieces.every(piece => piece !== undefined) ? pieces : undefined
}

/** What a reference prints, and no remark about an entry: a title in quotation marks, an address, a day. */
const description = /["“«„]|https?:|www\.|(?<!\d)\d{1,2}\s\p{L}+\s(?:1[5-9]|20)\d\d(?!\d)/u
/** How long a remark about an entry that nobody knows may be, in characters. */
const longestRemark = 100

/** Whether `pieces` name entries, and no accounts whose posts are described: one is known, or all are keys and no more. */
export function nameEntries(pieces: readonly NamedEntry[], { entries, exists }: Library): boolean {
  if (!exists) return false
  const isRemark = (comment: string) => comment.length <= longestRemark && !description.test(comment)
  return pieces.some(({ key }) => entries.has(key)) || pieces.every(({ comment = '' }) => isRemark(comment))
}

function parsePiece(piece: string): NamedEntry | undefined {
  const [, before = '', braced, plain, after = ''] = piecePattern.exec(piece) ?? []
  const key = braced ?? plain
  const opening = before.trim().replace(/[,:]$/u, '')
  if (key === undefined || (opening !== '' && !leadIn.test(opening))) return undefined
  const suffix = /^(?:\s*,\s*|\s+)(?=\S)(.*)$/su.exec(after)?.[1]
  if (suffix === undefined && after.trim() !== '') return undefined
  // Without a comma only a place may follow, or any word behind an `@` would be taken for a key.
  const place = suffix === undefined ? { rest: '' } : readSuffix(suffix.replace(/^\[(.*)\]$/u, '$1'))
  if (suffix !== undefined && !after.trimStart().startsWith(',') && (place.rest !== '' || !place.locator))
    return undefined
  return {
    key,
    raw: piece,
    ...(place.locator ? { locator: place.locator } : {}),
    ...(place.rest === '' ? {} : { comment: place.rest }),
  }
}

/** A place, a bare number being a page, and behind a comma what else is said. */
function readSuffix(suffix: string): { readonly rest: string; readonly locator?: Locator } {
  const [, first = '', later = ''] = /^([^,]*(?:,\s*\d[^,]*)*)(?:,\s*(\D.*))?$/su.exec(suffix) ?? []
  const isNumber = /^\d+(?:\s?[-–]\s?\d+)?(?:,\s?\d+(?:\s?[-–]\s?\d+)?)*$/u.test(first.trim())
  const { rest, locator } = peelLocator(isNumber ? ` p. ${first}` : ` ${first}`)
  const words = [rest.trim(), later.trim()].filter(part => part !== '').join(', ')
  return { rest: words, ...(locator ? { locator } : {}) }
}
