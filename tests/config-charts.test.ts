import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readCharts } from '../pipeline/config-charts.ts'

function readFrom(files: Readonly<Record<string, string>>) {
  const root = mkdtempSync(path.join(tmpdir(), 'briefwright-charts-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  mkdirSync(path.join(root, 'templates', 'charts'), { recursive: true })
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(root, 'templates', 'charts', name), text)
  return readCharts(root, path.join(root, 'templates'))
}

const harvest = `title: { en: Harvest, ru: Урожай }
themes: [vineyards]
by: members
figures:
  unit: t
  subject: [harvest]
spec: { mark: bar }
`

test('a chart is a file, filled with defaults', async () => {
  expect(await readFrom({ 'harvest.yml': harvest, 'notes.txt': 'no chart' })).toEqual([
    {
      name: 'harvest',
      file: 'templates/charts/harvest.yml',
      title: { en: 'Harvest', ru: 'Урожай' },
      alt: null,
      themes: ['vineyards'],
      by: 'members',
      figures: { unit: ['t'], measure: 'level', subject: ['harvest'], sentence: [], without: [] },
      fewest: 2,
      spec: { mark: 'bar' },
    },
  ])
})

test('a project may have no charts', async () => {
  expect(await readCharts('/nowhere', '/nowhere/templates')).toEqual([])
})

test.each([
  ['an unknown setting', harvest.replace('themes:', 'theme:'), '2:8', 'There is no setting named theme'],
  ['a wrong kind', harvest.replace('members', 'people'), '3:5', 'by must be members, periods or agreements'],
  ['no kind', harvest.replace('by: members\n', ''), '1:1', 'by is missing'],
  ['no words', harvest.replace('[harvest]', '[]'), '6:12', 'figures.subject must name at least one word'],
  ['no unit', harvest.replace('  unit: t\n', ''), '5:3', 'figures.unit is missing'],
  ['too few rows', `${harvest}fewest: 1\n`, '8:9', 'fewest must be at least 2'],
  ['no specification', harvest.replace(/spec: .*/u, ''), '1:1', 'spec is missing'],
  ['figures of agreements', harvest.replace('members', 'agreements'), '5:3', 'There is no setting named figures'],
])('%s is an error with its place', async (_, text, place, reason) => {
  await expect(readFrom({ 'harvest.yml': text })).rejects.toMatchObject({
    code: 'config-invalid',
    place: `templates/charts/harvest.yml:${place}`,
    message: reason,
    remedy: 'See docs/charts.md for every setting.',
  })
})

test('a file whose name can be no anchor is refused', async () => {
  await expect(readFrom({ 'My Harvest.yml': harvest })).rejects.toMatchObject({
    place: 'templates/charts/My Harvest.yml',
  })
})
