import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { packTree } from '../../pipeline/parse-documents/pack-tree.ts'

test('packing changes nothing that a tree says', () => {
  const segments = [{ at: 0, point: { line: 3, column: 1 } }]
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [
          { type: 'text', value: 'The ferry – and “the quay” – of Łódź.', data: { segments } },
          { type: 'emphasis', children: [{ type: 'text', value: 'Café at the weir, ÿ \u0000.' }] },
        ],
      },
      { type: 'paragraph', children: [{ type: 'text', value: 'Причал 🚢 закрыт.' }] },
    ],
  }
  const before = structuredClone(tree)
  packTree(tree)
  expect(tree).toEqual(before)
})
