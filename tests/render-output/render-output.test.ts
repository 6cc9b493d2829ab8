/** Printing with the real browser: what stands in a PDF, and that it is the same every time. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import type { Page } from '../../pipeline/contract/page.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import { openPdfCache } from '../../pipeline/render-output/cache-pdfs.ts'
import { identifyBrowser } from '../../pipeline/render-output/find-browser.ts'
import * as stage from '../../pipeline/render-output/index.ts'
import { pdfCacheFolder } from '../../pipeline/render-output/launch-browser.ts'
import { openPrinter, type Printer } from '../../pipeline/render-output/open-printer.ts'
import { makeConfig, makeFolder, makeViews, readBrief } from '../fill-templates/material.ts'
import { unpackPdf } from '../unpack-pdf.ts'

const config = makeConfig()
const printer = openPrinter(config)
afterAll(() => printer.close())

const render = (pages: readonly Page[], overrides: Partial<typeof config> = {}) =>
  stage.renderOutput(pages, { ...config, ...overrides }, { printer })

const makePage = (body: string, name = 'page'): Page => ({
  path: `${name}.html`,
  html: `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>${name}</title></head><body>${body}</body></html>`,
  title: name,
  language: 'en',
  formats: ['pdf'],
})

const briefs = fillTemplates(makeViews(), config).value

async function read(bytes: Uint8Array) {
  const document = await getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 }).promise
  const pages = await Promise.all(
    Array.from({ length: document.numPages }, async (_, index) => {
      const content = await (await document.getPage(index + 1)).getTextContent()
      return content.items.map(item => ('str' in item ? item.str : '')).join(' ')
    }),
  )
  return { document, pages }
}

test('the stage exports what a run needs', () => {
  expect(Object.keys(stage).sort()).toEqual(['renderOutput'])
})

test('HTML and PDF of each page, in order, the same with one job, two and three', async () => {
  const progress: string[] = []
  const { value, messages } = await stage.renderOutput(briefs, config, {
    printer,
    onProgress: ({ done, path }) => progress.push(`${done} ${path}`),
  })
  expect(messages).toEqual([])
  expect(value.map(({ path }) => path)).toEqual([
    'briefs/china/executive.html',
    'briefs/china/executive.pdf',
    'briefs/china/executive.webp',
    'briefs/kazakhstan/analyst.html',
    'briefs/kazakhstan/analyst.pdf',
    'briefs/kazakhstan/analyst.webp',
    'briefs/china/press.html',
    'briefs/china/press.pdf',
    'briefs/china/press.webp',
    'sources/report.html',
    'index.html',
  ])
  expect(progress).toHaveLength(8)
  expect(progress.at(-1)).toMatch(/^8 /)
  const hashes = value.map(({ sha256 }) => sha256)
  for (const jobs of [1, 2, 3]) {
    const again = await render(briefs, { jobs })
    expect(again.value.map(({ sha256 }) => sha256)).toEqual(hashes)
  }
})

test('a PDF says what it is: title, language, tags, outline, date, folios, running head', async () => {
  const { value } = await render(briefs.slice(1, 2))
  const artifact = value.find(({ path }) => path.endsWith('.pdf'))
  const { document, pages } = await read(artifact?.bytes ?? new Uint8Array())
  const { info } = await document.getMetadata()
  expect(info).toMatchObject({
    Title: 'Kazakhstan: analyst brief',
    Language: 'en',
    CreationDate: "D:20230201000000+00'00'",
    ModDate: "D:20230201000000+00'00'",
  })
  expect(await document.getMarkInfo()).toMatchObject({ Marked: true })
  const outline = await document.getOutline()
  expect(outline.map(({ title }) => title.trim())).toEqual(['Kazakhstan'])
  expect(outline[0]?.items.map(({ title }) => title)).toEqual(expect.arrayContaining(['Key figures', 'References']))
  expect(artifact?.pages).toBe(document.numPages)
  pages.forEach((text, index) => {
    expect(text.replaceAll(/\s+/g, ' ')).toContain(`${index + 1} / ${document.numPages}`)
    expect(text.includes('Kazakhstan: analyst brief')).toBe(index > 0)
  })
})

test('A4, and wide content does not make the page smaller', async () => {
  const wide = `<pre>${'wide '.repeat(200)}</pre><table><tr>${'<td>cell</td>'.repeat(80)}</tr></table>`
  const [page] = briefs
  const html = page?.html.replace('</main>', `${wide}</main>`) ?? ''
  const sizes = async (bytes: Uint8Array) => {
    const { document } = await read(bytes)
    const first = await document.getPage(1)
    const content = await first.getTextContent()
    return [
      first.view.map(Math.round),
      content.items.flatMap(item => ('height' in item && item.str === 'China' ? [item.height] : [])),
    ]
  }
  const { value } = await render([
    { ...(page as Page), formats: ['pdf'] },
    { ...(page as Page), html, path: 'wide.html', formats: ['pdf'] },
  ])
  const pdfs = value.filter(({ path }) => path.endsWith('.pdf'))
  const [plain, stretched] = await Promise.all(pdfs.map(({ bytes }) => sizes(bytes)))
  expect(plain?.[0]).toEqual([0, 0, 595, 842])
  expect(stretched).toEqual(plain)
})

test('fonts are in the file, Cyrillic and Chinese too', async () => {
  const brief = readBrief('executive')
  const keyPoints = brief.keyPoints.map(point => ({
    ...point,
    inlines: [{ kind: 'text' as const, text: 'Торговля с Китаем, 中国贸易' }],
  }))
  const pages = fillTemplates([{ kind: 'brief', brief: { ...brief, keyPoints }, formats: ['pdf'] }], makeConfig()).value
  const { value } = await render(pages)
  const { pages: texts } = await read(value[0]?.bytes ?? new Uint8Array())
  // pdf.js puts spaces where words of one script end.
  expect(texts.join('').replaceAll(/\s/g, '')).toContain('ТорговлясКитаем,中国贸易')
  const raw = unpackPdf(value[0]?.bytes ?? new Uint8Array()).toString('latin1')
  const fonts = [...raw.matchAll(/\/FontName ?\/[A-Z]{6}\+([\w-]+)/g)].map(([, name = '']) => name)
  expect(fonts.filter(name => !/^(NotoSansSC|SourceSans3|SourceSerif4)/.test(name))).toEqual([])
  expect(fonts.some(name => name.startsWith('NotoSansSC'))).toBe(true)
  expect(raw.match(/\/FontFile2 /g)).toHaveLength(fonts.length)
})

test('a PDF longer than its audience takes is said', async () => {
  const long = { ...makePage('<p style="break-before: page">x</p>'.repeat(3), 'long'), maxPages: 2 }
  const { value, messages } = await render([long, { ...makePage('<p>x</p>', 'short'), maxPages: 2 }])
  expect(value.flatMap(({ pages }) => pages ?? [])).toEqual([3, 1])
  expect(messages.map(({ ruleId, file, reason }) => [ruleId, file, reason])).toEqual([
    ['brief-fits', 'long.pdf', 'The PDF has 3 pages, and its audience takes 2'],
  ])
})

/** Contents of two entries, of which the first leads to the page after `pages`; the style comes last. */
const makeContents = (pages: number, style = '') =>
  makePage(
    `<style>@page { @top-left { content: counter(page, running-head) } } ${style}</style>
    <ul style="list-style: none"><li><a href="#one">One</a> <b data-page-of="one" data-running-head='The "first" \\ of 2'></b></li>
    <li><a href="#two">Two</a> <b data-page-of="two" data-running-head="Zweitens – 第二"></b></li></ul>
    ${'<p style="break-after: page">filler</p>'.repeat(pages)}<h2 id="one">First</h2><p style="break-after: page">text</p><p>more</p><h2 id="two">Second</h2>
    <p style="break-before: page">end</p>`,
    'contents',
  )
