import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import type { Root, Text } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import type { ParsedDocument } from '../../pipeline/contract/document.ts'
import type { Seed } from '../../pipeline/contract/seed.ts'
import { readCorrected } from '../../pipeline/parse-documents/apply-overlay/index.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { parseOverlay } from '../../pipeline/read-seeds/read-overlay.ts'
import { selectPassages } from '../../pipeline/select-passages/index.ts'
import { pointInText } from '../../pipeline/tree/text-segments.ts'
import { configWith, seedOf, themeOf } from '../documents.ts'
import { outline } from '../outline.ts'

const config = configWith()

function seedWith(text: string, overlay: string, mediaType: Seed['mediaType'] = 'text/markdown'): Seed {
  return { ...seedOf(text), mediaType, overlay: parseOverlay(overlay, 'seeds/seed.yml') }
}

async function parse(text: string, overlay: string, mediaType?: Seed['mediaType']) {
  const { value, messages } = await parseDocuments([seedWith(text, overlay, mediaType)], config)
  const document = value[0] as ParsedDocument
  const mismatches = messages
    .filter(({ ruleId }) => ruleId === 'overlay-matches-seed')
    .map(({ file, line, reason }) => `${file}:${line} ${reason}`)
  return { document, outline: outline(document.tree), corrections: document.corrections, mismatches, messages }
}

/** Each character of the text nodes that is no white space, with its place. */
function listCharacters(tree: Root) {
  const characters: { character: string; line: number; column: number; offset: number | undefined }[] = []
  visit(tree, 'text', node => {
    for (let at = 0; at < node.value.length; at += 1) {
      const character = node.value[at] as string
      if (character.trim() === '') continue
      const { line, column, offset } = pointInText(node, at)
      characters.push({ character, line, column, offset })
    }
  })
  return characters
}

