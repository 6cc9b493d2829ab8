import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseHtml, readHtml } from '../../pipeline/parse-documents/html/index.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { pointInText } from '../../pipeline/tree/text-segments.ts'
import { configWith, seedOf } from '../documents.ts'
import { outline } from '../outline.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/html')
const names = readdirSync(fixtures)
const readInput = (name: string) => readFileSync(path.join(fixtures, name, 'input.html'), 'utf8')
const pageOf = (text: string) => ({
  ...seedOf(text),
  path: 'seeds/a.html',
  mediaType: 'text/html' as const,
  described: false,
})
const read = (text: string) => readHtml(pageOf(text), configWith())
const nodesOf = (text: string, type: Nodes['type']) => {
  const nodes: Nodes[] = []
  visit(parseHtml(text).tree, type, node => void nodes.push(node))
  return nodes
}

describe('each fixture folder is a case', () => {
  test.each(names)('%s', name => {
    const expected = readFileSync(path.join(fixtures, name, 'expected.txt'), 'utf8')
    expect(outline(parseHtml(readInput(name)).tree)).toBe(expected)
  })
})

describe('positions', () => {
  const expectPlaces = (input: string) => {
    const lines = input.split(/\r\n|\n|\r/)
    let words = 0
    visit(parseHtml(input).tree, 'text', node => {
      for (const match of node.value.matchAll(/[\p{L}\p{N}]+/gu)) {
        if (/[⁰¹²³⁴-⁹]/u.test(match[0])) continue
        const { line, column, offset } = pointInText(node, match.index)
        const first = match[0][0] as string
        const found = input.slice(offset)
        // A character that the page writes as a reference stands where its reference begins.
        if (found.startsWith('&') && first !== '&') continue
        expect(found[0]).toBe(first)
        expect(lines[line - 1]?.[column - 1]).toBe(first)
        if (!/[&<]/.test(found.slice(0, match[0].length))) expect(found.slice(0, match[0].length)).toBe(match[0])
        words += 1
      }
    })
    return words
  }

  test.each(names)('every word of %s stands where its text says', name => {
    expect(expectPlaces(readInput(name))).toBeGreaterThan(2)
    expectPlaces(readInput(name).replaceAll('\n', '\r\n'))
  })

  test.each([
    'One <div></div>two.',
    'One<p></p>two.',
    '<b>One <p>&nbsp;</p>two.</b>',
    '<table><tr><td>One<div> </div>two.</td></tr></table>',
  ])('a block without words parts those around it: %s', input => {
    expect(outline(parseHtml(input).tree)).toMatch(/One\n.*two\./u)
  })

  test('in any mixture of words, tags, references and white space', () => {
    const parts = fc.constantFrom(
      ...[
        'word',
        'Слово',
        'x',
        '12',
        ' ',
        '\n',
        '\r\n',
        '\t',
        '&amp;',
        '&nbsp;',
        '&#8212;',
        '&eacute;tude',
        '&copy',
        'AT&T',
      ],
      ...[
        '<b>',
        '</b>',
        '<p>',
        '</p>',
        '<br>',
        '<i>',
        '</i>',
        '<!-- c -->',
        '<div>',
        '</div>',
        '<li>',
        '<td>',
        '😀',
        '&shy;',
      ],
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 60 }), list => {
        expectPlaces(list.join(''))
      }),
      { numRuns: 300 },
    )
  })

  test.each(names)('every node of %s has a place', name => {
    visit(parseHtml(readInput(name)).tree, node => {
      const made =
        node.type === 'tableCell' ||
        (node.type === 'tableRow' && node.children.every(cell => cell.children.length === 0))
      if (!made) expect([node.type, node.position?.start.line]).toEqual([node.type, expect.any(Number)])
    })
  })

  test('a reference stands where its link begins', () => {
    const [mark] = nodesOf(
      '<p>One\ntwo<sup><a class="footnote-ref" href="#fn1">1</a></sup></p><p id=fn1>1. N',
      'footnoteReference',
    )
    expect(mark?.position?.start).toEqual({ line: 2, column: 4, offset: 10 })
  })
})

