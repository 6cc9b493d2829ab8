/** An invented project is built for real, and its edition is tampered with in every way that a reader could suffer from. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'hast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadConfig } from '../../pipeline/config.ts'
import type { Config } from '../../pipeline/contract/config.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { readEdition } from '../../pipeline/publish/read-edition.ts'
import { renderOutput } from '../../pipeline/render-output/index.ts'
import { parse, read } from '../../pipeline/run.ts'
import { verifyEdition } from '../../pipeline/verify-edition/index.ts'
import { createProject, type TestProject } from '../project.ts'

const configuration = `title: Harbours of the north
publisher: The harbour office
themes:
  harbours:
    title: Harbours
    terms: [harbour, harbours, port]
audiences:
  executive:
  analyst:
  press:
`

const seed = `HARBOURS AND FERRIES

The harbour of Eastwick handled 412,600 tons of timber in
2021, which is 7.5% more than in the year before.1 In May 2021
the harbour of Eastwick and the port of Norvik signed a memo-
randum of understanding on ferries. The port of Norvik "spent
$4.5 million on two quays. It will build a third harbour basin
for 38 ships", said the harbour master Ada Lund.2

In January-September 2022 the harbours of the coast received
1,204 ferries. The port of Norvik took $2.3 million in dues
from them, and its share reached 31 percent.

1 Holm, K. Timber by sea / K. Holm. - Norvik: Quay Press, 2022. - P. 14.
2 Lund, A. The third basin [Electronic resource]. - 2021. - URL: https://example.org/basin
`

let project: TestProject
let config: Config
const clean = new Map<string, Uint8Array>()
const inOut = (file: string) => path.join(project.folder, 'out', file)

beforeAll(async () => {
  project = createProject()
  project.write('briefwright.yml', configuration)
  project.write('seeds/coast.txt', seed)
  project.write('seeds/coast.yml', 'title: Harbours and ferries\nlanguage: en\ndate: "2022-11"\n')
  expect(await project.run('build', '--no-cache')).toMatchObject({ exitCode: 0 })
  config = await loadConfig(project.folder, {}, {})
  for (const file of project.list('out').filter(name => /\.(?:html|pdf|json)$/.test(name)))
    clean.set(file, new Uint8Array(readFileSync(inOut(file))))
}, 60_000)
afterAll(() => project.remove())

beforeEach(() => {
  for (const [file, bytes] of clean) writeFileSync(inOut(file), bytes)
  project.write('seeds/coast.txt', seed)
})

async function verify(...options: string[]) {
  const { exitCode, out, error } = await project.run('verify', '--json', ...options)
  const report = JSON.parse(out)
  const faults: { file: string; rule: string; reason: string }[] = report.messages
  return { exitCode, error, report, faults, rules: [...new Set(faults.map(({ rule }) => rule))] }
}

/** Changes the HTML of a brief and leaves its PDF; the change must change something. */
function alter(file: string, from: string | RegExp, to: string): void {
  const before = project.read(`out/${file}`)
  const after = before.replace(from, to)
  expect(after).not.toBe(before)
  project.write(`out/${file}`, after)
}

const analyst = 'briefs/harbours/analyst.html'

describe('an edition as it was built', () => {
  test('is proved whole, in HTML and in print, and says so', async () => {
    const { exitCode, error, report, faults } = await verify('--strict')
    expect(faults).toEqual([])
    expect(exitCode).toBe(0)
    expect(report).toMatchObject({ ok: true, files: 7, prints: 3, corrected: 0 })
    expect(report.statements).toBeGreaterThan(40)
    expect(report.proved).toBe(report.statements)
    expect(report.compared).toBe(report.statements)
    expect(report.printed).toBeGreaterThan(30)
    expect(report.readings).toBeGreaterThan(10)
    expect(error).toMatch(/\d+ of \d+ statements in 7 files stand in the seeds[\s\S]*Proved in \d/)
  })

  test('is proved without a word where quiet is asked for, and in a folder of another name', async () => {
    expect(await project.run('verify', 'out', '--quiet')).toEqual({ exitCode: 0, out: '', error: '' })
  })

  test('has to be there', async () => {
    const { exitCode, error } = await project.run('verify', 'nowhere')
    expect(exitCode).toBe(2)
    expect(error).toContain('nowhere holds no edition to verify')
  })
})

