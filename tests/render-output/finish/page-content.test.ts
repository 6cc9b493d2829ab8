/** Content streams are taken apart at their marks and nowhere else, whatever stands in strings and images. */
import { describe, expect, test } from 'vitest'
import { OperatorReader } from '../../../pipeline/render-output/finish/operators.ts'
import { readContent } from '../../../pipeline/render-output/finish/page-content.ts'

function operators(text: string): string[] {
  const reader = new OperatorReader(text)
  const names: string[] = []
  while (reader.next()) names.push(reader.name)
  return names
}

describe('operators', () => {
  test.each([
    ['strings', '(EMC (BT) \\) Q) Tj <424D43> Tj [(a) -3 <62>] TJ', ['Tj', 'Tj', 'TJ']],
    ['dictionaries', '/P <</MCID 3 /E (BT) /T true>>BDC 1 0 0 1 .5 -2 cm EMC', ['BDC', 'cm', 'EMC']],
    ['quotation marks', '(a) \' 1 2 (b) "', ["'", '"']],
    ['images', 'BI /W 1 /H 1 /F [/A85] ID \x00EMC EI\x01 BT xEI \nEI Q', ['BI', 'Q']],
    ['comments', '% BT (\nf*% ET', ['f*']],
  ])('%s', (_what, text, names) => {
    expect(operators(text)).toEqual(names)
  })
})

/** What is found, as the text it stands in. */
function found(text: string) {
  const { parts, strays } = readContent(text)
  return {
    parts: parts.map(({ id, from, to }) => [id, text.slice(from, to).trim()]),
    strays: strays.map(({ start, end }) => text.slice(start, end)),
  }
}

describe('content', () => {
  test('marked parts are found, and what is painted between them', () => {
    expect(
      found('0 0 5 5 re f /P <</MCID 0 >>BDC BT (a) Tj ET EMC q BT (b) Tj ET Q 1 w /X0 Do /H1 <</MCID 12>> BDC f EMC'),
    ).toEqual({
      parts: [
        [0, 'BT (a) Tj ET'],
        [12, 'f'],
      ],
      strays: ['0 0 5 5 re f', 'BT (b) Tj ET', '/X0 Do'],
    })
  })

  test('marks that follow one another as Skia writes them are found, and text around them is taken alone', () => {
    const marks = '\n/P <</MCID 0 >>BDC\n(a) Tj\nEMC\n/Link <</MCID 1 >>BDC\n0 0 1 1 re\nf\nEMC'
    expect(found(`BT\n(b) Tj${marks}\n(c) Tj\nET`)).toEqual({
      parts: [
        [0, '(a) Tj'],
        [1, '0 0 1 1 re\nf'],
      ],
      strays: ['(b) Tj', '(c) Tj'],
    })
    expect(readContent(marks).parts.map(({ says }) => says)).toEqual([true, false])
  })

  test('what paints nothing is no stray: clips, states, empty text', () => {
    expect(found('q 0 0 9 9 re W* n 1 0 0 RG BT /F1 9 Tf ET Q').strays).toEqual([])
  })

  test('a path is whole from its first step to its painting, its clip with it', () => {
    expect(found('1 w 0 0 m 1 1 l 2 2 l h S').strays).toEqual(['0 0 m 1 1 l 2 2 l h S'])
    expect(found('0 0 m 1 1 l W f').strays).toEqual(['0 0 m 1 1 l W f'])
  })

  test('where a mark stands in a text object, what it shows besides is taken alone', () => {
    expect(found('BT (a) Tj /Span <</MCID 1>> BDC (b) Tj EMC 1 0 Td (c) Tj ET')).toEqual({
      parts: [[1, '(b) Tj']],
      strays: ['(a) Tj', '(c) Tj'],
    })
  })

  test('marks nest; artifacts, and marks without a number, are left as they are', () => {
    expect(found('/P <</MCID 0>> BDC /Span BMC (EMC) Tj EMC f EMC f').parts).toEqual([[0, '/Span BMC (EMC) Tj EMC f']])
    expect(found('/Artifact BMC 0 0 1 1 re f EMC').strays).toEqual([])
    expect(found('/Span BMC BT (a) Tj ET EMC')).toEqual({ parts: [], strays: ['BT (a) Tj ET'] })
    expect(() => found('/P <</MCID 0>> BDC f')).toThrow(SyntaxError)
  })

  test('neighbours are one, and margins are told from the page by what cuts it off', () => {
    const text =
      'q 2 0 0 -2 0 800 cm BT 1 0 0 -1 5 390 Tm (1) Tj ET\nBT (/) Tj ET Q q 0 0 9 9 re W n BT (a) Tj ET Q BT (b) Tj ET'
    expect(readContent(text).strays.map(({ clipped, height }) => [clipped, height])).toEqual([
      [false, 20],
      [true, undefined],
      [false, undefined],
    ])
  })
})
