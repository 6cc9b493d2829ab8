/**
 * Reads a PDF back with pdf.js: the runs of text of each page in the order in which they were painted. It runs in this
 * thread, as an edition's PDFs are the product's own.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One page: its runs of text. */
export type PrintedPage = readonly string[]

/** The pages of a PDF; undefined where it cannot be read. */
export async function readPrint(bytes: Uint8Array): Promise<readonly PrintedPage[] | undefined> {
  const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  const task = getDocument({
    data: new Uint8Array(bytes),
    cMapUrl: `${path.join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWorkerFetch: false,
    verbosity: 0,
  })
  try {
    const document = await task.promise
    const pages: PrintedPage[] = []
    for (let number = 1; number <= document.numPages; number += 1) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(items.flatMap(item => ('str' in item && item.str !== '' ? [item.str] : [])))
      page.cleanup()
    }
    return pages
  } catch {
    return undefined
  } finally {
    await task.destroy()
  }
}
