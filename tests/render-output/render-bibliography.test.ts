import { plugins } from '@citation-js/core'
import { describe, expect, it } from 'vitest'
import type { CslItem } from '../../pipeline/contract/bibliography.ts'
import { renderBibliography } from '../../pipeline/render-output/render-bibliography.ts'

const items: readonly CslItem[] = [
  {
    id: 'belta2022-3f9a01c2',
    type: 'webpage',
    title: 'FEZ "Minsk" & {half} of 50% for $4 #1_a: the GDP of <China> \\ ~^',
    issued: { 'date-parts': [[2022, 9, 5]] },
    URL: 'https://www.example.by/a_b/%D0%B0-100-ja~x?c=1&d=2#t_1/',
    language: 'en',
  },
  {
    id: 'ivanov2010svobodnye',
    type: 'book',
    title: 'Свободные зоны «Минск»',
    author: [{ family: 'Иванов', given: 'И. И.' }, { literal: 'World Bank' }],
    publisher: 'Наука & Ко',
    'publisher-place': 'М.',
    volume: '6',
    issued: { 'date-parts': [[2010]] },
  },
  {
    id: 'novak2020ports',
    type: 'article-journal',
    title: 'Ports',
    'container-title': 'Trade',
    volume: '7',
    issue: '2',
    issued: { 'date-parts': [[2020]] },
  },
  { id: 'site-00000000', type: 'webpage', URL: 'https://www.example.by/x' },
]
const bibliography = {
  works: items.map(csl => ({ id: csl.id, csl, raw: ['as printed'], origins: [], confidence: {} })),
}
const { json, bib } = renderBibliography(bibliography)
const read = (text: string) => plugins.input.chain(text, { generateGraph: false })

describe('references.json', () => {
  it('is CSL-JSON that reads back whole', () => {
    expect(JSON.parse(json)).toEqual(items)
    expect(read(json)).toEqual(items)
    expect(json.endsWith(']\n')).toBe(true)
  })
})

describe('references.bib', () => {
  it('has the identifiers of the works as keys', () => {
    expect([...bib.matchAll(/^@\w+\{([^,]+),/gmu)].map(match => match[1])).toEqual(items.map(({ id }) => id))
  })

  it('reads back with its essential fields', () => {
    const back = read(bib)
    items.forEach((item, index) => {
      for (const key of ['id', 'title', 'URL', 'issued', 'publisher', 'container-title', 'volume', 'issue'] as const) {
        expect(back[index]?.[key], `${item.id} ${key}`).toEqual(item[key])
      }
    })
    expect(back[1]?.author).toMatchObject([{ family: 'Иванов', given: 'И. И.' }, { family: 'World Bank' }])
  })
})

it('writes an address with braces so that the file stays whole', () => {
  const csl: CslItem = { id: 'a', type: 'webpage', title: 'A', URL: 'http://ex.com/a}b{c\\d e', DOI: '10.1/x}y' }
  const works = [{ id: 'a', csl, raw: [], origins: [], confidence: {} }, ...bibliography.works]
  const back = read(renderBibliography({ works }).bib)
  expect(back).toHaveLength(works.length)
  expect(back[0]).toMatchObject({ title: 'A', URL: 'http://ex.com/a%7Db%7Bc%5Cd%20e', DOI: '10.1/x%7Dy' })
})

it('is the same twice, and sound without works', () => {
  expect(renderBibliography(bibliography)).toEqual({ json, bib })
  expect(renderBibliography({ works: [] })).toEqual({ json: '[]\n', bib: '% No works.\n' })
})
