import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Manifest } from '../../pipeline/contract/manifest.ts'
import type { ThemeData } from '../../pipeline/contract/theme-data.ts'
import { type Cell, writeCsv } from '../../pipeline/render-output/data/write-csv.ts'
import { createProject, type TestProject } from '../project.ts'

const schema = JSON.parse(
  readFileSync(path.join(import.meta.dirname, '../../docs/schema/theme-data.schema.json'), 'utf8'),
)

/** The rows of a CSV by RFC 4180, read by rules of their own. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at < text.length) {
    let cell = ''
    if (text[at] === '"') {
      for (at += 1; text[at] !== '"' || text[at + 1] === '"'; at += 1) {
        if (text[at] === '"') at += 1
        cell += text[at]
      }
      at += 1
    } else while (at < text.length && text[at] !== ',' && !text.startsWith('\r\n', at)) cell += text[at++]
    rows.at(-1)?.push(cell)
    if (text[at] === ',') at += 1
    else {
      at += 2
      if (at < text.length) rows.push([])
    }
  }
  return rows
}

let project: TestProject
beforeAll(async () => {
  project = createProject()
  project.write(
    'briefwright.yml',
    'title: Herds\nthemes:\n  herds:\n    title: Herds\n    terms: [herd, herds]\naudiences:\n  executive:\n',
  )
  project.write(
    'seeds/herds.md',
    [
      '# Herds of the plain',
      '',
      'The herd of Upton grew by 12.5% to 3,400 cows in January-March 2020.[^1] The herds cost "$1.2 million, and more".[^2]',
      'In May 2021 the herd councils of Upton and Lowton signed a memorandum of cooperation.',
      '',
      'The herds lost $4.5.6 million. "A herd is never sold in spring, whatever the price may be", said the herdsman Tom Birk.',
      '',
      '[^1]: Dale, R. Cows / R. Dale. - Upton: Byre Press, 2021. - P. 9.',
      '',
    ].join('\n'),
  )
  expect((await project.run('build', '--format', 'html')).exitCode).toBe(0)
})
afterAll(() => project.remove())
const data = (): ThemeData => JSON.parse(project.read('out/data/herds.json'))

describe('the data of a theme', () => {
  test('is as its schema says, which describes every field', () => {
    const validate = new Ajv2020({
      strict: true,
      allowUnionTypes: true,
      formats: { date: /^\d{4}-\d\d-\d\d$/ },
    }).compile(schema)
    validate(data())
    expect(validate.errors).toBeNull()
    const undescribed = Object.values<{ properties: object }>({ ...schema.$defs, root: schema }).flatMap(
      ({ properties }) => Object.entries(properties).flatMap(([name, field]) => (field.description ? [] : [name])),
    )
    expect(undescribed).toEqual([])
    expect(validate({ ...data(), figures: [{ ...data().figures[0], unit: 7 }] })).toBe(false)
  })

  test('holds figures with their period, place and work', () => {
    expect(data().figures.find(({ unit }) => unit === '%')).toMatchObject({
      kind: 'figure',
      theme: 'herds',
      value: 12.5,
      valueText: '12.5%',
      measure: 'growth',
      period: '2020-01/2020-03',
      periodStart: '2020-01-01',
      periodEnd: '2020-03-31',
      sentence: 'The herd of Upton grew by 12.5% to 3,400 cows in January-March 2020.',
      sentenceId: 'herds-p1.1',
      startLine: 3,
      placeUnit: 'lines',
      page: null,
      href: '../sources/herds.html#p1.1',
      note: '1',
      noteStatus: 'resolved',
      works: [{ id: expect.any(String), locator: '9', reference: expect.stringContaining('Byre Press') }],
    })
  })

  test('says what is lost, malformed or without a note', () => {
    const { figures, quotations } = data()
    expect(figures.find(({ valueText }) => valueText === '$1.2 million')).toMatchObject({
      noteStatus: 'missing',
      works: [],
    })
    expect(figures.find(({ wellFormed }) => !wellFormed)).toMatchObject({ value: null, noteStatus: 'none', note: null })
    expect(quotations.map(({ speaker }) => speaker)).toContain('Tom Birk')
  })

  test('stands in the CSV under the same names, behind a byte order mark', () => {
    const text = project.read('out/data/herds.csv')
    expect(text.startsWith('\uFEFFid,kind,theme,value,')).toBe(true)
    const [head = [], ...rows] = readCsv(text.slice(1))
    expect(rows.every(row => row.length === head.length)).toBe(true)
    const { figures, events } = data()
    const fields = new Set([
      ...Object.keys(figures[0] ?? {}),
      ...Object.keys(events[0] ?? {}),
      'locators',
      'references',
    ])
    expect(new Set(head)).toEqual(fields)
    const record = rows.map(row => Object.fromEntries(head.map((name, index) => [name, row[index]])))
    expect(record.map(({ id }) => id)).toEqual([...figures, ...events].map(({ id }) => id))
    expect(record[0]).toMatchObject({ value: '12.5', note: '1', periodEnd: '2020-03-31' })
    expect(record.at(-1)).toMatchObject({ kind: 'agreement', value: '', parties: events.at(-1)?.parties.join('; ') })
  })

  test('is on the portal and in the manifest', () => {
    const { outputs }: Manifest = JSON.parse(project.read('out/manifest.json'))
    const names = ['data/herds.csv', 'data/herds.json']
    expect(outputs.map(output => output.path)).toEqual(expect.arrayContaining(names))
    for (const name of names) expect(project.read('out/index.html')).toContain(`href="${name}"`)
  })
})

describe('a CSV', () => {
  test('runs no formula: words that begin like one have an apostrophe, numbers have none', () => {
    const cells = ['=1+1', '+7', '-5%', '@A1', '\t=1', -5, 'a=1', true, null]
    expect(writeCsv(['a'], [cells])).toBe("\uFEFFa\r\n'=1+1,'+7,'-5%,'@A1,'\t=1,-5,a=1,true,\r\n")
  })

  test('gives back any words, whatever marks and line ends they hold', () => {
    const cell = fc.oneof(fc.string({ unit: 'binary' }), fc.double({ noNaN: true }), fc.boolean(), fc.constant(null))
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 })), rows => {
        const read = readCsv(writeCsv(['a', 'b'], rows as Cell[][]).slice(1))
        const plain = (text: string) => text.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '')
        expect(read.slice(1).map(row => row.map(plain))).toEqual(
          rows.map(row => row.map(value => plain(value === null ? '' : String(value)))),
        )
      }),
    )
  })
})
