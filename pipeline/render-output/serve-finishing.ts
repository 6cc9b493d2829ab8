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
    const finished = await finishPdf(printed, date, source)
    const bytes = Uint8Array.from(finished.bytes)
    return { answer: { ...finished, bytes }, transfer: [bytes.buffer] }
  }
}
