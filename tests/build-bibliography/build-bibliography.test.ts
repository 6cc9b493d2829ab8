import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as stage from '../../pipeline/build-bibliography/index.ts'
import { recallWork, rememberWork } from '../../pipeline/build-bibliography/recall-work.ts'
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
    expect(citations.map(({ locator }) => locator?.value)).toEqual(['5', undefined, '12', '50'])
  })

  it.each([
    [
      'initials and names in full',
      'Novak, P. Corridors of trade. Minsk: BSU, 2020. P. 5.',
      'Peter Novak, Corridors of Trade (Minsk: BSU, 2020), 7.',
    ],
    [
      'conventions',
      'Петров П. П. Пути через ещё одну границу. М.: Наука, 2012. С. 5.',
      'Петров, П. П. Пути через еще одну границу / П. П. Петров. – М. : Наука, 2012. – С. 7.',
    ],
    ['http and https', 'Exports. URL: http://www.a.example/x/', 'Other words. URL: https://a.example/x'],
    ['a DOI', 'Hill, A. (2010). Zones. Trade, 5(2), 1–9. https://doi.org/10.5555/a.1', 'Zones. DOI: 10.5555/A.1.'],
    [
      'a title without its subtitle',
      'Hill, Ann. Sea Lanes: A History. London: Verso, 2010.',
      'Ann Hill, Sea Lanes (London: Verso, 2010), 7.',
    ],
    [
      'et al.',
      'Hill, Ann, Mark Stone, and Tim May. Sea Lanes. London: Verso, 2010.',
      'Hill, Ann, et al. Sea Lanes. Verso, 2010.',
    ],
    [
      'editions',
      'A. Hill, Sea Lanes, 2nd ed. (London: Verso, 2010), 3.',
      'Ann Hill, Sea Lanes (2nd edn, Verso 2010) 4.',
    ],
    ['author and year', 'Treidel, P. (2014). Gemeingut Fluss. Uferverlag.', 'Treidel 2014, S. 25.'],
    ['op. cit. alone', 'Hill, Ann. Sea Lanes. London: Verso, 2010.', 'Hill, op. cit., p. 7.'],
    ['the number of a note', 'Ann Hill, Sea Lanes (Verso 2010) 3.', 'Hill (n 1) 7.'],
  ])('knows one work across %s', (_what, first, second) => {
    const { works, citations, messages } = build([
      { label: '1', text: first },
      { label: '2', text: second },
    ])
    expect(works).toHaveLength(1)
    expect(new Set(citations.map(({ workId }) => workId)).size).toBe(1)
    expect(messages).toEqual([])
  })

  it.each([
    ['volumes', 'Hill, A. Sea Lanes. Vol. 1. London: Verso, 2010.', 'Hill, A. Sea Lanes. Vol. 2. London: Verso, 2010.'],
    ['years', 'Hill, A. (2010). Sea lanes. Verso.', 'Hill, A. (2015). Sea lanes. Verso.'],
    ['addresses', 'Exports. URL: http://a.example/x', 'Exports. URL: http://a.example/y'],
  ])('keeps works apart by %s', (_what, first, second) => {
    const { works } = build([
      { label: '1', text: first },
      { label: '2', text: second },
    ])
    expect(works).toHaveLength(2)
  })

  it('lets the words of a title choose among the works of an author', () => {
    const { citations, messages } = build([
      { label: '1', text: 'J. Berthelot, Le Halage, Paris, Seuil, 1988, p. 45.' },
      { label: '2', text: 'J. Berthelot, Les Ports francs, Paris, Seuil, 1995, p. 12.' },
      { label: '3', text: 'J. Berthelot, Le Halage…, op. cit., p. 60.' },
      { label: '4', text: 'J. Berthelot, Les Ports francs, op. cit., p. 61.' },
      { label: '5', text: 'Berthelot, op. cit., p. 62.' },
      { label: '6', text: 'J. Berthelot, Les Phares, op. cit., p. 63.' },
      { label: '7', text: 'Tanguy, op. cit., p. 64.' },
    ])
    const ids = citations.map(({ workId }) => workId)
    expect(ids.slice(2)).toEqual([ids[0], ids[1], ids[1], undefined, undefined])
    expect(messages).toMatchObject([
      { ruleId: 'definition-is-whole', line: 1006 },
      { ruleId: 'definition-is-whole', line: 1007 },
    ])
  })

  it.each([
    ['Novak, ibid., p. 6.', '6'],
    ['J. Novak (ibid.), 6', '6'],
    ['Id. at 5.', '5'],
    ['Cf. id. at 6–7.', '6–7'],
    ['Ibid Art. 5', '5'],
    ['Ibidem XIV', 'XIV'],
    ['ibid s 3', '3'],
    ['ebenda Seite 5', '5'],
  ])('takes the work of the note before for %s', (text, place) => {
    const { works, citations, messages } = build([
      { label: '1', text: web },
      { label: '2', text: book },
      { label: '3', text },
    ])
    expect(works).toHaveLength(2)
    expect(citations[2]).toMatchObject({ workId: works[1]?.id, locator: { value: place } })
    expect(messages).toEqual([])
  })

  it.each([
    ['Supra note 1, p. 5.', '5'],
    ['See supra note 1, at 5.', '5'],
    ['Supra n 1.', undefined],
    ['supra n. 1, 5', '5'],
  ])('takes the work of the note with this number for %s', (text, place) => {
    const { works, citations, messages } = build([
      { label: '1', text: web },
      { label: '2', text: book },
      { label: '3', text },
      { label: '4', text: text.replace('1', '77') },
    ])
    expect(works).toHaveLength(2)
    expect(citations[2]?.workId).toBe(works[0]?.id)
    expect(citations[2]?.locator?.value).toBe(place)
    expect(messages).toMatchObject([{ ruleId: 'definition-is-whole', line: 1004 }])
    expect(messages[0]?.reason).toContain('repeats note 77')
  })

  it('takes no other author’s work, and no publisher for a repetition', () => {
    const { works, citations, messages } = build([
      { label: '1', text: book },
      { label: '2', text: 'Brown, ibid., p. 6.' },
      { label: '3', text: 'Ibidem Press, Some Title (Stuttgart: Ibidem, 2010), 5.' },
    ])
    expect(citations.map(({ status }) => status)).toEqual(['resolved', 'missing', 'resolved'])
    expect(works[1]?.csl).toMatchObject({ title: expect.stringContaining('Some Title'), publisher: 'Ibidem' })
    expect(messages.map(({ line }) => line)).toEqual([1002])
  })

  it('keeps the rest whole where repetitions go round in a circle', () => {
    const { works, citations, messages } = build([
      { label: '1', text: 'Hill (n 2) 5.' },
      { label: '2', text: 'Hill (n 1) 7.' },
      { label: '3', text: 'Ibid.' },
      { label: '4', text: book },
      { label: '5', text: 'Ibid., p. 9.' },
    ])
    expect(works).toHaveLength(1)
    expect(citations.map(({ status }) => status)).toEqual(['missing', 'missing', 'missing', 'resolved', 'resolved'])
    expect(messages.map(({ line }) => line)).toEqual([1001, 1002, 1003])
  })

  it('takes other pages of an article for a place in it', () => {
    const article = (pages: string) => `Белов А. А. Порты // Вестник порта. 2019. № 3. С. ${pages}.`
    const { works, citations } = build([
      { label: '1', text: article('45–67') },
      { label: '2', text: article('50') },
    ])
    expect(works).toMatchObject([{ csl: { page: '45–67' } }])
    expect(citations.map(({ locator }) => locator?.value)).toEqual([undefined, '50'])
  })

  it('keeps what a note says besides', () => {
    const { citations, works } = build([
      { label: '1', text: 'See Ann Hill, Sea Lanes (London: Verso, 2010), 34, which argues the contrary.' },
    ])
    expect(citations).toMatchObject([{ comment: 'which argues the contrary', locator: { value: '34' } }])
    expect(works[0]?.confidence).toMatchObject({ title: expect.any(Number), publisher: expect.any(Number) })
  })

  it('takes Ibid. without a place for the same place, and says what goes round in a circle', () => {
    const { citations, messages } = build([
      { label: '1', text: 'P Novak, Harbour Towns (BSU 2020) 45' },
      { label: '2', text: 'Ibid., 47' },
      { label: '3', text: 'Ibid.' },
      { label: '4', text: '(n 5) 3.' },
      { label: '5', text: '(n 4).' },
      { label: '6', text: 'Smith (n 99) 3' },
    ])
    expect(citations.map(({ locator, status }) => `${locator?.value ?? ''} ${status}`)).toEqual([
      '45 resolved',
      '47 resolved',
      '47 resolved',
      '3 missing',
      ' missing',
      '3 missing',
    ])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(Array(3).fill('definition-is-whole'))
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

  it.each([
    ['2nd ed.', '2nd edn', 1],
    ['2nd ed.', '3rd edn', 0],
  ])('compares editions by their number where works look alike: %s, %s', (first, second, count) => {
    const { works, messages } = build([
      { label: '1', text: `Hill, A. The Long Sea Lanes, ${first} (London: Verso, 2010), 3.` },
      { label: '2', text: `Hill, A. The Long Sea Lanes, ${second} (London: Verso, 2012), 3.` },
    ])
    expect(works).toHaveLength(2)
    expect(messages.filter(({ ruleId }) => ruleId === 'work-is-unique')).toHaveLength(count)
  })

  it('knows a family by its letters, however they are composed', () => {
    const known = { byFamily: new Map(), byNote: new Map() }
    const fields = { author: [{ family: 'Müller' }] }
    const work = { fields, confidence: {}, raw: [], origins: [], note: '1' }
    rememberWork(work, '1', known)
    expect(recallWork({ of: 'author', family: 'Müller'.normalize('NFD') }, undefined, known)).toBe(work)
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
