import { readFileSync } from 'node:fs'
import path from 'node:path'
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-ris'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import type { CslItem, CslName } from '../../pipeline/contract/bibliography.ts'
import { renderItems } from '../render-items.ts'

const file = path.join(import.meta.dirname, '../fixtures/bibliography/works.json')
const items = JSON.parse(readFileSync(file, 'utf8')) as readonly CslItem[]

type Read = Readonly<Record<string, unknown>>
const readers = { biblatex: '@biblatex/text', bibtex: '@bibtex/text', ris: '@ris/file' } as const
const read = (text: string, format: keyof typeof readers): readonly Read[] =>
  plugins.input.chain(text, { generateGraph: false, forceType: readers[format] })

/** A name in one piece comes back as a family name from formats that do not part the two. */
function plainName({ literal, ...name }: CslName): object {
  return literal === undefined ? name : { family: literal }
}
const decoded = (address: unknown) => {
  try {
    return decodeURI(String(address))
  } catch {
    return address
  }
}

function expected(item: CslItem, lost: ReadonlySet<string>): object {
  return Object.fromEntries(
    Object.entries(item)
      .filter(([field]) => !lost.has(field) && !lost.has(`${item.type} ${field}`))
      .map(([field, value]) => [
        field,
        ['author', 'editor', 'translator'].includes(field) ? value.map(plainName) : value,
      ]),
  )
}

function found(item: Read, wanted: object): object {
  return Object.fromEntries(
    Object.keys(wanted).map(field => {
      const value = item[field] ?? (field === 'event-title' ? item.event : undefined)
      return [field, ['author', 'editor', 'translator'].includes(field) ? (value as CslName[])?.map(plainName) : value]
    }),
  )
}

/** What citation-js does not read back, by field or by type and field; docs/bibliography.md names what a format lacks. */
const lost: Readonly<Record<keyof typeof readers, readonly string[]>> = {
  // No newspapers, and no numbers of cases.
  biblatex: ['medium', 'article-newspaper type', 'legal_case number'],
  bibtex: [
    'medium',
    'translator',
    'accessed',
    'language',
    'event-title',
    'number-of-pages',
    ...['article-newspaper', 'webpage', 'legislation', 'legal_case'].map(type => `${type} type`),
    'webpage container-title',
    'legislation number',
    'legal_case number',
  ],
  ris: [
    // A particle is part of the family name there.
    'paper-conference author',
    'webpage container-title',
    'legal_case number',
    'legal_case publisher',
    'article-newspaper author',
    'article-newspaper issued',
    'chapter issued',
  ],
}

describe.each(['biblatex', 'bibtex', 'ris'] as const)('%s', format => {
  const text = renderItems(items, format)
  const back = read(text, format)
  test.each(items.map((item, index) => [item.id, item, index] as const))('%s comes back', (_id, item, index) => {
    const wanted = expected(item, new Set(lost[format]))
    const got = found(back[index] ?? {}, wanted)
    if (item.URL) Object.assign(wanted, { URL: decoded(item.URL) })
    if (item.URL) Object.assign(got, { URL: decoded(back[index]?.URL) })
    expect(got).toEqual(wanted)
  })

  it.each(lost[format])('still loses %s', name => {
    const [field = '', type] = name.split(' ').reverse()
    const differs = items.some((item, index) => {
      if (!(field in item) || (type !== undefined && item.type !== type)) return false
      const wanted = expected({ id: item.id, type: item.type, [field]: item[field as keyof CslItem] }, new Set())
      return JSON.stringify(found(back[index] ?? {}, wanted)) !== JSON.stringify(wanted)
    })
    expect(differs).toBe(true)
  })

  it('holds every work once, and is the same twice', () => {
    expect(back).toHaveLength(items.length)
    expect(renderItems(items, format)).toBe(text)
  })
})

it('CSL-JSON holds everything', () => {
  const text = renderItems(items, 'csl-json')
  expect(JSON.parse(text)).toEqual(items)
  expect(text.endsWith(']\n')).toBe(true)
})

