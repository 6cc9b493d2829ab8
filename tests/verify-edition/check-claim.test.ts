import { describe, expect, test } from 'vitest'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { checkClaim } from '../../pipeline/verify-edition/check-claim.ts'
import { indexSeeds } from '../../pipeline/verify-edition/index-seeds.ts'
import { readPage } from '../../pipeline/verify-edition/read-page.ts'
import { configWith, seedOf } from '../documents.ts'

const { value: documents } = await parseDocuments(
  [
    seedOf(
      '# Wells\n\nThe well gave 14.5 litres ,[^1] and 4,200 people drank. "It is deep", said Ann Rye.\n\n[^1]: A note.\n',
    ),
  ],
  configWith([]),
)
const seeds = indexSeeds(documents)

/** What is wrong with each claim of some HTML; undefined where nothing is. */
const faults = (html: string) =>
  readPage(html).claims.map(claim => {
    const found = checkClaim(claim, seeds)
    return 'reason' in found ? found.reason : undefined
  })

describe('words that a page claims to be a sentence', () => {
  test.each([
    ['the sentence as it stands', 'The well gave 14.5 litres , and 4,200 people drank.'],
    [
      'with other white space, a citation, and no space before a comma',
      'The well\n gave 14.5 litres<sup data-frame> [1]</sup>, and 4,200 people drank.',
    ],
    ['cut at its end', 'The well gave <i data-frame="cut">…</i>'],
    ['cut at both ends', '<i data-frame="cut">…</i> gave <b>14.5</b> litres <i data-frame="cut">…</i>'],
  ])('%s are proved', (_what, words) => {
    expect(faults(`<p data-from="seed-p1.1">${words}</p>`)).toEqual([undefined])
  })

  test.each([
    ['a digit changed', 'The well gave 14.6 litres, and 4,200 people drank.', '“14.6” stands for “14.5”'],
    ['a word left out', 'The well gave litres, and 4,200 people drank.', '“14.5” is left out'],
    ['a word added', 'The well gave 14.5 fine litres, and 4,200 people drank.', '“fine” is added'],
    ['an end lost without a cut', 'The well gave 14.5 litres', 'is left out'],
    ['a cut that parts a number', 'The well gave 14<i data-frame="cut">…</i>', 'is not in the seed'],
    ['words of another sentence', '"It is deep", said Ann Rye.', 'but they are seed-p1.2 at'],
    ['nothing', '', 'Nothing is shown'],
  ])('with %s are a fault', (_what, words, reason) => {
    expect(faults(`<p data-from="seed-p1.1">${words}</p>`)).toEqual([expect.stringContaining(reason)])
  })

  test('a sentence that is not there is a fault', () => {
    expect(faults('<p data-from="seed-p9.1">Hello.</p>')).toEqual([expect.stringContaining('which no seed has')])
  })
})

test.each([
  ['4,200 people', true],
  ['Ann Rye', true],
  ['200 people', false],
  ['4.5 litres', false],
  ['14', false],
  ['people dran', false],
])('%s stands in the paragraph: %s', (words, is) => {
  expect(faults(`<b data-in="seed-p1.1">${words}</b>`)[0] === undefined).toBe(is)
})

test.each([
  ['The well gave 14.5', true],
  ['The well gave 14.5 litres , and 4,200 people drank.', true],
  ['well gave', false],
  ['The well gave 14', false],
  ['The wells', false],
])('%s opens the sentence: %s', (words, is) => {
  expect(faults(`<p data-opens="seed-p1.1">${words}</p>`)[0] === undefined).toBe(is)
})

test('a mark that names no seed is of the one that the page names', () => {
  const words = '"It is deep", said Ann Rye.'
  expect(faults(`<body data-seed="seed"><p data-from=".p1.2">${words}</p></body>`)).toEqual([undefined])
  expect(faults(`<p data-from=".p1.2">${words}</p>`)).toEqual([expect.stringContaining('but they are seed-p1.2')])
})

test('values and readings are of the evidence that their row is about', () => {
  const row = '<tr data-of=".f1"><th><b data-figure>14.5 litres</b> <i data-reading="period">2021</i></th></tr>'
  const other = '<tr data-of="seed-f2"><th><b data-figure="seed-f3">9 wells</b><i data-reading="date">May</i></th></tr>'
  const { claims, readings } = readPage(`<body data-seed="seed"><table>${row}${other}</table></body>`)
  expect(claims.map(({ evidence }) => evidence)).toEqual([
    { kind: 'figure', id: 'seed-f1' },
    { kind: 'figure', id: 'seed-f3' },
  ])
  expect(readings.map(({ kind, of }) => [kind, of])).toEqual([
    ['period', 'seed-f1'],
    ['date', 'seed-f2'],
  ])
})

test('a heading is the one above its paragraph', () => {
  expect(faults('<h2 data-heading="seed-p1">Wells</h2><h2 data-heading="seed-p1">Walls</h2>')).toEqual([
    undefined,
    expect.stringContaining('“Walls” stands for “Wells”'),
  ])
})
