/**
 * Prints truth documents to PDF with the pipeline's own browser and says what a perfect reader would find in them.
 * What was printed is kept under node_modules/.cache by what it was made of, so that a second run prints nothing.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../../../../pipeline/contract/config.ts'
import { loadFonts } from '../../../../pipeline/fill-templates/load-fonts.ts'
import { identifyBrowser } from '../../../../pipeline/render-output/find-browser.ts'
import { type BrowserHandle, openBrowser } from '../../../../pipeline/render-output/launch-browser.ts'
import { type Expected, expectTruth } from '../expect-truth.ts'
import type { TruthDocument } from '../read-truth.ts'
import type { PrintFamily, PrintStyle } from './print-styles.ts'
import { loseNote, titleOf, writeHtml } from './write-html.ts'

/** One document in one family. */
export interface PrintedTruth {
  readonly family: PrintFamily
  readonly document: TruthDocument
  /** Where the PDF lies. */
  readonly file: string
  readonly expected: Expected
}

/** What make-pages.mjs gives back. */
interface Layout {
  readonly labels: Readonly<Record<string, string>>
  readonly pages: number
}

interface Job {
  readonly family: PrintFamily
  readonly document: TruthDocument
}

type BrowserPage = Awaited<ReturnType<Awaited<ReturnType<BrowserHandle['browser']>>['newPage']>>

const script = readFileSync(path.join(import.meta.dirname, 'make-pages.mjs'), 'utf8')

/** Prints every document in every family, two at a time; `onPrinted` is called after each. */
export async function printTruth(
  families: readonly PrintFamily[],
  documents: readonly TruthDocument[],
  config: Config,
  onPrinted: (done: number, all: number) => void = () => undefined,
): Promise<readonly PrintedTruth[]> {
  const folder = path.join(import.meta.dirname, '../../../../node_modules/.cache/briefwright-bench')
  await mkdir(folder, { recursive: true })
  const jobs = families.flatMap(family => documents.map(document => ({ family, document })))
  const printed: PrintedTruth[] = []
  const fonts = loadFonts(config)
  // Without formats the browser starts only when there is something to print.
  const handle = openBrowser({ ...config, formats: [] })
  const identity = identifyBrowser()
  let next = 0
  let done = 0
  const work = async () => {
    let page: BrowserPage | undefined
    const open = async () => {
      page ??= await (await handle.browser()).newPage()
      return page
    }
    for (let index = next++; index < jobs.length; index = next++) {
      printed[index] = await printOne(jobs[index] as Job, { folder, fonts, identity, open })
      done += 1
      onPrinted(done, jobs.length)
    }
  }
  try {
    await Promise.all([work(), work()])
  } finally {
    await handle.close()
  }
  return printed
}

interface Press {
  readonly folder: string
  readonly fonts: (text: string) => string
  readonly identity: string
  readonly open: () => Promise<BrowserPage>
}

async function printOne({ family, document }: Job, press: Press): Promise<PrintedTruth> {
  const { style } = family
  const html = writeHtml(document, style, press.fonts(listCharacters(document)))
  const options = describePages(document, style)
  const key = createHash('sha256')
    .update(JSON.stringify([html, options, script, press.identity, 'untagged']))
    .digest('hex')
    .slice(0, 32)
  const file = path.join(press.folder, `${key}.pdf`)
  const known = await readFile(`${file}.json`, 'utf8').catch(() => undefined)
  const layout = known === undefined ? await print(html, options, file, press) : (JSON.parse(known) as Layout)
  const labels = new Map(Object.entries(layout.labels).map(([note, label]) => [Number(note), label]))
  const expected = expectTruth(document.blocks, document, labels, note => loseNote(note, style, document))
  return { family, document, file, expected }
}

async function print(html: string, options: object, file: string, press: Press): Promise<Layout> {
  const page = await press.open()
  await page.setContent(html)
  const layout = (await page.evaluate(`${script}\nmakePages(${JSON.stringify(options)})`)) as Layout
  // Papers from other programs mostly have no tags.
  const pdf = await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: false })
  // The layout is written last: where it stands, the PDF is whole.
  await writeFile(`${file}.new`, pdf)
  await rename(`${file}.new`, file)
  await writeFile(`${file}.json`, JSON.stringify(layout))
  return layout
}

function describePages(document: TruthDocument, style: PrintStyle): object {
  const { columns, marker, markerRaised, opening, openingRaised, symbols, head, folio, firstPage } = style
  const title = (titleOf(document).split(/[:：]/u)[0] as string).slice(0, 60)
  const author =
    document.language === 'ru' ? 'Вестник Марены' : document.language === 'zh' ? '马伦集刊' : 'Maren Papers'
  const signs = { marker, markerRaised, opening, openingRaised, symbols }
  return { ...signs, columns, head, folio, firstPage, title, author, byPage: style.numbering === 'page' }
}

/** All that may be printed, which is what faces are chosen by. */
function listCharacters({ blocks, notes }: TruthDocument): string {
  return `${blocks.map(({ text }) => text).join('')}${notes.join('')}Вестник 马伦集刊 Notes Примечания 注释 †‡§¶⁰¹²³⁴⁵⁶⁷⁸⁹‐•[]()`
}
