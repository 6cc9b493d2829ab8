/**
 * A PDF as numbered objects. Reads the file that Skia writes: one plain table of offsets, no object streams, no encryption,
 * no increments; anything else is not understood. Objects are taken apart when they are asked for, and copied byte for byte
 * when they have not been changed.
 */
import { inflateSync } from 'node:zlib'
import { readTable } from './read-table.ts'
import {
  isDictionary,
  type PdfDictionary,
  type PdfReference,
  type PdfValue,
  parseEntries,
  parseValue,
} from './values.ts'
import { type PdfObject, writeFile } from './write-file.ts'

/** An open file. Its methods throw a SyntaxError where an object is not what it must be. */
export interface PdfFile {
  readonly trailer: PdfDictionary
  /** An object's value; undefined where there is no such object. */
  readonly read: (number: number) => PdfValue | undefined
  /** An object that is a dictionary. */
  readonly dictionary: (number: number) => PdfDictionary
  /** Some entries of an object that is a dictionary; the others are not looked at. */
  readonly entries: (number: number, keys: ReadonlySet<string>) => PdfDictionary
  /** A dictionary to change; it is written anew. */
  readonly edit: (number: number) => PdfDictionary
  readonly replace: (number: number, value: PdfValue) => void
  /** A new object, a stream where `data` is given. */
  readonly add: (value: PdfValue, data?: Uint8Array) => PdfReference
  /** What a stream holds, inflated. */
  readonly data: (number: number) => Buffer
  /** Changes what a stream holds; it is deflated when the file is written. */
  readonly replaceData: (number: number, data: Uint8Array) => void
  /** The file, with its catalog and its information dictionary. */
  readonly write: (root: PdfReference, information: PdfReference) => Promise<Buffer>
}

/** Opens a file; undefined where its structure is not understood. */
export function openPdf(bytes: Buffer): PdfFile | undefined {
  const text = bytes.toString('latin1')
  const table = readTable(text)
  if (!table) return undefined
  const { starts, trailer } = table
  const changed = new Map<number, PdfObject>()
  let count = starts.length
  const placeOf = (number: number): number => {
    const start = starts[number] ?? 0
    if (start === 0) throw new SyntaxError(`There is no object ${number}`)
    return text.indexOf('obj', start) + 3
  }

  // What is read is not kept: of thousands of objects, most are looked at once.
  const load = (number: number): PdfObject => {
    const known = changed.get(number)
    if (known) return known
    const { value, end } = parseValue(text, placeOf(number))
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
  const dictionary = (number: number): PdfDictionary => {
    const { value } = load(number)
    if (!isDictionary(value)) throw new SyntaxError(`Object ${number} is no dictionary`)
    return value
  }
  const change = (number: number): PdfObject => {
    const object = load(number)
    changed.set(number, object)
    return object
  }
  const edit = (number: number): PdfDictionary => {
    const { value } = change(number)
    if (!isDictionary(value)) throw new SyntaxError(`Object ${number} is no dictionary`)
    return value
  }
  return {
    trailer,
    dictionary,
    edit,
    entries: (number, keys) => (changed.has(number) ? dictionary(number) : parseEntries(text, placeOf(number), keys)),
    read: number => (changed.has(number) || (starts[number] ?? 0) > 0 ? load(number).value : undefined),
    replace: (number, value) => {
      change(number).value = value
    },
    add: (value, data) => {
      changed.set(count, { value, ...(data ? { data } : {}) })
      return { to: count++ }
    },
    data: number => {
      const { value, stored } = load(number)
      const filter = isDictionary(value) ? value.get('Filter') : undefined
      if (!stored || (filter !== undefined && filter !== '/FlateDecode'))
        throw new SyntaxError(`The stream ${number} cannot be read`)
      return filter ? inflateSync(stored) : Buffer.from(stored)
    },
    replaceData: (number, data) => {
      change(number).data = data
    },
    write: (root, information) => writeFile({ bytes, text, table }, changed, count, root, information),
  }
}
