import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ConfigError } from '../pipeline/diagnostics/config-error.ts'
import { findWork } from '../pipeline/find-work.ts'

const works = [
  { workId: 'novak2022harbour', title: 'Harbour towns of the north', url: null },
  { workId: 'novak2022harbours', title: 'Harbours: a history', url: null },
  { workId: 'press2021-1a2b3c4d', title: 'Timber “goes east”', url: 'https://www.press.example/2021/timber-1' },
  { workId: 'press2021-5e6f7a8b', title: null, url: 'https://press.example/2021/timber-12' },
]

const failure = (words: string): ConfigError => {
  try {
    findWork(words, works)
  } catch (error) {
    if (error instanceof ConfigError) return error
  }
  throw new Error('a work was found')
}

test.each([
  ['novak2022harbour', 'novak2022harbour'],
  ['NOVAK2022HARBOUR', 'novak2022harbour'],
  ['towns of the', 'novak2022harbour'],
  ['harbours: a', 'novak2022harbours'],
  ['timber goes east', 'press2021-1a2b3c4d'],
  ['https://press.example/2021/timber-1', 'press2021-1a2b3c4d'],
  ['press.example/2021/timber-12', 'press2021-5e6f7a8b'],
  ['5e6f', 'press2021-5e6f7a8b'],
])('%s is %s', (words, id) => {
  expect(findWork(words, works).workId).toBe(id)
})

test('what fits several works lists them', () => {
  const { code, message, remedy } = failure('harbour')
  expect([code, message]).toEqual(['work-ambiguous', '“harbour” fits 2 works'])
  expect(remedy).toBe(
    'Name one of them by its id: novak2022harbour (Harbour towns of the north), novak2022harbours (Harbours: a history).',
  )
})

describe('what fits none', () => {
  test.each([
    ['novak2022harbuor', 'novak2022harbour'],
    ['harbor towns of north', 'novak2022harbour'],
    ['press2021-1a2b', undefined],
  ])('%s is near %s', (words, id) => {
    if (id === undefined) expect(findWork(words, works).workId).toBe('press2021-1a2b3c4d')
    else
      expect(failure(words)).toMatchObject({
        code: 'unknown-work',
        remedy: expect.stringContaining(`Did you mean ${id}`),
      })
  })
  test.each(['', '?!', 'xyzzy'])('“%s” is near nothing', words => {
    expect(failure(words)).toMatchObject({
      code: 'unknown-work',
      remedy: expect.stringContaining('inspect bibliography'),
    })
  })
})

test('any words find a work or say why not', () => {
  fc.assert(
    fc.property(fc.string(), words => {
      try {
        expect(works).toContain(findWork(words, works))
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError)
      }
    }),
  )
})
