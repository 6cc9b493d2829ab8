/**
 * What is left out of a sentence that is shown as a point: openers at its head, and a relative clause at a long one's end.
 */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { trimStatement } from '../../pipeline/compose-brief/trim-statement.ts'

const trimmed = (text: string, words = 40) => {
  const { from, to } = trimStatement(text, words)
  return text.slice(from, to)
}

test.each([
  ['Note that the port of Aker loaded 12 ships.', 'the port of Aker loaded 12 ships.'],
  ['For reference: as of May 1, 2021, 40 firms were listed.', 'as of May 1, 2021, 40 firms were listed.'],
  ['For reference, it should be noted that 40 firms were listed.', '40 firms were listed.'],
  ['In addition, in May 2021 Aker sold 12 ships.', 'in May 2021 Aker sold 12 ships.'],
  ['An important detail: Aker is in Norway.', 'Aker is in Norway.'],
  ['And in May 2021 Aker sold 12 ships.', 'in May 2021 Aker sold 12 ships.'],
  ['Напомним, что порт открыли в 2019 году.', 'порт открыли в 2019 году.'],
  ['Кроме того, порт открыли в 2019 году.', 'порт открыли в 2019 году.'],
])('%s', (sentence, expected) => {
  expect(trimmed(sentence)).toBe(expected)
})

test.each([
  'However, Aker sold 12 ships.',
  'Therefore Aker sold 12 ships.',
  'At that time Aker sold 12 ships.',
  'Notes on the port of Aker were sold.',
  'Andorra sold 12 ships to Aker.',
  'So many ships were sold that the port closed.',
])('%s stays whole', sentence => {
  expect(trimmed(sentence)).toBe(sentence)
})

test('a long sentence loses the relative clause at its end, a short one nothing', () => {
  const head = 'In September 2021 the cities of Aker and Obel adopted the joint plan on harbours and ferries'
  const sentence = `${head}, which holds what the two want to build, to deepen and to dredge in the years to come.`
  expect(trimmed(sentence, 20)).toBe(head)
  expect(trimmed(sentence, 40)).toBe(sentence)
})

test('nothing is cut where what is left would be no statement, or would open a quotation', () => {
  const bare =
    'In September 2021 the harbour on the northern shore of Aker with its quays, which lies in the lee, closed for good.'
  expect(trimmed(bare, 12)).toBe(bare)
  const quoted =
    'In September 2021 the mayor said that "the harbour was closed by the storm, which came from the north, for good".'
  expect(trimmed(quoted, 12)).toBe(quoted)
})

test('what is kept is a stretch of the sentence', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 0, max: 50 }), (text, words) => {
      const { from, to } = trimStatement(text, words)
      expect(0 <= from && from <= to && to <= text.length).toBe(true)
    }),
  )
})
