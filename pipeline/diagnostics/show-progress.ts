/**
 * Progress for the person who waits: a line for each stage that has ended, and on a terminal the file being made.
 */

export interface ProgressOptions {
  readonly write: (text: string) => void
  /** Whether a line can be written over. */
  readonly interactive: boolean
  readonly quiet: boolean
}

/** Told what happens in a run while it happens. */
export interface Progress {
  readonly stageEnded: (name: string, detail: string) => void
  readonly fileMade: (done: number, total: number, path: string) => void
}

/** A display that measures the time between the stages' ends. */
export function createProgress({ write, interactive, quiet }: ProgressOptions): Progress {
  let last = performance.now()
  const clear = interactive ? '\r\u001b[K' : ''
  return {
    stageEnded: (name, detail) => {
      const now = performance.now()
      const time = `${Math.round(now - last)} ms`
      last = now
      if (!quiet) write(`${clear}  ${name.padEnd(20)} ${detail.padEnd(44)} ${time.padStart(8)}\n`)
    },
    fileMade: (done, total, path) => {
      if (interactive && !quiet) write(`${clear}  render-output        ${done}/${total}  ${path}`)
    },
  }
}
