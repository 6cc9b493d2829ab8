/** Briefs that cite in other styles: every mark leads to what it cites, and back. */
import { copyFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

const root = path.join(import.meta.dirname, '../..')
const seed = `# Trade of the towns

China bought 12,000 tons of timber from the towns in March 2021.[^1] A contract on Chinese machines was signed with China in May 2021.[^2]

Chinese buyers paid for 40 new machines in 2022.[^2] China asked for 50 more machines in the same year.[^3]

[^1]: Novak, P. Harbour towns / P. Novak. - Minsk: BSU, 2020. - P. 45.
[^2]: Novak, P. Harbour towns / P. Novak. - Minsk: BSU, 2020. - P. 47; Exports of the towns are growing [Electronic resource]. - 2022. - URL: https://www.example.org/exports-1/
[^3]: Novak, P. Harbour towns / P. Novak. - Minsk: BSU, 2020. - P. 50; Adler, A. Quays / A. Adler. - Minsk: BSU, 2019.
`

let project: TestProject

beforeAll(async () => {
  project = createProject()
  project.write('seeds/towns.md', seed)
  copyFileSync(path.join(root, 'templates/styles/chicago-notes.csl'), path.join(project.folder, 'own.csl'))
  const audiences = 'audiences:\n  executive: { citationStyle: apa }\n  analyst: { citationStyle: own.csl }\n  press:\n'
  project.write(
    'briefwright.yml',
    project.read('briefwright.yml').replace(/^audiences:[\s\S]*?\n\n/mu, `${audiences}\n`),
  )
  const { exitCode, error } = await project.run('build', '--theme', 'china', '--format', 'html')
  expect(exitCode, error).toBe(0)
})
afterAll(() => project.remove())

const read = (audience: string) => project.read(`out/briefs/china/${audience}.html`)
const text = (html: string) =>
  html
    .replace(/^[\s\S]*<body/u, '')
    .replace(/<button[\s\S]*?<\/button>/gu, '')
    .replace(/<[^>]+>/gu, '')
    .replace(/&nbsp;|\u00a0/gu, ' ')

test.each(['executive', 'analyst', 'press'])(
  'in the %s brief every mark leads somewhere, and each id is one',
  audience => {
    const html = read(audience)
    const ids = [...html.matchAll(/\sid="([^"]+)"/gu)].map(([, id]) => id)
    const targets = [...html.matchAll(/href="#([^"]+)"/gu)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(targets.filter(target => !ids.includes(target))).toEqual([])
    expect(targets.some(target => target?.startsWith('ref-'))).toBe(true)
  },
)

test('author and year stand in the text, and the list is in their order', () => {
  expect(text(read('executive'))).toContain('(Novak, 2020, p. 45)')
  expect(read('executive')).toContain('<ol class="reference-list unnumbered">')
})

test('works that the style sorts stand in its order, each with its own link', () => {
  expect(text(read('press'))).toMatch(/\[\d, p\. 50; \d\]/u)
  const html = read('executive')
  expect(text(html)).toContain('(Adler, 2019; Novak, 2020, p. 50)')
  for (const [words, entry] of [
    ['Adler, 2019', 'Adler, A.'],
    ['Novak, 2020, p. 50', 'Novak, P.'],
  ]) {
    const id = new RegExp(`href="#(ref-\\d)"[^>]*>${words}</a>`, 'u').exec(html)?.[1]
    expect(text(new RegExp(`<li id="${id}"[\\s\\S]*?</li>`, 'u').exec(html)?.[0] ?? '')).toContain(entry)
  }
})

test('notes are full at first, then short, and a note with two works has one number', () => {
  const page = text(read('analyst'))
  expect(page).toContain('P. Novak, Harbour towns (Minsk: BSU, 2020), 45.')
  expect(page).toMatch(/(?:Ibid\.|Novak, Harbour towns), 47; “Exports of the towns are growing,” 2022/u)
  expect(read('analyst')).toMatch(/<sup class=cite id="cite-\d+" data-frame><a href="#note-1"/u)
})

test('numbers of GOST say the place', () => {
  expect(text(read('press'))).toMatch(/\[\d, p\. 45\]/u)
})
