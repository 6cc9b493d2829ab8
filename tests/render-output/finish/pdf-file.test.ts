/** Files are read object by object and written anew: what is not changed stays byte for byte. */
import { describe, expect, test } from 'vitest'
import { openPdf, type PdfFile } from '../../../pipeline/render-output/finish/pdf-file.ts'
import {
  isDictionary,
  parseValue,
  printText,
  printValue,
  readBytes,
  readText,
} from '../../../pipeline/render-output/finish/values.ts'
import { unpackPdf } from '../../unpack-pdf.ts'
import { makePdf, makeStream } from './small-pdf.ts'

const objects = ['<</Title (a)>>', makeStream('q Q'), '<</Type /Catalog>>']
const open = (bytes = makePdf(objects)): PdfFile => {
  const file = openPdf(bytes)
  if (!file) throw new Error('The file was not understood')
  return file
}

describe('values', () => {
  test.each([
    '<</A /B\n/C [1 -2.5 .3 3 0 R]>>',
    '<</Text (a \\) b (c) \\\\)\n/Hex <48 65>\n/On true\n/None null>>',
    '[<</K [3 <</Obj 9 0 R>>]>> 12 0 R 5]',
    '<</Name /A#20B\n/Empty []\n/Nothing <<>>>>',
  ])('%s is printed as it was read', text => {
    const { value } = parseValue(text)
    expect(printValue(parseValue(printValue(value)).value)).toBe(printValue(value))
    expect(printValue(value).replaceAll(/\s+/g, ' ')).toBe(text.replaceAll(/\s+/g, ' '))
  })

  test('comments and any white space part tokens', () => {
    const { value } = parseValue('<< %a >> comment (\n/A\t(x)%y\r/B[ 1 0 R/C]>>')
    expect(printValue(value)).toBe('<</A (x)\n/B [1 0 R /C]>>')
  })

  test.each(['', '[1 2', '<</A', '<</A 1 /B>>', '<<(a) 1>>'])('%j is no value', text => {
    expect(() => parseValue(text)).toThrow(SyntaxError)
  })

  test.each(['plain', 'a (b) \\ c', 'Фонд №5', '中国 💡', ''])('the text %j comes back', text => {
    expect(readText(printText(text))).toBe(text)
  })

  test('escapes of strings are read', () => {
    expect(readBytes('(\\101\\n\\(\\x\\\nB)')).toBe('A\n(xB')
    expect(readBytes('<48 6 9 7>')).toBe('Hip')
  })
})

describe('a file', () => {
  test('that is not changed is written with the same objects, streams byte for byte', async () => {
    const again = open(unpackPdf(await open().write({ to: 3 }, { to: 1 })))
    expect([1, 2, 3].map(number => printValue(again.read(number) ?? ''))).toEqual(
      [1, 2, 3].map(number => printValue(open().read(number) ?? '')),
    )
    expect(again.data(2).toString()).toBe('q Q')
  })

  test('of many small objects takes little room, and each is found again', async () => {
    const many = Array.from({ length: 901 }, (_, index) => `<</S /P\n/P ${index} 0 R\n/T (endstream ${index})>>`)
    const bytes = makePdf([...objects, ...many])
    const written = await open(bytes).write({ to: 3 }, { to: 1 })
    expect(written.length).toBeLessThan(bytes.length / 5)
    const again = open(unpackPdf(written))
    const titles = Array.from({ length: 901 }, (_, index) => again.dictionary(index + 4).get('T'))
    expect(titles).toEqual(Array.from({ length: 901 }, (_, index) => `(endstream ${index})`))
    expect(written.equals(await open(bytes).write({ to: 3 }, { to: 1 }))).toBe(true)
  })

  test('takes changes of entries and streams, and new objects', async () => {
    const file = open()
    file.edit(1).set('Title', '(b)')
    file.replaceData(2, Buffer.from('BT ET'))
    const added = file.add(file.dictionary(3), Buffer.from('data'))
    const again = open(unpackPdf(await file.write({ to: 3 }, { to: 1 })))
    expect(again.dictionary(1).get('Title')).toBe('(b)')
    expect(again.data(2).toString()).toBe('BT ET')
    expect(again.data(added.to).toString()).toBe('data')
    expect(isDictionary(again.read(9))).toBe(false)
  })

  test.each([
    ['is encrypted', makePdf(objects, '\n/Encrypt 2 0 R')],
    ['has been changed before', makePdf(objects, '\n/Prev 12')],
    [
      'has a table that leads elsewhere',
      Buffer.from(makePdf(objects).toString('latin1').replace('%PDF-1.4', '%PDF-1.40')),
    ],
    ['breaks off', makePdf(objects).subarray(0, -30)],
    ['has its table in a stream', Buffer.from('%PDF-1.7\n1 0 obj\n<</Type /XRef>>\nendobj\nstartxref\n9\n%%EOF')],
    ['is none', Buffer.from('no PDF')],
  ])('that %s is not understood', (_what, bytes) => {
    expect(openPdf(bytes)).toBeUndefined()
  })
})
