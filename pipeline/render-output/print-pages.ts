/**
 * Prints HTML to PDF in one warm browser, on as many pages as there are jobs, each used again and again: opening one
 * costs more than a short print. A page that failed is thrown away. Nothing a printed document holds is run or fetched.
 */
import pLimit from 'p-limit'
import type { Browser, Page as BrowserPage, CDPSession, PDFOptions } from 'puppeteer-core'
import { ConfigError } from '../diagnostics/config-error.ts'
import { once } from '../tree/once.ts'
import { printNumbered } from './number-contents.ts'
import { asksForPageNotes, printWithPageNotes } from './page-notes/index.ts'
import { pictureFirstPage, prepareForPictures } from './picture-page.ts'

/** What a print is made with; part of the key under which it is kept. */
export const pdfOptions = {
  format: 'A4',
  preferCSSPageSize: true,
  printBackground: true,
  tagged: true,
  outline: true,
} as const satisfies PDFOptions

/** One document to print. */
export interface PrintJob {
  /** For messages. */
  readonly path: string
  readonly html: string
}

/** A document on paper, and its first page as a picture (WebP). */
export interface Printed {
  readonly pdf: Uint8Array
  readonly picture: Uint8Array
}

/** Limits of a run. */
export interface PrintLimits {
  /** Documents printed at once. */
  readonly jobs: number
  /** For each. */
  readonly seconds: number
}

/**
 * What prints documents in the browser that `open` gives, as many at once as the limits of each allow, the others in turn.
 * A document that fails twice rejects.
 */
export function createPrinting(open: () => Promise<Browser>): (job: PrintJob, limits: PrintLimits) => Promise<Printed> {
  const idle: ReadyPage[] = []
  const take = async (browser: Browser) =>
    idle.pop() ?? warmPages.get(browser)?.pop() ?? (await preparePage(await openPage(browser)))
  const printOne = async (job: PrintJob, seconds: number) => {
    const browser = await open()
    for (let attempt = 1; ; attempt++) {
      let ready: ReadyPage | undefined
      try {
        ready = await take(browser)
        const printed = await within(seconds, print(ready, job))
        idle.push(ready)
        return printed
      } catch (cause) {
        ready?.page.close().catch(() => undefined)
        if (cause instanceof ConfigError) throw cause
        if (attempt === 2 || !browser.connected)
          throw new Error(`Printing ${job.path} failed: ${message(cause)}`, { cause })
      }
    }
  }
  const queueOf = once((jobs: number) => pLimit(jobs))
  return (job, { jobs, seconds }) => queueOf(jobs)(() => printOne(job, seconds))
}

/** A page of the browser that is printed on again and again. */
interface ReadyPage {
  readonly page: BrowserPage
  readonly session: CDPSession
  prints: number
}

/** What warmUp has made ready and nothing has used yet. */
const warmPages = new WeakMap<Browser, ReadyPage[]>()

/**
 * Opens pages, one a job but few, and prints nothing on each, which the first prints then need not wait for. More than a
 * few would be slower to open than to use again.
 */
export async function warmUp(browser: Browser, jobs: number): Promise<void> {
  const pages = await Promise.all(Array.from({ length: Math.min(jobs, 4) }, () => openPage(browser)))
  await Promise.all(pages.map(page => page.pdf({ ...pdfOptions, timeout: 0 })))
  warmPages.set(browser, await Promise.all(pages.map(preparePage)))
}

/** A page in a window of its own: a tab behind another draws nothing in a full browser, and no picture of it ever comes. */
function openPage(browser: Browser): Promise<BrowserPage> {
  return browser.newPage({ type: 'window' })
}

/** Makes a page of the browser ready to print on. */
export async function preparePage(page: BrowserPage): Promise<ReadyPage> {
  // Functions that are sent to the page call it where tsx has loaded them.
  await page.evaluate('globalThis.__name ??= value => value')
  await page.setJavaScriptEnabled(false)
  const session = await page.createCDPSession()
  await prepareForPictures(session)
  return { page, session, prints: 0 }
}

async function print(ready: ReadyPage, job: PrintJob): Promise<Printed> {
  const { page, session } = ready
  const pdf = await printPdf(page, job)
  const picture = await pictureFirstPage(session)
  ready.prints++
  // Keeps memory level over a long run; visiting about:blank instead makes it grow.
  if (ready.prints % 10 === 0) await session.send('HeapProfiler.collectGarbage')
  return { pdf, picture }
}

/** One document on paper, in as many prints as it takes, on a page that runs no scripts. */
export async function printPdf(page: BrowserPage, { path, html }: PrintJob): Promise<Uint8Array> {
  await page.setContent(withoutRefresh(html), { timeout: 0 })
  // A page that has gone elsewhere has an origin, and could read what it names.
  if (page.url() !== 'about:blank') throw new Error(`${path} left its page for ${page.url()}`)
  const options = { ...pdfOptions, timeout: 0 }
  const printOut = () => (html.includes('data-page-of=') ? printNumbered(page, path, options) : page.pdf(options))
  return asksForPageNotes(html) ? printWithPageNotes(page, path, printOut) : printOut()
}

/**
 * Disarms the one way for a page without scripts to send itself elsewhere, `<meta http-equiv="refresh">` in any spelling:
 * a name of an attribute knows no character references, so it is another name then, while words show as before.
 */
function withoutRefresh(html: string): string {
  return html.replaceAll(/http-equiv/gi, name => name.replace('-', '&#45;'))
}

async function within<T>(seconds: number, task: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${seconds} s`)), seconds * 1000)
  })
  try {
    return await Promise.race([task, late])
  } finally {
    clearTimeout(timer)
    task.catch(() => undefined)
  }
}

function message(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause)
}
