import { cpSync } from 'node:fs'
import path from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '../../pipeline/contract/manifest.ts'
import { findPrintFaults, readHeadings } from '../print-faults.ts'
import { createProject, type TestProject } from '../project.ts'
import { compareOrder, listElements, listNodes, readHtml, readStructure, squeeze, textOf } from './read-structure.ts'

const root = path.join(import.meta.dirname, '../..')
const themes = ['china', 'kazakhstan', 'fez']
const audiences = ['executive', 'analyst', 'press']
const briefs = themes.flatMap(theme => audiences.map(audience => `briefs/${theme}/${audience}`))

let project: TestProject
let first: Awaited<ReturnType<TestProject['run']>>

beforeAll(async () => {
  project = createProject()
  cpSync(path.join(root, 'seeds'), path.join(project.folder, 'seeds'), { recursive: true })
  first = await project.run('build', '--no-cache', '--jobs', '2', '--json')
}, 120_000)
afterAll(() => project.remove())

const manifest = (): Manifest => JSON.parse(project.read('out/manifest.json'))

test('the build is clean but for warnings, says its stages, and prints its summary as JSON alone', () => {
  expect(first.exitCode).toBe(0)
  for (const stage of ['read-seeds', 'parse-documents', 'compose-brief', 'render-output', 'publish'])
    expect(first.error).toContain(stage)
  const summary = JSON.parse(first.out)
  expect(summary).toMatchObject({ ok: true, published: true })
  expect(summary.briefs).toHaveLength(9)
  const missing = summary.messages.filter(({ rule }: { rule: string }) => rule === 'footnote-is-defined')
  expect(missing).toHaveLength(1)
  expect(missing[0]).toMatchObject({ severity: 'warning', line: 652 })
  expect(missing[0].reason).toContain('25–112')
})

test('out/ holds every file the README names, and the manifest every file but itself and the portal', () => {
  const files = project.list('out').filter(name => path.extname(name) !== '' && name !== '.gitkeep')
  const expected = [
    ...briefs.flatMap(brief => [`${brief}.html`, `${brief}.pdf`, `${brief}.webp`]),
    'CITATION.cff',
    'bibliography/briefs.json',
    'bibliography/index.html',
    'bibliography/references.bib',
    'bibliography/references.json',
    'bibliography/references.ris',
    'bibliography/uses.json',
    ...themes.flatMap(theme => [`data/${theme}.csv`, `data/${theme}.json`]),
    'index.html',
    'manifest.json',
    'search.html',
    'sources/s9wlnf.html',
  ]
  expect(files).toEqual(expected.sort())
  expect(
    manifest()
      .outputs.map(file => file.path)
      .sort(),
  ).toEqual(expected.filter(name => name !== 'index.html' && name !== 'manifest.json').sort())
  expect(manifest().inputs[0]?.sha256).toBe('8415a0f56b92f52ba791edaa90c84e13cafae1fe954b10a4c8d3c0e33c9b4548')
})

describe('files are small', () => {
  // All that a theme has.
  const longest = ['briefs/china/analyst', 'briefs/fez/analyst']
  test.each(briefs)('%s', brief => {
    const html = project.read(`out/${brief}.html`).replaceAll(/@font-face\{[^}]*\}/g, '')
    expect(Buffer.byteLength(html)).toBeLessThan(300_000)
    const size = manifest().outputs.find(({ path: name }) => name === `${brief}.pdf`)?.bytes
    expect(size).toBeLessThan(longest.includes(brief) ? 1_000_000 : 500_000)
  })
})

describe('every link inside a page leads to an anchor, and every link to another page to a file and an anchor', () => {
  const anchorsOf = (file: string) =>
    new Set([...project.read(`out/${file}`).matchAll(/\sid="([^"]+)"/g)].map(match => match[1]))
  test.each([
    ...briefs.map(brief => `${brief}.html`),
    'index.html',
    'search.html',
    'bibliography/index.html',
    'sources/s9wlnf.html',
  ])('%s', file => {
    const html = project.read(`out/${file}`)
    const own = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1])
    expect(new Set(own).size).toBe(own.length)
    for (const [, id = ''] of html.matchAll(/\spopovertarget="([^"]+)"/g)) expect(own).toContain(id)
    const known = new Map<string, ReadonlySet<string | undefined>>()
    for (const [, href = ''] of html.matchAll(/\shref="([^"]+)"/g)) {
      if (/^(?:https?:|data:)/.test(href)) continue
      const [page = '', anchor] = href.split('#')
      const target = page === '' ? file : path.posix.normalize(path.posix.join(path.posix.dirname(file), page))
      if (!target.endsWith('.html')) {
        expect(project.list('out')).toContain(target)
        continue
      }
      if (!known.has(target)) known.set(target, anchorsOf(target))
      if (anchor) expect([href, known.get(target)?.has(anchor)]).toEqual([href, true])
    }
  })
})

