/** The pages of a built edition in the real browser, opened from disk: usable by everyone, at any width, and by themselves. */
import { cpSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import axe from 'axe-core'
import type { Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { makeConfig } from '../fill-templates/material.ts'
import { createProject, type TestProject } from '../project.ts'

const paper = `# Trade with Kazakhstan

Belarus and Kazakhstan signed an agreement in May 2022.[^1] The trade of Belarus with Kazakhstan was 1.092.5 million dollars in
2022.[^2] “Kazakhstan buys tractors”, said the minister Ivan Petrov.[^3]

Trade turnover between Belarus and Kazakhstan was $2.1 billion in 2021.[^1] Trade turnover between Belarus and Kazakhstan was $1.8
billion in 2020. Trade turnover between Belarus and Kazakhstan was $1.6 billion in 2019. Exports of Kazakhstan to Norland reached $425 million in 2021.[^3] In 2021, exports of Kazakhstan to Norland
amounted to $451 million.[^1]

## Tables and quotations

> Kazakhstan opened an office in Minsk in 2021.

| Year | Trade |
| --- | --- |
| 2021 | $4.5 billion |
| 2022 | $5.8 billion |

- Timber for Kazakhstan
- Wheat from Kazakhstan

    a line of code about Kazakhstan

[^1]: A. Author. Book on trade. Minsk, 2020.
[^3]: B. Writer. The grain road [Electronic resource]. – 2022. – URL: https://press.example/grain-
`

const overlay = `title: A paper
language: en
notes:
  2: B. Writer. Second book. Kyiv, 2021.
replace:
  - line: 3
    from: "1.092.5"
    to: "1,092.5"
    why: so the printed paper
glossary:
  Belarus: [Belorussia]
`

const pages = [
  'briefs/kazakhstan/executive.html',
  'briefs/kazakhstan/analyst.html',
  'briefs/kazakhstan/press.html',
  'sources/s9wlnf.html',
  'sources/paper.html',
  'index.html',
  'search.html?q=Kazakhstan',
  'bibliography/index.html',
]

/** WCAG 2.2 at level AA, and what axe holds to be good practice besides. */
const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

let project: TestProject
const handle = openBrowser(makeConfig({ formats: ['html'] }))
beforeAll(async () => {
  project = createProject()
  cpSync(path.join(import.meta.dirname, '../../seeds'), path.join(project.folder, 'seeds'), { recursive: true })
  project.write('seeds/paper.md', paper)
  project.write('seeds/paper.yml', overlay)
  const { exitCode, error } = await project.run('build', '--format', 'html', '--theme', 'kazakhstan', '--quiet')
  expect(exitCode, error).toBe(0)
})
afterAll(async () => {
  project.remove()
  await handle.close()
})

test('the edition has what is to be looked at', () => {
  const analyst = project.read('out/briefs/kazakhstan/analyst.html')
  const parts = ['picture', 'rivals', 'quotation', 'table-agreements', 'table-timeline', 'malformed']
  expect(parts.filter(part => !new RegExp(`<[^>]* class="?${part}\\b`).test(analyst))).toEqual([])
})

test.each(pages)('%s: anybody can use it, light and dark, narrow and wide, and it asks for nothing', async file => {
  const page = await (await handle.browser()).newPage()
  const requests: string[] = []
  page.on('request', request => requests.push(request.url()))
  const address = new URL(file, `${pathToFileURL(path.join(project.folder, 'out'))}/`).href
  await page.goto(address)
  await page.evaluate(axe.source)
  const faults: string[] = []
  for (const width of [375, 1440])
    for (const scheme of ['light', 'dark']) {
      await page.setViewport({ width, height: 900 })
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      for (const fault of await findFaults(page)) faults.push(`${width} px, ${scheme}: ${fault}`)
    }
  expect(faults).toEqual([])
  await page.setViewport({ width: 320, height: 900 })
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320)
  expect(await page.evaluate(cutOff)).toEqual([])
  expect(requests.filter(url => url !== address && !url.startsWith('data:'))).toEqual([])
  await page.close()
})

/** In the page: what is read and sticks out at the side, but for what scrolls in a frame of its own. */
const cutOff = `[...document.querySelectorAll('main *')].filter(element => {
  const { width, right } = element.getBoundingClientRect()
  return width > 1 && right > innerWidth + 1 && !element.closest('.scroll, pre')
}).map(element => element.outerHTML.slice(0, 80))`

test('a citation opens what it cites in place by the keyboard, without scripts, and gives the focus back', async () => {
  const page = await (await handle.browser()).newPage()
  await page.setJavaScriptEnabled(false)
  await page.emulateMediaFeatures([{ name: 'prefers-reduced-motion', value: 'reduce' }])
  await page.goto(pathToFileURL(path.join(project.folder, 'out/briefs/kazakhstan/analyst.html')).href)
  const seen = () =>
    page.evaluate(`(() => {
      const open = document.querySelector(':popover-open')
      const { id, parentElement } = document.activeElement
      return { open: open?.id, focus: id || parentElement.id, scrolled: scrollY, words: open?.innerText }
    })()`)
  const mark = await page.$('.sections .cite button:not([popovertarget$="lost"])')
  await mark?.focus()
  const before = (await seen()) as Record<string, unknown>
  expect(before).toMatchObject({ focus: expect.stringMatching(/^cite-\d+$/) })
  await page.keyboard.press('Enter')
  const target = (await mark?.evaluate(button => button.getAttribute('popovertarget'))) ?? ''
  const words = await page.$eval(`#${target.replace('about-', '')} .reference`, element => element.textContent)
  expect(await seen()).toEqual({
    open: target,
    focus: target,
    scrolled: before.scrolled,
    words: expect.stringContaining(words ?? '-'),
  })
  await page.keyboard.press('Escape')
  expect(await seen()).toEqual(before)
  await page.emulateMediaType('print')
  expect(await mark?.isVisible()).toBe(false)
  expect(await (await page.$('.sections .cite a:not([href$="lost"])'))?.isVisible()).toBe(true)
  await page.setJavaScriptEnabled(true)
  await page.goto(pathToFileURL(path.join(project.folder, 'out/briefs/kazakhstan/executive.html')).href)
  await page.evaluate(axe.source)
  await page.evaluate(`document.querySelector('[popover]').showPopover()`)
  await page.emulateMediaType('screen')
  expect(await findFaults(page)).toEqual([])
  await page.close()
})

test.each([
  ['briefs/kazakhstan/analyst.html', '.passage-text'],
  ['briefs/kazakhstan/press.html', '.points > li'],
  ['sources/s9wlnf.html', '.block-text > p'],
])('%s: lines of text hold 60 to 75 characters from a small tablet to a wall', async (file, selector) => {
  const page = await (await handle.browser()).newPage()
  await page.goto(pathToFileURL(path.join(project.folder, 'out', file)).href)
  for (const width of [640, 1024, 1440, 2560]) {
    await page.setViewport({ width, height: 900 })
    const usual = await page.evaluate(`(${usualLine})(${JSON.stringify(selector)})`)
    expect([width, usual], `${usual} at ${width} px`).toEqual([width, expect.toSatisfy(isReadable)])
  }
  await page.close()
})

const isReadable = (characters: number) => characters >= 60 && characters <= 75

/** In the page: how many characters half of all full lines hold at most. */
const usualLine = `selector => {
  const counts = []
  for (const element of [...document.querySelectorAll(selector)].slice(0, 12)) {
    const lines = new Map()
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) {
      const { currentNode } = walker
      if (currentNode.parentElement.closest('.place, sup')) continue
      for (let at = 0; at < currentNode.length; at++) {
        const range = document.createRange()
        range.setStart(currentNode, at)
        range.setEnd(currentNode, at + 1)
        const box = range.getClientRects()[0]
        if (box?.width > 0) lines.set(Math.round(box.bottom / 8), (lines.get(Math.round(box.bottom / 8)) ?? 0) + 1)
      }
    }
    // The last line is as long as it happens to be; what is raised makes a line of its own.
    counts.push(...[...lines.values()].slice(0, -1).filter(count => count > 9))
  }
  return counts.sort((left, right) => left - right)[counts.length >> 1]
}`

test('a source page says beside a paragraph what it cites, what was corrected, and what is damaged', async () => {
  const page = await (await handle.browser()).newPage()
  await page.goto(pathToFileURL(path.join(project.folder, 'out/sources/paper.html')).href)
  const shown = (selector: string) => page.$$eval(selector, all => all.filter(each => each.checkVisibility()).length)
  await page.setViewport({ width: 1440, height: 900 })
  expect(await page.$eval('.beside', element => (element as HTMLElement).innerText.split(/\n+/u))).toEqual([
    '1 A. Author. Book on trade. Minsk, 2020.',
    '2 B. Writer. Second book. Kyiv, 2021.',
    expect.stringMatching(/^3 B\. Writer\. The grain road.* breaks off here\.$/),
    '1,092.5 “1.092.5” in the file',
  ])
  expect(await shown('.cite a')).toBeGreaterThan(3)
  expect(await shown('.block-finding')).toBeGreaterThan(0)
  await page.setViewport({ width: 375, height: 900 })
  expect(await shown('.beside')).toBe(0)
  expect(await shown('.block-finding')).toBeGreaterThan(0)
  await page.close()
})

/** What axe finds wrong in the page as it stands: the rule, and the element. */
async function findFaults(page: Page): Promise<readonly string[]> {
  const { violations } = await page.evaluate(
    values =>
      (globalThis as unknown as { readonly axe: typeof axe }).axe.run({
        runOnly: { type: 'tag', values },
        resultTypes: ['violations'],
      }),
    tags,
  )
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id} at ${target.join(' ')}`))
}
