import { cpSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { createProject, type TestProject } from '../project.ts'

let project: TestProject
beforeAll(() => {
  project = createProject()
})
afterAll(() => project.remove())

const fishery = `# Fish

Norway sells salmon to Japan. Norwegian boats land in Bergen. Norway keeps quotas.

Bergen is where Norwegian salmon is sold. The fish market of Bergen belongs to Norway. Norway pays for it.

Iceland sells cod. Icelandic boats are small. The weather is bad in Iceland. Iceland has no trains.

Peru sells anchovies. The boats of Peru are large, as a minister of Peru said.

Peru and Iceland do not trade. Iceland is far. Peru is farther.

Peru sells fish meal too. Its price rose.

A list of ports: Vigo, Oran, Norway, Iceland and Peru.

The sea is cold.

Nets are made of nylon.

Tides are strong in spring.
`

function configure(theme: string): void {
  project.write('briefwright.yml', `title: Fish\nthemes:\n  fish:\n${theme}`)
}

describe('theme suggest', () => {
  beforeAll(() => {
    project.write('seeds/fish.md', fishery)
    configure('    title: Fish\n    terms: [cod]\n')
  })

  test('proposes a theme that can be pasted and used', async () => {
    const { exitCode, out } = await project.run('theme', 'suggest', 'norway')
    expect(exitCode).toBe(0)
    const { norway } = parse(out)
    expect(norway).toMatchObject({ title: 'Norway', terms: ['Norway'], aliases: ['Norwegian'], related: { Bergen: 1 } })
    expect(out).toMatch(/named in 3 of 10 paragraphs/)
    expect(out).toMatch(/Bergen: 1 +# 3 of 3 sentences/)
    project.write('briefwright.yml', `title: Fish\nthemes:\n${out}`)
    const passages = await project.run('inspect', 'passages')
    expect(JSON.parse(passages.out)[0]).toMatchObject({ theme: 'norway', grade: 'about' })
    configure('    title: Fish\n    terms: [cod]\n')
  })

  test('without words proposes what no theme covers', async () => {
    configure('    title: Norway\n    terms: [Norway, Norwegian]\n    related: [Bergen]\n')
    const { exitCode, out } = await project.run('theme', 'suggest')
    expect(exitCode).toBe(0)
    expect(Object.keys(parse(out))).toEqual(['iceland', 'peru'])
  })

  test('of a word that is nowhere names what begins alike', async () => {
    const { exitCode, out, error } = await project.run('theme', 'suggest', 'icicle')
    expect([exitCode, out]).toEqual([1, ''])
    expect(error).toMatch(/No sentence of the seeds holds "icicle" in any form/)
    expect((await project.run('theme', 'suggest', 'perugia')).error).toMatch(/The seeds hold Peru/)
  })

  test('says the same twice', async () => {
    const [one, two] = [await project.run('theme', 'suggest'), await project.run('theme', 'suggest')]
    expect(one.out).toBe(two.out)
  })
})

describe('a theme with a mistake names its place', () => {
  test.each<[string, string, RegExp]>([
    [
      'a phrase of one word',
      '    phrases: [cod]\n',
      /themes\.fish\.phrases\[0\] must be of several words|phrases must/,
    ],
    ['a star inside a word', '    aliases: [c*d]\n', /themes\.fish\.aliases/],
    [
      'a context that is no key',
      '    contexts: { needed: [sea] }\n',
      /There is no setting named themes\.fish\.contexts\.needed/,
    ],
    [
      'contexts in one line of text',
      '    contexts: { required: sea }\n',
      /themes\.fish\.contexts\.required must be a list of terms/,
    ],
    [
      'a name in doubt that is no term',
      '    contexts: { names: [cot], required: [sea] }\n',
      /themes\.fish\.contexts\.names\[0\] must be one of the terms/,
    ],
    ['a minimum that is no number', '    minimum: high\n', /themes\.fish\.minimum must be a number/],
  ])('%s', async (_name, theme, reason) => {
    configure(`    title: Fish\n    terms: [cod]\n${theme}`)
    const { exitCode, error } = await project.run('inspect', 'passages')
    expect(exitCode).toBe(2)
    expect(error).toMatch(reason)
    expect(error).toMatch(/briefwright\.yml:6:/)
  })
})

describe('inspect passages --explain', () => {
  test('says why a paragraph was taken or missed, on stderr alone', async () => {
    configure('    title: Norway\n    terms: [Norway, Norwegian]\n    related: [price]\n    minimum: 0.1\n')
    const { exitCode, out, error } = await project.run('inspect', 'passages', '--explain', '--quiet')
    expect(exitCode).toBe(0)
    expect(JSON.parse(out)).toHaveLength(3)
    expect(error).toMatch(/^fish: 2 about, 1 mentions, 1 missed, 6 without a word of it$/m)
    expect(error).toMatch(/fish-p1 {2}about {2}\d\.\d\d/)
    expect(error).toMatch(/found {2}Norway 1 × 2, Norwegian 1 × 1$/m)
    expect(error).toMatch(/only related names, and the theme is not being spoken of/)
  })

  test('says which name was set aside and why', async () => {
    configure('    title: Peru\n    terms: [Peru]\n    contexts: { required: [anchovy], excluded: [Iceland] }\n')
    const { out, error } = await project.run('inspect', 'passages', '--explain', '--quiet')
    expect(JSON.parse(out)).toHaveLength(1)
    expect(error).toMatch(/"Peru" 2 times does not count: "Iceland" stands there/)
    expect(error).toMatch(/"Peru" once does not count: none of the required contexts stands there/)
  })
})

test('themes that nobody prepared for find their passages in the first seed', async () => {
  cpSync(path.join(import.meta.dirname, '../../seeds'), path.join(project.folder, 'seeds'), { recursive: true })
  project.write('briefwright.yml', 'title: T\nthemes:\n  turkey:\n    title: Turkey\n    terms: [Turkey, Turkish]\n')
  const { out } = await project.run('inspect', 'passages')
  const passages = JSON.parse(out).filter(({ seed }: { seed: string }) => !seed.endsWith('fish.md'))
  const of = (wanted: string) =>
    passages.flatMap(({ id, grade }: { id: string; grade: string }) => (grade === wanted ? [id.split('-').at(-1)] : []))
  expect(of('about')).toEqual(['p12', 'p13', 'p14', 'p82', 'p90'])
  expect(of('mentions')).toEqual(['p1', 'p8', 'p10', 'p27', 'p87'])
})
