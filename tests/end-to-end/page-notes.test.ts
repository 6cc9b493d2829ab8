/** Audiences that want their notes at the feet of pages: built for real, in a style by numbers and one by notes, and proved. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

const seed = `# Trade of the towns

China bought 12,000 tons of timber from the towns in March 2021.[^1] A contract on Chinese machines was signed with China in May 2021.[^2]

Chinese buyers paid for 40 new machines in 2022.[^2] China asked for 50 more machines in the same year.[^3] China paid $3 million for quays in June 2022.[^4]

[^1]: Novak, P. Harbour towns / P. Novak. - Minsk: BSU, 2020. - P. 45.
[^2]: Novak, P. Harbour towns / P. Novak. - Minsk: BSU, 2020. - P. 47; Exports of the towns are growing [Electronic resource]. - 2022. - URL: https://www.example.org/exports-1/
[^3]: Novak, P. Harbour towns / P. Novak. - Minsk: BSU, 2020. - P. 50; Adler, A. Quays / A. Adler. - Minsk: BSU, 2019.
`

let project: TestProject
const audience = (name: string) => path.join(project.folder, 'templates/audiences', name, 'audience.yml')
const change = (name: string, from: RegExp, to: string) =>
  writeFileSync(audience(name), readFileSync(audience(name), 'utf8').replace(from, to))

beforeAll(() => {
  project = createProject({ ownTemplates: true })
  project.write('seeds/towns.md', seed.replaceAll('[^4]', '<sup>4</sup>'))
  change('executive', /^maxPages/m, 'notes: page\nmaxPages')
  change('analyst', /^maxPages/m, 'notes: page\nmaxPages')
  change('analyst', /^citationStyle: .*/m, 'citationStyle: chicago-notes')
})
afterAll(() => project.remove())

async function read(audience: string) {
  const data = new Uint8Array(readFileSync(path.join(project.folder, `out/briefs/china/${audience}.pdf`)))
  const document = await getDocument({ data, verbosity: 0 }).promise
  const pages = []
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent()
    const words = items.map(item => ('str' in item ? item.str : ' ')).join(' ')
    pages.push(words.replace(/\s+/gu, ' ').replace(/ (?=[,.)])/gu, ''))
  }
  const feet = Object.keys(await document.getDestinations()).filter(id => id.startsWith('foot-'))
  await document.destroy()
  return { pages, feet }
}

test('both are printed and proved, and their HTML opens notes in place as ever', async () => {
  const { exitCode, error } = await project.run('build', '--theme', 'china', '--audience', 'executive,analyst')
  expect(exitCode, error).toBe(0)
  const numbers = await read('executive')
  expect(numbers.feet.some(id => id.startsWith('foot-1-ref-'))).toBe(true)
  expect(numbers.pages.join(' ').match(/Novak P\. Harbour towns/g)?.length).toBeGreaterThan(1)
  const byNotes = await read('analyst')
  expect(byNotes.feet.some(id => /^foot-\d+-note-1$/.test(id))).toBe(true)
  // Nothing is left of the list at the end, nor of its line in the contents.
  expect(byNotes.pages[0]).not.toMatch(/Notes \d/)
  expect(byNotes.pages.join(' ').match(/P\. Novak, Harbour towns \(Minsk: BSU, 2020\), 4\d/g)).toHaveLength(1)
  const html = project.read('out/briefs/china/analyst.html')
  expect(html).toContain('popovertarget="about-note-1"')
  expect(html).not.toContain('page-foot"')
  const proof = await project.run('verify')
  expect(proof.exitCode, proof.out + proof.error).toBe(0)
})

test('a note that is taken away from a foot is missed', async () => {
  const file = 'out/briefs/china/executive.html'
  const html = project.read(file)
  project.write(file, html.replace(/(id="about-ref-1"[^>]*><p>)[^<]*/u, '$1Another work, by nobody'))
  const { exitCode, out, error } = await project.run('verify')
  project.write(file, html)
  expect(exitCode).toBe(1)
  expect(out + error).toMatch(/At the foot there is no “Another work, by nobody/u)
})

test('another word than page or end is an error of the configuration, with its line', async () => {
  change('executive', /^notes: page/m, 'notes: foot')
  const { exitCode, error } = await project.run('check')
  change('executive', /^notes: foot/m, 'notes: page')
  expect(exitCode).toBe(2)
  expect(error).toMatch(/notes.*must be page or end/u)
  expect(error).toMatch(/templates\/audiences\/executive\/audience\.yml:\d+/u)
})
