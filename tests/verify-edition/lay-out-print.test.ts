/**
 * Words are taken from where they are printed, also where a page break parts them.
 */
import { expect, test } from 'vitest'
import { layOutPrint } from '../../pipeline/verify-edition/lay-out-print.ts'
import { printedText } from '../../pipeline/verify-edition/normal-text.ts'

test('a short beginning at the foot of a page is not taken from a sentence above it', () => {
  const print = layOutPrint(
    [
      ['It is planned to build a harbour.', 'It'],
      ['was said that all is well.', '2 / 2'],
    ],
    ['A brief'],
  )
  expect(print.take(printedText('It was said that all is well.'))).toBe(true)
  expect(print.take(printedText('It is planned to build a harbour.'))).toBe(true)
  expect(print.rest()).toEqual([])
})

test('a number that a page break parts from its sentence is not taken from another year above it', () => {
  const print = layOutPrint(
    [
      ['In 2019 a harbour was built.', 'In'],
      ['2022 it was closed.', '2 / 2'],
    ],
    ['A brief'],
  )
  expect(print.take(printedText('In 2022 it was closed.'))).toBe(true)
  expect(print.take(printedText('In 2019 a harbour was built.'))).toBe(true)
  expect(print.rest()).toEqual([])
})

test('a word that a page parts at its hyphen is found with a note between its halves', () => {
  const print = layOutPrint(
    [
      ['All of it is Belarusian-', '1', 'A note.'],
      ['Chinese agreement.', '2 / 2'],
    ],
    ['A brief'],
  )
  expect(print.take(printedText('All of it is Belarusian-Chinese agreement.'))).toBe(true)
  expect(print.take(printedText('A note.'), 2)).toBe(false)
  expect(print.take(printedText('A note.'), 1)).toBe(true)
})
