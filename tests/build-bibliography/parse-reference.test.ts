import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseReference } from '../../pipeline/build-bibliography/parse-reference.ts'
import { splitReferences } from '../../pipeline/build-bibliography/split-references.ts'
import { readFields, readSamples, scoreFields } from './score-fields.ts'

describe('references of a real document', () => {
  it.each(readSamples('real-notes.json').map(sample => [sample.note, sample] as const))(
    'reads note %s',
    (_note, sample) => {
      expect(readFields(sample)).toEqual(sample.expected)
    },
  )
})

describe('references after many conventions', () => {
  const samples = readSamples('invented-references.json')

  it('reads their fields with an F1 of 0.9 at the least', () => {
    const { f1, faults } = scoreFields(samples)
    expect(samples.length).toBeGreaterThanOrEqual(40)
    expect(f1, `F1 ${f1.toFixed(3)}\n${faults.join('\n')}`).toBeGreaterThanOrEqual(0.9)
  })

  it('keeps every address to the character', () => {
    for (const { text, expected } of samples) {
      if (typeof expected.URL === 'string') expect(parseReference(text).fields.URL).toBe(expected.URL)
    }
  })
})

describe('notes that name several works', () => {
  it.each([
    [
      'Иванов И. Торговля. М., 2010. С. 5; Петров П. Порты. М., 2012. С. 7–8; см. также: Сидоров С. Пути. СПб., 2014.',
      3,
    ],
    ['Smith, A. (2001). Ports. OUP; Jones, B. (2005). Ships. Verso. See also Brown, C. (2007). Seas. PUF.', 3],
    ['Ibid., p. 5; Smith, A. (2001). Ports. Oxford: OUP.', 2],
    ['Иванов И. И. Экономика / И. И. Иванов ; под ред. П. П. Петрова. – М. ; СПб. : Питер, 2010. – С. 5.', 1],
    ['Smith, A.; Jones, B.; Brown, C. Ports and ships. London: Verso, 2005.', 1],
  ])('splits %s', (note, count) => {
    expect(splitReferences(note)).toHaveLength(count)
  })
})

describe('text that breaks off or is no reference', () => {
  it.each([
    ['A title [Electronic resource]. - 2022. - URL: https://www.example.by/a-', 'cut'],
    ['A title. - URL: https://www example/a', 'malformed'],
    ['A title [Electronic resource]. - URL: http://www.example.by /en/a', 'malformed'],
    ['A title [Electronic resource]. - URL: http:/www.example.by/en/a', 'malformed'],
  ])('finds the fault in %s', (text, fault) => {
    expect(parseReference(text).urlFault).toBe(fault)
  })

  it.each([
    'A title [Electronic resource]. - 2022. - URL:',
    'A title [Electronic',
    'A title of the new post-',
    'Smith J. Ports // Journal of',
    'Smith J. Ports / J. Smith. - London: Verso, 2005. - P.',
  ])('sees that %s is cut', text => {
    expect(parseReference(text).truncated).toBe(true)
  })

  it('invents no title for a comment', () => {
    const { fields, raw } = parseReference('Here and below: calculations of the author.')
    expect(fields.title).toBeUndefined()
    expect(raw).toBe('Here and below: calculations of the author.')
  })

  it('takes a year from nowhere but the imprint', () => {
    const { fields } = parseReference(
      'Materials of the conference "Science - 2021", Vol. 2. Sofia: Byal GRAD-BG. - P. 14.',
    )
    expect(fields).toMatchObject({ volume: '2', publisher: 'Byal GRAD-BG', 'publisher-place': 'Sofia' })
    expect(fields.issued).toBeUndefined()
  })
})

describe('bad input', () => {
  const long = [
    'a'.repeat(100_000),
    'A. '.repeat(33_000),
    '; A 2010'.repeat(12_000),
    '('.repeat(100_000),
    ' - '.repeat(33_000),
    ' / // ['.repeat(14_000),
    `https://${'a.'.repeat(50_000)}`,
    `https://x.y/${')'.repeat(100_000)}`,
    'Иванов И. И., '.repeat(7_000),
    '1'.repeat(100_000),
    '"«“'.repeat(33_000),
    'URL: '.repeat(20_000),
    ' '.repeat(100_000),
  ]
  it.each(long.map(text => [text.slice(0, 12), text] as const))('reads 100 kB of “%s” in time', (_start, text) => {
    const start = performance.now()
    for (const reference of splitReferences(text)) parseReference(reference)
    expect(performance.now() - start).toBeLessThan(1_500)
  })

  it('never throws', () => {
    const part = fc.constantFrom(
      ...[
        'Ivanov, I. ',
        'Иванов И. И. ',
        'Title',
        ' / ',
        ' // ',
        '. – ',
        ': ',
        '[Electronic resource]',
        'URL: ',
        'https://a.b/c-',
        '(2020)',
        '. С. 12–15',
        '"',
        '«',
        '»',
        '№ 3',
        ', ',
        '; ',
        'Ibid.',
        'op. cit.',
        '\u0000',
        '\uFFFD',
        ')',
        '[',
      ],
    )
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map(parts => parts.join('')),
    )
    fc.assert(
      fc.property(text, value => {
        for (const reference of splitReferences(value)) expect(parseReference(reference).raw).toBe(reference)
      }),
    )
  })
})
