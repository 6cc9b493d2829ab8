import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stage from '../../pipeline/build-bibliography/index.ts'
import { config, makeDocument, type NoteInput } from './make-document.ts'

const { buildBibliography } = stage
const web = 'Exports are growing [Electronic resource]. - 2022. - URL: https://www.example.by/exports-1/'
const book = 'Novak, P. Corridors of trade / P. Novak. - Minsk: BSU, 2020. - P. 18.'

function build(notes: readonly NoteInput[]) {
  const { value, messages } = buildBibliography([makeDocument(notes)], config)
  return {
    works: value.bibliography.works,
    citations: value.documents[0]?.citations ?? [],
    messages: messages.map(({ ruleId, reason, line }) => ({ ruleId, reason, line })),
  }
}

it('exports the stage alone', () => {
  expect(Object.keys(stage)).toEqual(['buildBibliography'])
})

describe('citations', () => {
  it('makes one for every marker; that notes are lost has been said before', () => {
    const { citations, messages } = build([
      { label: '1', text: web, called: 2 },
      { label: '2' },
      { label: '3' },
      { label: '4' },
      { label: '5', text: book },
      { label: '9', called: 2 },
    ])
    expect(citations.map(({ note, status }) => `${note} ${status}`)).toEqual([
      '1 resolved',
      '1 resolved',
      '2 missing',
      '3 missing',
      '4 missing',
      '5 resolved',
      '9 missing',
      '9 missing',
    ])
    expect(messages).toEqual([])
    expect(citations[5]).toMatchObject({
      locator: { label: 'page', value: '18' },
      origin: { position: { start: { line: 5 } } },
      definition: { position: { start: { line: 1005 } } },
    })
  })

  it('makes several for a note that names several works', () => {
    const { citations, works } = build([{ label: '1', text: `${book.slice(0, -1)}; ${web}` }])
    expect(works).toHaveLength(2)
    expect(citations.map(({ note, workId }) => [note, workId])).toEqual(works.map(({ id }) => ['1', id]))
  })

  it('reads a note that no marker calls', () => {
    const { citations } = build([{ label: '1', text: web, called: 0 }])
    expect(citations).toMatchObject([
      { note: '1', status: 'resolved', origin: { position: { start: { line: 1001 } } } },
    ])
  })

  it('marks what breaks off, and says so where the reader of the seed did not see it', () => {
    const { citations, messages } = build([
      { label: '1', text: 'A title [Electronic resource]. - 2022. - URL: https://www.example.by/a-' },
      { label: '2', text: 'Another title, and', truncated: true },
    ])
    expect(citations.map(({ status }) => status)).toEqual(['truncated', 'truncated'])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['definition-is-whole', 'url-is-whole'])
  })
})

