import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import type { Figure } from '../../pipeline/contract/evidence.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { rangeOf } from '../../pipeline/extract-evidence/value-range.ts'
import { config, makeDocument } from './read-text.ts'

/** What disagrees in texts that are a seed each, dated alike. */
function conflictsOf(...texts: readonly string[]) {
  const documents = texts.map((text, index) =>
    makeDocument(text, { path: `seeds/${'abcdef'[index]}.md`, date: '2022' }),
  )
  const { value, messages } = extractEvidence(documents, config)
  const printed = new Map(value.figures.map(({ id, valueText }) => [id, valueText]))
  return {
    conflicts: value.conflicts,
    messages,
    printed: value.conflicts.map(each => each.figures.map(id => printed.get(id))),
  }
}

describe('figures that disagree', () => {
  it.each([
    ['Exports of Norland reached $425 million in 2021.', 'In 2021, exports of Norland amounted to $451 million.'],
    ['The Oldbrook mill employed 3,600 workers in 2020.', 'In 2020 3,200 workers were employed by the Oldbrook mill.'],
    [
      'In 2021 the port of Halden handled 12.4 million tonnes of cargo.',
      'Cargo of 11.8 million tonnes was handled in the port of Halden in 2021.',
    ],
    ['Output of Norland grew by 7.2% in 2021.', 'In 2021 output of Norland grew by 5%.'],
    [
      'The Oldbrook mill employed more than 3,600 workers in 2020.',
      'The Oldbrook mill employed 3,200 workers in 2020.',
    ],
  ])('%s | %s', (first, second) => {
    expect(conflictsOf(first, second).printed).toHaveLength(1)
    expect(conflictsOf(`${first}\n\n${second}`).printed).toHaveLength(1)
  })

  it('are reported once, at the second, with the place of the first', () => {
    const { messages, conflicts } = conflictsOf(
      'Exports of Norland reached $425 million in 2021.',
      'In 2021, exports of Norland amounted to $451 million.',
      'Exports of Norland reached $425 million in 2021.',
    )
    expect(messages.map(({ ruleId, reason, file, line, column }) => [ruleId, reason, file, line, column])).toEqual([
      [
        'figure-is-consistent',
        '$451 million disagrees with $425 million at seeds/a.md:1, $425 million at seeds/c.md:1, on the same subject and period',
        'seeds/b.md',
        1,
        41,
      ],
    ])
    expect(conflicts).toMatchObject([
      {
        id: 'a-p1-f27-conflict',
        figures: ['a-p1-f27', 'b-p1-f40', 'c-p1-f27'],
        unit: 'USD',
        measure: 'level',
        period: '2021',
        subject: 'Exports of Norland',
        about: ['norland'],
      },
    ])
  })
})

