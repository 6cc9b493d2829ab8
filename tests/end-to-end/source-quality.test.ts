import { rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type LocalSite, startSite } from '../check-links/local-site.ts'
import { createProject, type TestProject } from '../project.ts'

const configuration = (more = '') => `title: Tests
themes:
  china: { title: China, terms: [China, Chinese] }
${more}`

/** Two seeds with each kind of thing to look at. */
const seeds: Readonly<Record<string, string>> = {
  'seeds/north.md': `# North

China bought 12,000 tons of timber in March 2021.[^1] China pays well. Chinese machines came in May 2021.[^2]

China was told of it too.[^9] A Chinese buyer came back.[^3]

[^1]: Timber goes to the east [Electronic resource]. - 2021. - URL: https://press.example/200
[^2]: Machines for the north [Electronic resource]. - 2022. - URL: https://press.example/2021/05/14/machines
[^3]: Buyers come back [Electronic resource]. - 2022. - URL: https://press.example/buyers-
[^4]: Nobody calls this [Electronic resource]. - 2020. - URL: https://press.example/404
`,
  'seeds/south.md': `# South

China sells tea to the south.[^1] China and tea.[^2]

[^1]: Timber goes to the east [Electronic resource]. - 2021. - URL: https://press.example/200
[^2]: Tea of the south [Electronic resource]. - 2022. - URL: https://press.example/moved
`,
}

/** A seed whose notes lead to the site of the test. */
const linkedSeed = (port: number) => `# Links

China one.[^1] China two.[^2] China three.[^3]

[^1]: Timber goes to the east [Electronic resource]. - 2021. - URL: http://127.0.0.1:${port}/200
[^2]: Machines for the north [Electronic resource]. - 2022. - URL: http://127.0.0.1:${port}/404
[^3]: Tea of the south [Electronic resource]. - 2022. - URL: http://127.0.0.1:${port}/moved
`

let site: LocalSite
let project: TestProject
beforeAll(async () => {
  site = await startSite()
  project = createProject()
  for (const [file, text] of Object.entries(seeds)) project.write(file, text)
  project.write('briefwright.yml', configuration())
})
afterAll(async () => {
  project.remove()
  await site.stop()
})

describe('check', () => {
  test('says how well sources and briefs hold up, after the messages', async () => {
    const { exitCode, out, error } = await project.run('check')
    expect([exitCode, out]).toEqual([0, ''])
    const report = error.slice(error.indexOf('\nSources\n'))
    expect(error.indexOf('year-agrees-with-url')).toBeLessThan(error.indexOf('\nSources\n'))
    expect(report).toContain('  seeds/north.md\n    4 notes cited: 2 read, 1 cut off (3), 1 lost (9)\n')
    expect(report).toContain('  2 seeds together\n    6 notes cited: 4 read, 1 cut off, 1 lost\n')
    expect(report).toContain('  4 works cited, 1 more in notes that no marker calls\n')
    expect(report).toMatch(
      /note 2: the address is of another year than the note prints \(2021, 2022\): http\S+\n +at seeds\/north\.md:8:1\n/,
    )
    expect(report).toMatch(/note 3: the address breaks off: http\S+\/buyers-\n/)
    expect(report).toMatch(/note 4: no marker calls it\n/)
    expect(report).toMatch(/china\/analyst +7 +4 +57% +1 +1 +1\n/)
  })

  test('gives the same as JSON under `sources`', async () => {
    const { sources } = JSON.parse((await project.run('check', '--json', '--quiet')).out)
    expect(sources.total).toEqual({
      notes: { cited: 6, resolved: 4, truncated: 1, missing: 1 },
      works: { cited: 4, uncited: 1 },
    })
    expect(sources.seeds.map(({ seed }: { seed: string }) => seed)).toEqual(['seeds/north.md', 'seeds/south.md'])
    expect(sources.findings.map(({ kind, line }: { kind: string; line: number }) => [kind, line])).toEqual([
      ['otherYear', 8],
      ['cutAddress', 9],
      ['uncited', 10],
    ])
    const analyst = sources.briefs.find(({ id }: { id: string }) => id === 'china/analyst')
    expect(analyst).toMatchObject({ statements: 7, backed: 4, share: 57, cut: 1, lost: 1, unsourced: 1 })
    expect(sources).not.toHaveProperty('links')
  })

  test('asks no address unless it is told to', () => {
    expect(site.hits).toEqual([])
  })
})

