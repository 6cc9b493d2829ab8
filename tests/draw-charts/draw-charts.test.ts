import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import { readCharts } from '../../pipeline/config-charts.ts'
import type { Brief } from '../../pipeline/contract/brief.ts'
import type { Chart, ChartRow, ChartView, DrawnFigure } from '../../pipeline/contract/chart.ts'
import { estimateWidth } from '../../pipeline/draw-charts/estimate-width.ts'
import { drawCharts } from '../../pipeline/draw-charts/index.ts'
import { openDrawer } from '../../pipeline/draw-charts/open-drawer.ts'
import { fillTemplates } from '../../pipeline/fill-templates/index.ts'
import { configWith } from '../documents.ts'
import { makeConfig } from '../fill-templates/material.ts'

const root = path.join(import.meta.dirname, '../..')
const charts = await readCharts(root, path.join(root, 'templates'))
const brief = JSON.parse(readFileSync(path.join(root, 'tests/fixtures/briefs/analyst.json'), 'utf8')) as Brief

const drawnFigure = (id: string, valueText: string): DrawnFigure => ({
  id,
  valueText,
  wellFormed: true,
  statement: { id: 'harbours-p1.1' },
})

const row = (category: string, label: string, value: number | null, year = 2021): ChartRow => ({
  id: `${category}-${label}`,
  category,
  label,
  figure: drawnFigure(`${category}-${label}`, label),
  value,
  start: `${year}-01-01`,
  end: `${year}-12-31`,
  periodText: String(year),
  excerpt: {
    words: [{ text: `${category} sold ` }, { text: label, figure: `${category}-${label}` }, { text: '.' }],
    cutBefore: false,
    cutAfter: false,
    quoteBefore: false,
    quoteAfter: false,
  },
  statement: { id: 'harbours-p1.1' },
  source: {
    seedId: 'harbours',
    seedTitle: 'Harbours',
    seedPath: 'seeds/harbours.md',
    href: '../../sources/harbours.html#harbours-p1',
    unit: 'lines',
    lines: '1',
    startLine: 1,
    endLine: 1,
    section: 'Harbours',
  },
  cites: [],
})

const viewOf = (chart: Chart, rows: readonly ChartRow[]): ChartView => ({
  id: `chart-${chart.name}`,
  name: chart.name,
  title: 'Cargo',
  alt: 'Cargo',
  by: chart.by,
  periodText: chart.by === 'members' ? '2021' : null,
  rows,
  leftOut: [],
  picture: null,
})

const drawer = openDrawer({ charts })
afterAll(() => drawer.close())

async function draw(chart: Chart, rows: readonly ChartRow[]) {
  const drawn = await drawCharts(
    [{ ...brief, charts: [viewOf(chart, rows)] }],
    { ...configWith(), charts: [chart] },
    drawer,
  )
  const picture = drawn.value[0]?.charts[0]?.picture
  if (!picture) throw new Error('nothing was drawn')
  return picture
}

const chartNamed = (name: string) => {
  const chart = charts.find(each => each.name === name)
  if (!chart) throw new Error(`no chart ${name}`)
  return chart
}
const rows = [row('Alfa', 'more than 7,000 tons', 7000, 2020), row('Brava <b> & "C"', '5,000 tons', 5000)]

