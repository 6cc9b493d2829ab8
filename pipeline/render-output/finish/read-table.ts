/**
 * The table of offsets of a PDF as Skia writes it: one plain table at the end, no increments, no encryption (ISO 32000-1,
 * 7.5.4). A file is only understood if an object stands wherever the table says so.
 */
import { readDigits } from './read-entries.ts'
import { isSpace, skipSpace } from './tokens.ts'
import { isDictionary, type PdfDictionary, parseValue } from './values.ts'

/** Where the values of objects begin and end, by number; 0 for one that is not there. */
export interface ObjectTable {
  /** After `12 0 obj` and white space. */
  readonly starts: Float64Array
  /** Before `endobj` and white space; of a stream, after `endstream`. */
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
    if (kind === 'n') starts[number] = readDigits(text, at)
  }
  const ends = findEnds(starts, from)
  for (let number = 0; number < count; number++) {
    const start = starts[number] ?? 0
    if (start === 0) continue
    const value = startOfValue(text, start, number)
    const end = endOfValue(text, ends[number] ?? 0)
    if (value < 0 || end < value) return undefined
    starts[number] = value
    ends[number] = end
  }
  return { starts, ends, trailer }
}

/** An object ends where the next begins, the last at the table. */
function findEnds(starts: Float64Array, table: number): Float64Array {
  // Sorted as numbers, each with that of its object behind it: thousands of calls to compare two would take far longer.
  const order = starts.map((start, number) => start * starts.length + number).sort()
  const ends = new Float64Array(starts.length)
  for (let index = 0; index < order.length; index++) {
    const next = order[index + 1]
    ends[(order[index] ?? 0) % starts.length] = next === undefined ? table : Math.floor(next / starts.length)
  }
  return ends
}

/** The index after `12 0 obj` and white space; -1 where another object begins, or none. */
function startOfValue(text: string, start: number, number: number): number {
  if (readDigits(text, start) !== number) return -1
  const at = start + String(number).length
  return text.startsWith(' 0 obj', at) ? skipSpace(text, at + 6) : -1
}

/** The index before `endobj` and white space; -1 where the object has no end. */
function endOfValue(text: string, end: number): number {
  const at = endOfText(text, end) - 6
  return text.startsWith('endobj', at) ? endOfText(text, at) : -1
}

/** The index before white space. */
function endOfText(text: string, end: number): number {
  let at = end
  while (isSpace(text.charCodeAt(at - 1))) at--
  return at
}
