/** Printing with the real browser: what stands in a PDF, and that it is the same every time. */
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, expect, test } from 'vitest'
import type { Page } from '../../pipeline/contract/page.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import * as stage from '../../pipeline/render-output/index.ts'
import { type BrowserHandle, openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { makeConfig, makeFolder, makeViews, readBrief } from '../fill-templates/material.ts'

const config = makeConfig()
const browser = await openBrowser(config)
afterAll(() => browser.close())

const render = (pages: readonly Page[], overrides: Partial<typeof config> = {}) =>
  stage.renderOutput(pages, { ...config, ...overrides }, { browser })

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
    browser,
    onProgress: ({ done, path }) => progress.push(`${done} ${path}`),
  })
  expect(messages).toEqual([])
  expect(value.map(({ path }) => path)).toEqual([
    'briefs/china/executive.html',
    'briefs/china/executive.pdf',
    'briefs/kazakhstan/analyst.html',
    'briefs/kazakhstan/analyst.pdf',
    'briefs/china/press.html',
    'briefs/china/press.pdf',
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
  const [plain, stretched] = await Promise.all(value.map(({ bytes }) => sizes(bytes)))
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
  const raw = Buffer.from(value[0]?.bytes ?? []).toString('latin1')
  const fonts = [...raw.matchAll(/\/FontName ?\/[A-Z]{6}\+([\w-]+)/g)].map(([, name = '']) => name)
  expect(fonts.filter(name => !/^(NotoSansSC|SourceSans3|SourceSerif4)/.test(name))).toEqual([])
  expect(fonts.some(name => name.startsWith('NotoSansSC'))).toBe(true)
  expect(raw.match(/\/FontFile2 /g)).toHaveLength(fonts.length)
})

test('a PDF longer than its audience takes is said', async () => {
  const long = { ...makePage('<p style="break-before: page">x</p>'.repeat(3), 'long'), maxPages: 2 }
  const { value, messages } = await render([long, { ...makePage('<p>x</p>', 'short'), maxPages: 2 }])
  expect(value.map(({ pages }) => pages)).toEqual([3, 1])
  expect(messages.map(({ ruleId, file, reason }) => [ruleId, file, reason])).toEqual([
    ['brief-fits', 'long.pdf', 'The PDF has 3 pages, and its audience takes 2'],
  ])
})

test('what is in the cache is printed the same and without a browser', async () => {
  const cached = makeConfig({
    cache: true,
    folders: { ...config.folders, cache: makeFolder() },
  })
  const pages = [makePage('<table><tr><th>a</th></tr></table>', 'a'), makePage('<p>b</p>', 'b')]
  const first = await stage.renderOutput(pages, cached, { browser })
  const never: BrowserHandle = { ...browser, browser: () => Promise.reject(new Error('A browser was started')) }
  const second = await stage.renderOutput(pages, cached, { browser: never })
  expect(second.value).toEqual(first.value)
  await expect(stage.renderOutput([makePage('new')], cached, { browser: never })).rejects.toThrow(
    'A browser was started',
  )
})

test('a print that takes too long ends, and says which', async () => {
  await expect(
    render([makePage('<p>x</p>'.repeat(20_000), 'slow')], { limits: { ...config.limits, printSeconds: 0.001 } }),
  ).rejects.toThrow(/Printing slow\.html failed: it took longer than 0\.001 s/)
  expect((await render([makePage('<p>x</p>', 'after')])).value[0]?.pages).toBe(1)
})
