import { describe, expect, test } from 'vitest'
import { assessSources } from '../../pipeline/assess-sources/index.ts'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { config, makeDocument, type NoteInput } from '../build-bibliography/make-document.ts'

function assess(...seeds: (readonly NoteInput[])[]) {
  const documents = seeds.map((notes, index) => makeDocument(notes, `seeds/${index + 1}.txt`))
  return assessSources(buildBibliography(documents, config).value, config)
}

const page = (title: string, year: number, url: string) => `${title} [Electronic resource]. - ${year}. - URL: ${url}`

describe('notes are counted by what became of them', () => {
  const { value } = assess([
    { label: '1', text: page('Harbours of the north', 2022, 'https://press.example/harbours') },
    { label: '2', text: page('Timber goes east again', 2022, 'https://press.example/timber-'), truncated: true },
    { label: '3' },
    { label: '4' },
    { label: '5', called: 3 },
    { label: '9' },
  ])

  test('each note once, with ranges', () => {
    expect(value.seeds).toMatchObject([
      {
        seed: 'seeds/1.txt',
        notes: {
          cited: { count: 6, ranges: '1–5, 9' },
          resolved: { count: 1, ranges: '1' },
          truncated: { count: 1, ranges: '2' },
          missing: { count: 4, ranges: '3–5, 9' },
        },
        works: { cited: 2, uncited: 0 },
      },
    ])
  })

  test('and an address that breaks off is one finding, not two', () => {
    expect(value.findings).toMatchObject([
      { kind: 'cutAddress', note: '2', url: 'https://press.example/timber-', origin: { seed: 'seeds/1.txt' } },
    ])
  })
})

test('a work that two seeds cite counts in both, and once in all', () => {
  const note = { label: '1', text: page('Harbours of the north', 2022, 'https://press.example/harbours') }
  const other = { label: '2', text: page('Timber goes east', 2021, 'https://press.example/timber') }
  const { value } = assess([note], [note, other])
  expect(value.seeds.map(({ works }) => works.cited)).toEqual([1, 2])
  expect(value.works).toEqual({ cited: 2, uncited: 0 })
  expect(value.notes).toEqual({ cited: 3, resolved: 3, truncated: 0, missing: 0 })
})

test('a note that no marker calls has a work that nobody cites', () => {
  const { value } = assess([
    { label: '1', text: page('Harbours of the north', 2022, 'https://press.example/harbours') },
    { label: '2', text: page('Timber goes east', 2021, 'https://press.example/timber'), called: 0 },
  ])
  expect(value.works).toEqual({ cited: 1, uncited: 1 })
  expect(value.seeds[0]?.notes.cited).toEqual({ count: 1, ranges: '1' })
  expect(value.findings).toMatchObject([{ kind: 'uncited', note: '2' }])
})

test('a note that breaks off elsewhere than in its address is named', () => {
  const { value } = assess([{ label: '7', text: 'Novak, P. Harbour towns of the', truncated: true }])
  expect(value.findings).toMatchObject([{ kind: 'truncated', note: '7' }])
})

describe('the year of an address', () => {
  test('is reported where the note prints another', () => {
    const { value, messages } = assess([
      { label: '1', text: page('Harbours of the north', 2022, 'https://press.example/2021/05/14/harbours') },
    ])
    expect(value.findings).toMatchObject([{ kind: 'otherYear', note: '1', years: { printed: 2022, inUrl: 2021 } }])
    expect(messages.map(({ ruleId, file, line, reason }) => [ruleId, file, line, reason])).toEqual([
      [
        'year-agrees-with-url',
        'seeds/1.txt',
        1001,
        'The address in note 1 is of 2021, but the note prints 2022: https://press.example/2021/05/14/harbours',
      ],
    ])
  })

  test.each([
    ['the same year', page('Harbours of the north', 2021, 'https://press.example/2021/05/14/harbours')],
    ['a number', page('Harbours of the north', 2022, 'https://press.example/20221/harbours')],
    [
      'a book that was put on the web later',
      'Novak, P. Harbour towns / P. Novak. - Minsk: Press, 1998. - URL: https://books.example/2021/05/14/harbour',
    ],
  ])('is not where there is %s', (_, text) => {
    expect(assess([{ label: '1', text }]).messages).toEqual([])
  })
})

test('works that look alike are a finding at the later one, which names the earlier', () => {
  const { value } = assess(
    [{ label: '3', text: page('Harbours of the cold north sea', 2021, 'https://press.example/a') }],
    [{ label: '8', text: page('Harbours of the cold north sea', 2022, 'https://press.example/b') }],
  )
  expect(value.findings).toMatchObject([
    { kind: 'lookalike', note: '8', origin: { seed: 'seeds/2.txt' }, other: { note: '3', seed: 'seeds/1.txt' } },
  ])
})

test('no seeds, and seeds without notes, have nothing to count', () => {
  expect(assess().value).toEqual({
    seeds: [],
    notes: { cited: 0, resolved: 0, truncated: 0, missing: 0 },
    works: { cited: 0, uncited: 0 },
    completed: 0,
    findings: [],
  })
  expect(assess([]).value.seeds[0]?.notes.cited).toEqual({ count: 0, ranges: '' })
})
