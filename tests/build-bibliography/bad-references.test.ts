import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseNote } from '../../pipeline/build-bibliography/parse-note.ts'
import { parseReference } from '../../pipeline/build-bibliography/parse-reference.ts'

/** Pieces that take the parsers down their longer ways; each is repeated up to 100 kB. */
const pieces = [
  'a',
  'A. ',
  '; A 2010',
  '(',
  ' - ',
  ' / // [',
  'a.',
  ')',
  'Иванов И. И., ',
  '1',
  '"«“',
  'URL: ',
  ' ',
  'von ',
  'Van der A-',
  'А. А. ',
  'ed. by A. B, ',
  '(Hg.) ',
  'S. 1, ',
  '1–1, ',
  'vol. ',
  '12 May ',
  'Мая, ',
  'in: ',
  'A v B ',
  '[2010] ',
  'see ',
  ', who said ',
  '‘a ',
  'A & ',
  ': ',
  '№ 1 (',
  'Act 2010, ',
  'закон от 1 мая 2010 № 1 : ',
  'x\u0000\u200F\uD800',
  '2010',
  'A, ',
  'Press ',
]

describe('long notes', () => {
  it.each(pieces.map(piece => [piece] as const))('reads 100 kB of “%s” in time', piece => {
    const text = piece.repeat(Math.ceil(100_000 / piece.length))
    const start = performance.now()
    const references = parseNote(text)
    expect(performance.now() - start).toBeLessThan(3_000)
    expect(references.length > 0).toBe(text.trim() !== '')
  })

  it.each(pieces.map(piece => [piece] as const))('reads a reference that goes on with “%s” in time', piece => {
    const text = `Novak, J. Ports of the East, 2nd ed. (London: Verso, 2010), ${piece.repeat(1_200)} https://a.example/b`
    const start = performance.now()
    expect(parseReference(text).raw).toBe(text)
    expect(performance.now() - start).toBeLessThan(1_500)
  })
})

describe('text that is not as it should be', () => {
  it.each([
    'Novak, J. (Ports of [the East. London: Verso, 2010. P. 45.',
    'Novak, J. Ports) of the East]. London: Verso, 2010. P. 45.',
    'Novak, J. «Ports of the East. London: Verso, 2010. P. 45.',
    'Novak, J. Ports of the East". London: Verso, 2010. P. 45.',
  ])('reads %s around a bracket without its other', text => {
    const { fields, locator } = parseReference(text)
    expect(fields.issued).toEqual({ 'date-parts': [[2010]] })
    expect(fields.title).toContain('the East')
    expect(locator).toEqual({ label: 'page', value: '45' })
  })

  it.each([
    [
      '\u202Bمحمد علي، تاريخ الموانئ، القاهرة: دار المعارف، 2010. https://example.eg/a-b\u202C',
      'تاريخ الموانئ',
      'https://example.eg/a-b',
    ],
    [
      '\u2067יוסף כהן, תולדות הנמלים, תל אביב, 2012, https://example.il/x?y=1\u2069',
      'תולדות הנמלים',
      'https://example.il/x?y=1',
    ],
  ])('keeps the words of text from right to left: %s', (text, words, url) => {
    const { fields } = parseReference(text)
    expect(fields.title).toContain(words)
    expect(fields.URL).toBe(url)
    expect(fields.issued?.['date-parts'][0]?.[0]).toBeGreaterThan(2000)
    expect(JSON.stringify(fields)).not.toMatch(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]/u)
  })

  it('takes out control characters and halves of characters, and keeps them in raw', () => {
    const text = 'Novak, J. Po\u0007rts of\u0000 the\uD83D East. London: Verso, 2010.'
    const { fields, raw } = parseReference(text)
    expect(raw).toBe(text)
    expect(fields.publisher).toBe('Verso')
    expect(JSON.stringify(fields)).not.toMatch(/\\u/u)
  })

  it('never throws, and keeps raw as it was', () => {
    const part = fc.constantFrom(
      ...['Ivanov, I. ', 'Иванов И. И. ', 'Title', ' / ', ' // ', '. – ', ': ', '[Electronic resource]', 'URL: '],
      ...[
        'https://a.b/c-',
        '(2020)',
        '. С. 12–15',
        '"',
        '«',
        '»',
        '„',
        '“',
        '‘',
        '№ 3',
        ', ',
        '; ',
        'Ibid.',
        'op. cit.',
      ],
      ...[
        '\u0000',
        '\uFFFD',
        '\uE001',
        '\uE010',
        '\uE011',
        ')',
        '[',
        'in: ',
        '(Hg.)',
        'ed. by ',
        'see ',
        ' v ',
        'Act 2010',
      ],
      ...['Закон от 3 мая 2010 г. № 5', 'Working Paper 5', ', who says so ', '2nd ed.', 'Paris', '12 May 2020', 'о'],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, value => {
        for (const { raw, fields } of parseNote(value)) {
          expect(value).toContain(raw)
          expect(JSON.stringify(fields)).not.toMatch(/[\uE000-\uE01F]/u)
        }
      }),
      { numRuns: 400 },
    )
  })
})
