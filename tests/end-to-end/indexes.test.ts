/**
 * The search and the bibliography in a real browser, opened from disk as a reader does.
 */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../pipeline/config.ts'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { createProject, type TestProject } from '../project.ts'

let project: TestProject
let browser: Browser
let page: Page
let close: () => Promise<void>

beforeAll(async () => {
  project = createProject()
  const seed = '000_4af837fc92f3f660'
  for (const ending of ['txt', 'yml'])
    project.write(
      `seeds/${seed}.${ending}`,
      readFileSync(path.join(import.meta.dirname, `../../seeds/${seed}.${ending}`)),
    )
  const built = await project.run('build', '--format', 'html', '--quiet')
  expect(built.exitCode).toBe(0)
  const handle = openBrowser(await loadConfig(project.folder, { cache: false }))
  close = handle.close
  browser = await handle.browser()
  page = await browser.newPage()
}, 120_000)

afterAll(async () => {
  await close?.()
  project?.remove()
})

const textsOf = (selector: string) => page.$$eval(selector, found => found.map(one => one.textContent ?? ''))

test('a search from the address finds other forms of the words, marks them and leads to the source', async () => {
  await page.goto(`file://${path.join(project.folder, 'out/search.html')}?q=zones+investments`)
  const results = await textsOf('.search-results > li')
  expect(results.length).toBeGreaterThan(2)
  const marks = (await textsOf('.search-results mark')).map(mark => mark.toLowerCase())
  expect(marks).toContain('investment')
  const href = await page.$eval('.search-place a', link => link.getAttribute('href') ?? '')
  expect(project.read(`out/${href.split('#')[0]}`)).toContain(`id="${href.split('#')[1]}"`)
  expect((await textsOf('.search-briefs')).join()).toContain('Free economic zones')
})

test('a search without result says so', async () => {
  await page.goto(`file://${path.join(project.folder, 'out/search.html')}?q=xylophone`)
  expect(await textsOf('.search-results > li')).toEqual([])
  expect((await textsOf('.search-state')).join()).toContain('Nothing was found')
})

test('works are filtered by words and by theme', async () => {
  await page.goto(`file://${path.join(project.folder, 'out/bibliography/index.html')}`)
  const shown = () => page.$$eval('.works > li:not([hidden])', found => found.length)
  const all = await shown()
  await page.type('#words', 'kazakh')
  const some = await shown()
  expect(some).toBeGreaterThan(0)
  expect(some).toBeLessThan(all)
  expect((await textsOf('.filters-state')).join()).toBe(`${some} of ${all} shown`)
  await page.select('#theme', 'china')
  expect(await shown()).toBeLessThan(some)
})