describe('works', () => {
  it('joins notes that cite one work, each with its own place', () => {
    const { works, citations } = build([
      { label: '1', text: book },
      { label: '2', text: web },
      { label: '3', text: book.replace('P. 18', 'P. 45') },
      { label: '4', text: `See: http://example.by/exports-1` },
    ])
    expect(works.map(({ id }) => id)).toEqual([
      'novak2020corridors',
      expect.stringMatching(/^example2022-[\da-f]{8}$/u),
    ])
    expect(citations.map(({ locator }) => locator?.value)).toEqual(['18', undefined, '45', undefined])
    expect(works.map(({ raw, origins }) => [raw.length, origins.length])).toEqual([
      [2, 2],
      [2, 2],
    ])
  })

  it('follows ibid. and op. cit. to the work before', () => {
    const { works, citations } = build([
      { label: '1', text: book },
      { label: '2', text: 'Ibid. P. 20.' },
      { label: '3', text: web },
      { label: '4', text: 'Там же.' },
      { label: '5', text: 'Novak, P. Op. cit. P. 33.' },
      { label: '6', text: 'Ebd., S. 34' },
    ])
    expect(works).toHaveLength(2)
    const [first, second] = works.map(({ id }) => id)
    expect(citations.map(({ workId, locator }) => [workId, locator?.value])).toEqual([
      [first, '18'],
      [first, '20'],
      [second, undefined],
      [second, undefined],
      [first, '33'],
      [first, '34'],
    ])
  })

  it('knows a work by the short form that Chicago repeats it in', () => {
    const { works, citations } = build([
      { label: '1', text: 'John Nye, Soft Power: The Means (New York: PublicAffairs, 2004), 5.' },
      { label: '2', text: 'Ann Hill and Mark Stone, “Zones of Exception,” Trade 12 (2020): 45–67.' },
      { label: '3', text: 'Nye, Soft Power, 12.' },
      { label: '4', text: 'Hill and Stone, “Zones of Exception,” 50.' },
    ])
    expect(works).toHaveLength(2)
    expect(citations.map(({ locator }) => locator?.value)).toEqual(['5', '45–67', '12', '50'])
  })

  it('does not guess what ibid. means after a lost note, or first of all', () => {
    const { citations, messages } = build([
      { label: '1', text: 'Ibid.' },
      { label: '2', text: book },
      { label: '3' },
      { label: '4', text: 'Ibid., p. 4' },
      { label: '5', text: 'Ibid., p. 5' },
    ])
    expect(citations.map(({ status }) => status)).toEqual(['missing', 'resolved', 'missing', 'missing', 'missing'])
    expect(citations[3]).toMatchObject({ locator: { value: '4' }, definition: { position: { start: { line: 1004 } } } })
    expect(messages.filter(({ ruleId }) => ruleId === 'definition-is-whole')).toHaveLength(3)
  })

  it('reports works that look alike, and keeps them apart', () => {
    const { works, messages } = build([
      { label: '1', text: web },
      { label: '2', text: web.replace('exports-1', 'exports-2') },
      { label: '3', text: 'Exports in 2021 [Electronic resource]. - URL: https://www.example.by/2021' },
      { label: '4', text: 'Exports in 2022 [Electronic resource]. - URL: https://www.example.by/2022' },
    ])
    expect(works).toHaveLength(4)
    expect(messages).toMatchObject([{ ruleId: 'work-is-unique', line: 1002 }])
  })

  it('names works the same way in any order', () => {
    const notes = [book, web, book.replace('Corridors', 'Ports'), 'https://a.example/x'].map((text, n) => ({
      label: `${n}`,
      text,
    }))
    const ids = (list: readonly NoteInput[]) =>
      build(list)
        .works.map(({ id }) => id)
        .sort()
    expect(ids(notes)).toEqual(ids(notes.toReversed()))
    for (const id of ids(notes)) expect(id).toMatch(/^[a-z\d-]+$/u)
  })

  it('says which works have no title', () => {
    const { messages } = build([{ label: '1', text: 'https://a.example/x' }])
    expect(messages).toMatchObject([{ ruleId: 'work-has-title', line: 1001 }])
  })
})

describe('bad input', () => {
  it('never throws, and gives every marker a citation', () => {
    const note = fc.record({
      label: fc.string({ maxLength: 3 }),
      text: fc.oneof(
        fc.string({ unit: 'binary' }),
        fc.constantFrom(web, book, 'Ibid.', '', 'Novak, op. cit.', '; ; ;'),
      ),
      called: fc.nat({ max: 3 }),
    })
    fc.assert(
      fc.property(fc.array(note), notes => {
        const { citations, works } = build(notes)
        const ids = works.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
        expect(citations.length).toBeGreaterThanOrEqual(notes.reduce((sum, { called }) => sum + called, 0))
        for (const { workId } of citations) if (workId !== undefined) expect(ids).toContain(workId)
      }),
    )
  })

  it('is the same twice', () => {
    const notes = [{ label: '1', text: web }, { label: '2', text: book }, { label: '3' }]
    expect(JSON.stringify(build(notes))).toBe(JSON.stringify(build(notes)))
  })
})
