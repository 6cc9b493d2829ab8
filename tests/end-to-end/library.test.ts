import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Manifest } from '../../pipeline/contract/manifest.ts'
import { createProject, type TestProject } from '../project.ts'

let project: TestProject
beforeEach(() => {
  project = createProject()
  project.write(
    'seeds/paper.md',
    [
      '# Trade with China',
      '',
      'Belarus and China signed an agreement in May 2022.[^1] Trade grew by 5 million dollars.[^2] China pays.[^3]',
      '',
      '[^1]: @smith2020, p. 45',
      '[^2]: Tariffs of the coast [Electronic resource]. - URL: https://www.example.by/tariffs/',
      '',
    ].join('\n'),
  )
  project.write('seeds/paper.yml', 'notes:\n  3: "@doe99"\n')
  project.write(
    'lib/works.bib',
    '@book{smith2020, title = {Roads}, author = {Smith, Anna}, year = 2020}\n@book{broken, title = {a}\n',
  )
  project.write(
    'lib/more.json',
    JSON.stringify([
      { id: 'doe99', type: 'book', title: 'Ports', issued: { 'date-parts': [[1999]] } },
      {
        id: 'tar',
        type: 'webpage',
        title: 'Tariffs',
        author: [{ literal: 'Customs' }],
        URL: 'https://example.by/tariffs',
      },
      { id: 'unused', type: 'book', title: 'Unused' },
    ]),
  )
  configure('library: [lib/works.bib, lib/more.json]\n')
})
afterEach(() => project.remove())
const configure = (lines: string) =>
  project.write('briefwright.yml', `${project.read('briefwright.yml').replace(/^library:.*\n/m, '')}\n${lines}`)
const build = () => project.run('build', '--format', 'html', '--theme', 'china', '--audience', 'analyst')

test('a library completes works by key and by match, and what came from it is said', async () => {
  const { exitCode, error } = await build()
  expect(exitCode).toBe(0)
  expect(error).toContain('3 works, 3 completed from the library')
  expect((await project.run('check')).error).toContain('3 works cited, 3 completed from the library')
  expect(error).toMatch(/library-is-readable[\s\S]*lib\/works\.bib:2/)
  const brief = project.read('out/briefs/china/analyst.html')
  const references = /<ol class="reference-list">[\s\S]*?<\/ol>/.exec(brief)?.[0] ?? ''
  expect(references).toContain('Smith A. Roads. – 2020')
  expect(references).toContain('(completed from lib/works.bib, entry smith2020)')
  expect(references).toContain('(completed from lib/more.json, entry tar)')
  expect(references).toContain('(completed from lib/more.json, entry doe99)')
  expect(references).not.toContain('Unused')
  const source = project.read('out/sources/paper.html')
  expect(source.match(/completed from lib\/[a-z.]+, entry \w+/g)).toEqual([
    'completed from lib/works.bib, entry smith2020',
    'completed from lib/more.json, entry tar',
    'completed from lib/more.json, entry doe99',
  ])
  const { inputs } = JSON.parse(project.read('out/manifest.json')) as Manifest
  expect(inputs.map(({ path }) => path)).toEqual(expect.arrayContaining(['lib/works.bib', 'lib/more.json']))
  expect(JSON.parse(project.read('out/bibliography/references.json'))).toHaveLength(3)
})

test('an unknown key is said at its note', async () => {
  project.write('seeds/paper.yml', 'notes:\n  3: "@doe66"\n')
  const { exitCode, error } = await build()
  expect(exitCode).toBe(0)
  expect(error).toContain('Note 3 names doe66, and no entry of the library has this key')
})

test.each([
  ['library: [lib/nowhere.bib]\n', 'library: there is no file lib/nowhere.bib'],
  ['library: lib/works.bib\n', 'must be a list of paths'],
  ['library: [lib/works.txt]\n', 'must be the path of a .bib or .json file'],
])('%s is a mistake of configuration', async (lines, reason) => {
  configure(lines)
  const { exitCode, error } = await project.run('check')
  expect(exitCode).toBe(2)
  expect(error).toContain(reason)
})
