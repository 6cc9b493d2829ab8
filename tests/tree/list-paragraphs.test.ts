import { describe, expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse-documents/markdown.ts'
import { parsePaginatedText } from '../../pipeline/parse-documents/paginated/index.ts'
import { listParagraphs } from '../../pipeline/tree/list-paragraphs.ts'
import { seedOf } from '../documents.ts'

const read = (text: string) => listParagraphs(parseMarkdown(text), seedOf(text))

test('white space is single, and every character knows its place', () => {
  const text = 'One  *two*\n   three `four`.\n'
  const [paragraph] = read(text)
  expect(paragraph?.text).toBe('One two three four.')
  expect(paragraph?.pointAt(4)).toMatchObject({ line: 1, column: 7 })
  expect(paragraph?.pointAt(8)).toMatchObject({ line: 2 })
})

test('a marker belongs to the words before it', () => {
  const [paragraph] = read('It grew.[^1] It fell[^2], it rose. [^3] So it ends.\n\n[^1]: A.\n[^2]: B.\n[^3]: C.\n')
  expect(paragraph?.text).toBe('It grew. It fell, it rose. So it ends.')
  expect(paragraph?.notes.map(({ note, offset }) => [note, offset])).toEqual([
    ['1', 8],
    ['2', 16],
    ['3', 26],
  ])
  expect(paragraph?.sentences.map(({ text, notes }) => [text, notes.map(({ note }) => note).join()])).toEqual([
    ['It grew.', '1'],
    ['It fell, it rose.', '2,3'],
    ['So it ends.', ''],
  ])
})

test('a row of a table is a paragraph, with its markers', () => {
  const rows = read('| Country | Trade |\n| --- | --- |\n| China | $12 million[^1] |\n\n[^1]: A.\n')
  expect(rows.map(({ text }) => text)).toEqual(['Country | Trade', 'China | $12 million'])
  expect(rows[1]?.notes.map(({ note }) => note)).toEqual(['1'])
})

test('sections are numbered, and what stands before the first heading belongs to the title', () => {
  expect(read('Intro.\n\n# One\n\nText.\n').map(({ section, sectionIndex }) => [section, sectionIndex])).toEqual([
    ['The seed', 0],
    ['One', 1],
  ])
})

describe('a long paragraph is read in a time that does not run away', () => {
  test.each([
    ['many sentences', 'China grew by 12 percent in 2021. '.repeat(6000)],
    ['many initials', 'A. B. '.repeat(30_000)],
    ['no stop at all', 'a full line of text that never comes to an end\n'.repeat(3000)],
  ])('%s', (_name, text) => {
    const tree = parsePaginatedText(text)
    const paragraphs = listParagraphs(tree, seedOf(text))
    expect(paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0)).toBeGreaterThan(100_000)
  })
})
