/**
 * A PDF as numbered objects. Reads the file that Skia writes: one plain table of offsets, no object streams, no encryption,
 * no increments; anything else is not understood. Objects are taken apart when they are asked for, and copied byte for byte
 * when they have not been changed.
 */
import { inflateSync } from 'node:zlib'
import { EntryReader } from './read-entries.ts'
import { readTable } from './read-table.ts'
import { isDictionary, type PdfDictionary, type PdfReference, type PdfValue, parseValue, printValue } from './values.ts'
import { type PdfObject, storeData, writeFile } from './write-file.ts'

/** An open file. Its methods throw a SyntaxError where an object is not what it must be. */
export interface PdfFile {
  readonly trailer: PdfDictionary
  /** An object's value; undefined where there is no such object. */
  readonly read: (number: number) => PdfValue | undefined
  /** An object that is a dictionary. */
  readonly dictionary: (number: number) => PdfDictionary
  /** An object as it is written, and where in the text. */
  readonly written: (number: number) => { readonly text: string; readonly at: number }
  /** The entries of an object that is a dictionary, where they are written. */
  readonly entries: (number: number) => EntryReader
  /** A dictionary to change; it is written anew. */
  readonly edit: (number: number) => PdfDictionary
  /** Another text in the place of an object that is no stream. */
  readonly rewrite: (number: number, text: string) => void
  /** A new object, a stream where `data` is given. */
  readonly add: (value: PdfValue, data?: Uint8Array) => PdfReference
  /** What a stream holds, inflated. */
  readonly data: (number: number) => Buffer
  /** Changes what a stream holds. */
  readonly replaceData: (number: number, data: Uint8Array) => void
  /** The file, with its catalog and its information dictionary. */
  readonly write: (root: PdfReference, information: PdfReference) => Buffer
}

/** Opens a file; undefined where its structure is not understood. */
export function openPdf(bytes: Buffer): PdfFile | undefined {
  const text = bytes.toString('latin1')
  const table = readTable(text)
  if (!table) return undefined
  const { starts, trailer } = table
  const changed = new Map<number, PdfObject>()
  let count = starts.length

  const written = (number: number) => {
    const known = changed.get(number)
    if (known) return { text: printValue(known.value), at: 0 }
    const at = starts[number] ?? 0
    if (at === 0) throw new SyntaxError(`There is no object ${number}`)
    return { text, at }
  }
  // What is read is not kept: of thousands of objects, most are looked at once.
  const load = (number: number): PdfObject => {
    const known = changed.get(number)
    if (known) return typeof known.value === 'string' ? { ...known, value: parseValue(known.value).value } : known
    const { value, end } = parseValue(text, written(number).at)
    const opening = /^\s*stream\r?\n/.exec(text.slice(end, end + 20))
    if (!opening) return { value }
    const from = end + opening[0].length
    return { value, stored: bytes.subarray(from, from + lengthOf(value)) }
  }
  const lengthOf = (value: PdfValue): number => {
    const length = isDictionary(value) ? value.get('Length') : undefined
    const found = Number(typeof length === 'object' && 'to' in length ? load(length.to).value : length)
    if (!Number.isInteger(found)) throw new SyntaxError('A stream has no length')
    return found
  }
  const dictionaryOf = (number: number, { value }: PdfObject): PdfDictionary => {
    if (!isDictionary(value)) throw new SyntaxError(`Object ${number} is no dictionary`)
    return value
  }
  const change = (number: number): PdfObject => {
    const object = load(number)
    changed.set(number, object)
    return object
  }
  return {
    trailer,
    written,
    dictionary: number => dictionaryOf(number, load(number)),
    entries: number => {
      const { text: whole, at } = written(number)
      return new EntryReader(whole, at)
    },
    edit: number => dictionaryOf(number, change(number)),
    read: number => (changed.has(number) || (starts[number] ?? 0) > 0 ? load(number).value : undefined),
    rewrite: (number, value) => {
      changed.set(number, { value })
    },
    add: (value, data) => {
      changed.set(count, data ? storeData(value, data) : { value })
      return { to: count++ }
    },
    data: number => {
      const { value, stored } = load(number)
      const filter = isDictionary(value) ? value.get('Filter') : undefined
      if (!stored || (filter !== undefined && filter !== '/FlateDecode'))
        throw new SyntaxError(`The stream ${number} cannot be read`)
      return filter ? inflateSync(stored, { chunkSize: inflated }) : Buffer.from(stored)
    },
    replaceData: (number, data) => {
      changed.set(number, storeData(load(number).value, data))
    },
    write: (root, information) => writeFile({ bytes, text, table }, changed, count, root, information),
  }
}

/** Bytes that the content of a page seldom exceeds: it is then inflated in one go. */
const inflated = 256 * 1024
