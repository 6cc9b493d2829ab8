/**
 * A PDF as numbered objects. Reads the file that Skia writes: one plain table of offsets, no object streams, no encryption,
 * no increments; anything else is not understood. Objects are taken apart when they are asked for, and copied byte for byte
 * when they have not been changed.
 */
import { deflateSync, inflateSync } from 'node:zlib'
import { isDictionary, type PdfDictionary, type PdfReference, type PdfValue, parseValue, printValue } from './values.ts'

/** An open file. Its methods throw a SyntaxError where an object is not what it must be. */
export interface PdfFile {
  readonly trailer: PdfDictionary
  /** An object's value; undefined where there is no such object. */
  readonly read: (number: number) => PdfValue | undefined
  /** An object that is a dictionary. */
  readonly dictionary: (number: number) => PdfDictionary
  /** A dictionary to change; it is written anew. */
  readonly edit: (number: number) => Map<string, PdfValue>
  readonly replace: (number: number, value: PdfValue) => void
  /** A new object, a stream where `data` is given. */
  readonly add: (value: PdfValue, data?: Uint8Array) => PdfReference
  /** What a stream holds, inflated. */
  readonly data: (number: number) => Buffer
  /** Changes what a stream holds; it is deflated when the file is written. */
  readonly replaceData: (number: number, data: Uint8Array) => void
  /** The bytes of the file after the comment that begins it, up to its table of offsets, with the offset of each object. */
  readonly write: (header: string) => { readonly body: Buffer; readonly offsets: readonly (number | undefined)[] }
}

interface PdfObject {
  /** As in the file read; absent for a new one. */
  readonly raw?: { readonly start: number; readonly end: number }
  value?: PdfValue
  /** Bytes of a stream as they are stored. */
  stored?: Uint8Array
  changed?: boolean
}

/** Opens a file; undefined where its structure is not understood. */
export function openPdf(bytes: Buffer): PdfFile | undefined {
  const text = bytes.toString('latin1')
  const table = readTable(text)
  if (!table) return undefined
  const { objects, trailer } = table

  const load = (number: number): PdfObject => {
    const object = objects[number]
    if (!object) throw new SyntaxError(`There is no object ${number}`)
    if (object.value === undefined && object.raw) {
      const { start, end } = object.raw
      const source = text.slice(start, end)
      const parsed = parseValue(source, source.indexOf('obj') + 3)
      object.value = parsed.value
      const opening = /^\s*stream\r?\n/.exec(source.slice(parsed.end, parsed.end + 20))
      if (opening) {
        const from = start + parsed.end + opening[0].length
        object.stored = bytes.subarray(from, from + lengthOf(parsed.value))
      }
    }
    return object
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
  const edit = (number: number): Map<string, PdfValue> => {
    const object = load(number)
    if (!object.changed) object.value = new Map(dictionary(number))
    object.changed = true
    return object.value as Map<string, PdfValue>
  }
  return {
    trailer,
    dictionary,
    edit,
    read: number => (objects[number] ? load(number).value : undefined),
    replace: (number, value) => Object.assign(load(number), { value, changed: true }),
    add: (value, data) => {
      objects.push({ value, changed: true, ...(data ? store(value, data) : {}) })
      return { to: objects.length - 1 }
    },
    data: number => {
      const { value, stored } = load(number)
      const filter = isDictionary(value) ? value.get('Filter') : undefined
      if (!stored || (filter !== undefined && filter !== '/FlateDecode'))
        throw new SyntaxError(`The stream ${number} cannot be read`)
      return filter ? inflateSync(stored) : Buffer.from(stored)
    },
    replaceData: (number, data) => Object.assign(load(number), store(edit(number), data)),
    write: header => writeObjects(header, bytes, objects),
  }
}

/** A stream's dictionary and bytes. XMP is stored as it is, so that programs find it that know no PDF. */
function store(value: PdfValue, data: Uint8Array): Pick<PdfObject, 'value' | 'stored'> {
  const entries = new Map(isDictionary(value) ? value : [])
  const plain = entries.get('Type') === '/Metadata'
  const stored = plain ? data : deflateSync(data)
  if (!plain) entries.set('Filter', '/FlateDecode')
  return { value: entries.set('Length', String(stored.length)), stored }
}

function writeObjects(
  header: string,
  bytes: Buffer,
  objects: readonly (PdfObject | undefined)[],
): ReturnType<PdfFile['write']> {
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
  for (let number = 0; number < Number(count); number++) {
    const entry = text.slice(entries + number * 20, entries + number * 20 + 20)
    const [, offset = '', generation = '', kind] = /^(\d{10}) (\d{5}) ([nf])/.exec(entry) ?? []
    if (kind === undefined || (kind === 'n' && generation !== '00000')) return undefined
    offsets.push(kind === 'n' ? Number(offset) : undefined)
  }
  const ordered = [...offsets.filter(offset => offset !== undefined), from].sort((left, right) => left - right)
  const ends = new Map(ordered.map((offset, index) => [offset, ordered[index + 1] ?? offset]))
  const objects = offsets.map((offset): PdfObject | undefined =>
    offset === undefined ? undefined : { raw: { start: offset, end: ends.get(offset) ?? offset } },
  )
  const whole = objects.every((object, number) => {
    if (!object?.raw) return true
    const { start: begins, end } = object.raw
    return text.startsWith(`${number} 0 obj`, begins) && /endobj\s*$/.test(text.slice(Math.max(begins, end - 12), end))
  })
  return whole ? { objects, trailer } : undefined
}
