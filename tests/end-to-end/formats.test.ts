import { readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { makePages } from '../parse-documents/make-pdf.ts'
import { createProject, type TestProject } from '../project.ts'
import { makeWord, note, p, r, ref } from '../word-file.ts'

const first = 'Trade between Belarus and China grew by 12 percent in 2021.'
const second = 'Exports to China reached $900 million in 2022.'
const work = 'Lind M. Harbours. Vellmar: Quay Press, 2022. P. 14.'
const raised = (number: number) => `7 Ts /F 7 Tf (${number}) Tj 0 Ts /F 12 Tf`

/** One paper in every format; its second note is lost. */
const seeds: Readonly<Record<string, string | Uint8Array>> = {
  'text.txt': `Trade of the text\n\n${first}1\n\n${second}2\n\n____________________\n1 ${work}\n`,
  'marked.md': `# Trade of the marks\n\n${first}[^1]\n\n${second}[^2]\n\n[^1]: ${work}\n`,
  'page.html': `<!doctype html><html lang="en"><title>Trade of the page</title><body><h1>Trade of the page</h1>\n<p>${first}<a href="#fn1" id="r1"><sup>1</sup></a></p>\n<p>${second}<a href="#fn2" id="r2"><sup>2</sup></a></p>\n<ol><li id="fn1">${work} <a href="#r1">↩</a></li></ol>`,
  'word.docx': makeWord({
    body:
      p('Trade of the words', '<w:pStyle w:val="Heading1"/>') +
      p(r(first) + ref(1)) +
      p(`<w:r><w:br w:type="page"/></w:r>${r(second)}${ref(2)}`),
    footnotes: note(1, work),
  }),
  'print.pdf': makePages(
    `BT /F 20 Tf 50 650 Td (Trade of the print) Tj /F 12 Tf 0 -40 Td (${first}) Tj ${raised(1)} 0 -40 Td (${second}) Tj ${raised(2)} ET BT /F 9 Tf 50 60 Td (1. ${work}) Tj ET`,
    'BT /F 20 Tf 50 650 Td (Annex) Tj /F 12 Tf 0 -40 Td (A page of its own.) Tj ET',
  ),
}

let project: TestProject
let built: Awaited<ReturnType<TestProject['run']>>
beforeAll(async () => {
  project = createProject()
  for (const [name, content] of Object.entries(seeds)) project.write(`seeds/${name}`, content)
  built = await project.run('build', '--format', 'html', '--theme', 'china', '--audience', 'analyst')
})
afterAll(() => project.remove())

test('a project with a seed of each format is built, and every brief and page knows its place', () => {
  expect(built.exitCode).toBe(0)
  const places = {
    text: 'Source: lines 3',
    marked: 'Source: lines 3',
    page: 'Source: lines 2',
    word: 'Source: page 1, paragraph 2',
    print: 'Source: page 1, paragraph 2',
  }
  const labels = (id: string) =>
    [...project.read(`out/sources/${id}.html`).matchAll(/aria-label="(Source: [^"]+)"/g)].map(([, label]) => label)
  for (const [id, place] of Object.entries(places)) expect(labels(id)).toContain(place)
  const brief = project.read('out/briefs/china/analyst.html')
  for (const id of Object.keys(places)) expect(brief.includes(`sources/${id}.html#`)).toBe(true)
  expect(brief.match(/\$900 million/g)?.length).toBeGreaterThanOrEqual(5)
})

test.each([
  ['text.txt', 'seeds/text.txt:5:47'],
  ['marked.md', 'seeds/marked.md:5:47'],
  ['page.html', 'seeds/page.html:3:50'],
  ['word.docx', 'seeds/word.docx, paragraph 3'],
  ['print.pdf', 'seeds/print.pdf, line 3 of its text'],
])('a message on %s says where', (name, place) => {
  const own = built.error.split(/^(?=seeds\/)|^$/m).find(part => part.startsWith(`seeds/${name}`)) ?? ''
  expect(own).toContain(`footnote-is-defined  Note 2 has no text in the seed\n    at ${place}`)
  expect(own.match(/footnote-is-defined/g)).toHaveLength(1)
})

describe('inspect ast', () => {
  test.each(Object.keys(seeds))('of %s: the tree, and the lost note', async name => {
    const { exitCode, out, error } = await project.run('inspect', 'ast', `seeds/${name}`)
    expect(exitCode).toBe(0)
    const types = JSON.parse(out).children.map(({ type }: { type: string }) => type)
    expect(types.slice(0, 3)).toEqual(['heading', 'paragraph', 'paragraph'])
    expect(types.filter((type: string) => type === 'footnoteDefinition')).toHaveLength(1)
    expect(error).toContain('Note 2 has no text in the seed')
  })

  test.each(Object.keys(seeds))('--explain of %s says why, or that its format needs no reasons', async name => {
    const { exitCode, out, error } = await project.run('inspect', 'ast', `seeds/${name}`, '--explain')
    expect(exitCode).toBe(0)
    const { data } = JSON.parse(out)
    if (/\.(?:txt|pdf)$/.test(name)) {
      expect(error).toMatch(/^\d+:\d+ +taken +marker +1 /m)
      expect(data.explanation.length).toBeGreaterThan(1)
    } else {
      expect(error).toContain(`seeds/${name}: its format has notes of its own`)
      expect(data?.explanation).toBeUndefined()
    }
  })

  const locked = path.join(import.meta.dirname, '../fixtures/pdf/locked/user-password.pdf')
  test.each<[string, string | Uint8Array, RegExp]>([
    ['locked.pdf', readFileSync(locked), /seed-is-readable {2}The PDF is encrypted/],
    ['torn.pdf', (seeds['print.pdf'] as Uint8Array).subarray(0, 200), /seed-(?:is-readable|has-text) {2}.*PDF/],
    ['scan.pdf', makePages('q 400 0 0 600 50 50 cm /I Do Q'), /seed-has-text {2}The PDF holds images and no text/],
    ['torn.docx', (seeds['word.docx'] as Uint8Array).subarray(0, 900), /seed-is-readable {2}The file is cut off/],
    ['other.docx', 'Just words.', /seed-is-readable/],
    ['bytes.txt', Uint8Array.from({ length: 4096 }, (_, index) => (index * 37) % 256), /seed-is-readable .*binary/],
    ['empty.html', '<!doctype html><title>x</title><script>1</script>', /seed-has-text/],
  ])('of %s, which cannot be read: one message and exit code 1', async (name, content, reason) => {
    project.write(`elsewhere/${name}`, content)
    for (const options of [[], ['--explain']]) {
      const { exitCode, out, error } = await project.run('inspect', 'ast', `elsewhere/${name}`, ...options)
      expect([exitCode, out]).toEqual([1, ''])
      expect(error).toMatch(reason)
      expect(error.match(/^ {2}(?:error|warning) /gm)).toHaveLength(1)
      expect(error).not.toMatch(/\n\s+at .*\.(?:ts|mjs|js):\d+/)
    }
  })
})
