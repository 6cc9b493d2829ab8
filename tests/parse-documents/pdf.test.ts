import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import type { Seed } from '../../pipeline/contract/seed.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { readPdf } from '../../pipeline/parse-documents/pdf/index.ts'
import { readInfo } from '../../pipeline/parse-documents/pdf/read-info.ts'
import { pointInText } from '../../pipeline/tree/text-segments.ts'
import { configWith } from '../documents.ts'
import { outline } from '../outline.ts'
import { makePages, makePdf, stream } from './make-pdf.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/pdf')
const names = readdirSync(fixtures).filter(name => name.endsWith('.pdf'))
const config = { ...configWith(), limits: { ...configWith().limits, readSeconds: 20 } }

function seedOf(content: Uint8Array, described = false): Seed {
  return {
    id: 'paper',
    path: 'seeds/paper.pdf',
    mediaType: 'application/pdf',
    encoding: null,
    bytes: content.length,
    sha256: '0'.repeat(64),
    text: '',
    content,
    metadata: { title: 'paper', language: 'en' },
    described,
  }
}

async function read(content: Uint8Array) {
  const { value, messages } = await readPdf(seedOf(content), config)
  return { reading: value, reasons: messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`) }
}

const lines = (...texts: readonly string[]) =>
  `BT /F 12 Tf 50 650 Td 14 TL ${texts.map(text => `(${text}) Tj T*`).join(' ')} ET`

describe('each fixture is a paper printed by another program, with the outline that is true of it', () => {
  test.each(names)('%s', async name => {
    const { reading, reasons } = await read(readFileSync(path.join(fixtures, name)))
    expect(reasons).toEqual([])
    const { tree, ownText: text } = reading as { tree: Root; ownText: string }
    expect(outline(tree)).toBe(readFileSync(path.join(fixtures, name.replace(/pdf$/, 'txt')), 'utf8'))
    checkPlaces(tree, text)
  })
})

/** Every character stands where its node says, and every block knows its page and its ordinal there. */
function checkPlaces(tree: Root, text: string): void {
  const printed = text.split('\n')
  visit(tree, 'text', node => {
    for (const [index, character] of [...node.value].entries()) {
      if (character.trim() === '') continue
      const { line, column, offset } = pointInText(node, index)
      expect(printed[line - 1]?.[column - 1]).toBe(character)
      expect(text[offset ?? -1]).toBe(character)
    }
  })
  const seen = new Map<number, number>()
  visit(tree, node => {
    if (!['heading', 'paragraph', 'tableRow', 'footnoteDefinition'].includes(node.type)) return
    const { page = 0, paragraph = 0 } = node.data as { page?: number; paragraph?: number }
    const above = text.slice(0, node.position?.start.offset ?? 0)
    expect(page).toBe(above.split('\f').length)
    expect(paragraph).toBe((seen.get(page) ?? 0) + 1)
    seen.set(page, paragraph)
    return SKIP
  })
}

describe('what is printed', () => {
  test('raised numbers are markers and powers stay powers', async () => {
    const { reading } = await read(
      makePages(
        'BT /F 12 Tf 50 650 Td (The barn had 40 m) Tj 7 Ts /F 7 Tf (2) Tj 0 Ts /F 12 Tf ( of floor.) Tj 7 Ts /F 7 Tf (1,2) Tj 0 Ts /F 12 Tf ( It burned.) Tj ET ' +
          'BT /F 9 Tf 50 60 Td 11 TL (1. Fire Register, p. 3.) Tj T* (2. Ibid., p. 4.) Tj ET',
      ),
    )
    expect(outline(reading?.tree as Root)).toBe(
      'paragraph 1-1: The barn had 40 m² of floor.[^1][^2] It burned.\nnote 1 3-3: Fire Register, p. 3.\nnote 2 4-4: Ibid., p. 4.\n',
    )
  })

  test('a raised number that is drawn after its line stands where it was printed', async () => {
    const { reading } = await read(
      makePages(
        'BT /F 12 Tf 50 650 Td [(hommes) -330 (. It was in memory.) -330 ( One held 40 m) -330 ( of it.)] TJ ET ' +
          'BT /F 7 Tf 1 0 0 1 96 655 Tm (1) Tj 1 0 0 1 200.7 655 Tm (2) Tj 1 0 0 1 286.7 655 Tm (2) Tj ET ' +
          'BT /F 9 Tf 50 60 Td 11 TL (1. Fire Register, p. 3.) Tj T* (2. Ibid., p. 4.) Tj ET',
      ),
    )
    expect(reading?.ownText?.split('\n')[0]).toBe('hommes¹. It was in memory.² One held 40 m² of it.')
  })

  test('words are told by gaps, ligatures are letters, and what is rotated or off the page is left out', async () => {
    const { reading } = await read(
      makePages(
        'BT /F 12 Tf 1 0 0 1 50 650 Tm (Ship) Tj 1 0 0 1 74.7 650 Tm (ping by) Tj 1 0 0 1 122 650 Tm (night) Tj ET ' +
          'BT /F 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET BT /F 12 Tf 1 0 0 1 50 900 Tm (crop mark) Tj ET',
      ),
    )
    expect(reading?.ownText).toBe('Shipping by night\n')
  })

  test('Chinese of a face that is not in the file is decoded by tables of the package', async () => {
    const { reading } = await read(
      makePdf(
        '<</Type/Catalog/Pages 2 0 R>>',
        '<</Type/Pages/Kids[3 0 R]/Count 1>>',
        '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 700]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>',
        stream('', 'BT /F 12 Tf 50 650 Td <BAD3C9CFB6C9BFDA> Tj ET'),
        '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
        '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R/DW 1000>>',
        '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
      ),
    )
    expect(reading?.ownText).toBe('河上渡口\n')
    expect(reading?.metadata?.language).toBe('zh')
  })

  test('damage to the text is told as in any seed, at its line of the extracted text', async () => {
    const seed = seedOf(makePages(lines('A whole line.', 'A line with \\(cid:12\\) in it.')))
    const { value, messages } = await parseDocuments([seed], config)
    expect(messages.map(({ ruleId, line }) => `${ruleId} ${line}`)).toContain('text-is-undamaged 2')
    expect(value[0]?.seed.text).toContain('(cid:12)')
  })
})

describe('what the file says of itself', () => {
  const printed = { text: 'Das Wort und die Tat ist der Weg und die Zeit.\n', lines: [] }
  test.each([
    ['Microsoft Word - draft.doc', undefined],
    ['untitled', undefined],
    ['paper_final-3.pdf', undefined],
    ['Microsoft Word - Salt and Steam', 'Salt and Steam'],
    ['Salt and Steam', 'Salt and Steam'],
  ])('title %s', (title, expected) => {
    expect(readInfo({ title }, printed).title).toBe(expected)
  })

  test('author, date and language where they can be true', () => {
    expect(readInfo({ author: 'M. Obel', created: "D:20210304120000+01'00'", language: 'de-DE' }, printed)).toEqual({
      author: 'M. Obel',
      date: '2021-03-04',
      language: 'de-DE',
    })
    expect(readInfo({ author: 'admin', created: 'D:00000000', language: 'en-US' }, printed)).toEqual({ language: 'de' })
  })
})

describe('a file that cannot be read is one message that says what to do', () => {
  const locked = (name: string) => readFileSync(path.join(fixtures, 'locked', name))
  const twoPages = makePages(lines('The first page.'), lines('The second page.'))

  test.each<[string, Uint8Array, RegExp]>([
    ['a password', locked('user-password.pdf'), /^seed-is-readable: .*opens only with a password; save a copy/],
    ['no PDF', Buffer.from('Just some words.'), /^seed-is-readable: This is no PDF/],
    ['half a file', twoPages.slice(0, 300), /^seed-is-readable: |^seed-has-text: /],
    ['a scan', makePages('q 400 0 0 600 50 50 cm /I Do Q'), /^seed-has-text: The PDF holds images .*\(OCR\) first$/],
    ['empty pages', makePages('', ''), /^seed-has-text: The PDF holds no text/],
    ['nothing but brackets', makePdf(`<</Type/Catalog/Pages ${'['.repeat(500_000)}>>`), /^seed-is-readable: /],
  ])('%s', async (_, content, reason) => {
    const { reading, reasons } = await read(content)
    expect(reading).toBeUndefined()
    expect(reasons).toHaveLength(1)
    expect(reasons[0]).toMatch(reason)
  })

  test('an owner password does not keep a file from being read', async () => {
    const { reading, reasons } = await read(locked('owner-password.pdf'))
    expect(reasons).toEqual([])
    expect(textOf(reading?.tree)).toBe('A page that needs a password to be read.')
  })

  test('pages that are scans among others are named, and the others are read', async () => {
    const scan = 'q 400 0 0 600 50 50 cm /I Do Q'
    const { reading, reasons } = await read(makePages(lines('One page of text.'), scan, '', scan))
    expect(reasons).toEqual(['page-has-text: Pages 2, 4 show images and no text: text recognition (OCR) is needed'])
    expect(textOf(reading?.tree)).toBe('One page of text.')
  })

  test('one that would keep pdf.js busy for hours is given up at the limit, and the next is read', async () => {
    const forms = Array.from({ length: 40 }, (_, index) =>
      stream(
        `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</A ${index + 6} 0 R>>>>`,
        '/A Do /A Do /A Do',
      ),
    )
    const endless = makePdf(
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 700]/Resources<</XObject<</A 5 0 R>>>>/Contents 4 0 R>>',
      stream('', '/A Do'),
      ...forms,
      stream('/Type/XObject/Subtype/Form/BBox[0 0 1 1]', 'q Q'),
    )
    const hurried = { ...config, limits: { ...config.limits, readSeconds: 2 } }
    const started = Date.now()
    const { value, messages } = await parseDocuments([seedOf(endless), seedOf(twoPages)], hurried)
    expect(Date.now() - started).toBeLessThan(20_000)
    expect(messages.map(({ ruleId }) => ruleId)).toContain('seed-fits')
    expect(messages[0]?.reason).toMatch(/longer than the 2 seconds that limits\.readSeconds allows/)
    expect(value).toHaveLength(1)
  })
})
