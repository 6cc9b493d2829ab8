/**
 * Stems by language and script.
 */
import { expect, test } from 'vitest'
import { stemmerFor } from '../../pipeline/tree/stem-words.ts'

test('forms of a word have one stem', () => {
  const stem = stemmerFor('en')
  expect(new Set(['zone', 'Zones', 'ZONES'].map(stem))).toEqual(new Set(['zone']))
  expect(stem('investments')).toBe(stem('investment'))
})

test('Cyrillic words are stemmed as Russian in a text of any language', () => {
  const stem = stemmerFor('en-GB')
  expect(new Set(['зона', 'зоны', 'зон', 'Зоне'].map(stem)).size).toBe(1)
  expect(stem('инвестиций')).toBe(stem('инвестициями'))
})

test('words of other scripts, and words with digits, stay', () => {
  const stem = stemmerFor('en')
  expect(stem('中国')).toBe('中国')
  expect(stem('G20s')).toBe('g20s')
})

test('a text in German is stemmed as German, an unknown language as English', () => {
  expect(stemmerFor('de')('Häuser')).toBe(stemmerFor('de')('Hauses'))
  expect(stemmerFor('xx')('zones')).toBe('zone')
})
