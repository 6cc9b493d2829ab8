import { spawnSync } from 'node:child_process'
import fc from 'fast-check'
import type { Link, ListItem, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { describe, expect, it, test } from 'vitest'
import type { ReferenceRun } from '../../pipeline/contract/citing.ts'
import { renderReferenceList } from '../../pipeline/render-output/render-bibliography.ts'

const write = (numbered: boolean, ...entries: readonly (readonly ReferenceRun[])[]) =>
  renderReferenceList(
    {
      title: 'References',
      language: 'en',
      numbered,
      entries: entries.map((runs, index) => ({ workId: `w${index}`, runs })),
    },
    'markdown',
  )
const parse = (markdown: string) => unified().use(remarkParse).use(remarkGfm).parse(markdown) as Root
const itemsOf = (tree: Root): readonly ListItem[] =>
  tree.children.flatMap(node => (node.type === 'list' ? node.children : []))
const linksOf = (tree: Root): readonly Link[] => {
  const links: Link[] = []
  visit(tree, 'link', link => void links.push(link))
  return links
}

const beginnings = [
  '1984. Novel. 2000.',
  '1) x',
  '7.',
  '(2) x',
  'iv. x',
  'b) x',
  'II. Teil',
  '+ x',
  '- x',
  '* x',
  '-',
  '---',
  '- - -',
  '***',
  '===',
  '= x',
  ': x',
  '# x',
  '> x',
  '~~~',
  '```',
  '| a | b |',
  '[ ] x',
  '[x]: y',
  '[^1]: x',
  '    x',
  '<div>',
  'A. Novak',
]

describe.each([true, false])('an entry stays one item with its words (numbered: %s)', numbered => {
  test.each(beginnings)('%s', text => {
    const tree = parse(write(numbered, [{ text }], [{ text: 'Next.' }]))
    expect(itemsOf(tree).map(({ children }) => children.map(({ type }) => type))).toEqual([
      ['paragraph'],
      ['paragraph'],
    ])
    expect(itemsOf(tree).map(item => textOf(item))).toEqual([text.trim(), 'Next.'])
  })

  it('whatever they are, in any runs', () => {
    const piece = fc.constantFrom(
      ...'a1i.)(-+*=:#>|~_`<&;[]!\\@$^ \n'.split(''),
      'https://x.y/',
      'www.x.y/',
      '. ',
      '- ',
    )
    const words = fc.array(piece, { minLength: 1, maxLength: 12 }).map(parts => parts.join(''))
    const run = fc.record({ text: words })
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 2 }), runs => {
        const tree = parse(write(numbered, runs, [{ text: 'Next.' }]))
        const whole = runs.map(({ text }) => text).join('')
        const shown = whole.replace(/[ \n]+/gu, ' ').trim()
        expect(tree.children).toHaveLength(2)
        expect(itemsOf(tree).map(item => textOf(item))).toEqual([shown, 'Next.'])
      }),
      { numRuns: 500 },
    )
  })
})

test('an initial is not escaped', () => {
  expect(write(false, [{ text: 'A. Novak' }])).toContain('\n- A. Novak\n')
})

describe('an address amid words is a link to itself', () => {
  test.each([
    ['See https://x.y/z_1.', 'https://x.y/z_1'],
    ['(https://x.y/a_b*c*_d~e~|f)', 'https://x.y/a_b*c*_d~e~|f'],
    ['https://x.y/wiki/A_(b), p. 4', 'https://x.y/wiki/A_(b)'],
    ['at “https://x.y/q?a=1&copy=2&lt;=3”', 'https://x.y/q?a=1&copy=2&lt;=3'],
    ['HTTP://x.y/[a_b]/c d', 'HTTP://x.y/[a_b]/c'],
    ['www.x.y/z_1', 'http://www.x.y/z_1'],
  ])('%s', (text, url) => {
    const tree = parse(write(false, [{ text }]))
    expect(linksOf(tree).map(link => [link.url, textOf(link)])).toEqual([[url, url.replace('http://www', 'www')]])
    expect(itemsOf(tree).map(item => textOf(item))).toEqual([text])
  })

  test('and one of a run of its own too', () => {
    const url = 'https://x.y/z_1?a=1&amp;b'
    expect(linksOf(parse(write(true, [{ text: 'here', url }, { text: '.' }])))).toMatchObject([{ url }])
  })
})

const installed = spawnSync('pandoc', ['--version']).status === 0
describe.skipIf(!installed)('pandoc (skipped where it is not installed)', () => {
  // Pandoc takes brackets at the start for a box to tick, escaped or not.
  test.each(beginnings.filter(text => text !== '[ ] x'))('shows the words of %s', text => {
    const input = write(false, [{ text }], [{ text: 'Next.' }])
    const args = ['-f', 'markdown-smart', '-t', 'plain', '--wrap=none']
    const { stdout } = spawnSync('pandoc', args, { input, encoding: 'utf8' })
    expect(stdout.split('\n').filter(line => line !== '')).toEqual(['References', `-   ${text.trim()}`, '-   Next.'])
  })
})
