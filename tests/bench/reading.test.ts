import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../pipeline/config.ts'
import { families } from '../../scripts/bench/reading/families.ts'
import { printFamilies } from '../../scripts/bench/reading/printed/print-styles.ts'
import { printTruth } from '../../scripts/bench/reading/printed/print-truth.ts'
import { readRoutes } from '../../scripts/bench/reading/printed/read-routes.ts'
import { noteOf, placeholders, readTruth } from '../../scripts/bench/reading/read-truth.ts'
import { f1, score } from '../../scripts/bench/reading/score.ts'

const root = path.join(import.meta.dirname, '../..')
const documents = readTruth(path.join(root, 'scripts/bench/reading/truth'))

describe('a truth document calls each of its notes once, in order', () => {
  test.each(documents)('$name', ({ blocks, notes }) => {
    const called = blocks.flatMap(({ text }) => (text.match(placeholders) ?? []).map(noteOf))
    expect(called).toEqual(notes.map((_, index) => index))
    expect(blocks[0]?.kind).toBe('title')
    expect([...blocks, ...notes.map(text => ({ text }))].filter(({ text }) => /\[\^|^[#>|]/u.test(text))).toEqual([])
  })
})

test('every family has a name of its own', () => {
  const names = [...families, ...printFamilies].map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
})

test('a printed book is numbered by page, and the reader of PDF files finds its notes', async () => {
  const config = await loadConfig(root, { cache: false })
  const book = printFamilies.filter(({ name }) => name === 'printed book, by page')
  const ledgers = documents.filter(({ name }) => name === 'en-ledgers')
  const [printed] = await printTruth(book, ledgers, config)
  if (!printed) throw new Error('nothing was printed')
  const { markers } = printed.expected
  expect(markers).toHaveLength(ledgers[0]?.notes.length ?? 0)
  expect(markers.filter(({ label }) => label === '1').length).toBeGreaterThan(2)
  const found = (await readRoutes(printed.file, ['pdf'], config)).get('pdf')
  if (!found) throw new Error('nothing was read')
  const result = score(printed.expected, found.ours)
  expect(f1(result.markers)).toBeGreaterThanOrEqual(0.98)
  expect(f1(result.definitions)).toBeGreaterThanOrEqual(0.98)
})
