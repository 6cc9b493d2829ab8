import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { assessSources } from '../../pipeline/assess-sources/index.ts'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { composeBrief } from '../../pipeline/compose-brief/index.ts'
import { standsAlone, themeNames } from '../../pipeline/compose-brief/stands-alone.ts'
import type { Inline } from '../../pipeline/contract/citing.ts'
import type { Audience, Config } from '../../pipeline/contract/config.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { selectPassages } from '../../pipeline/select-passages/index.ts'
import { configWith, seedOf, themeOf } from '../documents.ts'

const styleFile = path.join(import.meta.dirname, '../../templates/styles/gost-r-7-0-5-2008-numeric.csl')
const everything: Audience = {
  id: 'all',
  title: 'Full brief',
  folder: '/project/templates/audiences/all',
  locale: 'en',
  citationStyle: { path: styleFile, xml: readFileSync(styleFile, 'utf8') },
  select: {
    keyFigures: 5,
    keyPoints: 5,
    passages: null,
    figures: null,
    conflicts: null,
    events: null,
    agreements: null,
    quotations: null,
    charts: 0,
    annex: null,
  },
  parts: ['keyPoints', 'passages', 'figures', 'conflicts', 'events', 'agreements', 'quotations', 'keyFigures'],
  maxPages: null,
  notes: 'end',
  wording: {},
}

async function compose(text: string, audience: Audience = everything) {
  const config: Config = {
    ...configWith([themeOf('china', ['China', 'Chinese'])]),
    audiences: [audience],
    selected: { themes: ['china'], audiences: [audience.id] },
  }
  const cited = buildBibliography((await parseDocuments([seedOf(text)], config)).value, config).value
  const { documents, bibliography } = cited
  const sources = assessSources(cited, config).value
  const passages = selectPassages(documents, config).value
  const evidence = extractEvidence(documents, config).value
  const [theme = themeOf('china', [])] = config.themes
  const [brief] = composeBrief({ documents, bibliography, sources, passages, evidence }, theme, config).value
  if (!brief) throw new Error('no brief was composed')
  return brief
}

const show = (inlines: readonly Inline[]) =>
  inlines
    .map(inline =>
      inline.kind === 'gap'
        ? '[…] '
        : inline.kind !== 'cite'
          ? inline.text
          : `${inline.raised ? ' ' : ''}${inline.before}${inline.runs.map(({ text: words }) => words).join('')}${inline.after}`,
    )
    .join('')
    .replace(/\u00A0/g, ' ')

const text = `# Timber

China bought 12,000 tons of timber from Belarus in March 2021.[^2] Prices rose. A contract on Chinese machines was signed with China in May 2021.[^9]

Tea is another matter.

# Milk

Chinese buyers of Minsk milk "paid more than any other buyers in the whole region" in 2022.[^1] China is far.

[^1]: Ivanov, I. Milk abroad / I. Ivanov. - Minsk: Press, 2022. - P. 7.
[^2]: Timber goes east [Electronic resource]. - 2021. - URL: https://example.org/timber
[^3]: Nobody cites this [Electronic resource]. - 2020. - URL: https://example.org/nobody
`

const brief = await compose(text)