describe('every PDF', () => {
  test.each(briefs)('%s is A4, tagged, titled, and numbered', async brief => {
    const data = new Uint8Array(
      Buffer.from(project.read(`out/${brief}.pdf`), 'utf8').length ? await readBytes(`out/${brief}.pdf`) : [],
    )
    const pdf = await getDocument({ data, verbosity: 0 }).promise
    const { info } = (await pdf.getMetadata()) as unknown as { info: Record<string, unknown> }
    expect(info.Title).toMatch(/brief$/)
    expect(info.Language).toBe('en')
    expect((await pdf.getMarkInfo())?.Marked).toBe(true)
    expect((await pdf.getOutline()).length).toBeGreaterThan(0)
    const page = await pdf.getPage(1)
    expect(page.view.map(Math.round)).toEqual([0, 0, 595, 842])
    const text = (await page.getTextContent()).items.map(item => ('str' in item ? item.str : '')).join(' ')
    expect(text.replace(/\s+/g, ' ')).toContain(`1 / ${pdf.numPages}`)
    expect(pdf.numPages).toBe(manifest().outputs.find(output => output.path === `${brief}.pdf`)?.pages)
    if (brief.endsWith('executive')) expect(pdf.numPages).toBeLessThanOrEqual(2)
    await pdf.destroy()
  })

  test.each(briefs)('%s strands no heading and no table head, cuts no row, and is not made smaller', async brief => {
    expect(await findPrintFaults(await readBytes(`out/${brief}.pdf`))).toEqual([])
  })

  test.each(themes)(
    'the contents of the analyst brief on %s lead to its headings, in print as in HTML',
    async theme => {
      const html = project.read(`out/briefs/${theme}/analyst.html`)
      const [contents = ''] = /<nav class="contents"[\s\S]*?<\/nav>/.exec(html) ?? []
      const titles = [
        ...contents.matchAll(/<a href="#[^"]+"[^>]*>([^<]+)<\/a><span [^>]*data-page-of="[^"]+"[^>]*><\/span>/g),
      ]
      const bytes = await readBytes(`out/briefs/${theme}/analyst.pdf`)
      const headings = await readHeadings(bytes)
      const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise
      const cover = (await (await pdf.getPage(1)).getTextContent()).items.map(item => ('str' in item ? item.str : ''))
      await pdf.destroy()
      const printed = cover.join(' ').replace(/\s+/g, ' ')
      expect(titles.length).toBeGreaterThan(10)
      for (const [, title = ''] of titles) {
        const number = Number(new RegExp(` ${title.replaceAll(/[^\w ]/g, '.')} (\\d+)\\b`).exec(printed)?.[1])
        expect([title, headings[number - 1]]).toEqual([title, expect.stringContaining(title.replaceAll(/\s/g, ''))])
      }
    },
  )
})

describe('the tags of every PDF tell what its page tells', () => {
  test.each(briefs)('%s', async brief => {
    const bytes = await readBytes(`out/${brief}.pdf`)
    const html = readHtml(project.read(`out/${brief}.html`))
    const pdf = await readStructure(bytes)
    const nodes = pdf.trees.flatMap(listNodes)
    expect(pdf.information).toMatchObject({ Language: 'en', Author: 'Briefwright', Creator: 'Briefwright' })
    expect(pdf.title).toBe(pdf.information.Title)
    expect(pdf.part).toBe('1')

    expect(nodes.filter(({ role }) => /^H\d$/.test(role)).map(node => `${node.role} ${textOf(node)}`)).toEqual(
      html.headings,
    )
    const { missing, added } = compareOrder(pdf.trees.map(textOf).join(''), html.texts)
    expect(missing).toEqual([])
    // Words of the style alone.
    expect(added.join('').length).toBeLessThan(60)
    expect(nodes.filter(({ role, alt }) => role === 'Figure' && !alt)).toEqual([])
    expect(pdf.links.filter(({ says }) => says.trim() === '')).toEqual([])
    expect(pdf.unmarked).toEqual([])
    expect(squeeze(pdf.artifacts)).toContain(`${pdf.trees.length}/${pdf.trees.length}`)

    const elements = listElements(bytes)
    const count = (...types: string[]) => elements.filter(({ type }) => types.includes(type)).length
    const { counts } = html
    expect([count('L'), count('LI'), count('LBody')]).toEqual([
      (counts.ul ?? 0) + (counts.ol ?? 0),
      counts.li,
      counts.li,
    ])
    // The head of a table may be there for a screen alone; in print it is empty.
    const cells = elements.filter(({ type, kids }) => type === 'TD' || (type === 'TH' && kids.length > 0))
    expect([count('Table'), cells.length]).toEqual([counts.table ?? 0, (counts.th ?? 0) + (counts.td ?? 0)])
    for (const { type, kids, heads } of elements) {
      if (type === 'L') expect(kids.filter(kid => kid !== 'LI')).toEqual([])
      if (type === 'LI') expect(kids.filter(kid => kid !== 'Lbl' && kid !== 'LBody')).toEqual([])
      if (type === 'Table') expect(kids.filter(kid => kid !== 'TR' && kid !== 'Caption')).toEqual([])
      if (type === 'TH') expect(heads).toMatch(/^(?:Column|Row)$/)
    }

    const attached = JSON.parse(Buffer.from(pdf.attachments['brief.json']?.content ?? []).toString('utf8'))
    expect(attached).toMatchObject({ id: brief.replace('briefs/', ''), title: pdf.title })
    expect(attached.sources[0].sha256).toBe(manifest().inputs[0]?.sha256)
  })
})

