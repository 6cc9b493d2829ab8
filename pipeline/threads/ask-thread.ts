/**
 * A thread that answers questions, as the thread that asks sees it: it is started at the first question or before, and
 * what it cannot answer rejects. answer-thread.mjs is its other end.
 */
import { type Transferable, Worker, type WorkerOptions } from 'node:worker_threads'
import { type PackedError, unpackError } from './pack-error.ts'

/** A thread for one kind of question. */
export interface Thread<Question, Answer> {
  /** Starts the thread, so that it is there when the first question is. */
  readonly start: () => void
  /** Hands `transfer` over with the question. Rejects with what answering threw, and if the thread has ended. */
  readonly ask: (question: Question, transfer?: readonly Transferable[]) => Promise<Answer>
  /** Must be called in all cases; a thread never started costs nothing. */
  readonly end: () => Promise<void>
}

/** What answers, and how its thread is started. */
export interface ThreadSettings extends Pick<WorkerOptions, 'resourceLimits'> {
  /** Path of a file in pipeline/, without its ending; it exports `serve`, and `packError` of this folder. */
  readonly module: string
  /** What `serve` is called with, asked for when the thread starts. */
  readonly setting?: () => unknown
  /** Told what is no answer. */
  readonly onNote?: (note: unknown) => void
}

/** What a module's `serve` gives for a question; `transfer` are buffers that the thread hands over instead of copying. */
export interface Served<Answer> {
  readonly answer: Answer
  readonly transfer?: readonly Transferable[]
}

type Message<Answer> =
  | { readonly id: number; readonly answer: Answer }
  | { readonly id: number; readonly failure: PackedError }
  | { readonly note: unknown }

interface Waiting<Answer> {
  readonly resolve: (answer: Answer) => void
  readonly reject: (reason: unknown) => void
}

/** A thread that is not yet started. */
export function openThread<Question, Answer>(settings: ThreadSettings): Thread<Question, Answer> {
  const { module, setting, onNote, ...limits } = settings
  const waiting = new Map<number, Waiting<Answer>>()
  let worker: Worker | undefined
  let count = 0
  let ended: { readonly reason: unknown } | undefined
  const fail = (reason: unknown) => {
    ended ??= { reason }
    for (const { reject } of waiting.values()) reject(ended.reason)
    waiting.clear()
  }
  const listen = (message: Message<Answer>) => {
    if ('note' in message) return onNote?.(message.note)
    const { resolve, reject } = waiting.get(message.id) ?? {}
    waiting.delete(message.id)
    if ('answer' in message) resolve?.(message.answer)
    else reject?.(unpackError(message.failure))
  }
  const start = () => {
    if (worker || ended) return
    worker = new Worker(new URL('./answer-thread.mjs', import.meta.url), {
      ...limits,
      workerData: { module, setting: setting?.() },
    })
    worker.on('message', listen)
    worker.on('error', fail)
    worker.on('exit', () => fail(new Error(`The thread of ${module} ended early`)))
  }
  return {
    start,
    ask: (question, transfer = []) =>
      new Promise((resolve, reject) => {
        start()
        if (ended) return reject(ended.reason)
        const id = count++
        waiting.set(id, { resolve, reject })
        worker?.postMessage({ id, question }, transfer)
      }),
    end: async () => {
      ended ??= { reason: new Error(`The thread of ${module} has been ended`) }
      await worker?.terminate()
    },
  }
}
