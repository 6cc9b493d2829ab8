/** Dates and structure ids of a PDF are overwritten in place: nothing else changes, and nothing moves. */
import { expect, test } from 'vitest'
import { finishPdf } from '../../pipeline/render-output/finish-pdf.ts'

const pdf = (text: string) => Buffer.from(text, 'latin1')
const finished = async (text: string, date: string | null = '2023-02-14') => {
  const { bytes, pages } = await finishPdf(pdf(text), date)
  return { text: Buffer.from(bytes).toString('latin1'), pages }
}

test.each([
  ['2023-02-14', '20230214000000'],
  ['2023-02', '20230201000000'],
  ['2023', '20230101000000'],
  [null, '19700101000000'],
])('the dates are set to %s', async (date, expected) => {
  const { text } = await finished("/CreationDate (D:20260112203456+00'00')\n/ModDate (D:20260112203457+00'00')", date)
  expect(text).toBe(`/CreationDate (D:${expected}+00'00')\n/ModDate (D:${expected}+00'00')`)
})

test.each([
  ['(node00000012) (node00000009) (node00000012)', '(node00000001) (node00000000) (node00000001)'],
  ['(node00000000)', '(node00000000)'],
  [String.raw`/Title (a \(node00000012\) b)`, String.raw`/Title (a \(node00000012\) b)`],
  ['no ids', 'no ids'],
])('the ids in %j keep their order and length', async (before, after) => {
  expect((await finished(before)).text).toBe(after)
})

test('bytes that are no text are left alone, and the input too', async () => {
  const input = Uint8Array.from({ length: 256 }, (_, index) => index)
  const { bytes } = await finishPdf(input, '2023-01-01')
  expect([...bytes]).toEqual([...input])
  expect(bytes).not.toBe(input)
})

test('pages are counted, the page tree is not', async () => {
  expect((await finished('/Type /Pages\n/Count 2\n/Type /Page\n/Type /Page\n/Type/Page>>')).pages).toBe(3)
})
