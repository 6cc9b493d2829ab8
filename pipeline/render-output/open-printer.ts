/**
 * Prints documents in a thread of their own, which has the browser: what is said to the browser and heard from it step by
 * step would else wait whenever a stage keeps the main thread, and printing with it.
 */
import { openThread } from '../threads/ask-thread.ts'
import { guardBrowser } from './browser-process.ts'
import { type BrowserConfig, expectsPrints } from './launch-browser.ts'
import type { Printed, PrintJob, PrintLimits } from './print-pages.ts'
import type { PrintNote, PrintQuestion, PrintSetting } from './serve-printing.ts'

/** Prints documents. */
export interface Printer {
  /** Rejects with a document that fails twice, and with a ConfigError where there is no browser. */
  readonly print: (job: PrintJob, limits: PrintLimits) => Promise<Printed>
  /** Must be called in all cases; a browser never started costs nothing. */
  readonly close: () => Promise<void>
}

/**
 * Opens a printer. Its browser starts at once, so that it is warm when the first page is filled, unless a cache is there
 * that may hold every PDF already. Until it is closed, SIGINT, SIGTERM and SIGHUP end the process and leave nothing behind.
 */
export function openPrinter({ formats, cache, jobs, folders }: BrowserConfig): Printer {
  const guard = guardBrowser()
  const config: BrowserConfig = { formats, cache, jobs, folders: { cache: folders.cache } }
  let started = false
  const thread = openThread<PrintQuestion, Printed | null>({
    module: 'render-output/serve-printing',
    setting: (): PrintSetting => {
      started = true
      return { config, profile: guard.profile() }
    },
    onNote: note => guard.running((note as PrintNote).running),
  })
  if (expectsPrints(config)) thread.start()
  let closing: Promise<void> | undefined
  return {
    print: async (job, limits) => {
      if (closing) throw new Error(`${job.path} cannot be printed: the browser has been closed`)
      return (await thread.ask({ job, limits })) as Printed
    },
    close: () => {
      closing ??= (async () => {
        try {
          // The thread may have ended by itself.
          if (started) await thread.ask('close').catch(() => undefined)
          await thread.end()
        } finally {
          guard.end()
        }
      })()
      return closing
    },
  }
}