describe('replace', () => {
  const text = 'Trade grew by 1.092.5 per cent, grew again.\n\nA second paragraph\nof two lines.\n'
  test('puts words in before the text is read, and keeps the places of the rest', async () => {
    const overlay = 'replace:\n  - { line: 1, from: 1.092.5, to: "1,092.5 or so", why: misprint }\n'
    const { document, corrections, mismatches } = await parse(text, overlay)
    expect(mismatches).toEqual([])
    expect(document.seed.text).toBe(text)
    expect(document.paragraphs[0]?.text).toBe('Trade grew by 1,092.5 or so per cent, grew again.')
    expect(corrections).toEqual([
      {
        kind: 'replace',
        position: { start: { line: 1, column: 15, offset: 14 }, end: { line: 1, column: 22, offset: 21 } },
        from: '1.092.5',
        to: '1,092.5 or so',
        why: 'misprint',
      },
    ])
    const [first, second] = document.paragraphs
    expect(first?.pointAt(first.text.indexOf('per cent'))).toMatchObject({ line: 1, column: 23 })
    expect(first?.position.end).toEqual({ line: 1, column: 44, offset: 43 })
    expect(second?.position).toMatchObject({ start: { line: 3, column: 1, offset: 45 }, end: { line: 4, column: 14 } })
  })

  test('may mend what the reader takes for a fault, and what it takes for a marker', async () => {
    const damaged = 'Trade grew \uFFFD in May. It cost 12\uFFFD there.[^1]\n\n[^1]: A. Author. Book. 2020.\n'
    const overlay =
      'replace:\n  - { line: 1, from: "\uFFFD", to: "twice", occurrence: 1 }\n  - { line: 1, from: "12\uFFFD", to: "$12" }\n'
    const { document, messages } = await parse(damaged, overlay)
    expect(document.paragraphs[0]?.text).toBe('Trade grew twice in May. It cost $12 there.')
    expect(messages).toEqual([])
  })

  test('what is still damaged is reported where it stands on disk', async () => {
    const { messages } = await parse(
      'Grew twice \uFFFD there.\n',
      'replace:\n  - { line: 1, from: twice, to: two times }\n',
    )
    const damaged = messages.find(({ ruleId }) => ruleId === 'text-is-undamaged')
    expect([damaged?.line, damaged?.column]).toEqual([1, 12])
  })

  test.each([
    [
      '{ line: 1, from: fell, to: b }',
      'replace[0].from: line 1 of seeds/seed.md does not hold “fell”; it reads “Trade grew by 1.092.5 per cent, grew again.”',
    ],
    ['{ line: 2, from: fell, to: b }', 'replace[0].from: line 2 of seeds/seed.md does not hold “fell”; it is empty'],
    [
      '{ line: 1, from: grew, to: b }',
      'replace[0].from: line 1 of seeds/seed.md holds “grew” 2 times; say which with occurrence',
    ],
    [
      '{ line: 1, from: grew, to: b, occurrence: 3 }',
      'replace[0].occurrence: line 1 of seeds/seed.md holds “grew” 2 times, and there is no number 3',
    ],
    ['{ line: 9, from: grew, to: b }', 'replace[0].line: seeds/seed.md has 4 lines, and none numbered 9'],
  ])('%s is no match', async (entry, reason) => {
    const { mismatches, corrections } = await parse(text, `replace:\n  - ${entry}\n`)
    expect(mismatches).toEqual([`seeds/seed.yml:2 ${reason}`])
    expect(corrections).toEqual([])
  })

  test('two entries cannot replace the same words', async () => {
    const overlay = 'replace:\n  - { line: 3, from: second paragraph, to: b }\n  - { line: 3, from: A second, to: c }\n'
    const { mismatches, corrections } = await parse(text, overlay)
    expect(mismatches).toEqual(['seeds/seed.yml:3 replace[1].from: these words are replaced by replace[0] already'])
    expect(corrections).toHaveLength(1)
  })

  const word = fc.stringMatching(/^[a-z]{2,9}$/)
  const line = fc.array(word, { minLength: 3, maxLength: 12 }).map(words => words.join(' '))
  const paragraph = fc.array(line, { minLength: 1, maxLength: 4 }).map(lines => lines.join('\n'))
  const replacements = fc.array(
    fc.record({ line: fc.nat(), start: fc.nat(), length: fc.nat(), to: fc.array(word, { maxLength: 4 }) }),
    { minLength: 1, maxLength: 4 },
  )
  test.each<Seed['mediaType']>(['text/markdown', 'text/plain'])(
    'in %s every other character stays at its place, and the new ones stand on the old',
    async mediaType => {
      await fc.assert(
        fc.asyncProperty(
          fc.array(paragraph, { minLength: 1, maxLength: 3 }).map(paragraphs => `${paragraphs.join('\n\n')}\n`),
          replacements,
          fc.constantFrom('\n', '\r\n'),
          async (plain, wanted, lineEnd) => {
            const lines = plain.split('\n')
            const numbers = lines.flatMap((content, index) => (content === '' ? [] : [index + 1]))
            const entries = new Map<number, { line: number; from: string; to: string }>()
            for (const { line: pick, start: first, length, to } of wanted) {
              const number = numbers[pick % numbers.length] as number
              const content = lines[number - 1] as string
              const start = first % content.length
              const from = content.slice(start, start + 1 + (length % 12))
              if (content.split(from).length === 2 && from !== to.join(' '))
                entries.set(number, { line: number, from, to: to.join(' ') })
            }
            const seedText = lines.join(lineEnd)
            const { document, corrections, mismatches } = await parse(
              seedText,
              `replace: ${JSON.stringify([...entries.values()])}\n`,
              mediaType,
            )
            expect(mismatches).toEqual([])
            expect(corrections).toHaveLength(entries.size)
            const put = new Map<number, string>()
            for (const { character, line: number, column, offset } of listCharacters(document.tree)) {
              const own = corrections.find(({ position: { start } }) => start.line === number)?.position
              if (own && column >= own.start.column && column < own.end.column) {
                put.set(number, (put.get(number) ?? '') + character)
                continue
              }
              expect(lines[number - 1]?.[column - 1]).toBe(character)
              if (offset !== undefined) expect(seedText[offset]).toBe(character)
            }
            for (const { line: number, to } of entries.values())
              expect(put.get(number) ?? '').toBe(to.replace(/\s/g, ''))
          },
        ),
        { numRuns: 150 },
      )
    },
  )
})