test('every statement has a mark that leads to its sentence, or to its paragraph', () => {
  const pages = project.list('out').filter(name => /^briefs.*html$/.test(name))
  expect(pages).toHaveLength(3)
  for (const page of pages) {
    const html = project.read(`out/${page}`)
    const links = new Set([...html.matchAll(/href="[^"]*sources\/coast\.html#([^"]+)"/g)].map(match => match[1]))
    const shown = [...html.matchAll(/<(?:span|td)[^>]*? data-from="\.([^"]+)"/g)]
    const quoted = [...html.matchAll(/data-in="\.([^"]+)"/g)]
    const ids = new Set([...shown, ...quoted].map(match => match[1] ?? ''))
    expect(ids.size).toBeGreaterThan(2)
    expect([...ids].filter(id => !links.has(id) && !links.has(id.replace(/\.\d+$/, '')))).toEqual([])
  }
})

test('what an overlay put in is let pass, counted and said', async () => {
  const other = createProject()
  other.write('briefwright.yml', configuration)
  other.write('seeds/coast.txt', seed)
  other.write('seeds/coast.yml', 'replace:\n  - line: 3\n    from: 412,600\n    to: 412,900\n')
  expect((await other.run('build', '--format', 'html')).exitCode).toBe(0)
  const { exitCode, out, error } = await other.run('verify', '--json')
  other.remove()
  expect(exitCode).toBe(0)
  expect(JSON.parse(out).corrected).toBeGreaterThan(0)
  expect(error).toMatch(/\d+ characters that an overlay put in/)
})

describe('what is not the seed’s is caught', () => {
  test('a digit altered in a sentence, said with the place and what differs', async () => {
    alter(analyst, /(<span data-from[^>]*>The harbour of Eastwick handled 41)2/, '$19')
    const { exitCode, faults } = await verify()
    expect(exitCode).toBe(1)
    const [fault] = faults.filter(({ rule }) => rule === 'statement-is-in-seed')
    expect(fault).toMatchObject({ file: 'out/briefs/harbours/analyst.html' })
    expect(fault?.reason).toContain('“The harbour of Eastwick handled 419,600 tons')
    expect(fault?.reason).toContain('seeds/coast.txt:3:33: “419,600” stands for “412,600”')
  })

  test('a figure that is words of its sentence, but not the figure', async () => {
    alter(analyst, /(data-figure>)1,204 ferries/, '$11,204')
    expect((await verify()).rules).toEqual(['figure-is-in-statement'])
  })

  test('a word that was dropped', async () => {
    alter(analyst, 'a third harbour basin', 'a third basin')
    const { faults } = await verify()
    expect(faults.map(({ reason }) => reason).join('\n')).toContain('“harbour” is left out')
  })

  test('a sentence under the name of another', async () => {
    alter(analyst, /(<span data-from="\.p1\.)1"/, '$12"')
    expect((await verify()).faults.map(({ reason }) => reason).join('\n')).toContain(
      'is shown as words of coast-p1.2, but they are coast-p1.1 at seeds/coast.txt:3:1',
    )
  })

  test('a date, a period and a speaker that the seeds do not give', async () => {
    alter(analyst, /(data-reading=date>)May 2021/, '$1June 2021')
    alter(analyst, /(data-reading=period>)January – September/, '$1January – October')
    alter(analyst, /(data-reading=speaker>[^<]*)Lund/, '$1Lind')
    const { rules, faults } = await verify()
    expect(rules).toEqual(expect.arrayContaining(['reading-agrees-with-seed', 'statement-is-in-seed']))
    expect(faults.map(({ reason }) => reason).join('\n')).toContain(
      'The date “June 2021” is shown, but coast-p1.2 gives “May 2021”',
    )
  })

  test('a mark that leads to no place on the source page', async () => {
    alter('sources/coast.html', 'id="p1.1"', 'id="elsewhere"')
    expect((await verify()).rules).toEqual(['place-is-on-source-page'])
  })

  test('a number that a template’s author typed in, as a warning', async () => {
    alter(analyst, '<dl class="counts"', '<p>Ports earned $5 million.</p><dl class="counts"')
    const { exitCode, faults } = await verify()
    expect(exitCode).toBe(0)
    expect(faults).toMatchObject([
      { rule: 'number-has-origin', reason: expect.stringContaining('Ports earned $5 million') },
    ])
    expect((await verify('--strict')).exitCode).toBe(1)
  })

  test('a seed that has changed since, though no brief shows what changed', async () => {
    project.write('seeds/coast.txt', seed.replace('Quay Press', 'Dock Press'))
    expect((await verify()).rules).toEqual(['edition-matches-seeds'])
  })

  test('a page that is gone', async () => {
    alter('manifest.json', '"briefs/harbours/press.pdf"', '"briefs/harbours/poster.pdf"')
    expect((await verify()).rules).toEqual(['edition-is-whole'])
  })
})

describe('a PDF that is not its page is caught', () => {
  /** Prints an altered page, and puts the PDF beside the page as it was. */
  async function printAltered(file: string, from: string | RegExp, to: string): Promise<void> {
    const html = project.read(`out/${file}`)
    const altered = html.replace(from, to)
    expect(altered).not.toBe(html)
    const page = { path: file, html: altered, title: 'x', language: 'en', formats: ['pdf'] as const }
    const [pdf] = (await renderOutput([page], { ...config, cache: false })).value
    project.write(`out/${pdf?.path}`, pdf?.bytes ?? '')
  }

  test.each([
    ['a digit of a sentence', /(<span data-from[^>]*>The harbour of Eastwick handled 41)2/, '$19'],
    ['a digit of a value', /(data-figure>\$)4\.5/, '$14.6'],
    ['a digit of a reference', 'Quay Press, 2022', 'Quay Press, 2023'],
    ['a page number of the contents', 'data-page-of="annex"', 'data-page-of="key-figures"'],
    ['a digit of a period', /(data-reading=period>)2021/, '$12020'],
    ['a sentence that is left out', /<span data-from[^>]*>The harbour of Eastwick handled[^<]*/, '<span>'],
  ])(
    '%s',
    async (_what, from, to) => {
      await printAltered(analyst, from, to)
      const { exitCode, rules, faults } = await verify()
      expect(exitCode).toBe(1)
      expect(rules).toEqual(['pdf-matches-html'])
      expect(faults[0]).toMatchObject({
        file: 'out/briefs/harbours/analyst.pdf',
        reason: expect.stringMatching(/^Page \d/),
      })
    },
    30_000,
  )

  test('a file that is no PDF', async () => {
    project.write('out/briefs/harbours/press.pdf', 'no PDF')
    expect((await verify()).faults).toMatchObject([{ rule: 'pdf-matches-html', reason: 'The PDF cannot be read' }])
  })
})

test('any one character of any claimed stretch, changed for another, is caught', async () => {
  const { manifest, files } = await readEdition(config)
  const { value: documents } = await parse(await read(config), config)
  const evidence = extractEvidence(
    documents.map(document => ({ ...document, citations: [] })),
    config,
  ).value
  const pages = files.filter(({ path: name }) => /^briefs.*html$/.test(name))
  const texts = new Map(
    pages.map(({ path: name, bytes }) => [
      name,
      Buffer.from(bytes)
        .toString('utf8')
        .replace(/<style>[\s\S]*?<\/style>/, ''),
    ]),
  )
  const places = [...texts].flatMap(([name, html]) => listClaimed(html).map(offset => ({ name, offset })))
  const prove = async (name: string, html: string) => {
    const others = files.filter(({ path: other }) => other.startsWith('sources/'))
    const material = {
      documents,
      evidence,
      manifest: { ...manifest, outputs: [] },
      files: [...others, { path: name, bytes: Buffer.from(html) }],
    }
    return (await verifyEdition(material, config)).messages
  }
  for (const [name, html] of texts) expect(await prove(name, html)).toEqual([])
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...places),
      fc.constantFrom(...'0123456789aeXж.,;-"%$'),
      async ({ name, offset }, other) => {
        const html = texts.get(name) ?? ''
        fc.pre(html[offset] !== other)
        const altered = `${html.slice(0, offset)}${other}${html.slice(offset + 1)}`
        expect(await prove(name, altered)).not.toEqual([])
      },
    ),
    { numRuns: 150 },
  )
})

/** Offsets of the characters, white space aside, that stand in claimed words and not in the frame's marks among them. */
function listClaimed(html: string): readonly number[] {
  const offsets: number[] = []
  const walk = (node: Nodes, claimed: boolean) => {
    if (node.type === 'text') {
      const start = node.position?.start.offset ?? 0
      const isPlain = html.slice(start, start + node.value.length) === node.value
      if (claimed && isPlain) for (const { index } of node.value.matchAll(/[^\s&]/g)) offsets.push(start + index)
    }
    if (node.type !== 'element' && node.type !== 'root') return
    const { dataFrom, dataIn, dataHeading, dataFrame } = node.type === 'element' ? node.properties : {}
    const isClaim = dataFrom !== undefined || dataIn !== undefined || dataHeading !== undefined
    for (const child of node.children) walk(child, dataFrame === undefined && (claimed || isClaim))
  }
  walk(unified().use(rehypeParse).parse(html), false)
  return offsets
}
