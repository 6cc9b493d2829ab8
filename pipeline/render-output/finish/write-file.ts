/**
 * Writes the objects of a PDF as a file: streams one after the other, all else packed into streams of objects, and a
 * stream that says where each is (ISO 32000-1, 7.5.7 and 7.5.8). A tagged file is nine thousand small objects, which so take
 * a seventh of the room, and no line each in a table.
 */
import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { deflate } from 'node:zlib'
import type { ObjectTable } from './read-table.ts'
import { isDictionary, PdfDictionary, type PdfValue, printValue } from './values.ts'

/** An object as it is read, or as it is to be written. */
export interface PdfObject {
  value: PdfValue
  /** Bytes of a stream as they are stored. */
  stored?: Uint8Array
  /** New bytes of a stream, not yet deflated. */
  data?: Uint8Array
}

/** The file as it was read: its bytes, the same as text with a character for each, and where its objects stand. */
export interface ReadFile {
  readonly bytes: Buffer
  readonly text: string
  readonly table: ObjectTable
}

/** How many objects are packed together: more would be no smaller, and slower to find one in. */
const packed = 500

// The fastest level but one: the usual takes three times as long, for a sixth less room.
const deflateApart = (data: Uint8Array | string) => promisify(deflate)(data, { level: 2 })

/**
 * The file with what was changed, by number, and the objects below `count`. Its identity is the hash of its content, twice,
 * as it has had no other before (ISO 32000-1, 14.4).
 */
export async function writeFile(
  read: ReadFile,
  changed: ReadonlyMap<number, PdfObject>,
  count: number,
  root: PdfValue,
  information: PdfValue,
): Promise<Buffer> {
  await Promise.all(Array.from(changed.values(), object => object.data && store(object, object.data)))
  const { streams, others } = listObjects(read, changed, count)
  const packs: (readonly [number, string])[][] = []
  for (let index = 0; index < others.length; index += packed) packs.push(others.slice(index, index + packed))
  const packedStreams = await Promise.all(packs.map(printPack))

  const table = count + packs.length
  const places = new PlaceList(table + 1)
  // The comment tells programs that transfer files that this one is not text.
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\xd3\xeb\xe9\xe1\n', 'latin1')]
  let length = 15
  const write = (number: number, ...bytes: Uint8Array[]) => {
    places.setOffset(number, length)
    for (const part of bytes) {
      parts.push(part)
      length += part.length
    }
  }
  for (const [number, bytes] of streams) write(number, ...bytes)
  for (const [index, stream] of packedStreams.entries()) {
    write(count + index, ...printStream(count + index, stream))
    for (const [place, [number]] of (packs[index] ?? []).entries()) places.setPacked(number, count + index, place)
  }
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  const identity = `<${hash.digest('hex').slice(0, 32).toUpperCase()}>`
  const start = length
  places.setOffset(table, start)
  const entries = new PdfDictionary([
    ['Type', '/XRef'],
    ['Size', String(table + 1)],
    ['W', ['1', '4', '2']],
    ['Root', root],
    ['Info', information],
    ['ID', [identity, identity]],
    [
      'DecodeParms',
      new PdfDictionary([
        ['Predictor', '12'],
        ['Columns', '7'],
      ]),
    ],
  ])
  write(table, ...printStream(table, await deflated(entries, places.predicted())))
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** Stores the bytes of a stream. XMP is stored as it is, so that programs find it that know no PDF. */
async function store(object: PdfObject, data: Uint8Array): Promise<void> {
  const entries = new PdfDictionary(isDictionary(object.value) ? object.value : [])
  const stream = entries.get('Type') === '/Metadata' ? { value: entries, stored: data } : await deflated(entries, data)
  object.stored = stream.stored
  object.value = entries.set('Length', String(stream.stored.length))
}

type Stream = Required<Pick<PdfObject, 'value' | 'stored'>>

async function deflated(entries: PdfDictionary, data: Uint8Array | string): Promise<Stream> {
  const stored = await deflateApart(data)
  return { value: entries.set('Filter', '/FlateDecode').set('Length', String(stored.length)), stored }
}

/** The objects that must stand by themselves as bytes, and the values of the others as text, by number. */
function listObjects(
  { bytes, text, table: { starts, ends } }: ReadFile,
  changed: ReadonlyMap<number, PdfObject>,
  count: number,
) {
  const streams: (readonly [number, readonly Uint8Array[]])[] = []
  const others: (readonly [number, string])[] = []
  for (let number = 1; number < count; number++) {
    const object = changed.get(number)
    const start = starts[number] ?? 0
    if (object?.stored) streams.push([number, printStream(number, { value: object.value, stored: object.stored })])
    else if (object) others.push([number, printValue(object.value)])
    else if (start > 0) {
      const end = text.lastIndexOf('endobj', ends[number])
      if (/endstream\s*$/.test(text.slice(end - 12, end))) streams.push([number, [bytes.subarray(start, ends[number])]])
      else others.push([number, text.slice(text.indexOf('obj', start) + 4, end)])
    }
  }
  return { streams, others }
}

/** Objects packed into a stream: pairs of number and offset, then the values. */
function printPack(objects: readonly (readonly [number, string])[]): Promise<Stream> {
  let at = 0
  let head = ''
  for (const [number, value] of objects) {
    head += `${number} ${at} `
    at += value.length + 1
  }
  const entries = new PdfDictionary([
    ['Type', '/ObjStm'],
    ['N', String(objects.length)],
    ['First', String(head.length)],
  ])
  return deflated(entries, Buffer.from(`${head}${objects.map(([, value]) => value).join('\n')}`, 'latin1'))
}

function printStream(number: number, { value, stored }: Stream): readonly Uint8Array[] {
  return [
    Buffer.from(`${number} 0 obj\n${printValue(value)} stream\n`, 'latin1'),
    stored,
    Buffer.from('\nendstream\nendobj\n', 'latin1'),
  ]
}

/** Bytes of an entry: what kind of place it is; the offset, or the number of the pack; the place in the pack. */
const width = 7

/** The places of all objects, for the stream that says them. What is not set is free. */
class PlaceList {
  readonly #bytes: Buffer
  readonly #size: number

  constructor(size: number) {
    this.#size = size
    this.#bytes = Buffer.alloc(size * width)
    this.#bytes.writeUInt16BE(0xffff, 5)
  }

  setOffset(number: number, offset: number): void {
    this.#bytes[number * width] = 1
    this.#bytes.writeUInt32BE(offset, number * width + 1)
  }

  setPacked(number: number, pack: number, place: number): void {
    this.#bytes[number * width] = 2
    this.#bytes.writeUInt32BE(pack, number * width + 1)
    this.#bytes.writeUInt16BE(place, number * width + 5)
  }

  /** Each entry as its difference to the one before, which is nearly always the same (ISO 32000-1, 7.4.4.4). */
  predicted(): Buffer {
    const rows = Buffer.alloc(this.#size * (width + 1))
    for (let row = 0; row < this.#size; row++) {
      rows[row * (width + 1)] = 2
      for (let column = 0; column < width; column++) {
        const at = row * width + column
        rows[at + row + 1] = (this.#bytes[at] ?? 0) - (row > 0 ? (this.#bytes[at - width] ?? 0) : 0)
      }
    }
    return rows
  }
}
