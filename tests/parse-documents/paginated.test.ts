import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parsePaginatedText } from '../../pipeline/parse-documents/paginated/index.ts'
import { pointInText } from '../../pipeline/tree/text-segments.ts'
import { outline } from '../outline.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/paginated')

describe('each fixture folder is a case', () => {
  test.each(readdirSync(fixtures))('%s', name => {
    const input = readFileSync(path.join(fixtures, name, 'input.txt'), 'utf8')
    const expected = readFileSync(path.join(fixtures, name, 'expected.txt'), 'utf8')
    expect(outline(parsePaginatedText(input))).toBe(expected)
  })
})

test('the lines on which pages begin are kept, as paragraphs go on over them', () => {
  const tree = parsePaginatedText(
    'The harbour grew\nand grew until\n\f\nit was full of\nships. The end.\n\fA new page.\n',
  )
  expect(tree.data?.pageStarts).toEqual([4, 6])
  expect(parsePaginatedText('One page.\n').data?.pageStarts).toBeUndefined()
})

describe('positions', () => {
  test.each(readdirSync(fixtures))('every character of every text node in %s stands where the node says', name => {
    const input = readFileSync(path.join(fixtures, name, 'input.txt'), 'utf8')
    const lines = input.split(/\r\n|\n|\r/)
    visit(parsePaginatedText(input), 'text', node => {
      for (const [index, character] of [...node.value].entries()) {
        if (character.trim() === '') continue
        const { line, column, offset } = pointInText(node, index)
        expect(lines[line - 1]?.[column - 1]).toBe(character)
        expect(input[offset ?? -1]).toBe(character)
      }
    })
  })
})

describe('any text', () => {
  const words = fc.array(
    fc.oneof(
      fc.constantFrom(
        'the',
        'trade"',
        'in',
        '2021',
        '$12.3',
        '1',
        '2 .',
        '"3',
        '4,',
        '12 The',
        '[5]',
        '(6)',
        '¹',
        '*',
        '\f',
        '\n',
        '\n\n',
        ' - ',
        '7 Note.',
        '\r\n',
        '          ',
      ),
      fc.string({ unit: 'grapheme', maxLength: 12 }),
    ),
    { maxLength: 120 },
  )
  test('is parsed without failing, and every letter of it is in the tree or was not a letter of the text', () => {
    fc.assert(
      fc.property(words, parts => {
        const input = parts.join(' ')
        const tree = parsePaginatedText(input)
        const letters = (text: string) => text.replace(/[^\p{L}]/gu, '').length
        const count = tree.children.reduce((sum, node) => sum + letters(textOf(node)), 0)
        expect(count).toBeLessThanOrEqual(letters(input))
      }),
      { numRuns: 150 },
    )
  })

  test('may have more lines than a call has arguments', () => {
    const rows = (row: string) => parsePaginatedText(row.repeat(126_000)).children.length
    expect([rows('1 a\n'), rows('a   b   c\n')].every(count => count > 0)).toBe(true)
  })

  test('keeps its paragraphs when it has neither notes nor pages', () => {
    const text = 'One line of text.\n\nAnother line of text.\n'
    expect(outline(parsePaginatedText(text))).toBe(
      'paragraph 1-1: One line of text.\nparagraph 3-3: Another line of text.\n',
    )
  })
})
