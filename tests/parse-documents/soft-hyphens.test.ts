import { toString as textOf } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import { mayBreak } from '../../pipeline/parse-documents/paginated/hyphenation.ts'
import { parsePaginatedText } from '../../pipeline/parse-documents/paginated/index.ts'

const read = (...lines: readonly string[]) => textOf(parsePaginatedText(lines.join('\n'))).replace(/\n/g, ' ')

test('the document’s own spelling decides, either way', () => {
  const text = read(
    'The well-known harbour was dredged, and the well-',
    'known harbour master wrote to the government; the govern-',
    'ment did not answer.',
  )
  expect(text).toContain('the well-known harbour master')
  expect(text).toContain('the government did not')
})

test('where it says nothing, the patterns of its language do', () => {
  expect(mayBreak('accounts', 2, 'en')).toBe(true)
  expect(mayBreak('accounts', 1, 'en')).toBe(false)
  expect(mayBreak('Zollordnung', 4, 'de')).toBe(true)
  expect(mayBreak('статистика', 3, 'ru')).toBe(true)
  expect(mayBreak('papier', 2, 'fr')).toBe(true)
  expect(mayBreak('slovo', 2, 'xx')).toBeUndefined()
  expect(read('The towns began to publish their ac-', 'counts in that year and never stopped.')).toContain('accounts')
})

test('a true hyphen stays: compounds, names, and text that was never hyphenated', () => {
  expect(read('It was a half-', 'hearted answer, and the people of the', 'town knew it well enough.')).toContain(
    'half-hearted',
  )
  expect(read('The road to Upper-', 'Vell is closed.')).toContain('Upper-Vell')
  const others = Array.from({ length: 60 }, () => 'Nothing else was ever divided at the end of a line.')
  expect(read('They bought noise-', 'insulated windows.', ...others)).toContain('noise-insulated')
})

test('a sign that stands at lines’ ends alone is never a word’s own, and an address keeps its hyphens', () => {
  expect(read('The engineer meas‐', 'ured the depth.')).toContain('measured')
  expect(read('See https://example.org/list-of-', 'boats.html for all.')).toContain('/list-of-boats.html')
})

test('ranges of numbers and addresses go on over lines', () => {
  expect(read('The list is on pages 201–', '209 of the book.')).toContain('201–209')
  expect(read('It is at https://example.org/passengers/', '2023, as of May.')).toContain('/passengers/2023')
})
