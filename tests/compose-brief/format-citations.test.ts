import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatCitations } from '../../pipeline/compose-brief/format-citations.ts'
import { readStyle } from '../../pipeline/config-style.ts'
import type { CslItem, Work } from '../../pipeline/contract/bibliography.ts'

const root = path.join(import.meta.dirname, '../..')
const folders = { root, templates: path.join(root, 'templates') }
const issued = (...parts: number[]) => ({ issued: { 'date-parts': [parts] } })
const novak = { author: [{ family: 'Novak', given: 'P.' }] }

function workOf(id: string, csl: Omit<CslItem, 'id'>, raw = 'The note as printed.'): readonly [string, Work] {
  return [id, { id, csl: { id, ...csl }, raw: [raw], origins: [], confidence: {} }]
}

const works = new Map([
  workOf('towns', {
    type: 'book',
    title: 'Harbour Towns: An Atlas',
    ...novak,
    publisher: 'BSU',
    'publisher-place': 'Minsk',
    ...issued(2020),
  }),
  workOf('ships', { type: 'book', title: 'Ships', ...novak, publisher: 'BSU', ...issued(2020) }),
  workOf('news', {
    type: 'webpage',
    title: 'The 100th company of the port has been registered',
    URL: 'https://a.example/100-2022/',
    ...issued(2022),
  }),
  workOf('site', { type: 'webpage', URL: 'https://www.stat.example/x', ...issued(2021) }),
  workOf('comment', { type: 'document' }, 'Calculations of the author after data of the port.'),
])

/** Places as `work` or `work:page`, several of one place joined by `+`. */
async function show(style: string, places: readonly string[], locale = 'en') {
  const clusters = places.map(place => ({
    items: place.split('+').map(item => {
      const [workId = '', value] = item.split(':')
      return { workId, ...(value === undefined ? {} : { locator: { label: 'page', value } }) }
    }),
  }))
  const formatted = formatCitations(clusters, works, await readStyle(style, locale, folders), locale)
  const join = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('')
  return { places: formatted.clusters.map(join), list: formatted.entries.map(({ runs }) => join(runs)), formatted }
}

describe('GOST R 7.0.5-2008 numeric', () => {
  it('numbers works as they come, with the place in them', async () => {
    const { places, list } = await show('gost-r-7-0-5-2008-numeric', ['news', 'towns:45', 'news+towns:12–15', 'ships'])
    expect(places).toEqual(['[1]', '[2, p. 45]', '[1; 2, p. 12–15]', '[3]'])
    expect(list.map(entry => entry.slice(0, 12))).toEqual(['The 100th co', 'Novak P. Har', 'Novak P. Shi'])
  })

  it('says the place in the language of the audience', async () => {
    expect((await show('gost-r-7-0-5-2008-numeric', ['towns:45'], 'ru')).places).toEqual(['[1, с. 45]'])
  })
})

describe('Chicago notes', () => {
  it('are full, then short, and Ibid. for the work of the note before', async () => {
    const { places } = await show('chicago-notes', [
      'towns:45',
      'towns:45',
      'towns:47',
      'news',
      'towns:50',
      'ships+news',
    ])
    expect(places).toEqual([
      'P. Novak, Harbour Towns: An Atlas (Minsk: BSU, 2020), 45.',
      'Ibid.',
      'Ibid., 47.',
      '“The 100th company of the port has been registered,” 2022, https://a.example/100-2022/.',
      'Novak, Harbour Towns, 50.',
      'P. Novak, Ships (BSU, 2020); “The 100th company”.',
    ])
  })

  it('have a bibliography by author and title', async () => {
    const { list } = await show('chicago-notes', ['news', 'ships', 'towns'])
    expect(list).toEqual([
      'Novak, P. Harbour Towns: An Atlas. Minsk: BSU, 2020.',
      'Novak, P. Ships. BSU, 2020.',
      '“The 100th company of the port has been registered.” 2022. https://a.example/100-2022/.',
    ])
  })

  it('speak Russian', async () => {
    const { places } = await show('chicago-notes', ['towns:45', 'towns:47'], 'ru')
    expect(places[1]).toBe('Там же, 47.')
  })
})

describe('APA', () => {
  it('cites author and year, tells works of a year apart, and shortens the title of a page without an author', async () => {
    const { places, list } = await show('apa', ['towns:45', 'ships', 'news', 'towns:45+ships'])
    expect(places).toEqual([
      '(Novak, 2020a, p. 45)',
      '(Novak, 2020b)',
      '(The 100th Company, 2022)',
      '(Novak, 2020a, p. 45, 2020b)',
    ])
    expect(list[0]).toBe('Novak, P. (2020a). Harbour Towns: An Atlas. BSU.')
    expect(list.at(-1)).toBe('The 100th company of the port has been registered. (2022). https://a.example/100-2022/')
  })
})

