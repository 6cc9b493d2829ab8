/**
 * What the thread that prints answers: a document comes in, its print goes out, as many at once as there are jobs. A file
 * of its own because it is where that thread, which alone has the browser, begins.
 */
import type { Served } from '../threads/ask-thread.ts'
import { type BrowserConfig, openBrowser } from './launch-browser.ts'
import { createPrinting, type Printed, type PrintJob, type PrintLimits } from './print-pages.ts'

export { packError } from '../threads/pack-error.ts'

/** What the thread is started with. */
export interface PrintSetting {
  readonly config: BrowserConfig
  /** The folder for the browser's profile. */
  readonly profile: string
}

/** A document to print, or that the browser is to be closed. */
export type PrintQuestion = { readonly job: PrintJob; readonly limits: PrintLimits } | 'close'

/** The process of the browser, told to the main thread, which ends it where this one cannot; null once it has ended. */
export interface PrintNote {
  readonly running: number | null
}

/** Opens the browser, and answers with prints; with null once the browser is closed. */
export function serve(
  { config, profile }: PrintSetting,
  tell: (note: PrintNote) => void,
): (question: PrintQuestion) => Promise<Served<Printed | null>> {
  const guard = {
    profile: () => profile,
    running: (pid: number | null) => tell({ running: pid }),
    end: () => undefined,
  }
  const browser = openBrowser(config, guard)
  const print = createPrinting(browser.browser)
  return async question => {
    if (question === 'close') {
      await browser.close()
      return { answer: null }
    }
    const { pdf, picture } = await print(question.job, question.limits)
    const printed = { pdf: Uint8Array.from(pdf), picture: Uint8Array.from(picture) }
    return { answer: printed, transfer: [printed.pdf.buffer, printed.picture.buffer] }
  }
}
