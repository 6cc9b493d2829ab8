/** Where pages begin on a source page: at blocks and inside them. */
import { expect, test } from 'vitest'
import { type BlockPages, findBreaks } from '../../pipeline/compose-source/find-breaks.ts'

const starts = [10, 14, 20, 21]
const words = ['first', 'second', 'third', 'fourth', 'fifth']

/** A block of a word a line, from line 12 on. */
const block = {
  text: words.join(' '),
  notes: [],
  pointAt: (offset: number) => ({ line: 12 + words.join(' ').slice(0, offset).split(' ').length - 1, column: 1 }),
}

function find(after: number, first: number, last: number): BlockPages {
  return findBreaks(starts, after, { start: { line: first, column: 1 }, end: { line: last, column: 9 } }, block)
}

test('a page that begins before a block is said above it, and one that begins inside it at its first word', () => {
  expect(find(8, 12, 16)).toEqual({ pageStart: '2', breaks: [{ offset: 'first second '.length, page: '3' }] })
})

test('a page that began before the block above is not said again, and of several that begin in a gap the last is', () => {
  expect(find(11, 12, 13)).toEqual({ breaks: [] })
  expect(find(16, 22, 23)).toEqual({ pageStart: '5', breaks: [] })
})

test('a document of one page has none', () => {
  expect(findBreaks([], 0, { start: { line: 1, column: 1 }, end: { line: 9, column: 1 } }, block)).toEqual({
    breaks: [],
  })
})
