import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ParsedDocument } from '../pipeline/contract/document.ts'
import { printTree } from '../pipeline/inspect.ts'
import { printJson } from '../pipeline/print-json.ts'
import { parse, read } from '../pipeline/run.ts'
import { configWith } from './documents.ts'

test('the pieces of any value are what JSON.stringify writes', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 7 }), value => {
      expect([...printJson(value)].join('')).toBe(`${JSON.stringify(value, undefined, 2)}\n`)
    }),
  )
  const withGaps = { a: undefined, b: [undefined, { c: undefined }], d: {} }
  expect([...printJson(withGaps)].join('')).toBe(`${JSON.stringify(withGaps, undefined, 2)}\n`)
})

test('a large value comes in pieces of a size that a pipe takes', () => {
  const value = { type: 'root', children: Array.from({ length: 20_000 }, (_, index) => ({ type: 'text', index })) }
  const pieces = [...printJson(value)]
  expect(pieces.length).toBeGreaterThan(5)
  expect(Math.max(...pieces.map(({ length }) => length))).toBeLessThan(70_000)
  expect(JSON.parse(pieces.join(''))).toEqual(value)
})

/** The tree as it was printed when it was still written at once. */
function printAtOnce({ tree: root, judgements }: ParsedDocument): string {
  const tree = judgements ? { ...root, data: { ...root.data, explanation: judgements } } : root
  const plain = JSON.parse(
    JSON.stringify(tree, (key, value) => (key === 'segments' ? undefined : value)),
    (key, value) => (key === 'data' && Object.keys(value).length === 0 ? undefined : value),
  )
  return `${JSON.stringify(plain, undefined, 2)}\n`
}

test.each(['md', 'html', 'docx', 'pdf', 'txt'])('the tree of a .%s file has the bytes it had', async format => {
  const file = path.join(import.meta.dirname, `fixtures/five-formats/essay.${format}`)
  const config = configWith()
  for (const explain of [false, true]) {
    const { value } = await parse(await read(config, file), config, { explain })
    const document = value[0] as ParsedDocument
    expect([...printTree(document)].join('')).toBe(printAtOnce(document))
  }
})