const wordsOf = async (page: Page) => {
  const [artifact] = (await render([page])).value
  return (await read(artifact?.bytes ?? new Uint8Array())).pages.map(text => text.replaceAll(/\s+/g, ' ').trim())
}

test('contents give the pages they lead to, and each page the section it begins in', async () => {
  const pages = await wordsOf(makeContents(10))
  expect(pages).toHaveLength(13)
  expect(pages[0]).toContain('One 11 Two 12')
  expect(pages[1]).toBe('filler')
  expect(pages.slice(10)).toEqual([
    'The "first" \\ of 2 First text',
    'The "first" \\ of 2 more Second',
    'Zweitens – 第二 end',
  ])
})

test('a number that moves a page is put right, and the same bytes come of it', async () => {
  const page = makeContents(1, '[data-page-of="one"]:not(:empty) { display: block; height: 300mm }')
  const pages = await wordsOf(page)
  const [one = 0, two = 0] = [/First/, /Second/].map(words => 1 + pages.findIndex(text => words.test(text)))
  expect([one, two]).toEqual([3, 4])
  expect(pages.join(' ')).toContain(`One ${one} Two ${two}`)
  const hashes = await Promise.all([1, 2].map(async jobs => (await render([page, page], { jobs })).value[1]?.sha256))
  expect(hashes[0]).toBe(hashes[1])
})

