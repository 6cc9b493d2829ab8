/**
 * Runs in a thread of its own: opens a PDF with pdf.js and posts what is printed on each page, as runs of text with
 * their places. Plain JavaScript that imports nothing of the project, because a thread starts from a file as it is. It
 * reads no fonts or tables but those of the pdfjs-dist package, never runs a PDF's scripts, and decodes no images.
 */
import { createRequire } from 'node:module'
import path from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** More runs of text than this are no page that a person can read; what is done with them must not take hours. */
const mostRuns = 20_000

/** Pages whose operators are looked through for the weight of fonts; fonts that come later count as regular. */
const mostLooks = 40

const folder = path.dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))

try {
  await extractPages(workerData.content, workerData.mostPages)
} catch (error) {
  parentPort.postMessage({ kind: 'failure', name: error?.name ?? 'Error', message: String(error?.message ?? error) })
}

async function extractPages(data, mostPages) {
  const document = await getDocument({
    data,
    cMapUrl: `${path.join(folder, 'cmaps')}/`,
    cMapPacked: true,
    standardFontDataUrl: `${path.join(folder, 'standard_fonts')}/`,
    isEvalSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    enableXfa: false,
    useWasm: false,
    useWorkerFetch: false,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    maxImageSize: 1,
    verbosity: 0,
  }).promise
  const pages = document.numPages
  if (pages > mostPages) {
    parentPort.postMessage({ kind: 'failure', name: 'TooManyPages', message: String(pages) })
    return
  }
  const { info, metadata } = await document.getMetadata().catch(() => ({ info: {}, metadata: null }))
  parentPort.postMessage({ kind: 'document', pages, info: readInfo(info, metadata) })
  const fonts = new Map()
  const looks = { left: mostLooks }
  for (let number = 1; number <= pages; number += 1) {
    parentPort.postMessage({ kind: 'page', page: await extractPage(document, number, fonts, looks) })
  }
  parentPort.postMessage({ kind: 'end' })
}

function readInfo(info, metadata) {
  const texts = [
    ['title', metadata?.get('dc:title'), info.Title],
    ['author', metadata?.get('dc:creator'), info.Author],
    ['language', info.Language, metadata?.get('dc:language')],
    ['created', info.CreationDate, metadata?.get('xmp:createdate')],
  ]
  const found = texts.map(([name, ...values]) => [
    name,
    values.flat().find(value => typeof value === 'string' && value),
  ])
  return Object.fromEntries(found.filter(([, value]) => value !== undefined))
}

/** One page; one that is damaged has no runs and says so. */
async function extractPage(document, number, fonts, looks) {
  let page
  try {
    page = await document.getPage(number)
    const { items } = await page.getTextContent()
    const texts = items.filter(({ str }) => str !== '')
    if (texts.length > mostRuns) throw new RangeError(`${texts.length} runs of text`)
    const viewport = page.getViewport({ scale: 1, rotation: findRotation(texts) })
    const names = new Set(texts.map(({ fontName }) => fontName))
    const unknown = [...names].some(name => !fonts.has(name))
    const drawn = (texts.length === 0 || unknown) && looks.left > 0 && (await look(page, names, fonts, looks))
    return {
      number,
      width: viewport.width,
      height: viewport.height,
      runs: texts.map(item => placeRun(item, viewport.transform, fonts.get(item.fontName))),
      drawn: texts.length === 0 && drawn === true,
      damaged: false,
    }
  } catch {
    return { number, width: 0, height: 0, runs: [], drawn: false, damaged: true }
  } finally {
    page?.cleanup()
  }
}

/** The rotation in which most of a page's text reads from left to right, whatever the page says. */
function findRotation(texts) {
  const characters = [0, 0, 0, 0]
  for (const { str, transform } of texts) {
    const quarter = Math.round(Math.atan2(transform[1], transform[0]) / (Math.PI / 2))
    characters[((quarter % 4) + 4) % 4] += str.length
  }
  return characters.indexOf(Math.max(...characters)) * 90
}

/** Learns the weights of a page's fonts; whether anything is painted there. */
async function look(page, names, fonts, looks) {
  looks.left -= 1
  const { fnArray } = await page.getOperatorList().catch(() => ({ fnArray: [] }))
  for (const name of names) {
    const font = page.commonObjs.has(name) ? page.commonObjs.get(name) : undefined
    const called = font?.name ?? ''
    fonts.set(name, {
      bold: Boolean(font?.bold || font?.black) || /bold|black|heavy|semibold|demi/i.test(called),
      italic: Boolean(font?.italic) || /italic|oblique/i.test(called),
    })
  }
  return fnArray.some(operator => operator === OPS.transform)
}

/** A run in the coordinates of the page as it is shown, from its upper left corner. */
function placeRun({ str, transform, width, fontName }, view, font) {
  const [a, b, c, d, x, y] = multiply(view, transform)
  return {
    text: str,
    x,
    y,
    width,
    size: Math.hypot(c, d),
    upright: a >= 0 && Math.abs(b) < 0.1 * Math.abs(a) && d <= 0 && Math.abs(c) < 0.6 * Math.abs(d),
    font: fontName,
    bold: font?.bold ?? false,
    italic: font?.italic ?? false,
  }
}

function multiply([a, b, c, d, e, f], [g, h, i, j, k, l]) {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}
