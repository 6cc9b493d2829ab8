/**
 * A PDF as numbered objects. Reads the file that Skia writes: one plain table of offsets, no object streams, no encryption,
 * no increments; anything else is not understood. Objects are taken apart when they are asked for, and copied byte for byte
 * when they have not been changed.
 */
import { promisify } from 'node:util'
import { deflate, inflateSync } from 'node:zlib'
import {
  isDictionary,
  PdfDictionary,
  type PdfReference,
  type PdfValue,
  parseEntries,
  parseValue,
  printValue,
} from './values.ts'

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
  /** The bytes of the file after the comment that begins it, up to its table of offsets, with the offset of each object. */
  readonly write: (header: string) => Promise<WrittenObjects>
}

/** The objects of a file as bytes, and the offset of each, by number. */
export interface WrittenObjects {
  readonly body: Buffer
  readonly offsets: readonly (number | undefined)[]
}

interface PdfObject {
  /** As in the file read; absent for a new one. */
  readonly raw?: { readonly start: number; readonly end: number }
  value?: PdfValue
  /** Bytes of a stream as they are stored. */
  stored?: Uint8Array
  /** New bytes of a stream, not yet deflated. */
  data?: Uint8Array
  changed?: boolean
}

/** Opens a file; undefined where its structure is not understood. */
export function openPdf(bytes: Buffer): PdfFile | undefined {
  const text = bytes.toString('latin1')
  const table = readTable(text)
  if (!table) return undefined
  const { objects, trailer } = table

  // What is read is not kept: of thousands of objects, most are looked at once.
  const load = (number: number): Pick<PdfObject, 'value' | 'stored'> => {
    const object = objects[number]
    if (!object) throw new SyntaxError(`There is no object ${number}`)
    if (object.changed || !object.raw) return object
    const { value, end } = parseValue(text, text.indexOf('obj', object.raw.start) + 3)
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
    const object = Object.assign(objects[number] ?? {}, load(number))
    object.changed = true
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
    entries: (number, keys) => {
      const object = objects[number]
      if (!object?.raw || object.changed) return dictionary(number)
      return parseEntries(text, text.indexOf('obj', object.raw.start) + 3, keys)
    },
    read: number => (objects[number] ? load(number).value : undefined),
    replace: (number, value) => {
      change(number).value = value
    },
    add: (value, data) => {
      objects.push({ value, changed: true, ...(data ? { data } : {}) })
      return { to: objects.length - 1 }
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
    write: async header => {
      await Promise.all(objects.map(object => object?.data && store(object, object.data)))
      return writeObjects(header, bytes, objects)
    },
  }
}

const deflateApart = promisify(deflate)

/** Stores the bytes of a stream. XMP is stored as it is, so that programs find it that know no PDF. */
async function store(object: PdfObject, data: Uint8Array): Promise<void> {
  const entries = new PdfDictionary(isDictionary(object.value) ? object.value : [])
  const plain = entries.get('Type') === '/Metadata'
  // A level less than usual takes two thirds of the time and a tenth more room.
  object.stored = plain ? data : await deflateApart(data, { level: 5 })
  if (!plain) entries.set('Filter', '/FlateDecode')
  object.value = entries.set('Length', String(object.stored.length))
}

function writeObjects(header: string, bytes: Buffer, objects: readonly (PdfObject | undefined)[]): WrittenObjects {
  const pieces: Uint8Array[] = []
  const offsets: (number | undefined)[] = []
  let length = 0
  const put = (piece: Uint8Array | string) => {
    const written = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
    pieces.push(written)
    length += written.length
  }
  put(header)
  for (const [number, object] of objects.entries()) {
    if (!object) continue
    offsets[number] = length
    const { raw, value, stored, changed } = object
    if (raw && !changed) {
      put(bytes.subarray(raw.start, raw.end))
      continue
    }
    put(`${number} 0 obj\n${printValue(value ?? 'null')}`)
    if (stored) {
      put(' stream\n')
      put(stored)
      put('\nendstream')
    }
    put('\nendobj\n')
  }
  return { body: Buffer.concat(pieces, length), offsets }
}

/** The objects by number with their places, and the trailer. */
function readTable(text: string): { objects: (PdfObject | undefined)[]; trailer: PdfDictionary } | undefined {
  const [, start = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64)) ?? []
  const from = Number(start)
  const [head, first = '', count = ''] = /^xref\s+(\d+) (\d+)\s*\n/.exec(text.slice(from, from + 40)) ?? []
  if (head === undefined || start === '' || first !== '0') return undefined
  const entries = from + head.length
  const after = entries + Number(count) * 20
  if (!/^\s*trailer/.test(text.slice(after, after + 20))) return undefined
  const { value: trailer } = parseValue(text, text.indexOf('trailer', after) + 'trailer'.length)
  if (!isDictionary(trailer) || ['Prev', 'XRefStm', 'Encrypt'].some(key => trailer.has(key))) return undefined

  const offsets: (number | undefined)[] = []
  for (let at = entries; at < after; at += 20) {
    // Ten digits, five digits, a letter.
    const kind = text[at + 17]
    if (kind !== 'f' && (kind !== 'n' || text.slice(at + 11, at + 16) !== '00000')) return undefined
    offsets.push(kind === 'n' ? Number(text.slice(at, at + 10)) : undefined)
  }
  const ordered = [...offsets.filter(offset => offset !== undefined), from].sort((left, right) => left - right)
  const ends = new Map(ordered.map((offset, index) => [offset, ordered[index + 1] ?? offset]))
  const objects = offsets.map((offset): PdfObject | undefined =>
    offset === undefined ? undefined : { raw: { start: offset, end: ends.get(offset) ?? offset } },
  )
  const isWhole = (raw: PdfObject['raw'], number: number) =>
    !raw ||
    (text.startsWith(`${number} 0 obj`, raw.start) && text.slice(raw.start, raw.end).trimEnd().endsWith('endobj'))
  return objects.every((object, number) => isWhole(object?.raw, number)) ? { objects, trailer } : undefined
}