describe('replace in a seed that is no text', () => {
  const text = (value: string, line: number): Text => ({
    type: 'text',
    value,
    position: { start: { line, column: 1 }, end: { line, column: value.length + 1 } },
  })
  const tree: Root = {
    type: 'root',
    children: [
      {
        type: 'paragraph',
        children: [text('Trade grew. Trade fell.', 1)],
        position: { start: { line: 1, column: 1 }, end: { line: 1, column: 24 } },
      },
      {
        type: 'paragraph',
        children: [text('The second one.', 2)],
        position: { start: { line: 2, column: 1 }, end: { line: 2, column: 16 } },
      },
    ],
  }
  const read = async (overlay: string) => {
    const seed: Seed = { ...seedWith('', overlay, 'application/pdf'), path: 'seeds/seed.pdf', encoding: null }
    const { value, messages } = await readCorrected(seed, () => ({ value: { tree }, messages: [] }), config)
    return { tree: value?.tree as Root, corrections: value?.corrections, reasons: messages.map(({ reason }) => reason) }
  }
  test('looks the words up in the lines that the reader has made', async () => {
    const result = await read('replace:\n  - { line: 1, from: Trade, to: Commerce, occurrence: 2 }\n')
    expect(outline(result.tree)).toBe('paragraph 1-1: Trade grew. Commerce fell.\nparagraph 2-2: The second one.\n')
    expect(result.corrections).toMatchObject([{ position: { start: { line: 1, column: 13 }, end: { column: 18 } } }])
    const [first] = listCharacters(result.tree).filter(({ character }) => character === 'f')
    expect(first).toMatchObject({ line: 1, column: 19 })
    expect(outline(tree)).toContain('Trade fell')
  })
  test('does the same for words inside a longer node', async () => {
    const result = await read(
      'replace:\n  - { line: 2, from: second, to: 2nd }\n  - { line: 1, from: grew, to: had grown }\n',
    )
    expect(outline(result.tree)).toBe('paragraph 1-1: Trade had grown. Trade fell.\nparagraph 2-2: The 2nd one.\n')
    const places = listCharacters(result.tree).map(({ character, column }) => `${character}${column}`)
    expect(places.slice(5, 14).join(' ')).toBe('h7 a8 d9 g10 r10 o10 w10 n10 .11')
  })
  test('says what is wrong', async () => {
    const { reasons } = await read('replace:\n  - { line: 1, from: rose, to: a }\n  - { line: 7, from: b, to: a }\n')
    expect(reasons).toEqual([
      'replace[0].from: line 1 of seeds/seed.pdf does not hold “rose”; it reads “Trade grew. Trade fell.”',
      'replace[1].line: line 7 of seeds/seed.pdf holds no text',
    ])
  })
})