async function readBytes(file: string): Promise<Uint8Array> {
  const { readFile } = await import('node:fs/promises')
  return new Uint8Array(await readFile(path.join(project.folder, file)))
}

describe('the briefs say what the seed says', () => {
  const words = (file: string) =>
    project
      .read(`out/${file}`)
      .replace(/<(style|head)[\s\S]*?<\/\1>/g, ' ')
      .replace(/<sup[\s\S]*?<\/sup>/g, '')
      .replace(/<[^>]+>/g, '')
      .replace(/&quot;/g, '"')
      .replace(/&#x27;|&#39;/g, "'")
      .replace(/&lt;/g, '<')
      .replace(/&gt;/g, '>')
      .replace(/&amp;/g, '&')
      .replace(/\s+/g, ' ')
  test('the zones brief finds the Uzbek zones inside the China article', () => {
    expect(words('briefs/fez/analyst.html')).toContain('the FEZ "Djizak" was created in March 2013')
  })
  test('the China brief finds the Chinese investor inside the zones article', () => {
    expect(words('briefs/china/analyst.html')).toContain('"3D Paperco" LLC - a company with Chinese investment')
  })
  test('the Kazakhstan brief finds the one mention in the first article, and only its sentence', () => {
    const text = words('briefs/kazakhstan/analyst.html')
    expect(text).toContain('Companies from Russia, Kazakhstan, Great Britain, Italy, Switzerland, Lithuania and Poland')
    expect(text).not.toContain('Apparently, after the pilot deal')
  })
  test('lost notes are marked and listed, and only cited works are in the references', () => {
    const html = project.read('out/briefs/kazakhstan/analyst.html')
    expect(html).toContain('†25')
    expect(html).toContain('id="lost"')
    expect(html).toContain('prevysil-1-mlrd-486829-2022/')
    expect(html).not.toContain('na-butb-akkreditovalas-100-ja-kompanija')
  })
  test('the malformed figure is shown as printed, with its mark', () => {
    expect(project.read('out/briefs/kazakhstan/analyst.html')).toMatch(
      /\$1\.092\.5 billion<\/span><span class="malformed"/,
    )
  })
})

test('no page asks for anything from outside', () => {
  for (const file of project.list('out').filter(name => name.endsWith('.html'))) {
    const html = project.read(`out/${file}`)
    expect(html).not.toMatch(/<(?:iframe|object|embed|link\b[^>]*stylesheet)|<script[^>]*\ssrc/i)
    // Two pages find and filter; all others run nothing.
    expect([file, /<script>/.test(html)]).toEqual([file, /^(?:search|bibliography\/index)\.html$/.test(file)])
    expect(html.match(/(?:src|srcset)="(?!data:)[^"]*"|url\((?!["']?data:)[^)]*\)/g) ?? []).toEqual([])
  }
})

test('the same input gives the same bytes, on one page or two, twice in the same folder', async () => {
  const hashes = () => manifest().outputs.map(({ path: name, sha256 }) => `${name} ${sha256}`)
  const before = {
    hashes: hashes(),
    manifest: project.read('out/manifest.json'),
    portal: project.read('out/index.html'),
  }
  const second = await project.run('build', '--no-cache', '--jobs', '1', '--quiet')
  expect(second).toMatchObject({ exitCode: 0, error: '' })
  expect(hashes()).toEqual(before.hashes)
  expect(project.read('out/manifest.json')).toBe(before.manifest)
  expect(project.read('out/index.html')).toBe(before.portal)
}, 60_000)

test('SOURCE_DATE_EPOCH is the edition date', async () => {
  const dated = createProject({ environment: { SOURCE_DATE_EPOCH: '1700000000' } })
  cpSync(path.join(root, 'seeds'), path.join(dated.folder, 'seeds'), { recursive: true })
  const { exitCode } = await dated.run(
    'build',
    '--format',
    'html',
    '--theme',
    'kazakhstan',
    '--audience',
    'press',
    '--quiet',
  )
  expect(exitCode).toBe(0)
  expect(JSON.parse(dated.read('out/manifest.json')).date).toBe('2023-11-14')
  expect(dated.list('out').filter(name => name.startsWith('briefs/') && name.endsWith('.html'))).toEqual([
    'briefs/kazakhstan/press.html',
  ])
  dated.remove()
})

test('a later edition says what changed', async () => {
  project.write('seeds/second.txt', 'A note on Kazakhstan\n\nKazakhstan and Belarus signed an agreement in May 2023.\n')
  const { exitCode } = await project.run('build', '--quiet')
  expect(exitCode).toBe(0)
  const { changes } = manifest()
  expect(changes.entries).toContainEqual({ path: 'briefs/kazakhstan/analyst.html', what: 'changed' })
  expect(changes.entries).toContainEqual({ path: 'sources/second.html', what: 'new' })
  expect(changes.entries.some(entry => entry.path === 'briefs/fez/press.html')).toBe(false)
}, 60_000)
