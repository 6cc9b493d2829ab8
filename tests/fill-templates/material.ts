/** Values the tests of filling and rendering work on: sample views, and the project's own audiences as configuration. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { onTestFinished } from 'vitest'
import { parse } from 'yaml'
import type { Brief } from '../../pipeline/contract/brief.ts'
import type { Audience, Config } from '../../pipeline/contract/config.ts'
import type { PortalView, SourceView, View } from '../../pipeline/contract/views.ts'

const root = resolve(import.meta.dirname, '../..')
const audienceNames = ['executive', 'analyst', 'press'] as const

/** A configuration for the templates in a folder; a new object, so that nothing is kept from another test. */
export function makeConfig(overrides: Partial<Config> = {}, templates = join(root, 'templates')): Config {
  const cache = join(root, 'node_modules', '.cache', 'briefwright')
  return {
    root: resolve(templates, '..'),
    title: 'Belarus in Asia',
    publisher: 'Briefwright',
    url: null,
    folders: { seeds: join(root, 'seeds'), templates, out: join(root, 'out'), cache },
    libraries: [],
    themes: [],
    audiences: audienceNames.map(name => readAudience(name, templates)),
    charts: [],
    selected: { themes: [], audiences: [] },
    formats: ['html', 'pdf'],
    rules: {},
    date: '2023-02-01',
    commit: null,
    limits: { seedBytes: 1_000_000, unpackedBytes: 10_000_000, readSeconds: 20, printSeconds: 60 },
    links: { timeoutSeconds: 10, concurrency: 4, cacheDays: 7, privateHosts: [] },
    jobs: 2,
    cache: false,
    strict: false,
    ...overrides,
  }
}

export function readAudience(name: string, templates = join(root, 'templates')): Audience {
  const folder = join(templates, 'audiences', name)
  const file = parse(readFileSync(join(folder, 'audience.yml'), 'utf8')) as Omit<Audience, 'id' | 'folder'>
  return { ...file, id: name, folder }
}

export function readBrief(name: string): Brief {
  return JSON.parse(readFileSync(join(root, 'tests', 'fixtures', 'briefs', `${name}.json`), 'utf8')) as Brief
}

function readPortal(): PortalView {
  const portal = JSON.parse(
    readFileSync(join(root, 'tests', 'fixtures', 'briefs', 'portal.json'), 'utf8'),
  ) as PortalView
  return { ...portal, changes: { ...portal.changes, first: false } }
}

const sourceView: SourceView = {
  id: 'report',
  title: 'A report',
  author: 'An author',
  language: 'ru',
  publication: 'Belarus in Asia',
  path: 'seeds/report.txt',
  sha256: '0'.repeat(64),
  encoding: 'utf-8',
  unit: 'lines',
  bytes: 1234,
  blocks: [
    {
      kind: 'heading',
      id: 'b1',
      depth: 2,
      unit: 'lines',
      lines: '1',
      parts: [{ runs: [{ kind: 'text', text: 'Heading' }] }],
      beside: [],
      findings: [],
      themes: [],
    },
    {
      kind: 'paragraph',
      id: 'p1',
      unit: 'lines',
      lines: '3–5',
      parts: [
        {
          sentence: { id: 'report-p1.1', anchor: 'p1.1' },
          runs: [
            { kind: 'text', text: 'Торговля растёт' },
            { kind: 'note', note: '1', href: '#note-1', id: 'marker-1', missing: false },
            { kind: 'note', note: '2', href: '#lost', id: 'marker-2', missing: true },
          ],
        },
      ],
      beside: [
        { kind: 'note', note: '1', text: 'A work.', truncated: true },
        { kind: 'lost', notes: ['2'] },
      ],
      findings: ['There is no text for note 2'],
      themes: [{ id: 'china', title: 'China', grade: 'mentions', reasons: ['“China” once'] }],
    },
  ],
  contents: [],
  notes: [
    {
      note: '1',
      id: 'note-1',
      text: 'A work.',
      url: 'https://example.org/a',
      status: 'truncated',
      unit: 'lines',
      backLinks: ['marker-1'],
    },
  ],
  overlay: 'seeds/report.yml',
  corrections: [
    {
      id: 'correction-1',
      kind: 'replace',
      line: 3,
      href: '#p1',
      from: 'растет',
      to: 'растёт',
      note: null,
      why: null,
    },
  ],
  glossary: [{ name: 'BUTB', spellings: ['BUCE', 'BUOTB'] }],
  lost: { ranges: '2', count: 1 },
  messages: [{ line: 3, href: '#p1', rule: 'footnote-is-defined', reason: 'There is no text for note 2' }],
}

/** One view of every kind and audience. */
export function makeViews(): View[] {
  return [
    ...audienceNames.map((name): View => ({ kind: 'brief', brief: readBrief(name), formats: ['html', 'pdf'] })),
    { kind: 'source', view: sourceView },
    { kind: 'portal', view: readPortal() },
  ]
}

/** An empty folder that is gone after the test. */
export function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'briefwright-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A copy of the project's templates that a test may change. */
export function copyTemplates(): string {
  const folder = join(makeFolder(), 'templates')
  cpSync(join(root, 'templates'), folder, { recursive: true })
  return folder
}
