import type { Root } from 'mdast'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../pipeline/parse-documents/markdown.ts'
import { outline } from '../outline.ts'

const show = (text: string): string => outline(parseMarkdown(text) as Root)

test('a marker without a definition is a marker all the same, at its place', () => {
  const tree = parseMarkdown('One[^1] and\ntwo[^Lost] words.\n\n[^1]: Known.\n')
  expect(outline(tree)).toBe('paragraph 1-2: One[^1] and two[^lost] words.\nnote 1 4-4: Known.\n')
  const paragraph = tree.children[0]
  const lost =
    paragraph?.type === 'paragraph'
      ? paragraph.children.find(node => node.type === 'footnoteReference' && node.identifier === 'lost')
      : undefined
  expect(lost?.position?.start).toMatchObject({ line: 2, column: 4 })
  expect(lost).toMatchObject({ label: 'Lost' })
})

test('front matter is neither a thematic break nor a heading', () => {
  expect(show('---\ntitle: A\n---\n\nText.\n')).toBe('yaml 1-3: \nparagraph 5-5: Text.\n')
})

test('markers in code stay code', () => {
  expect(show('Write `[^1]` for a note.\n')).not.toContain('1]')
})