describe('figures that do not contradict each other', () => {
  it.each([
    ['rounded', 'Exports of Norland reached $425.3 million in 2021.', 'In 2021, exports of Norland were $425 million.'],
    [
      'a limit',
      'The Oldbrook mill employed 3,600 workers in 2020.',
      'In 2020 the Oldbrook mill employed more than 3,200 workers.',
    ],
    [
      'about',
      'The Oldbrook mill employed about 3,500 workers in 2020.',
      'The Oldbrook mill employed 3,620 workers in 2020.',
    ],
    [
      'plan and outcome',
      'The Oldbrook mill will employ 3,600 workers in 2021.',
      'The Oldbrook mill employed 3,200 workers in 2021.',
    ],
    [
      'part and whole',
      'Exports of Norland reached $425 million in 2021.',
      'In 2021 trade of Norland grew, including exports of $90 million.',
    ],
    [
      'index and growth',
      'Output of Norland grew by 7.2% in 2021.',
      'Output of Norland in 2021 was 107.2% of the level of 2020.',
    ],
    [
      'other periods',
      'Exports of Norland reached $425 million in 2021.',
      'Exports of Norland reached $451 million in 2020.',
    ],
    [
      'other names',
      'Exports of Norland reached $425 million in 2021.',
      'Exports of Sudland reached $451 million in 2021.',
    ],
    [
      'other partners',
      'Exports of Norland to China were $425 million in 2021.',
      'Exports of Norland to Turkey were $51 million in 2021.',
    ],
    [
      'other subjects',
      'Exports of Norland reached $425 million in 2021.',
      'Imports of Norland reached $451 million in 2021.',
    ],
    [
      'other verbs',
      'The Oldbrook mill bought 300 tonnes of salt in 2021.',
      'The Oldbrook mill sold 500 tonnes of salt in 2021.',
    ],
    [
      'narrower',
      'In 2021 the Oldbrook mill made 300 tonnes of salt a year.',
      'In 2021 the second line of the Oldbrook mill made 100 tonnes of salt.',
    ],
    [
      'foreign and all',
      'Investment in Norland was $40 million in 2021.',
      'Foreign investment in Norland was $10 million in 2021.',
    ],
    [
      'denied',
      'Exports of Norland reached $425 million in 2021.',
      'Exports of Norland did not reach $451 million in 2021.',
    ],
    [
      'other units',
      'Exports of Norland reached $425 million in 2021.',
      'Exports of Norland reached €380 million in 2021.',
    ],
    ['undated, other dates', 'The hall seats 400 people.', 'The hall seats 900 people.'],
  ])('%s', (_, first, second) => {
    expect(conflictsOf(first, second).printed).toEqual([])
  })

  it('nor do the figures of one sentence', () => {
    expect(conflictsOf('Exports of Norland grew from $425 million to $451 million in 2021.').printed).toEqual([])
  })
})

test('what a print leaves open', () => {
  const range = (valueText: string, value: number, qualifier?: Figure['qualifier']) => {
    const { low, high } = rangeOf({ valueText, ...(qualifier ? { qualifier } : {}) } as Figure, value)
    return [low, high].map(bound => Number(bound.toPrecision(9)))
  }
  expect(range('$12.3 million', 12_300_000)).toEqual([12_250_000, 12_350_000])
  expect(range('3,200 jobs', 3200)).toEqual([3150, 3250])
  expect(range('12 plants', 12)).toEqual([11.5, 12.5])
  expect(range('three plants', 3)).toEqual([2.5, 3.5])
  expect(range('0 km²', 0)).toEqual([-0.5, 0.5])
  expect(range('5 tons', 5, 'more than')).toEqual([4.5, Number.POSITIVE_INFINITY])
  expect(range('5 tons', 5, 'up to')).toEqual([Number.NEGATIVE_INFINITY, 5.5])
  expect(range('100 tons', 100, 'about')).toEqual([90, 110])
  expect(range('100 tons', 100, 'almost')).toEqual([90, 105])
})

interface Case {
  readonly case: string
  readonly files: readonly string[]
  readonly conflict: boolean
  readonly values: readonly { readonly value: number }[]
}

/** Written by somebody who had not seen the rules: six contradictions and eight pairs that only look like one. */
describe('fourteen cases', () => {
  const folder = path.join(import.meta.dirname, '../fixtures/evidence/conflicts')
  const cases: readonly Case[] = JSON.parse(readFileSync(path.join(folder, 'gold.json'), 'utf8'))
  const judged = cases.map(each => {
    const documents = each.files.map(file =>
      makeDocument(readFileSync(path.join(folder, file), 'utf8'), {
        mediaType: 'text/plain',
        path: `seeds/${file}`,
        date: '2023',
        language: /\p{Script=Cyrillic}/u.test(readFileSync(path.join(folder, file), 'utf8')) ? 'ru' : 'en',
      }),
    )
    return { ...each, found: extractEvidence(documents, config).value.conflicts.length }
  })

  it('uses every file', () => {
    expect(new Set(cases.flatMap(({ files }) => files)).size).toBe(readdirSync(folder).length - 1)
  })

  it('reports nothing where nothing disagrees', () => {
    expect(judged.filter(({ conflict, found }) => !conflict && found > 0)).toEqual([])
  })

  it('finds two of six', () => {
    expect(judged.filter(({ conflict, found }) => conflict && found > 0).map(each => each.case)).toEqual(['02', '04'])
  })
})
