import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { FootnoteDefinition, FootnoteReference } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parsePaginatedText } from '../../pipeline/parse-documents/paginated/index.ts'

const file = path.join(import.meta.dirname, '../../seeds/000_4af837fc92f3f660.txt')
const bytes = readFileSync(file)
const tree = parsePaginatedText(bytes.toString('utf8'))
const markers: FootnoteReference[] = []
visit(tree, 'footnoteReference', node => void markers.push(node))
const notes = tree.children.filter((node): node is FootnoteDefinition => node.type === 'footnoteDefinition')

test('the seed is the user’s, byte for byte', () => {
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(
    '8415a0f56b92f52ba791edaa90c84e13cafae1fe954b10a4c8d3c0e33c9b4548',
  )
})

test('all 115 markers are found, each once and in order', () => {
  expect(markers.map(({ label }) => label)).toEqual(Array.from({ length: 115 }, (_, index) => String(index + 1)))
})

test('markers in every form stand at their lines', () => {
  const line = (label: string) => markers.find(marker => marker.label === label)?.position?.start.line
  const known = {
    1: 19,
    7: 187,
    18: 512,
    29: 721,
    62: 1265,
    63: 1301,
    68: 1385,
    70: 1444,
    85: 1755,
    87: 1798,
    103: 2131,
    107: 2213,
    111: 2329,
    115: 2431,
  }
  for (const [label, expected] of Object.entries(known)) expect([label, line(label)]).toEqual([label, expected])
})

test('all 27 notes are found, and the one that breaks off is known', () => {
  const labels = [...Array.from({ length: 24 }, (_, index) => String(index + 1)), '113', '114', '115']
  expect(notes.map(({ label }) => label)).toEqual(labels)
  expect(notes.filter(({ data }) => data?.truncated).map(({ label }) => label)).toEqual(['24'])
})

test('addresses that break over lines are whole again', () => {
  const note = notes.find(({ label }) => label === '115')
  expect(note && textOf(note)).toContain(
    'https://www.belta.by/economics/view/buben-sovet-glav-administratsij-sez-pomozhet-povysit-effektivnost-privlechenija-investitsij-v-ekonomiku-530261-2022/',
  )
})

test('the five headings and 91 paragraphs are told apart', () => {
  const headings = tree.children.filter(({ type }) => type === 'heading')
  expect(headings.map(node => [node.position?.start.line, textOf(node)])).toEqual([
    [1, 'Asian vector expands cooperation'],
    [498, 'The road of friendship and cooperation'],
    [885, 'Prospects for cooperation are determined'],
    [1408, 'Priorities for the new phase of partnership'],
    [1817, 'An effective tool for accelerated development'],
  ])
  expect(tree.children.filter(({ type }) => type === 'paragraph')).toHaveLength(91)
})

test('a sentence cut by notes and a page end is one again', () => {
  const text = tree.children
    .map(node => textOf(node))
    .join('\n\n')
    .replace(/(?<!\n)\n(?!\n)/g, ' ')
  expect(text).toContain('In particular, in September 2022, the BUTB signed a memorandum of cooperation')
  expect(text).toContain('apart from increasing the Belarusian-Indian exchange trade turnover')
})

test('a hyphen at a line’s end stays in a document that was not hyphenated', () => {
  const text = tree.children.map(node => textOf(node)).join('\n')
  for (const word of ['noise-insulated', 'high-performance', 'gas-flame', 'all-round', 'Belarusian-made'])
    expect(text).toContain(word)
})
