import { expect, test } from 'vitest'
import type { MediaType } from '../../pipeline/contract/seed.ts'
import { formatPlace } from '../../pipeline/tree/format-place.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const from = (start: number, end: number) => ({ start: { line: start, column: 1 }, end: { line: end, column: 5 } })

test.each<[MediaType, number, number, Parameters<typeof formatPlace>[2], object]>([
  ['text/plain', 12, 12, undefined, { unit: 'lines', lines: '12' }],
  ['text/markdown', 12, 14, undefined, { unit: 'lines', lines: '12–14' }],
  [word, 12, 12, undefined, { unit: 'paragraphs', lines: '12' }],
  [word, 12, 14, { paragraph: 12 }, { unit: 'paragraphs', lines: '12–14' }],
  [word, 12, 12, { page: 3, paragraph: 12 }, { unit: 'pages', lines: '12', page: '3' }],
  ['application/pdf', 512, 514, { page: 3, paragraph: 12 }, { unit: 'pages', lines: '12', page: '3' }],
  ['application/pdf', 512, 514, undefined, { unit: 'lines', lines: '512–514' }],
])('%s from %i to %i with %o', (mediaType, start, end, place, shown) => {
  expect(formatPlace(from(start, end), mediaType, place)).toEqual(shown)
})
