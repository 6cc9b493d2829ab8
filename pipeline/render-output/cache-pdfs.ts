/**
 * Keeps printed files between runs, by the content they were made from: the HTML, the browser and the options. What is
 * read back is checked against its hash by cacache; anything wrong with the cache is a miss. What was written 30 days ago
 * is removed, which is looked for once a day.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { pdfOptions } from './print-pages.ts'

/** To be raised with any change in how contents are numbered or notes put on pages: part of the key. */
const composition = 1

/** A store of printed files, before they are finished. */
export interface PdfCache {
  readonly read: (html: string) => Promise<Uint8Array | undefined>
  readonly write: (html: string, pdf: Uint8Array) => Promise<void>
  /** Removes what is old; to be called last, and at most once a day it does something. */
  readonly tidy: () => Promise<void>
}

/** Opens the store in a folder for one browser, which `identify` tells from others. */
export async function openPdfCache(folder: string, identify: () => string): Promise<PdfCache> {
  const { default: cacache } = await import('cacache')
  let identity: string | undefined
  const key = (html: string) => {
    // Asked for at the first page, as a run without PDFs needs no browser.
    identity ??= identify()
    return createHash('sha256')
      .update(JSON.stringify([identity, pdfOptions, composition]))
      .update('\0')
      .update(html)
      .digest('hex')
  }
  return {
    read: html =>
      cacache.get(folder, key(html)).then(
        entry => new Uint8Array(entry.data),
        () => undefined,
      ),
    write: async (html, pdf) => {
      await cacache.put(folder, key(html), pdf).catch(() => undefined)
    },
    tidy: async () => {
      if (!existsSync(folder)) return
      const last = await cacache.verify.lastRun(folder).then(Number, () => 0)
      if (Date.now() - last < day) return
      const isYoung = (entry: unknown) => Date.now() - (entry as { time: number }).time < 30 * day
      // The types want a text where the library calls a function.
      const options = { filter: isYoung as unknown as string }
      await cacache.verify(folder, options).catch(() => undefined)
    },
  }
}

const day = 24 * 60 * 60 * 1000

/** A store that keeps nothing. */
export const noPdfCache: PdfCache = {
  read: async () => undefined,
  write: async () => undefined,
  tidy: async () => undefined,
}
