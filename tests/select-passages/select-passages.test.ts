import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Theme } from '../../pipeline/contract/config.ts'
import { selectPassages } from '../../pipeline/select-passages/index.ts'
import { compileTheme } from '../../pipeline/select-passages/match-terms.ts'
import { scorePassage } from '../../pipeline/select-passages/score-passage.ts'
import { configWith, documentsOf, themeOf } from '../documents.ts'

const select = async (theme: Theme, text: string) =>
  selectPassages(await documentsOf(text), configWith([theme])).value.map(({ id, grade, sentences }) => [
    id.replace('seed-', ''),
    grade,
    sentences.map(sentence => Number(sentence.split('.')[1])),
  ])

describe('a term', () => {
  const count = (terms: readonly string[], text: string, more: Partial<Theme> = {}) =>
    compileTheme(themeOf('t', terms, more))(text).length
  test.each<[string, readonly string[], string, number]>([
    ['matches whole words', ['China'], 'China, not Chinatown or Indochina', 1],
    ['matches its plural and possessive', ['zone'], "A zone, two zones, the zone's fence", 3],
    ['matches any ending after *', ['Kazakh*'], 'Kazakhstan, Kazakhs, Kazakhstani', 3],
    ['matches endings inside a phrase', ['свободн* экономическ* зон*'], 'в свободной экономической зоне', 1],
    ['matches beside a hyphen', ['Chinese'], 'Belarusian-Chinese trade', 1],
    ['minds case only in capitals', ['FEZ', 'turkey'], 'fez and Turkey', 1],
    ['counts the longer of two once', ['zone', 'free economic zone'], 'a free economic zone', 1],
  ])('%s', (_name, terms, text, expected) => {
    expect(count(terms, text)).toBe(expected)
  })
  test('does not count in an excluded phrase', () => {
    expect(count(['China'], 'fine china from China', { excluded: ['fine china'] })).toBe(1)
  })
})

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

test('the score grows with weight and falls with length', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.5, max: 50, noNaN: true }), fc.integer({ min: 20, max: 4000 }), (weight, length) => {
      const score = scorePassage(weight, length, 800)
      expect(score).toBeGreaterThanOrEqual(0)
      expect(score).toBeLessThanOrEqual(2.2)
      expect(scorePassage(weight + 1, length, 800)).toBeGreaterThanOrEqual(score)
      expect(scorePassage(weight, length + 200, 800)).toBeLessThanOrEqual(score)
    }),
  )
})