describe('a brief', () => {
  test('shows passages under the headings of the seed, and leaves out what is not on the theme', () => {
    expect(brief.sections.map(({ title, passages }) => [title, passages.length])).toEqual([
      ['Timber', 1],
      ['Milk', 1],
    ])
    expect(JSON.stringify(brief)).not.toContain('Tea is another')
  })

  test('numbers works in the order in which it cites them, and lists only those', () => {
    const cited = brief.sections
      .flatMap(({ passages }) => passages)
      .flatMap(({ statements }) => statements.map(({ inlines }) => show(inlines)))
    expect(cited.join(' ')).toMatch(/2021 \[\d\]\. Prices rose\..*†9/)
    expect(brief.references.map(({ number }) => number)).toEqual([1, 2])
    expect(brief.references.flatMap(({ runs }) => runs.map(run => run.text)).join('')).not.toContain('Nobody')
  })

  test('says which notes are lost', () => {
    expect(brief.lostNotes).toMatchObject([{ seedId: 'seed', count: 1, ranges: '9' }])
    expect(brief.counts.lostNotes).toBe(1)
  })

  test('links every place that cites a work back from the reference', () => {
    const ids = new Set(brief.references.flatMap(({ backLinks }) => backLinks.map(({ id }) => id)))
    const cites = JSON.stringify(brief).match(/"id":"cite-\d+"/g) ?? []
    for (const id of ids) expect(cites).toContain(`"id":"${id}"`)
  })

  test('closes up a comma behind a marker, and keeps several citations before the stop', async () => {
    const { sections } = await compose(`# Tea

China sold tea [^1], milk and 40 tons of salt to Minsk in 2021.[^1][^2]

[^1]: Ivanov, I. Milk / I. Ivanov. - Minsk: Press, 2022. - P. 7.
[^2]: Timber goes east [Electronic resource]. - 2021. - URL: https://example.org/timber
`)
    const [statement] = sections.flatMap(({ passages }) => passages.flatMap(({ statements }) => statements))
    expect(show(statement?.inlines ?? [])).toBe(
      'China sold tea [1, p. 7], milk and 40 tons of salt to Minsk in 2021 [1, p. 7] [2].',
    )
  })

  test('prints a locator with its citation', () => {
    const cite = brief.sections[1]?.passages[0]?.statements[0]?.inlines.find(inline => inline.kind === 'cite')
    expect(cite).toMatchObject({ text: expect.stringMatching(/^\[\d, p\. 7\]$/), status: 'resolved' })
  })

  test('lists a paper told of twice once, and undated papers last and not in the timeline', async () => {
    const { agreements, timeline, counts } = await compose(`# Papers

China and Peru have also signed a protocol on fish. China and Chile signed a treaty on copper in May 2021.

The treaty between Chile and China was signed in May 2021 in Lima.
`)
    expect(agreements.map(({ iso, instrument, also }) => [iso, instrument, also.length])).toEqual([
      ['2021-05', 'treaty', 1],
      [undefined, 'protocol', 0],
    ])
    expect(timeline.map(({ iso }) => iso)).toEqual(['2021-05', '2021-05'])
    expect(counts).toMatchObject({ agreements: 2, events: 2 })
  })

  test('sets the agreement and the figure with their sentence and place', () => {
    const row = brief.figures.find(({ figures }) => figures[0]?.valueText.startsWith('12,000'))
    expect(row).toMatchObject({
      figures: [{ value: 12_000, unit: 't' }],
      statement: { source: { startLine: 3, href: '../../sources/seed.html#p1.1' } },
    })
    expect(brief.agreements[0]?.iso).toBe('2021-05')
  })
})

test('an audience that leaves a part out has no works that only this part cites', async () => {
  const brief = await compose(text, { ...everything, parts: ['keyPoints'] })
  expect(brief.sections).toEqual([])
  const cited = brief.keyPoints
    .flatMap(({ inlines }) => inlines.filter(inline => inline.kind === 'cite'))
    .filter(({ href }) => href.startsWith('#ref-'))
  expect(brief.references.length).toBe(new Set(cited.map(({ href }) => href)).size)
})