describe('the charts of this project', () => {
  test.each(charts.map(chart => [chart.name, chart] as const))('%s is drawn the same twice', async (_, chart) => {
    const picture = await draw(chart, rows)
    expect(await draw(chart, rows)).toEqual(picture)
    expect(picture.viewBox).toMatch(/^0 0 [\d.]+ [\d.]+$/)
    expect(picture.width).toMatch(/^[\d.]+rem$/)
    expect(picture.body).toContain('var(--')
    expect(picture.body).not.toMatch(/<style|<script|href|class=|aria-|role=|NaN|undefined|\d\.\d{3}/)
  })

  test('bars carry their values as printed, and begin at nought', async () => {
    const { body } = await draw(chartNamed('zone-exports'), rows)
    expect(body).toContain('>more than 7,000 tons</text>')
    expect(body).toContain('>Brava &lt;b&gt; &amp; "C"</text>')
    expect([...body.matchAll(/h([\d.]+)v16/g)].map(match => Number(match[1]))).toEqual([175, 125])
  })

  test('nothing is clipped, however long a value is', async () => {
    const long = 'more than one and a half thousand million Belarusian rubles and more'
    const { viewBox } = await draw(chartNamed('zone-exports'), [row('Alfa', long, 5), row('Brava', '4', 4)])
    expect(Number(viewBox.split(' ')[2])).toBeGreaterThan(175 + estimateWidth({ fontSize: 14 }, long))
  })

  test('a timeline has a dot for each paper', async () => {
    const years = [1990, 2007, 2007, 2022]
    const { body } = await draw(
      chartNamed('agreements'),
      years.map((year, index) => row(`paper ${index}`, String(year), null, year)),
    )
    expect(body.match(/<path transform="[^"]*" d="M[^"]*A/g)).toHaveLength(4)
    expect([...body.matchAll(/>(\d{4})<\/text>/g)].map(match => match[1]).sort()).toEqual(['1990', '2007', '2022'])
  })
})

describe('a specification that cannot be drawn names its file', () => {
  const broken = (spec: Chart['spec']) => draw({ ...chartNamed('zone-exports'), spec }, rows)
  test.each([
    ['an unknown mark', { mark: 'blob', encoding: { x: { field: 'value', type: 'quantitative' } } }],
    ['an unknown type', { mark: 'bar', encoding: { x: { field: 'value', type: 'quantitive' } } }],
    ['a broken expression', { mark: 'bar', transform: [{ filter: 'datum.' }], encoding: {} }],
    ['an image', { mark: { type: 'image', url: 'https://example.org/a.png', width: 9, height: 9 }, encoding: {} }],
    [
      'a link',
      {
        mark: 'bar',
        encoding: { x: { field: 'value', type: 'quantitative' }, href: { value: 'https://example.org' } },
      },
    ],
    [
      'data from elsewhere',
      {
        mark: 'bar',
        transform: [
          { lookup: 'category', from: { data: { url: 'https://example.org/a.json' }, key: 'a', fields: ['b'] } },
        ],
        encoding: { x: { field: 'value', type: 'quantitative' } },
      },
    ],
  ])('%s', async (_, spec) => {
    await expect(broken(spec)).rejects.toMatchObject({
      code: 'template-broken',
      place: 'templates/charts/zone-exports.yml',
    })
  })
})

describe('on the page', () => {
  async function fill(...views: readonly ChartView[]) {
    const drawn = await drawCharts([{ ...brief, charts: views }], { ...configWith(), charts }, drawer)
    const filled = drawn.value[0]
    if (!filled) throw new Error('no brief')
    const [page] = fillTemplates([{ kind: 'brief', brief: filled, formats: ['html'] }], makeConfig()).value
    return page?.html ?? ''
  }

  test('a picture is named by all its values, and no identifier is there twice', async () => {
    const html = await fill(
      viewOf(chartNamed('zone-exports'), rows),
      viewOf(chartNamed('zone-jobs'), rows),
      viewOf(chartNamed('agreements'), rows),
    )
    const label = /<svg class="picture"[^>]* aria-label="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(label).toBe(
      'Bar chart. Cargo, 2021: Alfa, more than 7,000 tons; Brava &lt;b&gt; &amp; &quot;C&quot;, 5,000 tons.',
    )
    const ids = [...html.matchAll(/\sid="([^"]+)"/g)].map(match => match[1])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
  })

  test('a chart that is refused says so, and names the figures with the reason', async () => {
    const refused: ChartView = {
      ...viewOf(chartNamed('zone-exports'), []),
      leftOut: [
        {
          id: 'x',
          category: 'Alfa',
          periodText: '2021',
          figure: drawnFigure('x', '7,000 tons'),
          reason: 'otherPeriod',
          own: '2021',
          drawn: '2022',
          source: row('Alfa', '', 1).source,
        },
      ],
    }
    const html = await fill(refused)
    expect(html).toContain('No chart is drawn')
    expect(html.replace(/<[^>]*>/g, '')).toContain('Alfa: 7,000 tons – 2021, where the chart shows 2022')
    expect(html).not.toContain('<svg class="picture"')
  })

  test('words of a seed are words in a picture, whatever they hold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 40 }), async words => {
        const { body } = await draw(chartNamed('zone-exports'), [row(`a${words}`, `b${words}`, 2), row('z', '1', 1)])
        const tags = [...body.matchAll(/<(\/?)([a-zA-Z]+)[^>]*>/g)].map(match => match[2])
        expect(tags.filter(tag => !['g', 'path', 'text'].includes(tag ?? ''))).toEqual([])
        expect(tags.filter(tag => tag === 'text')).toHaveLength(8)
      }),
      { numRuns: 30 },
    )
  })
})
