/**
 * Makes a PDF the same whenever it is printed: Chromium writes the clock into it, and numbers its structure elements on
 * from what the page printed before. Both are overwritten in place with as many bytes, so that no offset moves. What the
 * page is known to be is then added by finish/; a file that is not understood there stays as it is.
 */
import { completePdf, type PrintSource } from './finish/index.ts'

/** A finished PDF. */
export interface FinishedPdf {
  readonly bytes: Uint8Array
  readonly pages: number
  /** Whether the file was understood, and has all that finish/ adds. */
  readonly isComplete: boolean
}

/**
 * Sets the dates of a PDF from Chromium to `date` (ISO 8601, midnight UTC; the first day of 1970 where there is none)
 * and numbers its structure ids from 0 in their own order, which the tree of ids depends on (ISO 32000-1, 7.9.6).
 */
export function finishPdf(printed: Uint8Array, date: string | null, source?: PrintSource): FinishedPdf {
  const bytes = Buffer.from(printed)
  const day = (date ?? '1970-01-01').replaceAll('-', '').padEnd(8, '01').slice(0, 8)
  for (const key of ['/CreationDate (D:', '/ModDate (D:'])
    for (const { at } of findDigits(bytes, key, 14)) bytes.write(`${day}000000`, at, 'latin1')
  const nodes = findDigits(bytes, '(node').filter(({ at, digits }) => bytes[at + digits.length] === 0x29 /* ) */)
  const order = [...new Set(nodes.map(({ digits }) => digits))].sort(byNumber)
  const numbers = new Map(order.map((digits, index) => [digits, String(index).padStart(digits.length, '0')]))
  for (const { at, digits } of nodes) bytes.write(numbers.get(digits) ?? digits, at, 'latin1')
  const complete = source && completeOrLeave(bytes, source, day.replace(/^(\d{4})(\d\d)/, '$1-$2-'))
  if (complete) return { ...complete, isComplete: true }
  return { bytes, pages: bytes.toString('latin1').match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0, isComplete: false }
}

/** The digits right behind every `key`, `length` of them where it is given, and where they stand. */
function findDigits(bytes: Buffer, key: string, length?: number): { readonly at: number; readonly digits: string }[] {
  const found: { at: number; digits: string }[] = []
  for (let place = bytes.indexOf(key); place >= 0; place = bytes.indexOf(key, place + 1)) {
    const at = place + key.length
    const digits = /^\d*/.exec(bytes.toString('latin1', at, at + (length ?? 20)))?.[0] ?? ''
    if (length === undefined ? digits !== '' : digits.length === length) found.push({ at, digits })
  }
  return found
}

/** Undefined where the file breaks off or is not what it says it is. */
function completeOrLeave(bytes: Buffer, source: PrintSource, date: string): ReturnType<typeof completePdf> {
  try {
    return completePdf(bytes, source, date)
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code?.startsWith('Z_')) return undefined
    throw error
  }
}

function byNumber(left: string, right: string): number {
  return Number(left) - Number(right)
}
