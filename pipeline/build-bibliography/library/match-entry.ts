/**
 * Finds the entry of a library that describes a work read from a note, and tells in what the two differ.
 */
import type { CslDate } from '../../contract/bibliography.ts'
import { continuesAddress, differsByPart, families, plain, plainEdition, plainUrl } from '../plain-fields.ts'
import type { Draft } from '../reference.ts'
import type { Library } from './import-library.ts'
import type { LibraryEntry } from './library-entry.ts'

/** Gives the entry of a work: by DOI, else by address, else by title with first author or year. */
export function createMatcher({ entries }: Library): (fields: Draft) => LibraryEntry | undefined {
  const byKey = new Map<string, LibraryEntry[]>()
  for (const entry of entries.values())
    for (const key of keysOf(entry.fields)) byKey.set(key, [...(byKey.get(key) ?? []).slice(0, 19), entry])
  return fields => {
    for (const key of keysOf(fields)) {
      const found = byKey.get(key)?.find(entry => !key.startsWith('title') || isSameByTitle(fields, entry.fields))
      if (found) return found
    }
    return undefined
  }
}

function keysOf({ DOI, URL, title }: Draft): readonly string[] {
  const name = plain(title ?? '')
  const url = plainUrl(URL ?? '')
  return [
    ...(DOI ? [`doi ${DOI.toLowerCase()}`] : []),
    // A bare host is the address of all its pages.
    ...(url.includes('/') ? [`url ${url}`] : []),
    ...(name === '' ? [] : [`title ${name}`]),
  ]
}

/** One title is the name of many works: the first author or the year must be the same, and neither may differ. */
function isSameByTitle(work: Draft, entry: Draft): boolean {
  const authors = [families(work).split(';')[0], families(entry).split(';')[0]] as const
  const years = [yearOf(work.issued), yearOf(entry.issued)] as const
  const pairs = [authors, years].filter(([left, right]) => left && right)
  return pairs.length > 0 && pairs.every(([left, right]) => left === right) && !differsByPart(work, entry)
}

function yearOf(date: CslDate | undefined): number | undefined {
  return date?.['date-parts'][0]?.[0]
}

/** Fields in which a printed work and its entry can contradict each other. */
const compared = [
  'title',
  'author',
  'container-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'edition',
  'number',
  'page',
  'issued',
  'URL',
  'DOI',
  'ISBN',
] as const

/** The fields that both have and that cannot both be right. */
export function listDifferences(work: Draft, entry: Draft): readonly (typeof compared)[number][] {
  return compared.filter(field => isOther(field, work, entry))
}

function isOther(field: (typeof compared)[number], work: Draft, entry: Draft): boolean {
  const [left, right] = [work[field], entry[field]]
  if (left === undefined || right === undefined) return false
  if (field === 'URL' && continuesAddress(String(left), String(right))) return false
  if (field === 'issued') return differsInDate(left as CslDate, right as CslDate)
  if (field === 'author') return differsInNames(families(work), families(entry))
  const [short, long] = [reduce(field, String(left)), reduce(field, String(right))].sort((a, b) => a.length - b.length)
  if (short === undefined || long === undefined || short === long) return false
  return !(inWords.has(field) && ` ${long} `.includes(` ${short} `))
}

/** Texts of which one may be the short form of the other. */
const inWords = new Set<string>(['title', 'container-title', 'publisher', 'publisher-place'])

function reduce(field: string, text: string): string {
  if (field === 'URL') return plainUrl(text)
  if (field === 'DOI') return text.toLowerCase()
  if (field === 'edition') return plainEdition(text)
  if (field === 'ISBN')
    return text
      .replace(/[^\dX]/giu, '')
      .replace(/^978(\d{9}).$/u, '$1')
      .replace(/^(\d{9})[\dX]$/iu, '$1')
  return plain(text)
}

function differsInDate({ 'date-parts': [left = []] }: CslDate, { 'date-parts': [right = []] }: CslDate): boolean {
  return left.some((part, index) => right[index] !== undefined && right[index] !== part)
}

/** The first author of each; a note often names no other. */
function differsInNames(left: string, right: string): boolean {
  const [first, other] = [left.split(';')[0] ?? '', right.split(';')[0] ?? '']
  return first !== '' && other !== '' && !first.includes(other) && !other.includes(first)
}