describe('what a page says of itself', () => {
  test('is taken where it is of the right form', () => {
    const head = `<html lang="ru-RU"><head><title>Порт — Журнал</title><meta name="author" content="А. Автор">
      <meta property="article:published_time" content="2023-02-14T10:00:00+03:00"></head>`
    expect(parseHtml(`${head}<h1>Порт</h1><p>Текст.`).metadata).toEqual({
      title: 'Порт',
      author: 'А. Автор',
      language: 'ru-RU',
      date: '2023-02-14',
    })
    const wrong =
      '<html lang="not a tag"><meta name=date content="14.02.2023"><time datetime="2023-13-45"></time><p>Text.'
    expect(parseHtml(wrong).metadata).toEqual({})
  })

  test('and is the metadata of a seed that nothing else describes', async () => {
    const { value } = await parseDocuments(
      [pageOf('<html lang=de><title>Hafen</title><p>Der Hafen ist alt.')],
      configWith(),
    )
    expect(value[0]?.seed.metadata).toEqual({ title: 'Hafen', language: 'de' })
  })
})

test('a note that is called again is no marker out of order', async () => {
  const { messages } = await parseDocuments(
    [pageOf(readInput('mediawiki')), pageOf(readInput('asciidoctor'))],
    configWith(),
  )
  expect(messages.map(({ ruleId }) => ruleId)).toEqual([])
})

describe('links and images', () => {
  test('only addresses that lead out of the page stay', () => {
    const urls = nodesOf(
      '<p><a href="https://example.org/?a=1&amp;b=2">a</a> <a href="javascript:x()">b</a> <a href="/c">c</a> <a href=" JaVaScRiPt:x()">d</a> <a href="mailto:a@example.org">e</a>',
      'link',
    ).map(node => node.type === 'link' && node.url)
    expect(urls).toEqual(['https://example.org/?a=1&b=2', 'mailto:a@example.org'])
  })

  test('an image keeps its alternative text, and no address that is none of the web', () => {
    expect(nodesOf('<p><img src="data:image/png;base64,AA" alt="A map"><img src="b.png">', 'image')).toMatchObject([
      { alt: 'A map', url: '' },
    ])
  })
})

test('a quotation that only a class tells', () => {
  const input = '<p class="block-text-western">Quoted.</p><div class="block-text"><p>Text.</p></div>'
  expect(parseHtml(input).tree.children.map(({ type }) => type)).toEqual(['blockquote', 'paragraph'])
})

describe('tables', () => {
  test('have rows of cells, and a head where the page gives one', () => {
    const [table] = nodesOf('<table><tr><th scope=col>Year<th>Tonnes<tr><td>2020<td>5<br>6</table>', 'table')
    expect(table).toMatchObject({
      children: [{ children: [{}, {}] }, { children: [{}, { children: [{}, { type: 'break' }, {}] }] }],
    })
  })
})

describe('robustness', () => {
  test.each(['', '<html></html>', '<p> &nbsp; </p><script>x</script>', '<!-- only -->'])('no text: %j', text => {
    const { value, messages } = read(text) as Awaited<ReturnType<typeof read>>
    expect(value).toBeUndefined()
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['seed-has-text'])
  })

  test.each(['<div>', '<span>', '<b>', '<blockquote>', '<ul><li>', '<table><tr><td>', '<x-y>', '<div/>', '<svg>'])(
    'ten thousand times %s is a message or a tree',
    async tag => {
      const { value, messages } = await read(`<p>Text.</p>${tag.repeat(10_000)}deep`)
      expect(value ? 1 : messages[0]?.ruleId).toBe('seed-is-readable')
    },
  )

  test.each(['<p>', '<li>', '<a>', '<br>', '<', '&', '<p>x<sup>1</sup>', '<a href=#n>1</a>'])(
    'thirty thousand times %s',
    async tag => {
      const { value, messages } = await read(`<p>Text.${tag.repeat(30_000)}`)
      expect(value ?? messages[0]).toBeDefined()
    },
    20_000,
  )

  test('any mixture of tags is parsed, and its letters are not multiplied', () => {
    const parts = fc.constantFrom(
      ...[
        'a',
        'B c',
        '1',
        '<sup>1</sup>',
        '<a href="#x">1</a>',
        '<p id="x">',
        '<li id=fn1>',
        '<a class=footnote-ref href=#fn1>1</a>',
      ],
      ...[
        '<table>',
        '<tr>',
        '<td>',
        '</table>',
        '<ol>',
        '</ol>',
        '<div class=footnotes>',
        '</div>',
        '<h2>Notes</h2>',
        '<br><br>',
        '<q>',
        '</q>',
        '<dl>',
        '<dt>',
        '<dd>',
        '<b>',
        '</p>',
      ],
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 50 }), list => {
        const input = list.join('')
        const count = (text: string) => text.replace(/[^aBc]/g, '').length
        expect(count(outline(parseHtml(input).tree).replace(/^[^:]*: /gm, ''))).toBeLessThanOrEqual(
          count(input.replace(/<[^>]*>/g, '')),
        )
      }),
      { numRuns: 300 },
    )
  })
})
