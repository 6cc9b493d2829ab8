/**
 * Reads a PDF back with pdf.js: the runs of text of each page in the order in which they were painted. It runs in this
 * thread, as an edition's PDFs are the product's own.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** One page: its runs of text. */
export type PrintedPage = readonly string[]

/** A PDF as it was read. */
export interface ReadPrint {
  readonly pages: readonly PrintedPage[]
  /** The pages, from 1, that ids of links stand on. */
  readonly pageOf: ReadonlyMap<string, number>
  /** Notes that stand at the feet of pages. */
  readonly feet: readonly PrintedFoot[]
}

/** A note at the foot of a page, by the id that the print gives it. */
export interface PrintedFoot {
  readonly id: string
  /** The page that it is named for, and the one that it stands on, from 1. */
  readonly named: number
  readonly page: number
  /** What its citations lead to on the page in HTML. */
  readonly target: string
}

/** Reads a PDF and finds the pages of some ids; undefined where it cannot be read. */
export async function readPrint(bytes: Uint8Array, ids: readonly string[]): Promise<ReadPrint | undefined> {
  // Loaded when it is needed: it puts functions of its own in place of those that Node lacks, and a build would use them.
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs')
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
    const names = Object.keys((await document.getDestinations()) as Record<string, unknown>)
    const pageOf = await findPages(document, [...new Set([...ids, ...names])])
    return { pages, pageOf, feet: listFeet(pageOf) }
  } catch {
    return undefined
  } finally {
    await task.destroy()
  }
}

async function findPages(document: PDFDocumentProxy, ids: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const id of ids) {
    const destination = await document.getDestination(id)
    if (destination) found.set(id, (await document.getPageIndex(destination[0])) + 1)
  }
  return found
}

function listFeet(pageOf: ReadonlyMap<string, number>): readonly PrintedFoot[] {
  return [...pageOf].flatMap(([id, page]) => {
    const [, named, target] = /^foot-(\d+)-(.+)$/.exec(id) ?? []
    return named === undefined || target === undefined ? [] : [{ id, named: Number(named), page, target }]
  })
}
