import { describe, expect, it } from 'vitest'
import { listLabelled, measureStatements } from './labelled-statements.ts'

/** Recall and precision reached, in hundredths; a kind without a line is right throughout. */
type Floors = Readonly<Record<string, readonly [number, number]>>

const seed = ['statements/seed']
const tuned = listLabelled('statements').filter(name => !seed.includes(name))
const unseen = listLabelled('unseen')

describe.each<[string, readonly string[], Floors]>([
  ['a whole seed', seed, { events: [96, 100], 'event parties': [87, 100] }],
  ['documents of other fields', tuned, {}],
  [
    'documents first read when the rules stood',
    unseen,
    {
      agreements: [100, 97],
      'agreement parties': [98, 100],
      'event parties': [94, 94],
      quotations: [97, 100],
      speakers: [92, 100],
    },
  ],
])('%s', (_, names, floors) => {
  const { counts, faults } = measureStatements(names)

  it.each(Object.entries(counts))('%s', (kind, { hits, labelled, found }) => {
    const [recall, precision] = floors[kind] ?? [100, 100]
    const hint = faults.filter(fault => fault.includes(` ${kind}: `)).join('\n')
    expect(labelled === 0 ? 100 : (100 * hits) / labelled, hint).toBeGreaterThanOrEqual(recall)
    expect(found === 0 ? 100 : (100 * hits) / found, hint).toBeGreaterThanOrEqual(precision)
  })
})
