import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { formatReferences } from '../../pipeline/compose-brief/format-references.ts'
import type { CslItem, Work } from '../../pipeline/contract/bibliography.ts'

const folder = new URL('../../templates/styles/', import.meta.url)
const readStyle = (name: string) => readFileSync(new URL(name, folder), 'utf8')
const gost = readStyle('gost-r-7-0-5-2008-numeric.csl')

function work(csl: Omit<CslItem, 'id'>, raw = 'The note as printed.'): Work {
  const id = `w-${JSON.stringify(csl)}`
  return { id, csl: { id, ...csl }, raw: [raw], origins: [], confidence: {} }
}

function show(works: readonly Work[], style = gost, locale = 'en'): readonly string[] {
  return formatReferences({ works, style: { path: 'style.csl', xml: style }, locale }).map(runs =>
    runs.map(({ text, url, italic }) => (url ? `<${text}>` : italic ? `*${text}*` : text)).join(''),
  )
}

const issued = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } })
const page = work({
  type: 'webpage',
  title: 'Exports are growing',
  medium: 'Electronic resource',
  URL: 'https://a.example/x_1/',
  ...issued(2022),
})
const article = work({
  type: 'article-journal',
  title: 'Ports & ships',
  author: [
    { family: 'Novak', given: 'P. A.' },
    { family: 'Lee', given: 'Ann' },
  ],
  'container-title': 'Trade',
  volume: '7',
  issue: '2',
  page: '12–15',
  ...issued(2020),
})
const book = work({
  type: 'book',
  title: 'Corridors',
  author: [{ family: 'Novak', given: 'P.' }],
  publisher: 'BSU',
  'publisher-place': 'Minsk',
  ...issued(2020),
})

describe('GOST R 7.0.5-2008', () => {
  it('formats pages, articles and books', () => {
    expect(show([page, article, book])).toEqual([
      'Exports are growing [Electronic resource]. – 2022. – URL: <https://a.example/x_1/>.',
      'Novak P. A., Lee A. Ports & ships // Trade. – 2020. – Vol. 7, No. 2. – P. 12–15.',
      'Novak P. Corridors. – Minsk: BSU, 2020.',
    ])
  })

  it('speaks the language of the brief', () => {
    expect(show([article], gost, 'ru')).toEqual([
      'Novak P. A., Lee A. Ports & ships // Trade. – 2020. – Т. 7, № 2. – С. 12–15.',
    ])
  })

  it('keeps quotation marks and what looks like markup', () => {
    expect(
      show([work({ type: 'book', title: 'Conference "Science - 2021" <b> & <script>x', publisher: 'Nauka' })]),
    ).toEqual(['Conference “Science - 2021” <b> & <script>x. – Nauka.'])
  })
})

describe('works that print little', () => {
  it('shows the note where there is nothing to format', () => {
    expect(show([work({ type: 'document' }, 'Calculations of the author.')])).toEqual(['Calculations of the author.'])
    expect(show([work({ type: 'webpage', URL: 'https://a.example/' }, 'https://a.example/')])).toEqual([
      '<https://a.example/>',
    ])
  })

  it('makes a link of an address without a scheme', () => {
    const [runs] = formatReferences({
      works: [work({ type: 'webpage', title: 'T', URL: 'www.a.example/x' })],
      style: { path: 'style.csl', xml: gost },
      locale: 'en',
    })
    expect(runs?.[1]).toEqual({ text: 'www.a.example/x', url: 'https://www.a.example/x' })
  })
})

describe('every style', () => {
  const types = [
    'webpage',
    'book',
    'chapter',
    'article-journal',
    'article-newspaper',
    'report',
    'paper-conference',
    'thesis',
    'legal_case',
    'legislation',
    'document',
  ]
  const extras: readonly Partial<CslItem>[] = [
    { author: [{ family: 'Novak', given: 'P.' }] },
    { author: [{ literal: 'World Bank' }] },
    { publisher: 'BSU' },
    { 'publisher-place': 'Minsk' },
    { 'container-title': 'Trade' },
    issued(2020, 3, 14),
    { URL: 'https://a.example/x', accessed: { 'date-parts': [[2021, 5, 6]] } },
    { page: '12–15', volume: '7' },
    { medium: 'Electronic resource', edition: '2nd ed.' },
  ]
  const works = types.flatMap(type => [
    work({ type, title: 'A title' }),
    ...extras.flatMap((one, index) => [
      work({ type, title: 'A title', ...one }),
      work({ type, title: 'A title', ...one, ...extras[(index + 3) % extras.length] }),
    ]),
    work({ type, title: 'A title', ...Object.assign({}, ...extras) }),
  ])

  it.each(readdirSync(folder).filter(name => name.endsWith('.csl')))('%s leaves no stray punctuation', name => {
    for (const locale of ['en', 'ru', 'de', 'fr', 'xx']) {
      for (const entry of show(works, readStyle(name), locale)) {
        const text = entry.replace(/\*/gu, '')
        expect(text).toContain('A title')
        expect(text).not.toMatch(/\.\.|,,|\(\s*\)|\[\s*\]|\s[.,;:)]|[,:;]\.|\.\s–\s*\.|–\s–|undefined|^[\s.,–:;/]/u)
      }
    }
  })
})

it('formats thirty works in time once it is warm', () => {
  const works = Array.from({ length: 30 }, (_, index) =>
    work({ type: 'webpage', title: `Exports ${index}`, URL: `https://a.example/${index}` }),
  )
  formatReferences({ works, style: { path: 'style.csl', xml: gost }, locale: 'en' })
  const start = performance.now()
  formatReferences({ works, style: { path: 'style.csl', xml: gost }, locale: 'en' })
  expect(performance.now() - start).toBeLessThan(100)
})

it('says that a style is broken', () => {
  expect(() => formatReferences({ works: [page], style: { path: 'style.csl', xml: '<style' }, locale: 'en' })).toThrow(
    expect.objectContaining({ name: 'ConfigError', code: 'style-broken' }),
  )
})
