/**
 * Makes the finished files: each page as HTML, and as PDF beside it where its formats say so. The same pages give the
 * same bytes, in any order of printing and on any number of pages at once.
 */
import { createHash } from 'node:crypto'
import pLimit from 'p-limit'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Artifact, Page } from '../contract/page.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { noPdfCache, openPdfCache } from './cache-pdfs.ts'
import { identifyBrowser } from './find-browser.ts'
import { pdfCacheFolder } from './launch-browser.ts'
import { type Finisher, openFinisher } from './open-finisher.ts'
import { openPrinter, type Printer } from './open-printer.ts'

/** What a caller may bring. */
export interface RenderOptions {
  /** A printer opened before; the caller closes it. Without one, renderOutput opens and closes its own. */
  readonly printer?: Printer
  /** Called after each file, in the order in which they are ready. */
  readonly onProgress?: ((progress: { readonly done: number; readonly path: string }) => void) | undefined
}

/**
 * The artifacts of all pages, in the pages' order. Pages may come one by one: printing begins with the first, while the
 * others are being filled. Throws a ConfigError if a PDF is wanted and there is no browser.
 */
export async function renderOutput(
  pages: Iterable<Page> | AsyncIterable<Page>,
  config: Config,
  options: RenderOptions = {},
): Promise<Outcome<readonly Artifact[]>> {
  const wanted: Page[] = []
  const made = new Map<string, Artifact>()
  const unfinished = new Set<string>()
  let done = 0
  const add: Add = (artifact, isFinished = true) => {
    made.set(artifact.path, artifact)
    if (!isFinished) unfinished.add(artifact.path)
    // A picture comes with its PDF.
    if (artifact.mediaType === pictureType) return
    done += 1
    options.onProgress?.({ done, path: artifact.path })
  }
  const printer = options.printer ?? openPrinter(config)
  const finisher = openFinisher()
  try {
    await printAll(takePages(pages, wanted, add), config, printer, finisher, add)
  } finally {
    await finisher.close()
    if (!options.printer) await printer.close()
  }
  const value = wanted.flatMap(page =>
    page.formats
      .flatMap(format => (format === 'pdf' ? [pdfPath(page), picturePath(page)] : [page.path]))
      .flatMap(path => made.get(path) ?? []),
  )
  return {
    value,
    messages: wanted.flatMap(page => [
      ...checkLength(page, made.get(pdfPath(page))),
      ...checkFinish(pdfPath(page), unfinished),
    ]),
  }
}

/** Takes a file; a PDF that could not be finished is said. */
type Add = (artifact: Artifact, isFinished?: boolean) => void

/** Notes every page and makes its HTML; what is left to print comes through. */
async function* takePages(pages: Iterable<Page> | AsyncIterable<Page>, wanted: Page[], add: Add): AsyncGenerator<Page> {
  for await (const page of pages) {
    wanted.push(page)
    if (page.formats.includes('html')) add(htmlArtifact(page))
    if (page.formats.includes('pdf')) yield page
  }
}

async function printAll(
  pages: AsyncIterable<Page>,
  config: Config,
  printer: Printer,
  finisher: Finisher,
  add: Add,
): Promise<void> {
  const cache = config.cache ? await openPdfCache(pdfCacheFolder(config), identifyBrowser) : noPdfCache
  const limits = { jobs: config.jobs, seconds: config.limits.printSeconds }
  const read = async (page: Page) => {
    const [pdf, picture] = await Promise.all([cache.read(page.html), cache.read(pictureKey(page))])
    return pdf && picture ? { pdf, picture } : undefined
  }
  // A few are on their way at once, so that the browser need not wait for the next; all of them would be in memory twice.
  const inTurn = pLimit(2 * config.jobs)
  const print = async (page: Page) => {
    const printed = await inTurn(() => printer.print({ path: page.path, html: page.html }, limits))
    return { printed, kept: [cache.write(page.html, printed.pdf), cache.write(pictureKey(page), printed.picture)] }
  }
  const make = async (page: Page) => {
    const known = await read(page)
    const { printed, kept } = known ? { printed: known, kept: [] } : await print(page)
    add(pictureArtifact(page, printed.picture))
    await Promise.all([finishPage(page, printed.pdf, config, finisher, add), ...kept])
  }
  const work: Promise<void>[] = []
  let failed: { readonly reason: unknown } | undefined
  for await (const page of pages) {
    if (failed) break
    finisher.start()
    const made = make(page)
    made.catch(reason => {
      failed ??= { reason }
    })
    work.push(made)
  }
  await Promise.all(work)
  await cache.tidy()
}

function htmlArtifact(page: Page): Artifact {
  const bytes = Buffer.from(page.html, 'utf8')
  return { path: page.path, mediaType: 'text/html; charset=utf-8', bytes, sha256: sha256(bytes) }
}

async function finishPage(
  page: Page,
  printed: Uint8Array,
  config: Config,
  finisher: Finisher,
  add: Add,
): Promise<void> {
  const { bytes, pages, isComplete } = await finisher.finish(printed, page.metadata?.date ?? config.date, page)
  add({ path: pdfPath(page), mediaType: 'application/pdf', bytes, sha256: sha256(bytes), pages }, isComplete)
}

const pictureType = 'image/webp'

function pictureArtifact(page: Page, bytes: Uint8Array): Artifact {
  return { path: picturePath(page), mediaType: pictureType, bytes, sha256: sha256(bytes) }
}

/** Under which the picture of a page is kept beside its print. */
function pictureKey({ html }: Page): string {
  return `picture\n${html}`
}

function checkLength(page: Page, pdf: Artifact | undefined): VFileMessage[] {
  const { maxPages } = page
  const pages = pdf?.pages ?? 0
  if (maxPages === undefined || pages <= maxPages) return []
  return [
    createMessage('brief-fits', `The PDF has ${pages} pages, and its audience takes ${maxPages}`, {
      file: pdfPath(page),
    }),
  ]
}

function checkFinish(path: string, unfinished: ReadonlySet<string>): VFileMessage[] {
  if (!unfinished.has(path)) return []
  const reason = 'The PDF is not built as Chromium builds it, and has no metadata, links’ descriptions or data added'
  return [createMessage('pdf-is-finished', reason, { file: path })]
}

function pdfPath(page: Page): string {
  return page.path.replace(/\.html$/, '.pdf')
}

function picturePath(page: Page): string {
  return page.path.replace(/\.html$/, '.webp')
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
