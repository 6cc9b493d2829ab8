/**
 * A finished PDF with its objects unpacked and one plain table, as text can be looked for in it: a reader of object streams and
 * of the table of places (ISO 32000-1, 7.5.7 and 7.5.8) that knows nothing of how they were written.
 */
import { inflateSync } from 'node:zlib'
import { addTable } from './render-output/finish/small-pdf.ts'

/** Unpacks a file; throws where an object is not where the table says. */
export function unpackPdf(bytes: Uint8Array): Buffer {
  const file = Buffer.from(bytes)
  const text = file.toString('latin1')
  const streamAt = (offset: number) => {
    const end = text.indexOf(' stream\n', offset)
    const head = text.slice(offset, end)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const after = end + ' stream\n'.length + length
    if (!text.startsWith('\nendstream\nendobj\n', after)) throw new Error(`No stream ends at ${after}`)
    const whole = file.subarray(offset, after + '\nendstream\nendobj\n'.length)
    return { head, whole, data: () => inflateSync(file.subarray(after - length, after)) }
  }
  const table = streamAt(Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]))
  const places = undoPrediction(table.data())
  const packs = new Map<number, readonly string[]>()
  const packed = (number: number): readonly string[] => {
    const known = packs.get(number) ?? unpack(streamAt(places[number]?.[1] ?? 0))
    packs.set(number, known)
    return known
  }
  const parts: Buffer[] = [Buffer.from(text.slice(0, 15), 'latin1')]
  const offsets: (number | undefined)[] = []
  let length = 15
  for (const [number, [kind, where, index]] of places.entries()) {
    const stream = kind === 1 ? streamAt(where) : undefined
    if (kind === 0 || /\/Type \/(?:ObjStm|XRef)\b/.test(stream?.head ?? '')) {
      offsets.push(undefined)
      continue
    }
    if (stream && !stream.head.startsWith(`${number} 0 obj\n`)) throw new Error(`Object ${number} is not at ${where}`)
    const object = stream?.whole ?? Buffer.from(findPacked(packed(where), number, index), 'latin1')
    offsets.push(length)
    parts.push(object)
    length += object.length
  }
  const root = Number(/\/Root (\d+) 0 R/.exec(table.head)?.[1])
  const identity = /\/ID \[[^\]]*\]/.exec(table.head)?.[0] ?? ''
  return addTable(Buffer.concat(parts), offsets, root, `\n${identity}`)
}

function findPacked(objects: readonly string[], number: number, index: number): string {
  const object = objects[index] ?? ''
  if (!object.startsWith(`${number} 0 obj\n`)) throw new Error(`Object ${number} is not the ${index}th of its stream`)
  return object
}

function unpack({ head, data }: { readonly head: string; readonly data: () => Buffer }): readonly string[] {
  const text = data().toString('latin1')
  const first = Number(/\/First (\d+)/.exec(head)?.[1])
  const pairs = [...text.slice(0, first).matchAll(/(\d+) (\d+)/g)].map(([, number, at]) => [Number(number), Number(at)])
  if (pairs.length !== Number(/\/N (\d+)/.exec(head)?.[1])) throw new Error('An object stream has another number')
  return pairs.map(([number, at = 0], index) => {
    const end = pairs[index + 1]?.[1]
    const value = text.slice(first + at, end === undefined ? undefined : first + end).trim()
    return `${number} 0 obj\n${value}\nendobj\n`
  })
}

type Place = readonly [kind: number, where: number, index: number]

/** Rows of seven bytes, each written as its difference to the row above. */
function undoPrediction(rows: Buffer): readonly Place[] {
  const places: Place[] = []
  const row = Buffer.alloc(7)
  for (let at = 0; at < rows.length; at += 8) {
    for (let column = 0; column < 7; column++) row[column] = (row[column] ?? 0) + (rows[at + 1 + column] ?? 0)
    places.push([row[0] ?? 0, row.readUInt32BE(1), row.readUInt16BE(5)])
  }
  return places
}