test('the seed’s own words are never changed, but for quotation marks that a sentence left behind', async () => {
  const long = `China and Belarus agreed on much. "The trade of Belarus with China grew by 20 percent in 2021 and will grow again next year. The firms of Minsk sold China 40 new machines in the same busy year"[^1].\n\n[^1]: Note. - 2021.\n`
  const points = (await compose(long, { ...everything, parts: ['keyPoints'] })).keyPoints.map(({ inlines }) =>
    show(inlines),
  )
  for (const point of points) {
    const words = point.replace(/ \[[^\]]*\]/g, '').replace(/^"|"$/g, '')
    expect(long.replace(/\[\^1\]/g, '')).toContain(words.replace(/"$/, ''))
  }
  expect(points.some(point => /^"The trade.*next year\." \[1\]$/.test(point))).toBe(true)
})

describe('a key point stands alone', () => {
  test.each([
    ['Trade between Belarus and China grew by 12 percent in 2021.', true],
    ['This suggests that Belarus and China will trade more in 2022.', false],
    ['In addition, Belarus and China will trade more in 2022 than before.', false],
    ['The parties agreed to meet again in Minsk before the year is over.', false],
    ['Belarus and China met in May, and the parties agreed to meet again.', true],
    ['In 2021 the turnover grew by 12 percent and reached a new record.', false],
    ['According to its results, Belarus and China will support 35 projects.', false],
    ['"Belarus and China will support 35 projects in the coming two years.', false],
    ['China bought more.', false],
  ])('%s %s', (sentence, expected) => {
    expect(standsAlone(sentence, themeNames(themeOf('china', ['China', 'Chinese']), []))).toBe(expected)
  })
})

test('figures of one sentence and one note stand in one row, with its words once', async () => {
  const { figures } = await compose(
    'China bought 12,000 tons of timber in 2021,[^1] and 300 tons of honey.[^2] In 2022 China opened 40 shops and 12 schools.\n\n' +
      '[^1]: A note.\n\n[^2]: Another.\n',
  )
  const rows = figures.map(row => ({
    values: row.figures.map(({ valueText }) => valueText),
    marked: row.excerpt.words.flatMap(({ text, figure }) => (figure === undefined ? [] : [text])),
    words: row.excerpt.words.map(({ text }) => text).join(''),
    notes: row.cites.map(({ note }) => note),
  }))
  const [first, second] = [
    'China bought 12,000 tons of timber in 2021, and 300 tons of honey.',
    'In 2022 China opened 40 shops and 12 schools.',
  ]
  expect(rows).toEqual([
    { values: ['12,000 tons'], marked: ['12,000 tons'], words: first, notes: ['1'] },
    { values: ['300 tons'], marked: ['300 tons'], words: first, notes: ['2'] },
    { values: ['40 shops', '12 schools'], marked: ['40 shops', '12 schools'], words: second, notes: [] },
  ])
  for (const { figures: own, excerpt } of figures)
    expect(excerpt.words.flatMap(({ figure }) => figure ?? [])).toEqual(own.map(({ id }) => id))
})

describe('the evidence annex', () => {
  const annexed = { ...everything, parts: [...everything.parts, 'annex' as const] }

  test('has a row for each sentence shown, in the order of the source, with place and notes', async () => {
    const { annex, sections, references } = await compose(text, annexed)
    const lines = annex.map(({ source }) => source.startLine)
    expect(lines).toEqual(lines.toSorted((left, right) => left - right))
    expect(new Set(annex.map(({ statement }) => statement)).size).toBe(annex.length)
    expect(annex[0]?.statement).toBe(sections[0]?.passages[0]?.statements[0]?.id)
    const timber = annex.find(({ opening }) => opening.startsWith('China bought'))
    expect(timber).toMatchObject({
      opening: 'China bought 12,000 tons of timber from Belarus in',
      source: { lines: '3', href: '../../sources/seed.html#p1.1' },
      notes: [{ note: '2', status: 'resolved', references: [{ number: expect.any(Number) }] }],
    })
    expect(references.find(({ id }) => id === timber?.notes[0]?.references[0]?.id)?.notes).toEqual(['2'])
    expect(annex.find(({ opening }) => opening.startsWith('A contract'))?.notes).toMatchObject([
      { note: '9', status: 'missing', references: [] },
    ])
    expect(annex.find(({ opening }) => opening.startsWith('Prices'))?.notes).toEqual([])
    const long = annex.find(({ opening }) => opening.startsWith('Chinese buyers'))
    expect(long?.opening).toMatch(/^Chinese buyers .{20,37}\w$/)
    const shown = sections.flatMap(({ passages }) => passages.flatMap(({ statements }) => statements))
    expect(annex.map(({ statement }) => statement)).toEqual(expect.arrayContaining(shown.map(({ id }) => id)))
  })

  test('is empty where it is not asked for', () => {
    expect(brief.annex).toEqual([])
  })
})
