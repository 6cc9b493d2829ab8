/**
 * What the thread that finishes PDFs answers: a print comes in, the finished file goes out. A file of its own because it
 * is where that thread begins.
 */
import type { Served } from '../threads/ask-thread.ts'
import type { PrintSource } from './finish/index.ts'
import { type FinishedPdf, finishPdf } from './finish-pdf.ts'

export { packError } from '../threads/pack-error.ts'

/** A print to be finished. */
export interface FinishQuestion {
  readonly printed: Uint8Array
  readonly date: string | null
  readonly source: PrintSource
}

/** Answers with the finished file. */
export function serve(): (question: FinishQuestion) => Promise<Served<FinishedPdf>> {
  return async ({ printed, date, source }) => {
    const finished = finishPdf(printed, date, source)
    // Handed over as they are where the file fills its memory, as all but the smallest do.
    const isWhole = finished.bytes.byteLength === finished.bytes.buffer.byteLength
    const bytes = isWhole ? finished.bytes : Uint8Array.from(finished.bytes)
    return { answer: { ...finished, bytes }, transfer: [bytes.buffer as ArrayBuffer] }
  }
}
