import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

let project: TestProject
beforeAll(() => {
  project = createProject()
  project.write('briefwright.yml', 'title: Tests\nthemes:\n  china: { title: China, terms: [China] }\n')
  project.write(
    'seeds/north.md',
    `# North

China bought 12,000 tons of timber in March 2021.[^1] China pays well.[^2]

[^1]: Timber goes to the east [Electronic resource]. - 2021. - URL: https://press.example/timber
[^2]: Timber and tea together [Electronic resource]. - 2022. - URL: https://press.example/tea
`,
  )
})
afterAll(() => project.remove())

describe('inspect uses', () => {
  test('one work: its notes, its sentences, and the briefs with their parts', async () => {
    const { exitCode, out, error } = await project.run('inspect', 'uses', 'goes to the east')
    expect(exitCode).toBe(0)
    const uses = JSON.parse(out)
    expect(uses).toMatchObject({
      title: 'Timber goes to the east',
      url: 'https://press.example/timber',
      notes: [{ seed: 'seeds/north.md', note: '1', line: 5 }],
      places: [{ line: 3, sentence: 'China bought 12,000 tons of timber in March 2021.' }],
    })
    const analyst = uses.briefs.find(({ brief }: { brief: string }) => brief === 'china/analyst')
    expect(analyst.parts).toMatchObject({ sections: 1, figures: 1 })
    const sum = Object.values<number>(analyst.parts).reduce((total, count) => total + count, 0)
    expect(analyst.places).toBe(sum)
    expect(error).not.toContain('cited at')
  })

  test('--explain says it in words, on stderr', async () => {
    const { out, error } = await project.run('inspect', 'uses', 'tea together', '--explain')
    expect(JSON.parse(out).notes).toHaveLength(1)
    expect(error).toMatch(/cited at 1 place:\n +seeds\/north\.md:3:\d+, note 2\n +China pays well\.\n/)
    expect(error).toMatch(/china\/analyst: \d+ places? \(.*sections 1/)
  })

  test('without a work, the whole map, as the edition has it', async () => {
    const { out } = await project.run('inspect', 'uses')
    await project.run('build', '--format', 'html')
    expect(out).toBe(project.read('out/bibliography/uses.json'))
    const manifest = JSON.parse(project.read('out/manifest.json'))
    expect(manifest.outputs.map(({ path }: { path: string }) => path)).toContain('bibliography/uses.json')
    expect(project.read('out/index.html')).toContain('href="bibliography/uses.json"')
    const list = await project.run('inspect', 'uses', '--explain')
    expect(list.error).toMatch(/^press2021-\w+ +1 place, \d briefs? +Timber goes to the east$/m)
  })

  test('words that fit several works list them, and end with 2', async () => {
    const { exitCode, out, error } = await project.run('inspect', 'uses', 'timber')
    expect([exitCode, out]).toEqual([2, ''])
    expect(error).toMatch(/work-ambiguous +“timber” fits 2 works\n.*Timber goes to the east.*Timber and tea/)
  })

  test('words that fit none name what is near, and end with 2', async () => {
    const { exitCode, error } = await project.run('inspect', 'uses', 'Timbre goes to the east')
    expect(exitCode).toBe(2)
    expect(error).toMatch(/unknown-work .*\n.*Did you mean press2021-\w+ \(Timber goes to the east\)/)
  })

  test('--help shows examples', async () => {
    expect((await project.run('inspect', 'uses', '--help')).out).toContain('briefwright inspect uses')
  })
})