describe('every style', () => {
  it.each(['gost-r-7-0-5-2008-numeric', 'chicago-notes', 'apa', 'harvard1', 'vancouver'])(
    '%s cites what prints little without stray punctuation',
    async style => {
      for (const locale of ['en', 'ru', 'de', 'fr']) {
        const { places, list } = await show(style, ['site', 'comment', 'news', 'site', 'comment:3'], locale)
        expect(list).toHaveLength(3)
        for (const text of [...places, ...list]) {
          expect(text).toMatch(/[\p{L}\d]/u)
          expect(text).not.toMatch(/\.\.|,,|\(\s*\)|\[\s*\]|\s[.,;)]|[,:;]\.|\.\s–\s*\.|–\s–|undefined|^[\s.,–:;/]/u)
        }
      }
    },
  )

  it('tells which words cite which work', async () => {
    const { formatted } = await show('gost-r-7-0-5-2008-numeric', ['news', 'towns:4+news'])
    expect(formatted.clusters[1]?.map(({ text, item }) => [text, item])).toEqual([
      ['[', undefined],
      ['1', 1],
      ['; ', undefined],
      ['2, p. 4', 0],
      [']', undefined],
    ])
  })

  it('cites a long note that names no work by its first words', async () => {
    const long = workOf('long', { type: 'document' }, 'Words of the author. '.repeat(5_000))
    const style = await readStyle('harvard1', 'en', folders)
    const { clusters, entries } = formatCitations([{ items: [{ workId: 'long' }] }], new Map([long]), style, 'en')
    expect(clusters[0]?.map(({ text }) => text).join('').length).toBeLessThan(150)
    expect(entries[0]?.runs.map(({ text }) => text).join('').length).toBeLessThan(1_100)
  })

  it('keeps the words of a note that names no work', async () => {
    const { list } = await show('apa', ['comment'])
    expect(list).toEqual(['Calculations of the author after data of the port.'])
  })

  it('knows nothing of the brief before', async () => {
    const places = ['towns:45', 'towns:45', 'ships']
    expect((await show('chicago-notes', places)).places).toEqual((await show('chicago-notes', places)).places)
  })
})

describe('what a style may do besides', () => {
  const xmlOf = (citation: string, attributes = '') =>
    `<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text"><info/><citation ${attributes}><layout>${citation}</layout></citation><bibliography><layout><choose><if type="book"><text variable="title"/></if></choose></layout></bibliography></style>`
  const format = (xml: string, ids: readonly string[]) =>
    formatCitations(
      ids.map(workId => ({ items: [{ workId }] })),
      works,
      { path: 'own.csl', xml },
      'en',
    )
  const words = (runs: readonly { readonly text: string }[]) => runs.map(({ text }) => text).join('')

  it('lists a work that the style leaves out, by its title', () => {
    const { entries } = format(xmlOf('<text variable="title"/>'), ['news', 'ships'])
    expect(entries.map(({ work, runs }) => `${work.id}: ${words(runs)}`)).toEqual([
      'ships: Ships',
      'news: The 100th company of the port has been registered',
    ])
  })

  it('shows a work as the style does when it is cited again', () => {
    const again =
      '<choose><if position="subsequent"><text value="again"/></if><else><text variable="title"/></else></choose>'
    expect(format(xmlOf(again), ['ships', 'towns', 'ships']).clusters.map(words)).toEqual([
      'Ships',
      'Harbour Towns: An Atlas',
      'again',
    ])
  })
})

describe('a style that is none', () => {
  const broken = (name: string) => readStyle(`tests/fixtures/styles/${name}`, 'en', folders)

  it.each([
    ['missing.csl', /There is no citation style/],
    ['no-style.csl', /no <style> element/],
    ['no-xml.csl', /it is not XML/],
    ['dependent.csl', /points to another one/],
    ['no-bibliography.csl', /no <bibliography> element/],
    ['no-macro.csl', /calls a macro that it does not have: nothing/],
    ['macro-circle.csl', /macro one of the style calls itself/],
  ])('%s is a configuration error that says so', async (name, reason) => {
    await expect(broken(name)).rejects.toMatchObject({ code: 'style-broken', message: expect.stringMatching(reason) })
  })

  it('is found out before anything is read', () => {
    expect(readFileSync(path.join(root, 'tests/fixtures/styles/no-xml.csl'), 'utf8')).toContain('<style')
  })
})
