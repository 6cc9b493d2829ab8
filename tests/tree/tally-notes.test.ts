import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CitationStatus } from '../../pipeline/contract/bibliography.ts'
import { sumNotes, tallyNotes } from '../../pipeline/tree/tally-notes.ts'

const of = (note: string, status: CitationStatus, identifier = note) => ({ note, identifier, status })

test('a note counts once, however often it is called', () => {
  expect(tallyNotes([of('1', 'resolved'), of('1', 'resolved'), of('2', 'missing'), of('3', 'missing')])).toEqual({
    cited: { count: 3, ranges: '1–3' },
    resolved: { count: 1, ranges: '1' },
    truncated: { count: 0, ranges: '' },
    missing: { count: 2, ranges: '2, 3' },
  })
})

test.each<[readonly CitationStatus[], CitationStatus]>([
  [['resolved', 'resolved'], 'resolved'],
  [['resolved', 'truncated'], 'truncated'],
  [['resolved', 'missing'], 'truncated'],
  [['missing', 'missing'], 'missing'],
])('a note whose works are %j is %s', (statuses, expected) => {
  expect(tallyNotes(statuses.map(status => of('1', status)))[expected].count).toBe(1)
})

test('numbers that restart are notes of their own', () => {
  const { cited } = tallyNotes([of('1', 'resolved', 'c1-1'), of('1', 'resolved', 'c2-1')])
  expect(cited).toEqual({ count: 2, ranges: '1' })
})

test('every note has one state', () => {
  const status = fc.constantFrom<CitationStatus>('resolved', 'truncated', 'missing')
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.nat(9), status)), pairs => {
      const tally = tallyNotes(pairs.map(([note, state]) => of(String(note), state)))
      const { cited, resolved, truncated, missing } = sumNotes([tally])
      expect(resolved + truncated + missing).toBe(cited)
      expect(cited).toBe(new Set(pairs.map(([note]) => note)).size)
    }),
  )
})