describe('notes', () => {
  const text =
    'One.[^1] Two.[^2] Three.[^3] Four.[^2]\n\n[^1]: A. Author. First book. Minsk, 2020.\n[^3]: Ibid. P. 4.\n'
  test('a supplied note stands at its first marker, in the order of the notes, and is read like any other', async () => {
    const {
      document,
      outline: shown,
      corrections,
    } = await parse(text, 'notes:\n  2: B. Writer. Second book. Kyiv, 2021.\n')
    expect(shown).toBe(
      [
        'paragraph 1-1: One.[^1] Two.[^2] Three.[^3] Four.[^2]',
        'note 1 3-3: A. Author. First book. Minsk, 2020.',
        'note 2 1-1: B. Writer. Second book. Kyiv, 2021.',
        'note 3 4-4: Ibid. P. 4.',
        '',
      ].join('\n'),
    )
    expect(corrections).toMatchObject([{ kind: 'note', note: '2', position: { start: { line: 1, column: 14 } } }])
    const { documents, bibliography } = buildBibliography([document], config).value
    expect(bibliography.works.map(({ csl }) => csl.title)).toEqual(['First book', 'Second book'])
    const [first, second] = bibliography.works
    expect(
      documents[0]?.citations.map(({ note, workId, status, suppliedBy }) => [note, workId, status, suppliedBy]),
    ).toEqual([
      ['1', first?.id, 'resolved', undefined],
      ['2', second?.id, 'resolved', 'seeds/seed.yml'],
      ['3', second?.id, 'resolved', undefined],
      ['2', second?.id, 'resolved', 'seeds/seed.yml'],
    ])
  })

  test('a document without any note of its own takes them in', async () => {
    const { outline: shown } = await parse('One.[^a]\n\nTwo.[^b]\n', 'notes: { b: Book B., a: Book A. }\n')
    expect(shown).toBe('paragraph 1-1: One.[^a]\nparagraph 3-3: Two.[^b]\nnote a 1-1: Book A.\nnote b 3-3: Book B.\n')
  })

  test('a note that breaks off is completed at its own place', async () => {
    const cut = 'One.[^1]\n\n[^1]: A. Author. First book. URL: https://example.org/some-\n'
    const whole = 'A. Author. First book. URL: https://example.org/some-thing/'
    const { outline: shown, corrections } = await parse(cut, `notes:\n  1: "${whole}"\n`)
    expect(shown).toBe(`paragraph 1-1: One.[^1]\nnote 1 3-3: ${whole}\n`)
    expect(corrections).toMatchObject([
      { position: { start: { line: 3 } }, to: whole, from: expect.stringMatching(/some-$/) },
    ])
  })

  test('numbers that restart are told apart by identifier', async () => {
    const file = path.join(import.meta.dirname, '../fixtures/paginated/numbered-by-page/input.txt')
    const paper = readFileSync(file, 'utf8').replace(/^.*Letter to the ministry.*\n/m, '')
    const byNumber = await parse(paper, 'notes: { 2: Supplied. }\n', 'text/plain')
    expect(byNumber.mismatches).toEqual([
      'seeds/seed.yml:1 notes.2: several notes of seeds/seed.md have this number; name the one that is meant: p1-2, p2-2, p3-2',
    ])
    const byIdentifier = await parse(paper, 'notes: { p1-2: Supplied. }\n', 'text/plain')
    expect(byIdentifier.mismatches).toEqual([])
    expect(byIdentifier.outline).toMatch(/^note p1-1 .*\nnote p1-2 6-6: Supplied\.\nnote p1-3 /m)
  })

  test.each([
    ['9: Book.', 'notes.9: no marker in seeds/seed.md calls a note 9'],
    [
      '1: Other.',
      'notes.1: note 1 stands whole in seeds/seed.md: “A. Author. First book. Minsk, 2020.”; what completes it must begin with these words',
    ],
  ])('%s is no match', async (entry, reason) => {
    const { mismatches } = await parse(text, `notes:\n  ${entry}\n`)
    expect(mismatches).toEqual([`seeds/seed.yml:2 ${reason}`])
  })

  test('the name of an entry stands for a note that is whole too', async () => {
    const { mismatches, outline } = await parse(text, 'notes:\n  1: "@author2020, p. 5"\n')
    expect(mismatches).toEqual([])
    expect(outline).toMatch(/^note 1 .*: @author2020, p\. 5$/m)
  })
})

