import { describe, expect, it, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { parseKeys } from '../../pipeline/build-bibliography/library/parse-keys.ts'
import type { Config } from '../../pipeline/contract/config.ts'
import { makeDocument, type NoteInput } from './make-document.ts'

const library = `
@book{smith2020, title = {Roads and Ports: A Study}, author = {Smith, Anna}, publisher = {Port Press}, location = {Minsk}, date = {2020}, isbn = {978-1-4028-9462-6}}
@article{doe99, title = {Tariffs of the Coast}, author = {Doe, John}, journaltitle = {Trade}, volume = {7}, number = {2}, pages = {1--9}, date = {1999}, doi = {10.1000/xyz}}
@online{belta, title = {Exports are growing}, author = {{BELTA}}, date = {2022-03-04}, url = {https://www.example.by/exports-1/}, urldate = {2023-01-02}}
@book{unused, title = {Nobody cites this}, author = {Lone, A.}, date = {2001}}
`

function build(notes: readonly NoteInput[], bib: string | null = library) {
  const config = { libraries: bib === null ? [] : [{ path: 'lib/works.bib', text: bib }] } as unknown as Config
  const { value, messages } = buildBibliography([makeDocument(notes)], config)
  return {
    works: value.bibliography.works,
    citations: value.documents[0]?.citations ?? [],
    messages: messages.map(({ file, line, ruleId, reason }) => `${file}:${line} ${ruleId} ${reason}`),
  }
}

describe('a note that names entries by their keys', () => {
  it('cites their works, with places', () => {
    const { works, citations, messages } = build([
      { label: '1', text: '@smith2020, p. 45; see also @doe99, 3–4, who argues the contrary' },
    ])
    expect(messages).toEqual([])
    expect(works).toMatchObject([
      {
        id: 'smith2020roads',
        csl: { id: 'smith2020roads', type: 'book', title: 'Roads and Ports: A Study', publisher: 'Port Press' },
        imported: { file: 'lib/works.bib', key: 'smith2020' },
        raw: ['@smith2020, p. 45'],
      },
      { id: 'doe1999tariffs', csl: { type: 'article-journal', issue: '2' } },
    ])
    expect(works[0]?.imported?.fields).toEqual([
      'type',
      'title',
      'publisher',
      'publisher-place',
      'ISBN',
      'author',
      'issued',
    ])
    expect(citations).toMatchObject([
      { workId: 'smith2020roads', locator: { label: 'page', value: '45' }, status: 'resolved' },
      {
        workId: 'doe1999tariffs',
        locator: { label: 'page', value: '3–4' },
        comment: 'who argues the contrary',
        status: 'resolved',
      },
    ])
  })

  it('is one work with a note that prints it, which stands', () => {
    const printed = 'Smith, Anna. Roads and ports: a study. Minsk: Port Press, 2020. P. 7.'
    for (const texts of [
      ['@smith2020', printed],
      [printed, '@smith2020'],
    ]) {
      const { works, citations } = build(texts.map((text, index) => ({ label: String(index + 1), text })))
      expect(works).toHaveLength(1)
      expect(works[0]?.csl).toMatchObject({ title: 'Roads and ports: a study', ISBN: '978-1-4028-9462-6' })
      expect(works[0]?.imported?.fields).not.toContain('title')
      expect(new Set(citations.map(({ workId }) => workId)).size).toBe(1)
    }
  })

  it('may be repeated by Ibid. and op. cit.', () => {
    const { citations } = build([
      { label: '1', text: '@smith2020, p. 1' },
      { label: '2', text: 'Ibid. P. 2.' },
      { label: '3', text: '@doe99' },
      { label: '4', text: 'Smith, op. cit., p. 9' },
    ])
    expect(citations.map(({ workId, locator }) => `${workId} ${locator?.value ?? ''}`)).toEqual([
      'smith2020roads 1',
      'smith2020roads 2',
      'doe1999tariffs ',
      'smith2020roads 9',
    ])
  })

  it('is said where the key is unknown, and the others are cited', () => {
    const { works, citations, messages } = build([{ label: '1', text: '@smith2O20, p. 45; @doe99' }])
    expect(messages).toEqual([
      'seeds/sample.txt:1001 library-has-key Note 1 names smith2O20, and no entry of the library has this key',
    ])
    expect(works.map(({ id }) => id)).toEqual(['doe1999tariffs'])
    expect(citations.map(({ status }) => status)).toEqual(['missing', 'resolved'])
  })

  it('is not passed over by Ibid. where the key is unknown', () => {
    const { citations } = build([
      { label: '1', text: '@smith2020, p. 1' },
      { label: '2', text: '@missing2020, p. 3' },
      { label: '3', text: 'Ibid., p. 4' },
    ])
    expect(citations.map(({ status }) => status)).toEqual(['resolved', 'missing', 'missing'])
  })
})

test.each([
  ['@smith2020', [{ key: 'smith2020' }]],
  ['[@smith2020].', [{ key: 'smith2020' }]],
  ['[see @doe:99a, pp. 33-35; also see @{https://x.org/a}, ch. 1]', [{ key: 'doe:99a' }, { key: 'https://x.org/a' }]],
  ['См. @иванов2020, с. 5', [{ key: 'иванов2020', locator: { label: 'page', value: '5' } }]],
  ['@smith2020 [p. 7]', [{ key: 'smith2020', locator: { label: 'page', value: '7' } }]],
  ['@smith2020, p. 7, who argues the contrary', [{ key: 'smith2020', comment: 'who argues the contrary' }]],
  ['@smith2020, 5-7', [{ key: 'smith2020', locator: { label: 'page', value: '5-7' } }]],
])('%s names entries', (text, expected) => {
  expect(parseKeys(text)).toMatchObject(expected)
})

test.each([
  'Write to office@example.by, p. 5',
  '@belta: trade grows // Twitter, 5 May 2022',
  '@belta wrote of it',
  'Smith, A. Roads. Minsk, 2020; @smith2020',
  'a@b',
  '',
])('%s is prose', text => {
  expect(parseKeys(text)).toBeUndefined()
})

describe('a note that begins with the name of an account', () => {
  const text = '@WHO, “Salt and health”, Twitter, 5 May 2020, https://twitter.com/WHO/status/123456'

  it.each([
    ['with a library', library],
    ['without one', null],
  ])('is prose: %s', (_what, bib) => {
    const { works, citations, messages } = build([{ label: '1', text }], bib)
    expect(works[0]?.csl).toMatchObject({
      author: [{ literal: '@WHO' }],
      title: 'Salt and health',
      URL: 'https://twitter.com/WHO/status/123456',
      issued: { 'date-parts': [[2020, 5, 5]] },
    })
    expect(citations.map(({ status }) => status)).toEqual(['resolved'])
    expect(messages).toEqual([])
  })

  it('names an entry where the library has the key', () => {
    const { works } = build([{ label: '1', text: '@doe99, “Tariffs”, 5 May 2020' }])
    expect(works.map(({ id }) => id)).toEqual(['doe1999tariffs'])
  })

  it.each(['@missing2020, p. 3', '@missing2020, p. 3, who argues the contrary'])('is none in %s', note => {
    const { works, messages } = build([{ label: '1', text: note }])
    expect(works).toEqual([])
    expect(messages.join()).toContain('library-has-key Note 1 names missing2020')
    expect(build([{ label: '1', text: note }], null).messages.join()).not.toContain('library-has-key')
  })
})

describe('a thin work that an entry describes', () => {
  it('gets the fields that it lacks: by address, by DOI, by title with author', () => {
    const { works, messages } = build([
      { label: '1', text: 'Exports are growing [Electronic resource]. - URL: https://www.example.by/exports-1/' },
      { label: '2', text: 'Doe, J. Tariffs of the coast. doi: 10.1000/XYZ' },
      { label: '3', text: 'Smith, A. Roads and Ports: A Study. 2020.' },
    ])
    expect(messages).toEqual([])
    expect(works.map(({ imported }) => imported?.key)).toEqual(['belta', 'doe99', 'smith2020'])
    expect(works[0]?.csl).toMatchObject({
      author: [{ literal: 'BELTA' }],
      issued: { 'date-parts': [[2022, 3, 4]] },
      accessed: { 'date-parts': [[2023, 1, 2]] },
    })
    expect(works[1]?.csl).toMatchObject({ 'container-title': 'Trade', page: '1-9' })
    expect(works[2]?.csl).toMatchObject({ publisher: 'Port Press', 'publisher-place': 'Minsk' })
    for (const { csl, imported } of works) for (const field of imported?.fields ?? []) expect(csl).toHaveProperty(field)
  })

  it('keeps its identifier and what it prints; a contradiction is said', () => {
    const note = {
      label: '1',
      text: 'Exports fall [Electronic resource]. - 2021. - URL: https://example.by/exports-1',
    }
    const bare = build([note], '')
    const { works, messages } = build([note])
    expect(works[0]?.id).toBe(bare.works[0]?.id)
    expect(works[0]?.csl).toMatchObject({ title: 'Exports fall', issued: { 'date-parts': [[2021]] } })
    expect(messages).toEqual([
      'seeds/sample.txt:1001 work-agrees-with-library The work in note 1 differs from belta (lib/works.bib, line 4): title is “Exports fall” in the note and “Exports are growing” in the library; issued is “2021” in the note and “2022-3-4” in the library',
    ])
  })

  it.each([
    ['another author', 'Brown, B. Roads and Ports: A Study. Minsk, 2020.'],
    ['another year', 'Smith, A. Roads and Ports: A Study. Minsk, 1980.'],
    ['neither author nor year', 'Roads and Ports: A Study [Electronic resource].'],
  ])('is no other work: %s', (_what, text) => {
    expect(build([{ label: '1', text }]).works[0]).not.toHaveProperty('imported')
  })
})

test('what nobody cites is not listed, and without a library nothing changes', () => {
  const notes = [{ label: '1', text: 'Novak, P. Corridors of trade / P. Novak. - Minsk: BSU, 2020. - P. 18.' }]
  const { works } = build(notes)
  expect(works).toHaveLength(1)
  expect(works).toEqual(build(notes, null).works)
})

it('goes on with an address that breaks off', () => {
  const { works, messages } = build([
    { label: '1', text: 'Exports are growing [Electronic resource]. - 2022. - URL: https://www.example.by/exports-' },
  ])
  expect(works[0]?.csl.URL).toBe('https://www.example.by/exports-1/')
  expect(works[0]?.imported?.fields).toContain('URL')
  expect(messages.join()).not.toContain('work-agrees-with-library')
})

it('says that a crossref leads round in a circle, and reads the others', () => {
  const { works, messages } = build(
    [{ label: '1', text: '@c' }],
    '@book{a, crossref={b}, title={A}}\n@book{b, crossref={a}, title={B}}\n@book{c, title={Quays}, author={Doe, J.}}',
  )
  expect(works[0]?.csl.title).toBe('Quays')
  expect(messages.filter(message => /crossref leads round in a circle/u.test(message))).toHaveLength(2)
})
