import fc from 'fast-check'
import { expect, test } from 'vitest'
import { measureAssociation } from '../../pipeline/suggest-themes/measure-association.ts'

test('the example of Dunning (1993): "the swiss" in his newspaper text', () => {
  // Contingency table of the paper's best pair: 110 together, 2442 and 111 apart, 29114 neither.
  const ratio = measureAssociation({ both: 110, one: 110 + 2442, other: 110 + 111, all: 110 + 2442 + 111 + 29114 })
  expect(ratio).toBeCloseTo(270.72, 1)
})

test('is nothing where chance alone puts two together, and negative where they avoid each other', () => {
  expect(measureAssociation({ both: 5, one: 50, other: 10, all: 100 })).toBeCloseTo(0)
  expect(measureAssociation({ both: 0, one: 50, other: 10, all: 100 })).toBeLessThan(-6)
})

test('grows with what two have in common', () => {
  const counts = fc.record({ other: fc.integer({ min: 3, max: 50 }), one: fc.integer({ min: 3, max: 50 }) })
  fc.assert(
    fc.property(counts, ({ one, other }) => {
      const measure = (both: number) => measureAssociation({ both, one, other, all: 1000 })
      const most = Math.min(one, other)
      expect(measure(most)).toBeGreaterThan(measure(most - 1))
    }),
  )
})
