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
      'Belarus and China signed an agreement in May 2022.[^1] Trade grew by 1.092.5 million dollars.[^2]',
      '',
      '[^1]: A. Author. Book on trade. Minsk, 2020.',
      '',
    ].join('\n'),
  )
})
afterEach(() => project.remove())
const build = () => project.run('build', '--format', 'html', '--theme', 'china', '--audience', 'analyst', '--quiet')
const manifest = (): Manifest => JSON.parse(project.read('out/manifest.json'))
const overlay = `title: A paper
notes:
  2: B. Writer. Second book. Kyiv, 2021. <i>
replace:
  - line: 3
    from: "1.092.5"
    to: "1,092.5"
    why: so the printed paper
glossary:
  Belarus: [Belorussia]
`

test('what an overlay changes is said on the source page, in the brief and in the manifest', async () => {
  project.write('seeds/paper.yml', overlay)
  expect(await build()).toMatchObject({ exitCode: 0, error: '' })
  const { corrections, inputs, messages } = manifest()
  const where = { seed: 'seeds/paper.md', overlay: 'seeds/paper.yml', line: 3 }
  expect(corrections).toEqual([
    { ...where, kind: 'replace', from: '1.092.5', to: '1,092.5', why: 'so the printed paper' },
    { ...where, kind: 'note', note: '2', to: 'B. Writer. Second book. Kyiv, 2021. <i>' },
  ])
  expect(inputs.map(({ path }) => path)).toContain('seeds/paper.yml')
  expect(messages.map(({ rule }) => rule)).not.toContain('footnote-is-defined')

  const source = project.read('out/sources/paper.html')
  expect(source).toContain('<a class="corrected" href="#correction-1" title="“1.092.5” in the file">1,092.5</a>')
  expect(source).toContain('supplied by seeds/paper.yml, not by the file')
  expect(source).toContain('Belarus: Belorussia')
  const table = /<table class="table-corrections">[\s\S]*?<\/table>/.exec(source)?.[0] ?? ''
  const rows = [...table.matchAll(/<tr id[\s\S]*?<\/tr>/g)].map(([row]) =>
    [...row.matchAll(/<td[^>]*>([\s\S]*?)<\/td>/g)].map(([, cell]) => cell?.replace(/<[^>]+>/g, '')),
  )
  expect(rows).toEqual([
    ['3', 'Words', '1.092.5', '1,092.5', 'so the printed paper'],
    ['3', 'Note 2', 'lost', 'B. Writer. Second book. Kyiv, 2021. &lt;i&gt;', ''],
  ])
  for (const [, anchor] of table.matchAll(/href="#([^"]+)"/g)) expect(source).toContain(` id="${anchor}"`)

  const brief = project.read('out/briefs/china/analyst.html')
  expect(brief).toContain('1,092.5 million dollars')
  // In the list, and in the box that a citation opens.
  expect(brief.match(/supplied by seeds\/paper\.yml, not by the source/g)).toHaveLength(2)
})

test('inspect shows the corrected tree', async () => {
  project.write('seeds/paper.yml', overlay)
  const { out } = await project.run('inspect', 'ast', 'seeds/paper.md')
  expect(out).toContain('1,092.5')
  expect(out).toContain('"suppliedBy": "seeds/paper.yml"')
})

test('an overlay that no longer fits its seed publishes nothing, and says which entry and where', async () => {
  project.write('seeds/paper.yml', overlay)
  await build()
  const before = project.read('out/manifest.json')
  project.write('seeds/paper.md', project.read('seeds/paper.md').replace('1.092.5', '1092.5').replace('[^2]', ''))
  const { exitCode, error } = await build()
  expect(exitCode).toBe(1)
  expect(error).toContain(
    'replace[0].from: line 3 of seeds/paper.md does not hold “1.092.5”; it reads “Belarus and China',
  )
  expect(error).toContain('at seeds/paper.yml:6:11')
  expect(error).toContain('notes.2: no marker in seeds/paper.md calls a note 2')
  expect(error).toContain('at seeds/paper.yml:3:6')
  expect(project.read('out/manifest.json')).toBe(before)
})

test('a mistake in its form is a mistake of configuration', async () => {
  project.write('seeds/paper.yml', 'replace:\n  - { line: 3, form: a, to: b }\n')
  const { exitCode, error } = await build()
  expect(exitCode).toBe(2)
  expect(error).toMatch(/replace\[0\]\.f(?:rom is missing|orm)/)
  expect(error).toContain('seeds/paper.yml:2')
})
