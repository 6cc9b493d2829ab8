import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { parseMarkdown, readMarkdown } from '../../pipeline/parse-documents/markdown.ts'
import { pointInText } from '../../pipeline/tree/text-segments.ts'
import { configWith, documentsOf, seedOf } from '../documents.ts'
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

describe('GFM footnotes as they are', () => {
  const documentOf = async (text: string) => {
    const config = configWith()
    const { value, messages } = await parseDocuments([seedOf(text)], config)
    const built = buildBibliography(value, config)
    return { tree: value[0]?.tree as Root, messages: [...messages, ...built.messages] }
  }
  const placed = (messages: readonly VFileMessage[], rule: string) =>
    messages.filter(({ ruleId }) => ruleId === rule).map(({ line, reason }) => `${line}: ${reason}`)

  test('a marker without a definition is found and reported', async () => {
    const { tree, messages } = await documentOf('One[^1] and two[^x].\n\n[^1]: Known, *Work*, 2020.\n')
    expect(outline(tree)).toContain('One[^1] and two[^x].')
    expect(placed(messages, 'footnote-is-defined')).toEqual(['1: Note x has no text in the seed'])
  })

  test('of two definitions the first counts, and the second is reported', async () => {
    const { messages } = await documentOf('One[^1].\n\n[^1]: First, *Work*, 2020.\n\n[^1]: Second, *Work*, 2021.\n')
    expect(placed(messages, 'footnote-is-unique')).toEqual(['5: Note 1 is defined again; it was first on line 3'])
    const [document] = await documentsOf('One[^1].\n\n[^1]: First, *Work*, 2020.\n\n[^1]: Second, *Work*, 2021.\n')
    const atMarker = document?.citations.filter(({ origin }) => origin.position.start.line === 1)
    expect(atMarker?.map(({ definition }) => definition?.position.start.line)).toEqual([3])
  })

  test('identifiers are lower-cased, labels keep their spelling', () => {
    const tree = parseMarkdown('One[^Big].\n\n[^Big]: Note.\n')
    const names: unknown[] = []
    visit(tree, ['footnoteReference', 'footnoteDefinition'], node => void names.push(node))
    expect(names).toMatchObject([
      { type: 'footnoteReference', identifier: 'big', label: 'Big' },
      { type: 'footnoteDefinition', identifier: 'big', label: 'Big' },
    ])
  })

  test('a definition that nobody cites survives, and is reported at its line', async () => {
    const { tree, messages } = await documentOf('One[^1].\n\n[^1]: First, *Work*, 2020.\n[^2]: Lonely, *Work*, 2021.\n')
    expect(outline(tree)).toContain('note 2 4-4: Lonely, Work, 2021.')
    expect(placed(messages, 'footnote-is-cited')).toEqual(['4: No marker in the text calls note 2'])
  })

  test('front matter is data, and no heading', async () => {
    const { tree } = await documentOf('---\ntitle: A\ndate: 2023\n---\n\n# Heading\n\nText.\n')
    expect(tree.children.map(({ type }) => type)).toEqual(['yaml', 'heading', 'paragraph'])
  })

  test('what looks like a marker in code stays code', () => {
    const tree = parseMarkdown('`a[^1]` and\n\n```\nb[^2]\n```\n\n    c[^3]\n\nd[^4]\n')
    const names: string[] = []
    visit(tree, 'footnoteReference', node => void names.push(node.identifier))
    expect(names).toEqual(['4'])
  })
})

describe('notes typed by hand', () => {
  const treeOf = (text: string): Root => {
    const read = readMarkdown(seedOf(text), configWith(), {})
    return (read as { value: { tree: Root } }).value.tree
  }

  test('numbers in brackets, with their places', () => {
    const tree = treeOf('One[1] two\nand [2] three [1998].\n\n## Notes\n\n[1] *Alpha*, p. 3.\n[2] Beta.\n')
    expect(outline(tree)).toBe(
      'paragraph 1-2: One[^1] two and[^2] three [1998].\nnote 1 6-6: Alpha, p. 3.\nnote 2 7-7: Beta.\n',
    )
    const places: unknown[] = []
    visit(tree, 'footnoteReference', node => void places.push(node.position?.start))
    expect(places).toMatchObject([
      { line: 1, column: 4 },
      { line: 2, column: 5 },
    ])
  })

  test('a list of works cited in any order; steps, years and numbers that nothing defines stay text', () => {
    expect(outline(treeOf('One [2], two [1].\n\n# References\n\n1. Alpha.\n2. Beta.\n'))).toContain('note 2 6-6: Beta.')
    const plain = 'Steps (1) and (2) of [3].\n\n1. Wash.\n2. Dry.\n'
    expect(outline(treeOf(plain))).not.toContain('note')
    expect(outline(treeOf(`One[^1] and [2].\n\n[^1]: A.\n\n[1] B.\n\n[2] C.\n`))).not.toContain('note 2')
  })
})

test('a paragraph’s later lines stand where the seed has them, behind indents and signs', () => {
  const source = 'One line\n   and another.\n\n> Said once\n>   and twice.\n\n- item\n  going on\n'
  const lines = source.split('\n')
  visit(parseMarkdown(source), 'text', node => {
    for (const [index, character] of [...node.value].entries()) {
      if (character.trim() === '') continue
      const { line, column } = pointInText(node, index)
      expect([line, lines[line - 1]?.[column - 1]]).toEqual([line, character])
    }
  })
})
