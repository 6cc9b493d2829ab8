import { expect, test } from 'vitest'
import { compareEditions } from '../../pipeline/compose-portal/compare-editions.ts'
import type { Manifest } from '../../pipeline/contract/manifest.ts'

const edition = (date: string | null, ...files: readonly (readonly [string, string])[]): Manifest => ({
  generator: 'briefwright',
  title: 'T',
  date,
  inputs: [],
  corrections: [],
  outputs: files.map(([path, sha256]) => ({ path, sha256, bytes: 1 })),
  messages: [],
  changes: { first: true, since: null, entries: [] },
})

test('the first edition has nothing to compare with', () => {
  expect(compareEditions(edition('2023', ['a', '1']), undefined)).toEqual({ first: true, since: null, entries: [] })
})

test('new, changed and removed files are told from those that stayed', () => {
  const before = edition('2022', ['a', '1'], ['b', '1'], ['c', '1'])
  expect(compareEditions(edition('2023', ['a', '1'], ['b', '2'], ['d', '1']), before)).toEqual({
    first: false,
    since: '2022',
    entries: [
      { path: 'b', what: 'changed' },
      { path: 'd', what: 'new' },
      { path: 'c', what: 'removed' },
    ],
  })
})

test('an edition before without a date is still an edition before', () => {
  expect(compareEditions(edition(null, ['a', '2']), edition(null, ['a', '1']))).toEqual({
    first: false,
    since: null,
    entries: [{ path: 'a', what: 'changed' }],
  })
})

test('building the same again keeps what was said before', () => {
  const changes = { first: false, since: '2021', entries: [{ path: 'a', what: 'new' as const }] }
  expect(compareEditions(edition('2023', ['a', '1']), { ...edition('2022', ['a', '1']), changes })).toEqual(changes)
})
