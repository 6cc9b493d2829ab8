/**
 * Finishes PDFs in a thread of their own: a long brief takes a tenth of a second, in which nothing else would be done.
 * The thread is started when there is something to print, and kept until it is closed.
 */
import { openThread } from '../threads/ask-thread.ts'
import type { PrintSource } from './finish/index.ts'
import type { FinishedPdf } from './finish-pdf.ts'
import type { FinishQuestion } from './serve-finishing.ts'

/** A thread that finishes PDFs. */
export interface Finisher {
  /** Starts the thread, so that it is there when the first print is. */
  readonly start: () => void
  /** As finishPdf. Rejects if the thread has ended. */
  readonly finish: (printed: Uint8Array, date: string | null, source: PrintSource) => Promise<FinishedPdf>
  readonly close: () => Promise<void>
}

/** A finisher whose thread is not yet started. */
export function openFinisher(): Finisher {
  const thread = openThread<FinishQuestion, FinishedPdf>({
    module: 'render-output/serve-finishing',
    // A young generation that holds a whole file: else half the time goes into moving what is soon thrown away.
    resourceLimits: { maxYoungGenerationSizeMb: 96 },
  })
  return {
    start: thread.start,
    finish: (printed, date, { title, language, html, metadata }) => {
      const source = { title, language, html, ...(metadata ? { metadata } : {}) }
      // A copy is handed over, as the print is kept: so it is copied once and not twice.
      const copy = Uint8Array.from(printed)
      return thread.ask({ printed: copy, date, source }, [copy.buffer])
    },
    close: thread.end,
  }
}
