import { cpSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createProject, type TestProject } from '../project.ts'

const good = `Trade with China\n\nTrade between Belarus and China grew by 12 percent in 2021, a ministry report says.1 China bought more timber from Belarus than any other country in that year.\n\n__________\n1 Ministry of Trade, Annual Report (Minsk, 2022), p. 4.\n`

let project: TestProject
beforeEach(() => {
  project = createProject({ ownTemplates: true })
  project.write('seeds/good.txt', good)
  project.write('out/manifest.json', '{"generator":"briefwright"}')
  project.write('out/index.html', 'the edition before')
})
afterEach(() => project.remove())

const quick = ['--format', 'html', '--quiet']

/** One message that names the file, no stack trace, and the edition before as it was. */
function expectRefusal(result: { readonly error: string }, ...mentions: readonly (string | RegExp)[]) {
  for (const mention of mentions) expect(result.error).toMatch(mention)
  expect(result.error).not.toMatch(/\n\s+at .*\.(?:ts|mjs|js):\d+/)
  expect(result.error).not.toContain('error internal')
  expect(project.read('out/index.html')).toBe('the edition before')
  expect(project.list('.').filter(name => name.startsWith('.out-'))).toEqual([])
}

describe('a seed that cannot be read', () => {
  test.each<[string, string | Uint8Array, RegExp]>([
    ['an empty file', '', /empty/],
    ['white space', ' \n\n\t\n', /white space/],
    ['binary data', Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256), /binary/],
    [
      'invalid UTF-8',
      Buffer.concat([Buffer.from('One line.\nTwo '), Buffer.from([0xff, 0xc0]), Buffer.from(' lines.\n')]),
      /not valid UTF-8: byte 15, on line 2/,
    ],
    ['a file over the limit', 'x'.repeat(65_000_000), /65 MB are more than the 64 MB/],
  ])('%s', async (_name, content, reason) => {
    project.write('seeds/bad.txt', content)
    const result = await project.run('build', ...quick)
    expect(result.exitCode).toBe(1)
    expectRefusal(result, /seeds\/bad\.txt/, reason, /seed-(?:is-readable|has-text|fits)/)
    expect(result.error.match(/seeds\/bad\.txt$/gm)).toHaveLength(1)
  })

  test('two files of one name', async () => {
    project.write('seeds/good.md', '# Other\n\nText.\n')
    const result = await project.run('build', ...quick)
    expect(result.exitCode).toBe(1)
    expectRefusal(result, /good\.md|good\.txt/, /seed-name-is-unique/)
  })

  test('a sidecar with a mistake', async () => {
    project.write('seeds/good.yml', 'title: Good\ndate: soon\n')
    const result = await project.run('build', ...quick)
    expect(result.exitCode).toBe(2)
    expectRefusal(result, /seeds\/good\.yml:2:7/, /date must be a date/)
  })
})

