import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Theme } from '../../pipeline/contract/config.ts'
import { selectPassages } from '../../pipeline/select-passages/index.ts'
import { rankPassages } from '../../pipeline/select-passages/rank-passages.ts'
import { configWith, documentsOf, themeOf } from '../documents.ts'

const select = async (theme: Theme, text: string) =>
  selectPassages(await documentsOf(text), configWith([theme])).value.map(({ id, grade, sentences }) => [
    id.replace('seed-', ''),
    grade,
    sentences.map(sentence => Number(sentence.split('.')[1])),
  ])

describe('selection is by sentence', () => {
  const theme = themeOf('china', ['China', 'Chinese'], { related: [{ text: 'the park', weight: 0.5 }] })

  test('a paragraph that only mentions the theme gives the sentence that does', async () => {
    const text =
      'India bought tea. Turkey bought steel. China bought timber. Pakistan bought fibre. Mongolia bought milk.\n'
    expect(await select(theme, text)).toEqual([['p1', 'mentions', [3]]])
  })

  test('a paragraph that opens on the theme and stays with it is taken whole', async () => {
    expect(await select(theme, 'China bought timber in May. The price was high. Chinese buyers paid it.\n')).toEqual([
      ['p1', 'about', [1, 2, 3]],
    ])
  })

  test('a related name counts only where the theme is spoken of', async () => {
    const about =
      'China built a zone near Minsk. Chinese firms came. They stayed with China.\n\nThe park grew. Then the park was full.\n'
    expect((await select(theme, about)).map(([id]) => id)).toEqual(['p1', 'p2'])
    const apart = 'India built a zone near Minsk.\n\nThe park grew. Then the park was full.\n'
    expect(await select(theme, apart)).toEqual([])
  })

  test('a theme that nothing speaks of is reported', async () => {
    const { value, messages } = selectPassages(await documentsOf('Tea is drunk in India.\n'), configWith([theme]))
    expect(value).toEqual([])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['theme-has-passages'])
  })
})

test('a passage says why, and where', async () => {
  const [passage] = selectPassages(
    await documentsOf('# Trade\n\nChina and Chinese firms bought timber.[^1]\n\n[^1]: A. Author. Book. 2020.\n'),
    configWith([themeOf('c', ['China', 'Chinese'])]),
  ).value
  expect(passage).toMatchObject({
    theme: 'c',
    grade: 'about',
    notes: ['1'],
    origin: { seed: 'seeds/seed.md', position: { start: { line: 3 } } },
  })
  expect(passage?.reasons).toEqual(['"China" once', '"Chinese" once', '1 of 1 sentences, the first among them'])
})

test('the score grows with weight and falls with length, and lies between 0 and 2.2', () => {
  const score = (weight: number, length: number) =>
    rankPassages([{ weight, length }], { count: 90, meanLength: 120 })[0] ?? Number.NaN
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 50, noNaN: true }), fc.integer({ min: 5, max: 900 }), (weight, length) => {
      expect(score(weight, length)).toBeGreaterThan(0)
      expect(score(weight, length)).toBeLessThanOrEqual(2.2)
      expect(score(weight + 1, length)).toBeGreaterThanOrEqual(score(weight, length))
      expect(score(weight, length + 50)).toBeLessThanOrEqual(score(weight, length))
    }),
  )
})

test('a score says the same whatever else there is among the seeds', () => {
  const passage = { weight: 2, length: 100 }
  const alone = rankPassages([passage], { count: 10, meanLength: 100 })
  const among = rankPassages([passage, passage, { weight: 0, length: 50 }], { count: 5000, meanLength: 100 })
  expect(among).toEqual([alone[0], alone[0], 0])
})