test('numbers that cannot be true, or lead nowhere, stop the build', async () => {
  // One digit makes room for what pushes the heading to a page of two digits, and two digits take the room away.
  const restless = `ul li:first-child { display: grid; grid-template-columns: 0 auto 1fr } li b { font: 20mm monospace }
    i { container-type: inline-size; grid-column: 3 } i u { display: block } @container (min-width: 180mm) { i u { height: 300mm } }`
  const page = makeContents(8, restless)
  const html = page.html.replace('</b></li>', '</b><i><u></u></i></li>')
  await expect(render([{ ...page, html }])).rejects.toThrow(/contents of contents\.html move the pages/)
  await expect(render([makePage('<b data-page-of="nowhere"></b>', 'lost')])).rejects.toThrow(
    'lost.html asks for the page of “nowhere”, and no link there leads to it',
  )
  expect(await wordsOf(makePage('<p>data-page-of="words"</p>'))).toEqual(['data-page-of="words"'])
})

test('what is in the cache is printed the same and without a browser', async () => {
  const cached = makeConfig({
    cache: true,
    folders: { ...config.folders, cache: makeFolder() },
  })
  const pages = [makePage('<table><tr><th>a</th></tr></table>', 'a'), makeContents(2)]
  const first = await stage.renderOutput(pages, cached, { printer })
  const never: Printer = { ...printer, print: () => Promise.reject(new Error('Something was printed')) }
  const second = await stage.renderOutput(pages, cached, { printer: never })
  expect(second.value).toEqual(first.value)
  await expect(stage.renderOutput([makePage('new')], cached, { printer: never })).rejects.toThrow(
    'Something was printed',
  )
})

test('a PDF that is built in another way than Chromium builds it is said, and stands as it was printed', async () => {
  const cached = makeConfig({ cache: true, folders: { ...config.folders, cache: makeFolder() } })
  const page = makePage('<p>x</p>', 'odd')
  expect((await stage.renderOutput([page], cached, { printer })).messages).toEqual([])
  const prints = await openPdfCache(pdfCacheFolder(cached), identifyBrowser)
  const print = await prints.read(page.html)
  await prints.write(page.html, Buffer.concat([print ?? Buffer.of(), Buffer.from('more after its end')]))
  const { value, messages } = await stage.renderOutput([page], cached, { printer })
  expect(messages.map(({ ruleId, file }) => [ruleId, file])).toEqual([['pdf-is-finished', 'odd.pdf']])
  expect(value[0]?.pages).toBe(1)
  expect(Buffer.from(value[0]?.bytes ?? []).toString('latin1')).toMatch(
    /CreationDate \(D:\d{8}000000.*more after its end$/s,
  )
})

test('a print that takes too long ends, and says which', async () => {
  await expect(
    render([makePage('<p>x</p>'.repeat(20_000), 'slow')], { limits: { ...config.limits, printSeconds: 0.001 } }),
  ).rejects.toThrow(/Printing slow\.html failed: it took longer than 0\.001 s/)
  expect((await render([makePage('<p>x</p>', 'after')])).value[0]?.pages).toBe(1)
})

test('the first page comes as a picture with what it holds, the same each time', async () => {
  const blocks = (colour: string) =>
    makePage(`<div style="background:${colour};width:200mm;height:200mm"></div>`, colour.slice(1))
  const first = (await render([blocks('#0000ff'), blocks('#ffffff')])).value.filter(({ path }) => /webp$/.test(path))
  expect(first.map(({ path }) => path)).toEqual(['0000ff.webp', 'ffffff.webp'])
  expect(Buffer.from(first[0]?.bytes ?? []).toString('latin1', 0, 12)).toMatch(/^RIFF.{4}WEBP$/s)
  expect(first[0]?.sha256).not.toBe(first[1]?.sha256)
  const again = (await render([blocks('#0000ff')])).value.filter(({ path }) => /webp$/.test(path))
  expect(again[0]?.sha256).toBe(first[0]?.sha256)
})
