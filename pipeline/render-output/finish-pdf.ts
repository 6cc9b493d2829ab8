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
}

/**
 * Sets the dates of a PDF from Chromium to `date` (ISO 8601, midnight UTC; the first day of 1970 where there is none)
 * and numbers its structure ids from 0 in their own order, which the tree of ids depends on (ISO 32000-1, 7.9.6).
 */
export async function finishPdf(printed: Uint8Array, date: string | null, source?: PrintSource): Promise<FinishedPdf> {
  const bytes = Buffer.from(printed)
  // One byte a character: an index in the text is an offset in the file.
  const text = bytes.toString('latin1')
  const day = (date ?? '1970-01-01').replaceAll('-', '').padEnd(8, '01').slice(0, 8)
  const isoDay = day.replace(/^(\d{4})(\d\d)/, '$1-$2-')
  for (const match of text.matchAll(/\/(?:CreationDate|ModDate) \(D:(\d{14})/g)) {
    bytes.write(`${day}000000`, match.index + match[0].length - 14, 'latin1')
  }
  const nodes = [...text.matchAll(/\(node(\d+)\)/g)]
  const order = [...new Set(nodes.map(([, digits = '']) => digits))].sort(byNumber)
  const numbers = new Map(order.map((digits, index) => [digits, String(index).padStart(digits.length, '0')]))
  for (const { 1: digits = '', index } of nodes)
    bytes.write(numbers.get(digits) ?? digits, index + '(node'.length, 'latin1')
  const complete = source && (await completeOrLeave(bytes, source, isoDay))
  return { bytes: complete ?? bytes, pages: text.match(/\/Type ?\/Page\b(?!s)/g)?.length ?? 0 }
}

/** Undefined where the file breaks off or is not what it says it is. */
async function completeOrLeave(bytes: Buffer, source: PrintSource, date: string): Promise<Buffer | undefined> {
  try {
    return await completePdf(bytes, source, date)
  } catch (error) {
    if (error instanceof SyntaxError || (error as NodeJS.ErrnoException).code?.startsWith('Z_')) return undefined
    throw error
  }
}

function byNumber(left: string, right: string): number {
  return Number(left) - Number(right)
}