describe('paragraphs and headings', () => {
  const text = 'First line\nsecond *line\nthird line* end.[^1]\n\nNext one.\n\n# Title\n\nLast one.\n\n[^1]: Book.\n'
  test('a break splits a paragraph where the line begins, through emphasis too', async () => {
    const { outline: shown, document, corrections } = await parse(text, 'paragraphs: { break: [2, 3] }\n')
    expect(shown.split('\n').slice(0, 3)).toEqual([
      'paragraph 1-1: First line',
      'paragraph 2-2: second line',
      'paragraph 3-3: third line end.[^1]',
    ])
    expect(document.paragraphs[2]?.pointAt(6)).toMatchObject({ line: 3, column: 7 })
    expect(corrections.map(({ kind, position }) => [kind, position.start.line])).toEqual([
      ['break', 2],
      ['break', 3],
    ])
  })

  test('a join goes on with the paragraph before, over notes between them', async () => {
    const { outline: shown, document } = await parse(
      'One.[^1]\n\n[^1]: Book.\n\nTwo, three.\n\n# Four\n\nFive.\n',
      'paragraphs: { join: [5, 9] }\n',
    )
    expect(shown).toBe('paragraph 1-5: One.[^1] Two, three.\nnote 1 3-3: Book.\nparagraph 7-9: Four Five.\n')
    const [first] = document.paragraphs
    expect(first?.text).toBe('One. Two, three.')
    expect(first?.pointAt(10)).toMatchObject({ line: 5, column: 6 })
  })

  test('a paragraph becomes a heading, a heading a paragraph, and a break is made first', async () => {
    const overlay = 'paragraphs: { break: [2] }\nheadings: { 1: 2, 7: none, 9: 3 }\n'
    const { outline: shown, document, corrections } = await parse(text, overlay)
    expect(shown).toBe(
      [
        'heading 1-1: First line',
        'paragraph 2-3: second line third line end.[^1]',
        'paragraph 5-5: Next one.',
        'paragraph 7-7: Title',
        'heading 9-9: Last one.',
        'note 1 11-11: Book.',
        '',
      ].join('\n'),
    )
    expect(document.paragraphs.map(({ section }) => section)).toEqual(['First line', 'First line', 'First line'])
    expect(corrections.map(({ kind, from, to }) => [kind, from, to])).toEqual([
      ['heading', 'none', '2'],
      ['break', undefined, undefined],
      ['heading', '1', 'none'],
      ['heading', 'none', '3'],
    ])
  })

  test('lines of extracted text are told by the places of its characters', async () => {
    const paper = 'A line of text that goes\n\non, and another line of\n\ntext that ends here soon.\n'
    const { outline: shown } = await parse(paper, 'paragraphs: { break: [3] }\n', 'text/plain')
    expect(shown).toContain('paragraph 3-')
  })

  test.each([
    ['paragraphs: { break: [1] }', 'paragraphs.break[0]: line 1 of seeds/seed.md begins a paragraph already'],
    ['paragraphs: { break: [4] }', 'paragraphs.break[0]: line 4 of seeds/seed.md is in no paragraph'],
    ['paragraphs: { break: [99] }', 'paragraphs.break[0]: line 99 of seeds/seed.md is in no paragraph'],
    [
      'paragraphs: { join: [1] }',
      'paragraphs.join[0]: no paragraph stands before line 1 of seeds/seed.md that it could go on with',
    ],
    [
      'paragraphs: { join: [2] }',
      'paragraphs.join[0]: no paragraph or heading begins on line 2 of seeds/seed.md; the one it stands in begins on line 1',
    ],
    ['headings: { 7: 1 }', 'headings.7: line 7 of seeds/seed.md is a heading of depth 1 as it is'],
    ['headings: { 5: none }', 'headings.5: line 5 of seeds/seed.md is no heading as it is'],
    ['headings: { 8: 1 }', 'headings.8: no paragraph or heading begins on line 8 of seeds/seed.md'],
  ])('%s is no match', async (overlay, reason) => {
    const { mismatches, corrections } = await parse(text, `${overlay}\n`)
    expect(mismatches).toEqual([`seeds/seed.yml:1 ${reason}`])
    expect(corrections).toEqual([])
  })
})

describe('glossary', () => {
  const select = async (overlay: string, theme: string) => {
    const { value } = await parseDocuments([seedWith('The BUCE sold timber in May.\n', overlay)], config)
    const documents = buildBibliography(value, config).value.documents
    return selectPassages(documents, configWith([themeOf('t', [theme])])).value.flatMap(({ reasons }) => reasons)
  }
  test('another spelling counts as the name, in its own seed', async () => {
    expect(await select('glossary: { BUTB: [BUCE, BUOTB] }\n', 'BUTB')).toContain('"BUTB" once')
    expect(await select('glossary: { BUTB: [BUCE, BUOTB] }\n', 'BUOTB')).toContain('"BUOTB" once')
    expect(await select('', 'BUTB')).toEqual([])
  })
})

test('an overlay without corrections changes nothing, and metadata that it leaves out are the document’s own', async () => {
  const seed = { ...seedWith('Text of it.\n', 'author: A. Author\n'), described: false }
  const { value } = await parseDocuments([seed], config)
  expect(value[0]?.corrections).toEqual([])
  expect(value[0]?.seed.metadata).toMatchObject({ author: 'A. Author' })
})
