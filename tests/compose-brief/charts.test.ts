import { describe, expect, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { plotTheme } from '../../pipeline/compose-brief/charts/plot-theme.ts'
import { kindOfPeriod, spanPeriod } from '../../pipeline/compose-brief/charts/span-period.ts'
import { createLibrary } from '../../pipeline/compose-brief/library.ts'
import { gatherTheme } from '../../pipeline/compose-brief/theme-material.ts'
import type { Chart } from '../../pipeline/contract/chart.ts'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { selectPassages } from '../../pipeline/select-passages/index.ts'
import { configWith, seedOf, themeOf } from '../documents.ts'

const ports = themeOf('ports', ['port', 'ports', 'harbour'], {
  members: [
    { name: 'Alfa', spellings: ['Port Alfa', 'Port of Alfa'] },
    { name: 'Brava', spellings: ['Port Brava', 'Port of Brava'] },
    { name: 'Corda', spellings: ['Port Corda', 'Port of Corda'] },
  ],
})

const cargo: Chart = {
  name: 'cargo',
  file: 'templates/charts/cargo.yml',
  title: { '*': 'Cargo of {theme}' },
  alt: null,
  themes: [],
  by: 'members',
  figures: { unit: ['t'], measure: 'level', subject: ['cargo'], sentence: [], without: ['the terminal'] },
  fewest: 2,
  spec: {},
}
const overTime: Chart = { ...cargo, name: 'over-time', by: 'periods' }
const papers: Chart = { ...cargo, name: 'papers', by: 'agreements', figures: null, fewest: 2 }

async function plot(text: string, chart: Chart = cargo, date?: string) {
  const config = { ...configWith([ports]), charts: [chart] }
  const seed = seedOf(text)
  const dated = date === undefined ? seed : { ...seed, metadata: { ...seed.metadata, date } }
  const cited = buildBibliography((await parseDocuments([dated], config)).value, config).value
  const passages = selectPassages(cited.documents, config).value
  const evidence = extractEvidence(cited.documents, config).value
  const library = createLibrary(cited.documents, cited.bibliography, evidence.quotations)
  const { value, messages } = plotTheme(ports, gatherTheme(ports, passages, evidence, library), library, config)
  const [first] = value
  const rows =
    first?.of === 'figures'
      ? first.rows.map(({ figure, who }) => `${who}: ${figure.valueText} ${figure.period?.iso}`)
      : []
  const leftOut =
    first?.of === 'figures' ? first.leftOut.map(({ figure, reason }) => `${figure.valueText}: ${reason}`) : []
  return { first, rows, leftOut, messages }
}

describe('a comparison of members', () => {
  test('draws figures of one unit and one period, the greatest first', async () => {
    const { rows, leftOut, messages } = await plot(`Cargo of Port Alfa was 5,000 tons in 2021.

Cargo of the Port of Brava was more than 7,000 tons in 2021.`)
    expect(rows).toEqual(['Brava: 7,000 tons 2021', 'Alfa: 5,000 tons 2021'])
    expect(leftOut).toEqual([])
    expect(messages).toEqual([])
  })

  test('leaves out other periods, and says which', async () => {
    const { rows, leftOut } = await plot(`Cargo of Port Alfa was 5,000 tons in 2021.

Cargo of Port Brava was 7,000 tons in 2021.

Cargo of Port Corda was 6,000 tons in January-June 2021.

Cargo of Port Corda was 9,000 tons in 2020.`)
    expect(rows).toEqual(['Brava: 7,000 tons 2021', 'Alfa: 5,000 tons 2021'])
    expect(leftOut).toEqual(['6,000 tons: otherPeriod', '9,000 tons: otherPeriod'])
  })

  test('is refused with a message and a place where no two figures are alike', async () => {
    const { first, rows, leftOut, messages } = await plot(`Cargo of Port Alfa was 5,000 tons in 2021.

Cargo of Port Brava was 7,000 tons in 2020.

Cargo of Port Corda was 6,000 tons.`)
    expect(first?.rows).toEqual([])
    expect(rows).toEqual([])
    expect(leftOut).toEqual(['5,000 tons: alone', '7,000 tons: alone', '6,000 tons: noPeriod'])
    expect(messages.map(({ ruleId, line, file }) => [ruleId, line, file])).toEqual([
      ['figures-are-comparable', 1, 'seeds/seed.md'],
    ])
  })

  test('draws neither of two figures that differ, and one of two that agree', async () => {
    const { rows, leftOut } = await plot(`Cargo of Port Alfa was 5,000 tons in 2021.

Cargo of Port Brava was 7,000 tons in 2021. Cargo of Port Brava was 7,000 tons in 2021.

Cargo of Port Corda was 6,000 tons in 2021.

Cargo of Port Corda was 6,500 tons in 2021.`)
    expect(rows).toEqual(['Brava: 7,000 tons 2021', 'Alfa: 5,000 tons 2021'])
    expect(leftOut).toEqual(['6,000 tons: conflict', '6,500 tons: conflict'])
  })

  test('does not mix measures, ranks or money with what it asks for', async () => {
    const { rows, leftOut } = await plot(`Cargo of Port Alfa was 5,000 tons in 2021 and grew by 12%.

Cargo of Port Brava was worth $7 million in 2021.`)
    expect(rows).toEqual([])
    expect(leftOut).toEqual(['5,000 tons: alone'])
  })
})

/** Alfa and Brava can be drawn; what is said of Corda is the trap. */
const around = (trap: string) => `Cargo of Port Alfa was 5,000 tons in 2021.

Cargo of Port Brava was 7,000 tons in 2021.

${trap}`

describe('a figure is given to a member', () => {
  test.each([
    ['named in the sentence', 'In 2021, cargo of Port Corda was 900 tons.'],
    ['named once before in the paragraph', 'Let us look at Port Corda. In 2021, its cargo was 900 tons.'],
    ['in quotation marks', 'Cargo of Port "Corda" was 900 tons in 2021.'],
  ])('%s', async (_, trap) => {
    expect((await plot(around(trap))).rows).toContain('Corda: 900 tons 2021')
  })

  test('in a sentence that goes from member to member', async () => {
    const { rows } = await plot(
      'In 2021, cargo of Port Alfa was 5,000 tons, cargo of Port Brava was 7,000 tons, and cargo of Port Corda was 900 tons.',
    )
    expect(rows).toEqual(['Brava: 7,000 tons 2021', 'Alfa: 5,000 tons 2021', 'Corda: 900 tons 2021'])
  })
})

describe('a figure is given to nobody', () => {
  test.each([
    ['that is planned', 'Port Corda planned for 2021: its cargo will be 900 tons.', 'planned'],
    ['that is expected', 'Port Corda expects cargo of 900 tons in 2021.', 'planned'],
    ['that is expected, as is said after it', 'Cargo of 900 tons is expected in Port Corda in 2021.', 'planned'],
    ['of a company', 'Merle LLC brought cargo of 900 tons to Port Corda in 2021.', 'part'],
    ['of a company beside the member', 'In Port Corda, cargo of Merle Shipping was 900 tons in 2021.', 'part'],
    ['of a place beside the member', 'In Port Corda, cargo of the Selva pier was 900 tons in 2021.', 'part'],
    [
      'of a company that the paragraph has turned to',
      'Port Corda is old. Merle LLC came. In 2021, cargo was 900 tons.',
      'noMember',
    ],
    ['after two members', 'Port Corda and Port Alfa grew. In 2021, cargo was 900 tons.', 'noMember'],
    ['in a sentence on two members', 'Port Corda and Port Alfa had cargo of 900 tons in 2021.', 'noMember'],
    ['that is a part', 'In Port Corda cargo rose, of which cargo in bags was 900 tons in 2021.', 'part'],
    ['of no member', 'Cargo of all ports was 900 tons in 2021.', 'noMember'],
  ])('%s', async (_, trap, reason) => {
    const { rows, leftOut } = await plot(around(trap))
    expect(rows).toEqual(['Brava: 7,000 tons 2021', 'Alfa: 5,000 tons 2021'])
    expect(leftOut).toEqual([`900 tons: ${reason}`])
  })

  test('with words that the chart rules out: it is something else', async () => {
    const { rows, leftOut } = await plot(around('In Port Corda, cargo of the terminal was 900 tons in 2021.'))
    expect([rows.length, leftOut]).toEqual([2, []])
  })

  test('after the document was written', async () => {
    const { leftOut } = await plot(around('Cargo of Port Corda is 900 tons in 2030.'), cargo, '2023-02')
    expect(leftOut).toEqual(['900 tons: planned'])
  })
})

describe('a series over time', () => {
  test('draws years of one subject in order, and leaves out other spans and other subjects', async () => {
    const { rows, leftOut } = await plot(
      `Cargo of Port Alfa was 5,000 tons in 2021.

Cargo of Port Alfa was 4,000 tons in 2019.

Cargo of Port Alfa was 2,500 tons in January-June 2022.

Cargo of Port Brava was 9,000 tons in 2020.`,
      overTime,
    )
    expect(rows.map(row => row.replace(/^.*: /u, ''))).toEqual(['4,000 tons 2019', '5,000 tons 2021'])
    expect(leftOut).toEqual(['2,500 tons: otherPeriod', '9,000 tons: otherSubject'])
  })

  test('does not join figures whose subject only the paragraph tells', async () => {
    const { rows } = await plot(
      `The harbour of Alfa is old. In this harbour cargo was 5,000 tons in 2021.

The harbour of Brava is new. In this harbour cargo was 4,000 tons in 2020.`,
      overTime,
    )
    expect(rows).toEqual([])
  })
})

test('a timeline holds papers that were signed, each once, and leaves out planned ones', async () => {
  const { first } = await plot(
    `In March 2021 Port Alfa and Port Brava signed a memorandum of understanding.

The memorandum of understanding was signed by Port Alfa and Port Brava in March 2021.

In May 2022 Port Alfa signed an agreement with Port Corda.

In June 2022 Port Brava agreed to sign a memorandum of cooperation with Port Corda.`,
    papers,
  )
  expect(first?.of === 'agreements' && first.rows.map(({ date }) => date.iso)).toEqual(['2021-03', '2022-05'])
  expect(first?.of === 'agreements' && first.leftOut.map(({ date }) => date?.iso)).toEqual(['2022-06'])
})

test('periods have days and kinds', () => {
  expect(spanPeriod('2024-02')).toEqual({ start: '2024-02-01', end: '2024-02-29' })
  expect(spanPeriod('2021')).toEqual({ start: '2021-01-01', end: '2021-12-31' })
  expect(spanPeriod('2022-01/2022-09')).toEqual({ start: '2022-01-01', end: '2022-09-30' })
  expect(kindOfPeriod('2021-01/2021-06')).toBe(kindOfPeriod('2022-01/2022-06'))
  expect(kindOfPeriod('2021-01/2021-06')).not.toBe(kindOfPeriod('2021-01/2021-09'))
  expect(kindOfPeriod('2021')).not.toBe(kindOfPeriod('2021-04'))
})
