import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { importLibrary } from '../../pipeline/build-bibliography/library/import-library.ts'
import type { CslItem } from '../../pipeline/contract/bibliography.ts'
import { renderItems } from '../render-items.ts'

const fixture = (name: string) => readFileSync(path.join(import.meta.dirname, '../fixtures', name), 'utf8')
/** Works without the markup that CSL-JSON allows in titles. */
const items = JSON.parse(fixture('bibliography/works.json').replace(/<.?b>/gu, '')) as readonly CslItem[]
const load = (text: string, name = 'works.bib') => {
  const { library, messages } = importLibrary([{ path: name, text }])
  return {
    fields: (key: string) => library.entries.get(key)?.fields,
    keys: Array.from(library.entries.keys()),
    messages: messages.map(({ file, line, ruleId, reason }) => `${file}:${line} ${ruleId} ${reason}`),
  }
}

describe('a .bib file with faults', () => {
  const { fields, keys, messages } = load(fixture('library/faults.bib'))

  it('names each fault with its line', () => {
    expect(messages).toEqual([
      'works.bib:13 library-is-readable The entry open-brace is not closed: a brace is missing',
      'works.bib:19 library-is-readable The entry has no key',
      'works.bib:23 library-is-readable publisher: the abbreviation nowhere is not defined',
      'works.bib:29 library-is-readable The entry dollar cannot be read: a brace or dollar sign in it is not closed',
      'works.bib:31 library-is-readable This is no field of an entry: “stray words”',
      'works.bib:25 library-is-readable The key good2 stands on line 17 too, which counts',
    ])
  })

  it('uses the others', () => {
    expect(keys).toEqual([
      'good1',
      'good2',
      'undefined1',
      'junk1',
      'paren1',
      'paper1',
      'case1',
      'child1',
      'parent1',
      'thesis1',
    ])
    expect(fields('good1')).toEqual({
      type: 'book',
      title: 'A Good Book',
      author: [
        { family: 'Novak', given: 'Petr' },
        { literal: 'World Bank' },
        { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
      ],
      publisher: 'Government of Belarus Press',
      issued: { 'date-parts': [[2020, 3]] },
    })
    expect(fields('good2')).toMatchObject({
      title: 'Quoted "title"',
      'container-title': 'Journal & Co',
      page: '5-9, 12-14',
    })
    expect(fields('undefined1')).toEqual({ type: 'book', title: 'Known', issued: { 'date-parts': [[2001]] } })
  })

  it('keeps what citation-js loses', () => {
    expect(fields('paren1')).toEqual({
      type: 'webpage',
      title: 'In round brackets',
      URL: 'https://example.org/a_b%20c~d',
      accessed: { 'date-parts': [[2023, 1, 2]] },
      language: 'ru',
    })
    expect(fields('paper1')).toMatchObject({ type: 'article-newspaper', issued: { 'date-parts': [[2022, 5, 6]] } })
    expect(fields('paper1')).not.toHaveProperty('genre')
    expect(fields('case1')).toMatchObject({ type: 'legal_case', number: 'C-1/2' })
  })

  it('reads TeX', () => {
    expect(fields('thesis1')).toEqual({
      type: 'thesis',
      title: 'Roads in LaTeX and TeXs: Résumé of Études – “quoted”',
      publisher: 'BSU',
      genre: 'PhD thesis',
      issued: { 'date-parts': [[2020]] },
      author: [{ family: 'Cruz', given: 'Juan', 'non-dropping-particle': 'de la' }],
    })
  })

  it('inherits by crossref, and takes others for no name', () => {
    expect(fields('child1')).toMatchObject({
      type: 'paper-conference',
      'container-title': 'Proceedings',
      publisher: 'Press',
      issued: { 'date-parts': [[2011]] },
      editor: [{ family: 'Lee', given: 'B.' }],
    })
  })
})

describe('other files that are wrong', () => {
  test.each([
    ['works.bib', '', 'works.bib:1 library-is-readable The file is empty'],
    ['works.json', ' \n', 'works.json:1 library-is-readable The file is empty'],
    ['works.bib', 'no entry here', 'works.bib:1 library-is-readable The file holds no entry'],
    ['works.json', '[\n {"id": 1,\n]', /^works\.json:3 library-is-readable This is not JSON: /],
    ['works.json', '{"name": "x"}', 'works.json:1 library-is-readable This is no CSL-JSON: it holds no list of items'],
    ['works.json', '"text"', 'works.json:1 library-is-readable This is no CSL-JSON: it holds no list of items'],
  ])('%s %j', (name, text, message) => {
    const { keys, messages } = load(text, name)
    expect(keys).toEqual([])
    expect(messages).toEqual([typeof message === 'string' ? message : expect.stringMatching(message)])
  })

  it('leaves out damaged entries of a file that is not UTF-8, and says so once', () => {
    const bytes = Buffer.concat([
      Buffer.from('@book{a, title = {Plain}}\n@book{b, title = {'),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from('}}\n@book{c, title = {Also plain}}\n'),
    ])
    const { keys, messages } = load(new TextDecoder().decode(bytes))
    expect(keys).toEqual(['a', 'c'])
    expect(messages).toEqual([
      'works.bib:2 library-is-readable The file is not UTF-8: the entry b is left out for letters that cannot be read',
    ])
  })
})

describe('CSL-JSON', () => {
  it('is read item by item; what is no item is said with its line', () => {
    const text = `{"items": [
  {"id": "a", "type": "book", "title": "A <i>book</i>", "volume": 3, "issued": {"raw": "2022-03-04"}, "author": [{"family": "X", "given": null}, 5]},
  {"type": "book"},
  {"id": "b"},
  7,
  {"id": 9, "type": "article", "author": "nobody", "issued": {"date-parts": [["2020", "13"]]}, "page": "3–4"}
]}`
    const { fields, messages } = load(text, 'works.json')
    expect(fields('a')).toEqual({
      type: 'book',
      title: 'A book',
      volume: '3',
      issued: { 'date-parts': [[2022, 3, 4]] },
      author: [{ family: 'X' }],
    })
    expect(fields('9')).toEqual({ type: 'article', page: '3-4', issued: { 'date-parts': [[2020]] } })
    expect(messages).toEqual([
      'works.json:3 library-is-readable Item 2 is no CSL-JSON: it has no id',
      'works.json:4 library-is-readable Item 3 is no CSL-JSON: it has no type',
      'works.json:5 library-is-readable Item 4 is no CSL-JSON: it is no object',
    ])
  })

  it.each([
    [{ 'date-parts': [[2020, 13]] }, [[2020]]],
    [{ 'date-parts': [[2020, null]] }, [[2020]]],
    [{ 'date-parts': [[2020, '']] }, [[2020]]],
    [{ 'date-parts': [[2020, 0, 5]] }, [[2020]]],
    [{ 'date-parts': [[2020, 3, 45]] }, [[2020, 3]]],
    [{ 'date-parts': [['2020', '03', '04', '05']] }, [[2020, 3, 4]]],
    [
      {
        'date-parts': [
          [2019, 3],
          [2020, 'May'],
        ],
      },
      [[2019, 3], [2020]],
    ],
    [{ 'date-parts': [[-44, 3, 15]] }, [[-44, 3, 15]]],
    [{ 'date-parts': [[]], literal: 'circa 2020' }, [[2020]]],
    [{ raw: 'March 2020' }, [[2020]]],
    [{ raw: '2020-13' }, [[2020]]],
    [{ literal: '2019/2020' }, [[2019]]],
  ])('keeps of the date %j what is right', (issued, expected) => {
    const { fields } = load(JSON.stringify([{ id: 'a', type: 'book', issued }]), 'works.json')
    expect(fields('a')).toEqual({ type: 'book', issued: { 'date-parts': expected } })
  })

  it.each([
    { 'date-parts': [[null, 3]] },
    { 'date-parts': [['in press']] },
    { 'date-parts': 2020 },
    { raw: 'in press' },
    { literal: 'no. 12345' },
  ])('takes no date from %j', issued => {
    const { fields } = load(JSON.stringify([{ id: 'a', type: 'book', issued }]), 'works.json')
    expect(fields('a')).toEqual({ type: 'book' })
  })

  it('loses characters of private use', () => {
    const { fields } = load('[{"id": "a", "type": "book", "title": "Po\\ue010rts\uE011"}]', 'works.json')
    expect(fields('a')).toEqual({ type: 'book', title: 'Ports' })
  })

  it('holds the works that were exported', () => {
    const { fields } = load(renderItems(items, 'csl-json'), 'works.json')
    for (const { id, ...rest } of items) expect(fields(id)).toEqual(rest)
  })
})

test.each([
  ['year = {2019/2020}', [[2019]]],
  ['year = {2019--2020}', [[2019]]],
  ['year = {circa 2020}', [[2020]]],
  ['year = 2020, month = 13', [[2020]]],
  ['date = {2020-03-45}', [[2020, 3]]],
  [
    'date = {2019-03/2020-05}',
    [
      [2019, 3],
      [2020, 5],
    ],
  ],
])('%s in a .bib file gives its year at least', (date, expected) => {
  const { fields, messages } = load(`@book{a, title = {T}, ${date}}`)
  expect(fields('a')?.issued).toEqual({ 'date-parts': expected })
  expect(messages).toEqual([])
})

test('a .bib file loses characters of private use, also from fields that are taken as written', () => {
  const { fields } = load('@manual{a, title = {Po\uE010rts}, number = {\uE0117}, url = {https://a.example/\uE010x}}')
  expect(fields('a')).toMatchObject({ title: 'Ports', number: '7', URL: 'https://a.example/x' })
})

test('biblatex that was exported comes back whole', () => {
  const { fields, messages } = load(renderItems(items, 'biblatex'))
  expect(messages).toEqual([])
  for (const { id, ...rest } of items) {
    const { medium: _, ...held } = rest
    expect(fields(id), id).toEqual(held)
  }
})

test('any text in any field comes back from biblatex', () => {
  const unit = fc.constantFrom(...'aZéЖщ中0{}$&%#_~^<>\\"\'`-,;:=@()[]/.!? ')
  const text = fc
    .string({ unit, minLength: 1, maxLength: 20 })
    .map(value =>
      value
        .replace(/<\/?(?:i|b)>/gu, '')
        .replace(/\s+/gu, ' ')
        .trim(),
    )
    .filter(value => value !== '')
  const names = ['title', 'container-title', 'collection-title', 'publisher', 'publisher-place'] as const
  const numbers = ['volume', 'edition', 'number-of-pages', 'ISBN', 'ISSN', 'genre'] as const
  fc.assert(
    fc.property(
      fc.tuple(...[...names, ...numbers].map(() => text)),
      fc.constantFrom('book', 'chapter', 'report', 'thesis'),
      (values, type) => {
        const fields = Object.fromEntries([...names, ...numbers].map((name, index) => [name, values[index]]))
        const written = renderItems([{ id: 'a', type, ...fields }, ...items], 'biblatex')
        const { fields: read, keys } = load(written)
        expect(keys).toHaveLength(items.length + 1)
        expect(read('a')).toEqual({ type, ...fields })
      },
    ),
    { numRuns: 200 },
  )
})

test('a library of five megabytes is read in seconds', () => {
  const entry = (n: number) =>
    `@article{key${n},\n  title = {A title of some {Length} about trade \\& roads, number ${n}},\n  author = {Novak, Petr and Иванов, И. И.},\n  journal = {Journal of Trade}, year = {2020}, volume = {${n}}, pages = {1--9},\n  abstract = {${'Words of an abstract. '.repeat(12)}}\n}\n`
  const count = 10_500
  const text = Array.from({ length: count }, (_, n) => entry(n)).join('\n')
  expect(text.length).toBeGreaterThan(5_000_000)
  const started = performance.now()
  const { keys } = load(text)
  expect(keys).toHaveLength(count)
  expect(performance.now() - started).toBeLessThan(30_000)
}, 60_000)
