import { describe, expect, it } from 'vitest'
import { parseReference } from '../../pipeline/build-bibliography/parse-reference.ts'
import { readNote, readSet } from '../../scripts/bench/references-read.ts'
import { type Sample, scoreSamples, sumUp } from '../../scripts/bench/references-score.ts'
import { describeFault } from '../../scripts/bench/references-table.ts'

describe('references of a real document', () => {
  const samples = readSet('real') as readonly (Sample & { readonly note: string })[]

  it.each(samples.map(sample => [sample.note, sample] as const))('reads note %s', (_note, { text, expected }) => {
    expect(readNote(text).map(({ fields }) => fields)).toEqual(expected)
  })
})

describe('references after many conventions', () => {
  it.each([
    ['a', 120, 0.985, 0.96],
    ['b', 115, 0.985, 0.96],
    ['c', 115, 0.985, 0.95],
    ['d', 115, 0.985, 0.95],
    ['e', 100, 0.985, 0.93],
    ['early', 49, 0.985, 0.96],
  ] as const)('reads the fields of set %s', (set, count, f1, whole) => {
    const scores = scoreSamples(readSet(set), readNote)
    const totals = sumUp(scores)
    const faults = scores.filter(score => !score.whole).map(describeFault)
    expect(totals.works).toBeGreaterThanOrEqual(count)
    expect(totals.f1, faults.join('\n')).toBeGreaterThanOrEqual(f1)
    expect(totals.whole, faults.join('\n')).toBeGreaterThanOrEqual(whole)
  })

  it('keeps every address to the character', () => {
    for (const { text, expected } of ['a', 'b', 'c', 'd', 'e', 'early'].flatMap(readSet)) {
      const printed = expected.flatMap(({ URL }) => (typeof URL === 'string' ? [URL] : []))
      const read = readNote(text).flatMap(({ fields }) => (typeof fields.URL === 'string' ? [fields.URL] : []))
      expect(read).toEqual(printed)
    }
  })
})

describe('what papers print too', () => {
  const read = (text: string) => readNote(text).map(({ fields }) => fields)

  it('reads a short title with a comment behind it', () => {
    expect(read('See also Novak, Harbour Towns, 12, which argues the contrary.')).toMatchObject([
      {
        author: [{ family: 'Novak' }],
        title: 'Harbour Towns',
        locator: { label: 'page', value: '12' },
        comment: 'which argues the contrary',
      },
    ])
  })

  it('says that an address holds a space, and makes nothing of what is behind it', () => {
    const text = 'Exports grow [Electronic resource]. - URL: https://www.port.example/news/na butb-530408-2022/'
    expect(parseReference(text)).toMatchObject({ urlFault: 'malformed', fields: { title: 'Exports grow' } })
    expect(parseReference(text).fields.publisher).toBeUndefined()
  })

  it('reads the year of a page without a title', () => {
    expect(read('[Electronic resource]. - 2022. - URL: https://example.org/x/')).toMatchObject([
      { type: 'webpage', issued: [2022], URL: 'https://example.org/x/' },
    ])
  })
})

describe('confidence', () => {
  it('is given for every field, and only for fields', () => {
    for (const { text } of readSet('a')) {
      const { fields, confidence } = parseReference(text)
      expect(Object.keys(confidence).sort()).toEqual(Object.keys(fields).sort())
      for (const value of Object.values(confidence)) expect(value >= 0 && value <= 1).toBe(true)
    }
  })

  it('is higher for what is labelled than for what stands where it usually does', () => {
    const { confidence } = parseReference(
      'Jean Dupont, Les zones franches, Paris, Delmotte, 2010, ISBN 978-5-00000-123-4.',
    )
    expect(confidence.ISBN).toBeGreaterThan(confidence.publisher ?? 1)
    const colon = parseReference('Dupont, Jean. Les zones franches. Paris: Delmotte, 2010.').confidence
    expect(colon.publisher).toBeGreaterThan(confidence.publisher ?? 1)
  })

  it('is low for a whole address that breaks off', () => {
    expect(parseReference('A title. - URL: https://www.example.by/a-').confidence.URL).toBeLessThan(0.5)
  })
})

describe('comments', () => {
  it.each([
    [
      'See also Ann Hill, Sea Lanes (London: Routledge, 2010), 34, which argues the contrary.',
      'which argues the contrary',
    ],
    ['О ценах подробнее см.: Белов А. А. Цены. М., 2003. С. 8.', 'О ценах подробнее'],
    ['Zur Lage vgl. Huber, Franz: Die Donau, München 2015, S. 34.', 'Zur Lage'],
    [
      'Voir aussi Paul Roy, Le port, Paris, Seuil, 1999, p. 4, où la question est traitée.',
      'où la question est traitée',
    ],
    ['See Ann Hill, Sea Lanes (London: Routledge, 2010), 34.', undefined],
    ['См.: Белов А. А. Цены. М., 2003. С. 8.', undefined],
  ])('keeps the words around %s', (text, comment) => {
    const reference = parseReference(text)
    expect(reference.comment).toBe(comment)
    expect(reference.fields.title).toMatch(/^(?:Sea Lanes|Цены|Die Donau|Le port)$/u)
    expect(reference.raw).toBe(text)
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
    'Production of drugs [Electronic resource]. - 2022. - URL: https://www.example.by/economics/proizvodstvo-',
  ])('sees that %s is cut', text => {
    expect(parseReference(text).truncated).toBe(true)
  })

  it('invents no title for a comment', () => {
    const { fields, raw } = parseReference('Here and below: calculations of the author.')
    expect(fields.title).toBeUndefined()
    expect(raw).toBe('Here and below: calculations of the author.')
  })

  it.each([
    '2020 was a year of change.',
    'The year 2020 was hard.',
    'In 2020, trade with the neighbours was lower.',
    '2020 prices are used throughout.',
    '2020 год был переломным.',
  ])('invents no work for a sentence about a year: %s', text => {
    const { fields } = parseReference(text)
    expect(fields.title).toBeUndefined()
    expect(fields.publisher).toBeUndefined()
    expect(fields.type).toBe('document')
  })

  it.each([
    ['Hill, A. 2010. The sea is a road.', 'The sea is a road'],
    ['Hill, A. (2010). The sea is a road.', 'The sea is a road'],
    ['Ann Hill, What was the matter (London: Verso, 2010).', 'What was the matter'],
  ])('takes no reference for such a sentence: %s', (text, title) => {
    expect(parseReference(text).fields).toMatchObject({ title, issued: { 'date-parts': [[2010]] } })
  })

  it('takes no words behind a year for a publisher', () => {
    const { fields } = parseReference('2020 prices, as printed by the office')
    expect(fields.publisher).toBeUndefined()
    expect(fields.title).toContain('prices')
    expect(fields.type).toBe('document')
  })

  it('takes a year from nowhere but the imprint', () => {
    const { fields } = parseReference(
      'Materials of the conference "Science - 2021", Vol. 2. Sofia: Byal GRAD-BG. - P. 14.',
    )
    expect(fields).toMatchObject({ volume: '2', publisher: 'Byal GRAD-BG', 'publisher-place': 'Sofia' })
    expect(fields.issued).toBeUndefined()
  })
})
