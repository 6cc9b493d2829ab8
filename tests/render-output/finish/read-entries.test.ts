/** Entries of a dictionary are found where they stand, whatever their values hold, and nothing else is taken for one. */
import { expect, test } from 'vitest'
import { EntryReader, endOfReference } from '../../../pipeline/render-output/finish/read-entries.ts'

function entriesOf(text: string): string[] {
  const entries = new EntryReader(text, 0)
  const found: string[] = []
  while (entries.next()) found.push(`${entries.key} ${entries.written}`)
  expect(text.startsWith('>>', entries.end)).toBe(true)
  return found
}

test.each([
  ['<<>> /Not 1', []],
  ['<</A 1\n/B 12 0 R/C(a >> \\) /D)>>/E 1', ['A 1', 'B 12 0 R', 'C (a >> \\) /D)']],
  [
    ' << /Kids [1 0 R <</K [2 (])]>> 3] %/No 1\n /S /P /In <</S <41>>> /N -1.5 >>',
    ['Kids [1 0 R <</K [2 (])]>> 3]', 'S /P', 'In <</S <41>>>', 'N -1.5'],
  ],
])('%s', (text, found) => {
  expect(entriesOf(text)).toEqual(found)
})

test.each(['', '(a)', '<</A', '<</A>>', '<</A [1 2', '<<(a) 1>>', '<</A 1'])('%j is no dictionary', text => {
  expect(() => entriesOf(text)).toThrow(SyntaxError)
})

test.each([
  ['12 0 R', 6],
  ['12\n0\tR]', 6],
  ['12 0 R/K', 6],
  ['12 0 RG', -1],
  ['12 0 ', -1],
  ['(a)', -1],
])('%j is a reference that ends at %d, or none', (text, end) => {
  expect(endOfReference(text, 0)).toBe(end)
})
