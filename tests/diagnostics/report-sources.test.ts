import { expect, test } from 'vitest'
import type { CheckedLink } from '../../pipeline/contract/links.ts'
import type { Finding, NoteStates, QualityView, SourceQuality } from '../../pipeline/contract/quality.ts'
import { describeSources, reportSources } from '../../pipeline/diagnostics/report-sources.ts'

const none = { count: 0, ranges: '' }
const notes: NoteStates = {
  cited: { count: 3, ranges: '1–3' },
  resolved: { count: 2, ranges: '1, 2' },
  truncated: none,
  missing: { count: 1, ranges: '3' },
}
const origin = (line: number, seed = 'seeds/a.txt') => ({
  seed,
  position: { start: { line, column: 1 }, end: { line, column: 9 } },
})
const finding = (line: number, more: Partial<Finding> = {}): Finding => ({
  kind: 'uncited',
  note: String(line),
  identifier: String(line),
  origin: origin(line),
  ...more,
})
const sources = (findings: readonly Finding[] = []): SourceQuality => ({
  seeds: [{ seed: 'seeds/a.txt', notes, works: { cited: 2, uncited: 0 } }],
  notes: { cited: 3, resolved: 2, truncated: 0, missing: 1 },
  works: { cited: 2, uncited: 0 },
  completed: 0,
  findings,
})
const quality = {
  statements: 4,
  backed: 1,
  cut: 0,
  lost: 1,
  unsourced: 2,
  share: 25,
  seeds: [],
  findings: [],
  moreFindings: 0,
}
const brief = { id: 'china/press', quality: quality as unknown as QualityView }

test('one seed: its notes with ranges, and a line for each brief', () => {
  expect(reportSources(sources(), [brief])).toBe(`Sources
  seeds/a.txt
    3 notes cited: 2 read, 0 cut off, 1 lost (3)
  2 works cited
Briefs         statements      backed       share     cut off        lost     no note
  china/press           4           1         25%           0           1           2
`)
})

test('without seeds there is nothing to say', () => {
  expect(reportSources({ ...sources(), seeds: [] }, [])).toBe('')
})

test('a finding says what, where, and what it is held against', () => {
  const text = reportSources(
    sources([
      finding(7, { kind: 'lookalike', other: { note: '2', identifier: '2', seed: 'seeds/b.txt', workId: 'w' } }),
      finding(8, { kind: 'otherYear', url: 'https://a.example/2021/05/14', years: { printed: 2022, inUrl: 2021 } }),
    ]),
    [],
  )
  expect(text).toContain(
    '    note 7: the work may be the same as in note 2 of seeds/b.txt\n      at seeds/a.txt:7:1\n    note 8: the address is of another year than the note prints (2021, 2022): https://a.example/2021/05/14\n',
  )
})

test('many findings are counted, and all of them in JSON', () => {
  const many = sources(Array.from({ length: 30 }, (_, index) => finding(index + 1)))
  expect(reportSources(many, [])).toContain('and 10 more; --json lists them all')
  expect(describeSources(many, []).findings).toHaveLength(30)
})

test('links are there only where they were asked', () => {
  const link: CheckedLink = {
    workId: 'w',
    url: 'https://a.example',
    origin: origin(5),
    state: 'dead',
    reason: 'answers 404',
    status: 404,
    cached: false,
  }
  expect(reportSources(sources(), [], [link])).toContain(
    '1 addresses asked: 0 alive, 0 moved, 1 dead, 0 could not be checked',
  )
  expect(describeSources(sources(), [], [link])).toMatchObject({
    links: [{ seed: 'seeds/a.txt', line: 5, status: 404 }],
  })
  expect(describeSources(sources(), [])).not.toHaveProperty('links')
})
