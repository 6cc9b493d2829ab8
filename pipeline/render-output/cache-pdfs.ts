/**
 * Keeps printed files between runs, by the content they were made from: the HTML, the browser and the options. What is
 * read back is checked against its hash by cacache; anything wrong with the cache is a miss.
 */
import { createHash } from 'node:crypto'
import type { BrowserHandle } from './launch-browser.ts'
import { pdfOptions } from './print-pages.ts'

/** A store of printed files, before they are finished. */
export interface PdfCache {
  readonly read: (html: string) => Promise<Uint8Array | undefined>
  readonly write: (html: string, pdf: Uint8Array) => Promise<void>
}

/** Opens the store in a folder for one browser. */
export async function openPdfCache(folder: string, browser: Pick<BrowserHandle, 'identity'>): Promise<PdfCache> {
  const { default: cacache } = await import('cacache')
  let identity: string | undefined
  const key = (html: string) => {
    // Asked for at the first page, as a run without PDFs needs no browser.
    identity ??= browser.identity()
    return createHash('sha256')
      .update(JSON.stringify([identity, pdfOptions]))
      .update('\0')
      .update(html)
      .digest('hex')
  }
  return {
    read: html =>
      cacache.get(folder, key(html)).then(
        entry => entry.data,
        () => undefined,
      ),
    write: async (html, pdf) => {
      await cacache.put(folder, key(html), pdf).catch(() => undefined)
    },
  }
}

/** A store that keeps nothing. */
export const noPdfCache: PdfCache = { read: async () => undefined, write: async () => undefined }
