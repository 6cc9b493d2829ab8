/**
 * What the pages hold by which an edition is looked things up in.
 */
import { expect, test } from 'vitest'
import { composeIndexes } from '../../pipeline/compose-indexes/index.ts'
import { loadConfig } from '../../pipeline/config.ts'
import type { Bibliography } from '../../pipeline/contract/bibliography.ts'
import type { ReferenceList } from '../../pipeline/contract/reference-list.ts'
import type { WorkUses } from '../../pipeline/contract/uses.ts'
import { documentsOf } from '../documents.ts'

const config = await loadConfig(new URL('../..', import.meta.url).pathname, { cache: false })

const bibliography = {
  works: [
    { id: 'w1', csl: { id: 'w1', type: 'article-journal', title: 'Harbours', issued: { 'date-parts': [[2021]] } } },
    { id: 'w2', csl: { id: 'w2', type: 'webpage', title: 'Ships' } },
  ],
} as unknown as Bibliography

const references = {
  language: 'en',
  entries: [
    { workId: 'w2', runs: [{ text: 'Ships. – 2022.' }] },
    { workId: 'w1', runs: [{ text: 'Harbours // Sea. – 2021.' }] },
  ],
} as unknown as ReferenceList

const uses = [
  { workId: 'w1', title: 'Harbours', url: null, notes: [], places: [], briefs: [] },
  { workId: 'w2', title: 'Ships', url: null, notes: [{ note: '4' }], places: [], briefs: [] },
] as unknown as WorkUses[]

const documents = await documentsOf('# Trade\n\nShips sail to Norway. Harbours grow.\n\nTimber is sold.\n')
const { search, works } = composeIndexes({ documents, bibliography, uses, briefs: [], references }, config).value

test('the search holds every paragraph with its heading, place and anchor', () => {
  expect(search.isWhole).toBe(true)
  expect(search.passages.map(({ text, section }) => [section, text])).toEqual([
    ['Trade', 'Ships sail to Norway. Harbours grow.'],
    ['Trade', 'Timber is sold.'],
  ])
  expect(search.passages[0]?.href).toMatch(/^sources\/.+\.html#.+/)
  expect(search.passages[0]?.place).toMatchObject({ unit: 'lines', lines: '3' })
})

test('works come in the order of the style, with what they are filtered by', () => {
  expect(works.works.map(({ id, kind, year, notes }) => [id, kind, year, notes])).toEqual([
    ['w2', 'webpage', '', ['4']],
    ['w1', 'article', '2021', []],
  ])
  expect(works.years).toEqual(['2021'])
  expect(works.kinds).toEqual(['article', 'webpage'])
})
