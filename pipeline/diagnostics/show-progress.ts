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
  readonly fileMade: (file: { readonly done: number; readonly path: string }) => void
  readonly linkAsked: (done: number, total: number, url: string) => void
}

/** A display that measures the time between the stages' ends. */
export function createProgress({ write, interactive, quiet }: ProgressOptions): Progress {
  let last = performance.now()
  const clear = interactive ? '\r\u001b[K' : ''
  const showStep = (stage: string, done: string, what: string) => {
    if (interactive && !quiet) write(`${clear}  ${stage.padEnd(20)} ${done}  ${what}`)
  }
  return {
    stageEnded: (name, detail) => {
      const now = performance.now()
      const time = `${Math.round(now - last)} ms`
      last = now
      if (!quiet) write(`${clear}  ${name.padEnd(20)} ${detail.padEnd(44)} ${time.padStart(8)}\n`)
    },
    fileMade: ({ done, path }) => showStep('render-output', String(done), path),
    linkAsked: (done, total, url) => showStep('check-links', `${done}/${total}`, url.slice(0, 60)),
  }
}