describe('a seed that is odd but text', () => {
  test.each<[string, string | Uint8Array, RegExp | undefined]>([
    ['UTF-16 with a byte order mark', Buffer.from(`\uFEFF${good}`, 'utf16le'), undefined],
    ['UTF-16 without one', Buffer.from(good, 'utf16le'), undefined],
    ['a byte order mark', `\uFEFF${good}`, undefined],
    ['no notes', 'Trade with China\n\nTrade between Belarus and China grew in 2021.\n', /seed-has-notes/],
    ['notes out of order', 'China sold more.[^2] China bought less.[^1]\n\n[^1]: One.\n[^2]: Two.\n', /footnote-order/],
  ])('%s is built', async (_name, content, message) => {
    project.write(message && String(content).includes('[^') ? 'seeds/odd.md' : 'seeds/odd.txt', content)
    const result = await project.run('build', '--format', 'html', '--verbose', '--theme', 'china')
    expect(result.exitCode).toBe(0)
    if (message) expect(result.error).toMatch(message)
    expect(project.read('out/index.html')).toContain('China')
  })

  test('HTML, scripts and template syntax are shown as text', async () => {
    const hostile = `Trade with <b>China</b>\n\nChina grew by 12 percent in 2021 <script>alert("1")</script> and {{brief.title}} {{{raw}}} {{> partial}} & more, a report of China says.1\n\n__________\n1 <img src=x onerror=alert(2)> {{constructor}}, Annual Report (Minsk, 2022), p. 4.\n`
    project.write('seeds/good.txt', hostile)
    project.write('seeds/good.yml', 'title: "<script>alert(3)</script> {{title}}"\n')
    const result = await project.run('build', '--format', 'html', '--quiet')
    expect(result.exitCode).toBe(0)
    for (const page of project.list('out').filter(name => name.endsWith('.html'))) {
      const html = project.read(`out/${page}`)
      // Two pages have a script of their own, with data that holds no tag.
      const words = html.replace(/<script(?: type="application\/json" id="search-data")?>[\s\S]*?<\/script>/g, '')
      expect(words).not.toMatch(/<script|<img (?!src="data:)|<b>China/i)
      expect(html.match(/<script/g)?.length ?? 0).toBe({ 'search.html': 2, 'bibliography/index.html': 1 }[page] ?? 0)
    }
    const analyst = project.read('out/briefs/china/analyst.html')
    expect(analyst).toContain('&lt;script&gt;')
    expect(analyst).toContain('{{brief.title}}')
  })
})

test('a seeds folder without a document', async () => {
  rmSync(path.join(project.folder, 'seeds/good.txt'))
  project.write('seeds/old.doc', 'PK')
  const result = await project.run('build', ...quick)
  expect(result.exitCode).toBe(1)
  expectRefusal(result, /project-has-seeds/)
  expect((await project.run('check', '--verbose')).error).toMatch(/seed-is-known.*\n.*|old\.doc/)
})

describe('wrong configuration', () => {
  test.each<[string, () => void, readonly string[], readonly RegExp[]]>([
    ['an unknown theme', () => undefined, ['--theme', 'mars'], [/no theme named mars/, /china, kazakhstan, fez/]],
    [
      'an unknown audience',
      () => undefined,
      ['--audience', 'children'],
      [/no audience named children/, /executive, analyst, press/],
    ],
    [
      'YAML that is none',
      () => project.write('briefwright.yml', 'title: A\nthemes:\n  china: [\n'),
      [],
      [/briefwright\.yml:\d+:\d+/, /not valid YAML/],
    ],
    [
      'an unknown setting',
      () =>
        project.write(
          'briefwright.yml',
          'title: A\nthemes:\n  china:\n    title: China\n    terms: [China]\n    colour: red\n',
        ),
      [],
      [/briefwright\.yml:6/, /themes\.china\.colour/],
    ],
    [
      'no themes',
      () => project.write('briefwright.yml', 'title: A\nthemes: {}\n'),
      [],
      [/themes must hold at least one theme/],
    ],
    [
      'a broken template',
      () => project.write('templates/audiences/press/brief.hbs', '<main>\n{{#if brief.title}}\n</main>\n'),
      [],
      [/templates\/audiences\/press\/brief\.hbs:\d/],
    ],
    [
      'a template that asks for what is not there',
      () => project.write('templates/audiences/press/brief.hbs', '<main>\n{{brief.tilte}}\n</main>\n'),
      [],
      [/templates\/audiences\/press\/brief\.hbs/, /tilte/],
    ],
    [
      'a citation style that is none',
      () => project.write('templates/styles/gost-r-7-0-5-2008-numeric.csl', 'not XML'),
      [],
      [/gost-r-7-0-5-2008-numeric\.csl/, /no CSL style/],
    ],
    ['an output folder that holds the project', () => undefined, ['--out', '.'], [/holds the project/]],
    [
      'an output folder that holds other files',
      () => project.write('mine/letter.txt', 'Dear'),
      ['--out', 'mine'],
      [/holds files that are no edition/],
    ],
    [
      'an output folder that cannot be made',
      () => writeFileSync(path.join(project.folder, 'file'), ''),
      ['--out', 'file/out'],
      [/output folder cannot be written/],
    ],
    ['an option that is none', () => undefined, ['--jobs', 'many'], [/--jobs/, /whole number/]],
    [
      'a theme without terms',
      () => project.write('briefwright.yml', 'title: A\nthemes:\n  china:\n    title: China\n    terms: []\n'),
      [],
      [/themes\.china\.terms must name at least one term/],
    ],
    [
      'a term of nothing',
      () => project.write('briefwright.yml', 'title: A\nthemes:\n  china:\n    title: China\n    terms: ["*"]\n'),
      [],
      [/briefwright\.yml:5/, /terms/],
    ],
    [
      'an audience folder with an odd name',
      () =>
        renameSync(
          path.join(project.folder, 'templates/audiences/press'),
          path.join(project.folder, 'templates/audiences/The Press'),
        ),
      [],
      [/The Press/, /lower-case/],
    ],
    [
      'a date that is none',
      () => project.write('briefwright.yml', `date: "2023-13-45"\n${project.read('briefwright.yml')}`),
      [],
      [/date must be a date/],
    ],
  ])('%s', async (_name, prepare, argv, mentions) => {
    prepare()
    const result = await project.run('build', ...quick, ...argv)
    expect(result.exitCode).toBe(2)
    expectRefusal(result, ...mentions)
  })

  test('a folder without a configuration', async () => {
    const result = await project.run('check', '--project', 'seeds')
    expect(result.exitCode).toBe(2)
    expect(result.error).toMatch(/There is no briefwright\.yml/)
  })

  test('no seeds folder', async () => {
    project.write(
      'briefwright.yml',
      project.read('briefwright.yml').replace('themes:', 'folders: { seeds: none }\nthemes:'),
    )
    const result = await project.run('build', ...quick)
    expect(result.exitCode).toBe(2)
    expectRefusal(result, /seeds folder cannot be read: none/)
  })

  test('inspect of a file that is not there', async () => {
    const result = await project.run('inspect', 'ast', 'nowhere.txt')
    expect(result).toMatchObject({ exitCode: 2, out: '' })
    expect(result.error).toMatch(/There is no file .*nowhere\.txt/)
  })
})

test('warnings fail under --strict, and then nothing is published', async () => {
  project.write('seeds/good.txt', good.replace('1 Ministry of Trade, Annual Report (Minsk, 2022), p. 4.', ''))
  project.write('seeds/good.txt', 'China sold more.[^1]\n'.replace('[^1]', ' \uFFFD '))
  expect((await project.run('check')).exitCode).toBe(0)
  const strict = await project.run('build', ...quick, '--strict')
  expect(strict.exitCode).toBe(1)
  expectRefusal(strict, /text-is-undamaged/)
})

test('severity can be set in briefwright.yml', async () => {
  project.write('seeds/good.txt', `${good}\nBroken \uFFFD text of China.\n`)
  project.write(
    'briefwright.yml',
    project.read('briefwright.yml').replace('rules: {}', 'rules: { text-is-undamaged: error }'),
  )
  expect((await project.run('check')).exitCode).toBe(1)
  project.write(
    'briefwright.yml',
    project.read('briefwright.yml').replace('text-is-undamaged: error', "text-is-undamaged: 'off'"),
  )
  const off = await project.run('check')
  expect(off.exitCode).toBe(0)
  expect(off.error).not.toContain('text-is-undamaged')
})

describe('what is wrong with a later theme, when the first is being printed', () => {
  const build = async () => {
    cpSync(path.join(import.meta.dirname, '../../seeds'), path.join(project.folder, 'seeds'), { recursive: true })
    const temporary = path.join(project.folder, 'temporary')
    mkdirSync(temporary)
    vi.stubEnv('TMPDIR', temporary)
    const result = await project.run('build', '--no-cache')
    vi.unstubAllEnvs()
    expect(readdirSync(temporary).filter(name => name.startsWith('briefwright-'))).toEqual([])
    return result
  }

  test('a chart that cannot be drawn is refused, and the browser and its profile are gone', async () => {
    const file = 'templates/charts/zone-exports.yml'
    project.write(file, project.read(file).replace('type: bar', 'type: blob'))
    const result = await build()
    expect(result.exitCode).toBe(2)
    expectRefusal(result, /template-broken/, /zone-exports\.yml/, /The chart cannot be drawn/, /docs\/charts\.md/)
  })

  test('a message that is an error publishes nothing', async () => {
    const strict = 'rules: { figures-are-comparable: error }'
    project.write('briefwright.yml', project.read('briefwright.yml').replace('rules: {}', strict))
    const result = await build()
    expect(result.exitCode).toBe(1)
    expectRefusal(result, /error +figures-are-comparable/)
  })
})
