import { buildBibliography } from '../pipeline/build-bibliography/index.ts'
import type { Config, Theme } from '../pipeline/contract/config.ts'
import type { CitedDocument } from '../pipeline/contract/document.ts'
import type { Seed } from '../pipeline/contract/seed.ts'
import { parseDocuments } from '../pipeline/parse-documents/index.ts'

/** A configuration for tests that need no disk: no audiences, and the themes given. */
export function configWith(themes: readonly Theme[] = []): Config {
  return {
    root: '/project',
    title: 'Tests',
    publisher: '',
    url: null,
    folders: {
      seeds: '/project/seeds',
      templates: '/project/templates',
      out: '/project/out',
      cache: '/project/.cache',
    },
    libraries: [],
    themes,
    audiences: [],
    charts: [],
    selected: { themes: themes.map(({ id }) => id), audiences: [] },
    formats: ['html'],
    rules: {},
    date: null,
    commit: null,
    limits: { seedBytes: 1_000_000, unpackedBytes: 10_000_000, readSeconds: 20, printSeconds: 10 },
    links: { timeoutSeconds: 10, concurrency: 4, cacheDays: 7, privateHosts: [] },
    jobs: 1,
    cache: false,
    strict: false,
  }
}

/** A theme of plain terms. */
export function themeOf(id: string, terms: readonly string[], more: Partial<Theme> = {}): Theme {
  const weighed = terms.map(text => ({ text, weight: 1 }))
  const contexts = { names: [], required: [], excluded: [] }
  return {
    id,
    title: id,
    terms: weighed,
    related: [],
    excluded: [],
    members: [],
    contexts,
    about: 0.4,
    mentions: 1,
    minimum: 0,
    ...more,
  }
}

/** A seed of Markdown. */
export function seedOf(text: string, id = 'seed'): Seed {
  return {
    id,
    path: `seeds/${id}.md`,
    mediaType: 'text/markdown',
    encoding: 'utf-8',
    bytes: text.length,
    sha256: '0'.repeat(64),
    text,
    metadata: { title: `The ${id}`, language: 'en' },
    described: true,
  }
}

/** Documents read from Markdown, with their citations. */
export async function documentsOf(...texts: readonly string[]): Promise<readonly CitedDocument[]> {
  const seeds = texts.map((text, index) => seedOf(text, index === 0 ? 'seed' : `seed${index + 1}`))
  const config = configWith()
  return buildBibliography((await parseDocuments(seeds, config)).value, config).value.documents
}
