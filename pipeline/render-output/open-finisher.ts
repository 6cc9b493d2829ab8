/**
 * Finishes PDFs in a thread of their own: a long brief takes a tenth of a second, in which the next print would not be asked
 * for. The thread is started when there is something to print, and kept until it is closed.
 */
import { Worker } from 'node:worker_threads'
import type { PrintSource } from './finish/index.ts'
import type { FinishedPdf } from './finish-pdf.ts'

/** A thread that finishes PDFs. */
export interface Finisher {
  /** Starts the thread, so that it is there when the first print is. */
  readonly start: () => void
  /** As finishPdf. Rejects if the thread has ended. */
  readonly finish: (printed: Uint8Array, date: string | null, source: PrintSource) => Promise<FinishedPdf>
  readonly close: () => Promise<void>
}

type Answer = { readonly id: number } & ({ readonly finished: FinishedPdf } | { readonly error: unknown })

interface Waiting {
  readonly resolve: (finished: FinishedPdf) => void
  readonly reject: (reason: unknown) => void
}

/** A finisher whose thread is not yet started. */
export function openFinisher(): Finisher {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let count = 0
  let ended: { readonly reason: unknown } | undefined
  const fail = (reason: unknown) => {
    ended ??= { reason }
    for (const { reject } of waiting.values()) reject(reason)
    waiting.clear()
  }
  const start = () => {
    // A young generation that holds a whole file: else half the time goes into moving what is soon thrown away.
    const started = new Worker(new URL('./finish-thread.mjs', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: 96 },
    })
    started.on('message', (answer: Answer) => {
      const { resolve, reject } = waiting.get(answer.id) ?? {}
      waiting.delete(answer.id)
      if ('finished' in answer) resolve?.(answer.finished)
      else reject?.(answer.error)
    })
    started.on('error', fail)
    started.on('exit', () => fail(new Error('The thread that finishes PDFs ended early')))
    return started
  }
  return {
    start: () => {
      thread ??= start()
    },
    finish: (printed, date, { title, language, html, metadata }) =>
      new Promise((resolve, reject) => {
        if (ended) return reject(ended.reason)
        thread ??= start()
        const id = count++
        waiting.set(id, { resolve, reject })
        const source: PrintSource = { title, language, html, ...(metadata ? { metadata } : {}) }
        // A copy is handed over, as the print is kept: so it is copied once and not twice.
        const copy = Uint8Array.from(printed)
        thread.postMessage({ id, printed: copy, date, source }, [copy.buffer])
      }),
    close: async () => {
      await thread?.terminate()
    },
  }
}