describe('the analyst brief', () => {
  test('shows the same numbers and findings, with links to the notes', async () => {
    await project.run('build', '--format', 'html')
    const html = project.read('out/briefs/china/analyst.html')
    const section = html.slice(html.indexOf('id="quality"'), html.indexOf('id="method"'))
    const text = section.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
    expect(text).toContain('This brief shows 7 statements of the sources. 57% of them have a note that was read whole.')
    expect(text).toContain('North 4 2 1, 2 1 3 1 9')
    expect(section).toContain('href="../../sources/north.html#note-2"')
    expect(text).toContain('Note 2 of “North”: the note prints 2022, but the address is of 2021.')
    expect(text).toContain('Note 4 of “North”: no marker in the text calls it.')
    expect(text).toMatch(/1 statement carries no note: North : l\. 3/)
    for (const [, seed, anchor] of section.matchAll(/href="\.\.\/\.\.\/sources\/(\w+)\.html#([\w-]+)"/g))
      expect(project.read(`out/sources/${seed}.html`)).toContain(`id="${anchor}"`)
  })

  test('and the short form of the others has no table', () => {
    const html = project.read('out/briefs/china/executive.html')
    expect(html).toContain('id="quality"')
    expect(html).not.toContain('class="table-notes"')
  })
})

describe('check --check-links', () => {
  beforeAll(() => {
    project.write('seeds/north.md', linkedSeed(site.port))
    rmSync(path.join(project.folder, 'seeds/south.md'))
  })
  const ask = (...argv: string[]) => project.run('check', '--check-links', ...argv)

  test('asks nobody on a private network, unless the configuration allows it', async () => {
    const { exitCode, error } = await ask('--verbose', '--no-cache')
    expect(exitCode).toBe(0)
    expect(error).toContain('3 addresses asked: 0 alive, 0 moved, 0 dead, 3 could not be checked')
    expect(error).toMatch(/info link-is-checked .*is not on the public network/)
    expect(site.hits).toEqual([])
  })

  test('reports what is dead and what has moved, and keeps the answers', async () => {
    project.write(
      'briefwright.yml',
      configuration(
        'folders: { cache: kept }\nlinks: { timeoutSeconds: 5, concurrency: 2, privateHosts: [127.0.0.1] }\n',
      ),
    )
    const first = await ask('--verbose')
    expect(first.error).toContain('3 addresses asked: 1 alive, 1 moved, 1 dead, 0 could not be checked')
    expect(first.error).toMatch(/warning link-is-alive {2}The address \S+\/404 answers 404\n +at seeds\/north\.md:6:1/)
    expect(first.error).toMatch(/info link-is-current {2}The address \S+\/moved has moved for good to \S+\/200/)
    const asked = site.hits.length
    const second = JSON.parse((await ask('--json', '--quiet')).out)
    expect(site.hits).toHaveLength(asked)
    expect(
      second.sources.links.map(({ state, cached }: { state: string; cached: boolean }) => [state, cached]),
    ).toEqual([
      ['alive', true],
      ['dead', true],
      ['moved', true],
    ])
    expect((await ask('--strict', '--quiet')).exitCode).toBe(1)
  })

  test('is no option of a build, whose bytes do not depend on the network', async () => {
    expect((await project.run('build', '--check-links')).exitCode).toBe(2)
  })

  test('a mistake in its settings is said with its line', async () => {
    project.write('briefwright.yml', configuration('links: { concurrency: 0 }\n'))
    const { exitCode, error } = await ask()
    expect(exitCode).toBe(2)
    expect(error).toMatch(/links\.concurrency must be at least 1\n +at briefwright\.yml:4:/)
  })
})
