import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import type { CslItem, CslName } from '../../pipeline/contract/bibliography.ts'
import { renderItems } from '../render-items.ts'

const file = path.join(import.meta.dirname, '../fixtures/bibliography/works.json')
const items = JSON.parse(readFileSync(file, 'utf8')) as readonly CslItem[]
const installed = spawnSync('pandoc', ['--version']).status === 0
/** Versions from 2.14 on read bibliographies; those from 3.1.9 on name an event by the field's new name. */
const pandoc = (text: string, format: string): readonly Readonly<Record<string, unknown>>[] => {
  const { stdout, status } = spawnSync('pandoc', ['-f', format, '-t', 'csljson'], { input: text, encoding: 'utf8' })
  if (status !== 0) throw new Error(`pandoc ended with ${status}`)
  return JSON.parse(stdout)
}

/** Pandoc's own habits: curly quotation marks, languages with a country, markup for HTML. */
function plain(value: unknown): unknown {
  return JSON.parse(
    JSON.stringify(value ?? null)
      .replace(/[‘’]/gu, "'")
      .replace(/[“”]/gu, '\\"')
      .replace(/"(de|en|fr|ru)-[A-Z]{2}"/gu, '"$1"'),
    // Small words before a family name are its particles, wherever they stand.
    (_key, each) => (each?.family ? { ...each, ...joinParticle(each) } : each),
  )
}

function joinParticle(name: CslName): object {
  const particle = name['non-dropping-particle'] ?? name['dropping-particle']
  return {
    family: particle === undefined ? name.family : `${particle} ${name.family}`,
    'non-dropping-particle': undefined,
    'dropping-particle': undefined,
  }
}

/** What a format cannot hold, or Pandoc does not read back from it; by field, or by type and field. */
const lost: Readonly<Record<string, readonly string[]>> = {
  'csl-json': [],
  // A subtype of `misc` is none, and Pandoc keeps the type empty.
  biblatex: ['medium', 'document type'],
  bibtex: [
    'medium',
    'language',
    ...['document', 'webpage', 'legislation', 'legal_case', 'article-newspaper'].map(type => `${type} type`),
    'webpage container-title',
  ],
}

describe.skipIf(!installed)('pandoc (skipped where it is not installed)', () => {
  describe.each(Object.keys(lost))('reads %s', format => {
    const back = installed
      ? pandoc(
          renderItems(items, format as 'csl-json' | 'biblatex' | 'bibtex'),
          format === 'csl-json' ? 'csljson' : format,
        )
      : []
    test.each(lost[format] ?? [])('still loses %s', name => {
      const [field = '', type] = name.split(' ').reverse()
      const differs = items.some(
        (item, index) =>
          field in item &&
          (type === undefined || item.type === type) &&
          JSON.stringify(plain(back[index]?.[field])) !== JSON.stringify(plain(item[field as keyof CslItem])),
      )
      expect(differs).toBe(true)
    })
    test.each(items.map((item, index) => [item.id, item, index] as const))('%s', (_id, item, index) => {
      const got = back[index] ?? {}
      for (const [field, value] of Object.entries(item)) {
        if (lost[format]?.some(name => name === field || name === `${item.type} ${field}`)) continue
        const found = field === 'event-title' ? (got[field] ?? got.event) : got[field]
        expect([field, plain(found)]).toEqual([field, plain(value)])
      }
    })
  })
})