describe('biblatex', () => {
  const text = renderItems(items, 'biblatex')

  it('has the identifiers of the works as keys', () => {
    expect([...text.matchAll(/^@\w+\{([^,]+),/gmu)].map(match => match[1])).toEqual(items.map(({ id }) => id))
  })

  it('writes an address as it is, and with braces so that the file stays whole', () => {
    expect(text).toContain('url = {https://www.example.by/a%20b/~user/c_d?x=1&y=%D0%90#frag_1},')
    const odd: CslItem = { id: 'a', type: 'webpage', title: 'A', URL: 'http://ex.com/a}b{c\\d e', DOI: '10.1/x}y' }
    const back = read(renderItems([odd, ...items], 'biblatex'), 'biblatex')
    expect(back).toHaveLength(items.length + 1)
    expect(back[0]).toMatchObject({ title: 'A', URL: 'http://ex.com/a%7Db%7Bc%5Cd%20e', DOI: '10.1/x%7Dy' })
  })

  it('keeps institutions in braces, particles and capitals', () => {
    expect(text).toContain('author = {{Ministry of Trade and Industry}},')
    expect(text).toContain('and family={Berg}, given={Jan}, prefix={van den}, useprefix=true}')
    expect(text).toContain('title = {{A "quoted" title of BELTA')
  })
})

const word = fc.string({
  unit: fc.constantFrom(...'aZéЖщ中0{}$&%#_~^<>\\"\'`-,;:=@()[]/.!? \u00a0'),
  minLength: 1,
  maxLength: 24,
})
const single = (text: string) => text.replace(/(?!\u00a0)\s+/gu, ' ').trim()
const title = word.map(single).filter(text => text !== '')
const part = title.filter(text => !/^[\u00a0]|\u00a0$/u.test(text))

describe('any title and name', () => {
  it.each(['biblatex', 'bibtex'] as const)('comes back from %s', format => {
    fc.assert(
      fc.property(title, part, part, part, (text, family, given, literal) => {
        const item: CslItem = {
          id: 'a',
          type: 'book',
          title: text,
          author: [{ family, given }, { literal }],
          publisher: literal,
        }
        const [back] = read(renderItems([item, ...items], format), format)
        // The reader takes a no-break space for one that breaks.
        const same = (value: unknown) => JSON.stringify(value).replaceAll('\u00a0', ' ')
        expect(same([back?.title, back?.publisher])).toBe(same([text, literal]))
        expect(same(back?.author)).toBe(same([{ given, family }, { family: literal }]))
      }),
      { numRuns: 300 },
    )
  })

  it('comes back from RIS, where names hold no comma', () => {
    const name = part.filter(text => !text.includes(','))
    fc.assert(
      fc.property(title, name, name, (text, family, given) => {
        const item: CslItem = { id: 'a', type: 'book', title: text, author: [{ family, given }] }
        const [back] = read(renderItems([item], 'ris'), 'ris')
        expect(back).toMatchObject({ title: text, author: [{ family, given }] })
      }),
    )
  })
})

describe('a name of few parts comes back', () => {
  const parts: readonly CslName[] = [
    { family: 'Novak', suffix: 'Jr.' },
    { family: 'Sea Gull', suffix: 'III' },
    { family: 'Novak', suffix: 'Jr.', 'non-dropping-particle': 'van' },
    { family: 'Novak', 'non-dropping-particle': 'van' },
    { family: 'Novak', given: 'A.', suffix: 'Jr.' },
  ]
  test.each(['biblatex', 'bibtex'] as const)('from %s', format => {
    const author = [...parts, { family: 'Last', given: 'B.' }]
    const [back] = read(renderItems([{ id: 'a', type: 'book', author }], format), format)
    const plain = ((back?.author ?? []) as readonly CslName[]).map(({ 'dropping-particle': dropping, ...name }) =>
      dropping === undefined ? name : { ...name, 'non-dropping-particle': dropping },
    )
    expect(plain).toEqual(author)
  })

  it('is an author of its own in RIS', () => {
    const author = [...parts.slice(0, 3), { given: 'Plato' }, { literal: 'Trade Board' }]
    const text = renderItems([{ id: 'a', type: 'book', author }], 'ris')
    const lines = ['Novak, , Jr.', 'Sea Gull, , III', 'van Novak, , Jr.', 'Plato', 'Trade Board']
    expect([...text.matchAll(/^AU {2}- (.*)$/gmu)].map(match => match[1])).toEqual(lines)
    const [back] = read(text, 'ris')
    expect(back?.author).toMatchObject([{ family: 'Novak', given: '', suffix: 'Jr.' }, {}, {}, { family: 'Plato' }, {}])
  })
})

describe.each(['biblatex', 'bibtex'] as const)('issue and number in %s', format => {
  const types = ['article', 'bill', 'book', 'chapter', 'legal_case', 'legislation', 'paper-conference', 'periodical']
  test.each([...types, 'patent', 'report', 'standard', 'thesis', 'webpage'])('stand side by side in a %s', type => {
    const text = renderItems([{ id: 'a', type, title: 'A', issue: '5', number: '17' }], format)
    expect(text.match(/\{(?:5|17)\}/gu)).toEqual(['{5}', '{17}'])
  })

  test.each([
    ['report', '17', undefined],
    ['article-journal', undefined, '5'],
    ['paper-conference', undefined, '5'],
  ])('of a %s come back', (type, number, issue) => {
    const item: CslItem = { id: 'a', type, title: 'A', issue: '5', number: '17' }
    const [back] = read(renderItems([item], format), format)
    expect(back).toMatchObject({ type, ...(number ? { number } : {}), ...(issue ? { issue } : {}) })
  })
})

test('a bibliography without works is a sound file', () => {
  expect(renderItems([], 'csl-json')).toBe('[]\n')
  expect(renderItems([], 'biblatex')).toBe('% No works.\n')
  expect(renderItems([], 'ris')).toBe('')
})
