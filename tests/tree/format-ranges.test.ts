import { expect, it } from 'vitest'
import { formatRanges } from '../../pipeline/tree/format-ranges.ts'

it.each([
  [[25, 26, 27, 28, 29, 30, 44], '25–30, 44'],
  [['3', '1', '2', '2'], '1–3'],
  [['7', '8'], '7, 8'],
  [['a', '5', '*'], '5, a, *'],
  [[], ''],
])('writes %j as %s', (labels, text) => {
  expect(formatRanges(labels)).toBe(text)
})
