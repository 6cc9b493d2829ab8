/** What pages look like, against pictures of them that are kept in tests/fixtures/pages; CONTRIBUTING.md says how to renew them. */
import { cpSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { makeConfig } from '../fill-templates/material.ts'
import { comparePage, drawPrinted } from '../page-images.ts'
import { createProject, type TestProject } from '../project.ts'

const renew = process.env.MODE === 'renew-pages'

let project: TestProject
const handle = openBrowser(makeConfig({ formats: ['html'] }))
beforeAll(async () => {
  project = createProject()
  for (const file of ['paper.md', 'paper.yml'])
    cpSync(path.join(import.meta.dirname, '../fixtures/pages', file), path.join(project.folder, 'seeds', file))
  const { exitCode, error } = await project.run('build', '--theme', 'kazakhstan', '--quiet')
  expect(exitCode, error).toBe(0)
})
afterAll(async () => {
  project.remove()
  await handle.close()
})

const briefs = (file: string) => path.join(project.folder, 'out', 'briefs', 'kazakhstan', file)

test.each([
  ['executive', 1],
  ['press', 2],
  ['analyst', 1],
  ['analyst', 4],
  ['analyst', 6],
] as const)('page %s %i on paper looks as it did', async (audience, number) => {
  const png = await drawPrinted(readFileSync(briefs(`${audience}.pdf`)), number)
  expect(await comparePage(`${audience}-${number}`, png, renew)).toBe(null)
})

// The screen's styles on a sheet of its size: what a screenshot shows of letters differs between builds of the browser.
test('the executive brief on a dark telephone looks as it did', async () => {
  const page = await (await handle.browser()).newPage()
  // Together, as each of the two takes the other back.
  const session = await page.createCDPSession()
  const features = [{ name: 'prefers-color-scheme', value: 'dark' }]
  await session.send('Emulation.setEmulatedMedia', { media: 'screen', features })
  await page.goto(pathToFileURL(briefs('executive.html')).href)
  const noMargin = ['top-left', 'top-right', 'bottom-right'].map(box => `@${box} { content: none }`).join(' ')
  await page.addStyleTag({ content: `@page { size: 375px 1500px; margin: 0; ${noMargin} } @page :first { margin: 0 }` })
  const bytes = await page.pdf({ width: 375, height: 1500, printBackground: true, pageRanges: '1' })
  await page.close()
  expect(await comparePage('executive-telephone', await drawPrinted(bytes, 1), renew)).toBe(null)
})
