/**
 * Writes the objects of a PDF as a file: streams one after the other, all else packed into streams of objects, and a
 * stream that says where each is (ISO 32000-1, 7.5.7 and 7.5.8). A tagged file is nine thousand small objects, which so take
 * a seventh of the room, and no line each in a table.
 */
import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import type { ObjectTable } from './read-table.ts'
import { isDictionary, PdfDictionary, type PdfValue, printValue } from './values.ts'

/** An object as it is read, or as it is to be written. */
export interface PdfObject {
  readonly value: PdfValue
  /** Bytes of a stream as they are stored. */
  readonly stored?: Uint8Array
}

type Stream = Required<PdfObject>

/** The file as it was read: its bytes, the same as text with a character for each, and where its objects stand. */
export interface ReadFile {
  readonly bytes: Buffer
  readonly text: string
  readonly table: ObjectTable
}

/** How many objects are packed together: more would be no smaller, and slower to find one in. */
const packed = 500

/**
 * A stream of new bytes with the entries of an old one. XMP is stored as it is, so that programs find it that know no PDF.
 * All else is deflated at the fastest level but one, as the usual takes three times as long for a sixth less room; and in
 * this thread, as handing a page to another takes nearly as long as deflating it.
 */
export function storeData(value: PdfValue, data: Uint8Array): Stream {
  const entries = new PdfDictionary(isDictionary(value) ? value : [])
  const isPlain = entries.get('Type') === '/Metadata'
  const stored = isPlain ? data : deflateSync(data, { level: 2 })
  if (!isPlain) entries.set('Filter', '/FlateDecode')
  return { value: entries.set('Length', String(stored.length)), stored }
}

/**
 * The file with what was changed, by number, and the objects below `count`. Its identity is the hash of its content, twice,
 * as it has had no other before (ISO 32000-1, 14.4).
 */
export function writeFile(
  read: ReadFile,
  changed: ReadonlyMap<number, PdfObject>,
  count: number,
  root: PdfValue,
  information: PdfValue,
): Buffer {
  const { apart, others } = listObjects(read, changed, count)
  const packs: Packed[] = []
  for (let index = 0; index < others.numbers.length; index += packed)
    packs.push({
      numbers: others.numbers.slice(index, index + packed),
      values: others.values.slice(index, index + packed),
    })
  const packedStreams = packs.map(packObjects)

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
  for (const [number, pieces] of apart) write(number, ...pieces)
  for (const [index, stream] of packedStreams.entries()) {
    write(count + index, ...printStream(count + index, stream))
    for (const [place, number] of (packs[index]?.numbers ?? []).entries())
      places.setPacked(number, count + index, place)
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
  write(table, ...printStream(table, storeData(entries, places.predicted())))
  parts.push(Buffer.from(`startxref\n${start}\n%%EOF\n`, 'latin1'))
  return Buffer.concat(parts)
}

/** Values without streams, and the numbers of their objects. */
interface Packed {
  readonly numbers: readonly number[]
  readonly values: readonly string[]
}

/** The objects that must stand by themselves, as bytes, and all others, as text. */
function listObjects(
  { bytes, text, table: { starts, ends } }: ReadFile,
  changed: ReadonlyMap<number, PdfObject>,
  count: number,
) {
  const apart: (readonly [number, Pieces])[] = []
  const numbers: number[] = []
  const values: string[] = []
  for (let number = 1; number < count; number++) {
    const object = changed.get(number)
    const [start, end] = [starts[number] ?? 0, ends[number] ?? 0]
    if (object?.stored) apart.push([number, printStream(number, { value: object.value, stored: object.stored })])
    else if (!object && text.startsWith('endstream', end - 9))
      apart.push([number, printObject(number, bytes.subarray(start, end))])
    else if (object || start > 0) {
      numbers.push(number)
      values.push(object ? printValue(object.value) : text.slice(start, end))
    }
  }
  return { apart, others: { numbers, values } }
}

/** Objects packed into a stream: pairs of number and offset, then the values. */
function packObjects({ numbers, values }: Packed): Stream {
  let at = 0
  let head = ''
  for (const [index, value] of values.entries()) {
    head += `${numbers[index]} ${at} `
    at += value.length + 1
  }
  const entries = new PdfDictionary([
    ['Type', '/ObjStm'],
    ['N', String(numbers.length)],
    ['First', String(head.length)],
  ])
  return storeData(entries, Buffer.from(`${head}${values.join('\n')}`, 'latin1'))
}

/** Bytes that stand one after the other. */
type Pieces = readonly Uint8Array[]

function printStream(number: number, { value, stored }: Stream): Pieces {
  return [Buffer.from(`${number} 0 obj\n${printValue(value)} stream\n`, 'latin1'), stored, endOfStream]
}

function printObject(number: number, value: Uint8Array): Pieces {
  return [Buffer.from(`${number} 0 obj\n`, 'latin1'), value, endOfObject]
}

const endOfStream = Buffer.from('\nendstream\nendobj\n')
const endOfObject = Buffer.from('\nendobj\n')

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
