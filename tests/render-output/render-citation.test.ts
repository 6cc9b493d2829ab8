import { describe, expect, it, test } from 'vitest'
import { parse } from 'yaml'
import { describeBriefs } from '../../pipeline/compose-brief/cite-brief.ts'
import { renderCitations } from '../../pipeline/render-output/render-citation.ts'
import { makeConfig, readBrief } from '../fill-templates/material.ts'

type Fields = Readonly<Record<string, unknown>>
const briefs = ['executive', 'analyst', 'press'].map(readBrief)

function render(more: Parameters<typeof makeConfig>[0], date: string | null = '2023-02-14') {
  const config = makeConfig({ title: 'Trade: “notes” # 1', publisher: 'Press: & Co', date, ...more })
  const dated = briefs.map(brief => ({ ...brief, date }))
  const files = renderCitations(describeBriefs(dated, config), config)
  const text = (path: string) => new TextDecoder().decode(files.find(file => file.path === path)?.bytes)
  return { cff: text('CITATION.cff'), briefs: JSON.parse(text('bibliography/briefs.json')) as readonly Fields[] }
}

/** The main constraints of the schema of version 1.2.0. */
const topKeys = [
  'abstract',
  'authors',
  'cff-version',
  'date-released',
  'message',
  'references',
  'title',
  'type',
  'url',
  'version',
]
const referenceKeys = [
  'authors',
  'collection-title',
  'date-published',
  'languages',
  'month',
  'title',
  'type',
  'url',
  'year',
]
const day = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/

function checkCff(text: string): Fields {
  const file = parse(text) as Fields
  expect(Object.keys(file).filter(key => !topKeys.includes(key))).toEqual([])
  expect(file).toMatchObject({
    'cff-version': '1.2.0',
    message: expect.stringMatching(/\S/),
    title: expect.stringMatching(/\S/),
  })
  expect(['software', 'dataset']).toContain(file.type)
  expect(file.authors).toEqual([{ name: expect.stringMatching(/\S/) }])
  if ('date-released' in file) expect(file['date-released']).toMatch(day)
  if ('version' in file) expect(typeof file.version).toBe('string')
  for (const reference of file.references as readonly Fields[]) {
    expect(Object.keys(reference).filter(key => !referenceKeys.includes(key))).toEqual([])
    expect(reference).toMatchObject({ type: 'report', title: expect.stringMatching(/\S/), authors: [{}] })
    if ('date-published' in reference) expect(reference['date-published']).toMatch(day)
    if ('year' in reference) expect(Number.isInteger(reference.year)).toBe(true)
    for (const language of reference.languages as string[]) expect(language).toMatch(/^[a-z]{2,3}$/)
  }
  return file
}

describe('CITATION.cff', () => {
  it('holds the edition and its briefs', () => {
    const { cff } = render({ url: 'https://example.org/trade' })
    expect(checkCff(cff)).toMatchObject({
      title: 'Trade: “notes” # 1',
      authors: [{ name: 'Press: & Co' }],
      'date-released': '2023-02-14',
      version: '2023-02-14',
      url: 'https://example.org/trade/',
      references: briefs.map(({ id, title }) => ({
        title,
        'date-published': '2023-02-14',
        url: `https://example.org/trade/briefs/${id}.html`,
      })),
    })
  })

  it('leaves out what is not known', () => {
    const file = checkCff(render({ publisher: '' }, null).cff)
    expect(file.authors).toEqual([{ name: 'Trade: “notes” # 1' }])
    for (const key of ['date-released', 'version', 'url']) expect(file).not.toHaveProperty(key)
  })

  it('gives a month where the day is not known', () => {
    const file = checkCff(render({}, '2023-02').cff)
    expect(file).toMatchObject({ version: '2023-02', references: [{ year: 2023, month: 2 }, {}, {}] })
    expect(file).not.toHaveProperty('date-released')
  })

  it('is the same twice', () => {
    expect(render({})).toEqual(render({}))
  })
})

test('each brief has an entry in CSL-JSON', () => {
  const { briefs: entries } = render({ url: 'https://example.org' })
  expect(entries.map(({ id }) => id)).toEqual(briefs.map(({ id }) => `${id.replace('/', '-')}-2023-02-14`))
  expect(entries[0]).toMatchObject({
    type: 'report',
    title: briefs[0]?.title,
    author: [{ literal: 'Press: & Co' }],
    'collection-title': 'Trade: “notes” # 1',
    issued: { 'date-parts': [[2023, 2, 14]] },
    URL: `https://example.org/briefs/${briefs[0]?.id}.html`,
  })
  for (const entry of render({ publisher: '' }, null).briefs) {
    for (const key of ['author', 'issued', 'URL']) expect(entry).not.toHaveProperty(key)
  }
})
