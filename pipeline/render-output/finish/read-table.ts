/**
 * The table of offsets of a PDF as Skia writes it: one plain table at the end, no increments, no encryption (ISO 32000-1,
 * 7.5.4). A file is only understood if an object stands wherever the table says so.
 */
import { isDictionary, type PdfDictionary, parseValue } from './values.ts'

/** Where objects begin and end, by number; 0 for one that is not there. */
export interface ObjectTable {
  readonly starts: Float64Array
  readonly ends: Float64Array
  readonly trailer: PdfDictionary
}

/** Reads the table; undefined where there is none of this kind. */
export function readTable(text: string): ObjectTable | undefined {
  const [, start = ''] = /startxref\s+(\d+)\s+%%EOF\s*$/.exec(text.slice(-64)) ?? []
  const from = Number(start)
  const [head, first = '', length = ''] = /^xref\s+(\d+) (\d+)\s*\n/.exec(text.slice(from, from + 40)) ?? []
  if (head === undefined || start === '' || first !== '0') return undefined
  const entries = from + head.length
  const count = Number(length)
  const after = entries + count * 20
  if (!/^\s*trailer/.test(text.slice(after, after + 20))) return undefined
  const { value: trailer } = parseValue(text, text.indexOf('trailer', after) + 'trailer'.length)
  if (!isDictionary(trailer) || ['Prev', 'XRefStm', 'Encrypt'].some(key => trailer.has(key))) return undefined

  const starts = new Float64Array(count)
  for (let number = 0; number < count; number++) {
    // Ten digits, five digits, a letter.
    const at = entries + number * 20
    const kind = text[at + 17]
    if (kind !== 'f' && (kind !== 'n' || !text.startsWith('00000', at + 11))) return undefined
    if (kind === 'n') starts[number] = Number(text.slice(at, at + 10))
  }
  const ends = findEnds(starts, from)
  const stands = (begin: number, number: number) =>
    begin === 0 ||
    (text.startsWith(`${number} 0 obj`, begin) && /endobj\s*$/.test(text.slice((ends[number] ?? 0) - 9, ends[number])))
  return starts.every(stands) ? { starts, ends, trailer } : undefined
}

/** An object ends where the next begins, the last at the table. */
function findEnds(starts: Float64Array, table: number): Float64Array {
  const order = Uint32Array.from(starts.keys()).sort((left, right) => (starts[left] ?? 0) - (starts[right] ?? 0))
  const ends = new Float64Array(starts.length)
  for (const [index, number] of order.entries()) {
    const next = order[index + 1]
    ends[number] = next === undefined ? table : (starts[next] ?? table)
  }
  return ends
}
