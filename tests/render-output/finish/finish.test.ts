/** A small tagged file goes through the whole pass, and everything that was missing is there. */
import { describe, expect, test } from 'vitest'
import type { PageMetadata } from '../../../pipeline/contract/page.ts'
import { openPdf } from '../../../pipeline/render-output/finish/pdf-file.ts'
import { printValue, readText } from '../../../pipeline/render-output/finish/values.ts'
import { finishPdf } from '../../../pipeline/render-output/finish-pdf.ts'
import { unpackPdf } from '../../unpack-pdf.ts'
import { makePdf, makeStream, makeTaggedPdf } from './small-pdf.ts'

const metadata: PageMetadata = {
  date: '2023',
  author: 'Harbour & office',
  subject: 'Ports <north>',
  keywords: ['quays', 'причалы'],
  source: 'seeds/a.txt',
  attachment: { name: 'data.json', mediaType: 'application/json', description: 'The data', text: '{"ton":"тонна"}\n' },
}
const source = { title: 'Порт (1)', language: 'en', html: '<body><p>x</p></body>', metadata }

async function finish(bytes: Buffer, from: Partial<typeof source> = {}) {
  const finished = await finishPdf(bytes, '2023-02-14', { ...source, ...from })
  const unpacked = unpackPdf(finished.bytes)
  const file = openPdf(unpacked)
  if (!file) throw new Error('The finished file is not understood')
  const text = unpacked.toString('latin1')
  const show = (number: number) => printValue(file.read(number) ?? 'null').replaceAll('\n', ' ')
  return { ...finished, file, text, show, content: file.data(2).toString('latin1') }
}

const document = '<</Type /StructElem\n/S /Document\n/P 5 0 R\n/Lang (en)\n/K [9 0 R]>>'
const element = (type: string, kids: string, more = '') =>
  `<</Type /StructElem\n/S /${type}\n/P 8 0 R\n/Pg 4 0 R\n/K ${kids}${more}>>`
const part = (id: number, content: string) => `/P <</MCID ${id} >>BDC ${content} EMC`

test('margin boxes and backgrounds become artifacts, headers and footers by their place', async () => {
  const content = `0 0 600 800 re f BT 1 0 0 1 9 780 Tm (Head) Tj ET q BT 1 0 0 1 9 20 Tm (1) Tj ET Q q 9 9 9 9 re W n ${part(0, 'BT (a) Tj ET')} 5 5 1 1 re f Q`
  const { content: written } = await finish(makeTaggedPdf(content, [document, element('P', '0')], '[9 0 R]'))
  const margin = (kind: string, edge: string, words: string) =>
    `/Artifact <</Type /Pagination /Subtype /${kind} /Attached [/${edge}]>> BDC\n${words}\nEMC`
  expect(written).toBe(
    [
      '/Artifact BMC\n0 0 600 800 re f\nEMC',
      margin('Header', 'Top', 'BT 1 0 0 1 9 780 Tm (Head) Tj ET'),
      `q ${margin('Footer', 'Bottom', 'BT 1 0 0 1 9 20 Tm (1) Tj ET')} Q q 9 9 9 9 re W n`,
      part(0, 'BT (a) Tj ET'),
      '/Artifact BMC\n5 5 1 1 re f\nEMC Q',
    ].join(' '),
  )
})

test('rules of a block leave the tree, and lines in a picture stay', async () => {
  const { content, show } = await finish(
    makeTaggedPdf(
      `${part(0, '0 0 9 1 re f')} ${part(1, 'BT (a) Tj ET')} ${part(2, '0 0 5 5 re f')}`,
      [document, element('Div', '[0 1 10 0 R]'), element('Figure', '2', '\n/Alt (Bars)')],
      '[9 0 R 9 0 R 10 0 R]',
    ),
  )
  expect(content).toContain('/Artifact BMC 0 0 9 1 re f EMC')
  expect(content).toContain(part(2, '0 0 5 5 re f'))
  expect(show(9)).toContain('/K [1 10 0 R]')
  expect(show(7)).toBe('[null 9 0 R 10 0 R]')
})

test('items of lists get bodies, and their content is the body’s', async () => {
  const { show } = await finish(
    makeTaggedPdf(
      [0, 1].map(id => part(id, 'BT (a) Tj ET')).join(' '),
      [
        document,
        element('L', '[10 0 R]'),
        '<</Type /StructElem\n/S /LI\n/P 9 0 R\n/Pg 4 0 R\n/K [11 0 R 1]>>',
        '<</Type /StructElem\n/S /Lbl\n/P 10 0 R\n/Pg 4 0 R\n/K 0>>',
      ],
      '[11 0 R 10 0 R]',
    ),
  )
  expect(show(10)).toContain('/K [11 0 R 13 0 R]')
  expect(show(13)).toBe('<</Type /StructElem /S /LBody /P 10 0 R /K [<</Type /MCR /Pg 4 0 R /MCID 1>>]>>')
  expect(show(7)).toBe('[11 0 R 13 0 R]')
})

test('types that PDF 1.7 does not know are mapped, and a frame around text is no picture', async () => {
  const { show } = await finish(
    makeTaggedPdf(
      part(0, 'BT (a) Tj ET'),
      [
        document,
        element('Figure', '[10 0 R]', '\n/Alt (Frame)'),
        element('Aside', '[11 0 R]'),
        element('Strong', '[12 0 R]'),
        element('Unheard', '0'),
      ],
      '[12 0 R]',
    ),
  )
  expect(show(5)).toContain('/RoleMap <</Aside /Sect /Strong /Span /Unheard /NonStruct>>')
  expect(show(9)).toContain('/S /Div')
  expect(show(9)).not.toContain('/Alt')
})

describe('links', () => {
  const font = [
    '<</Type /Font\n/ToUnicode 12 0 R>>',
    makeStream(
      '1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0001> <0414> endbfchar 1 beginbfrange <0002> <0004> <0061> endbfrange',
    ),
  ]
  const annotation = (target: string) => `<</Type /Annot\n/Subtype /Link\n/StructParent 1\n${target}>>`
  const pdf = (words: string, target: string) =>
    makeTaggedPdf(
      part(0, `BT\n/F1 9 Tf\n${words} ET`),
      [document, element('Link', '[0 <</Type /OBJR\n/Obj 10 0 R>>]'), annotation(target), ...font],
      '[9 0 R]',
      '\n/Annots [10 0 R]\n/Resources <</Font <</F1 11 0 R>>>>',
    )
  test.each([
    ['the words they are made of', '<00010002> Tj 1 0 0 1 0 5 Tm [<0003> 5 <0004>] TJ', '/Dest /x', '\u0414abc'],
    ['two lines', '1 0 0 1 0 9 Tm <0002> Tj 1 0 0 1 0 5 Tm <0003> Tj', '/Dest /x', 'a b'],
    ['glyph by glyph', '1 0 0 1 0 9 Tm\n<0002> Tj\n5 0 Td <0003> Tj\n1 0 0 1 0 5 Tm\n<0004> Tj\n', '/Dest /x', 'ab c'],
    ['the address', '', '/A <</S /URI /URI (https://example.org/\\(a\\))>>', 'https://example.org/(a)'],
    ['the page', '', '/Dest [4 0 R /XYZ 0 0 0]', '→ 1'],
  ])('say %s', async (_what, words, target, expected) => {
    const { file } = await finish(pdf(words, target))
    expect(readText(String(file.dictionary(10).get('Contents')))).toBe(expected)
  })

  test('that lead nowhere are none', async () => {
    const { show } = await finish(makeTaggedPdf(part(0, 'BT (a) Tj ET'), [document, element('Link', '0')], '[9 0 R]'))
    expect(show(9)).toContain('/S /Span')
  })
})

test('words in another language within a line are found again by what they say', async () => {
  const table = makeStream(
    '1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfrange <41> <7A> <0041> endbfrange 1 beginbfchar <20> <0020> endbfchar',
  )
  const words = ['One ', 'zwei Worte', ' three zwei Worte']
  const pdf = makeTaggedPdf(
    words.map((text, id) => part(id, `BT /F1 9 Tf (${text}) Tj ET`)).join(' '),
    [
      '<</Type /StructElem\n/S /Document\n/P 5 0 R\n/Lang (en)\n/K [9 0 R 10 0 R 11 0 R]>>',
      ...[0, 1, 2].map(id => element('NonStruct', String(id))),
      '<</Type /Font\n/ToUnicode 13 0 R>>',
      table,
    ],
    '[9 0 R 10 0 R 11 0 R]',
    '\n/Resources <</Font <</F1 12 0 R>>>>',
  )
  const html = '<body><p>One <i lang="de">zwei\nWorte</i> three zwei Worte <b lang="fr">absent</b></p></body>'
  const { show } = await finish(pdf, { html })
  expect([9, 10, 11].map(number => /\/Lang \((\w+)\)/.exec(show(number))?.[1])).toEqual([undefined, 'de', undefined])
})

test('the file says what it is, in the dictionary and as XMP, and carries its data', async () => {
  const pdf = makeTaggedPdf(part(0, 'BT (a) Tj ET'), [document, element('P', '0')], '[9 0 R]')
  const { text, file, show, bytes } = await finish(pdf)
  expect(text).toMatch(/^%PDF-1\.7\n/)
  expect(show(1)).toContain('/Author (Harbour & office)')
  expect(show(1)).toContain('/CreationDate (D:20230214000000')
  const xmp = Buffer.from(text, 'latin1').toString('utf8')
  for (const field of [
    '<dc:title><rdf:Alt><rdf:li xml:lang="x-default">Порт (1)</rdf:li></rdf:Alt></dc:title>',
    '<dc:creator><rdf:Seq><rdf:li>Harbour &amp; office</rdf:li></rdf:Seq></dc:creator>',
    '<rdf:li xml:lang="x-default">Ports &lt;north&gt;</rdf:li>',
    '<dc:subject><rdf:Bag><rdf:li>quays</rdf:li><rdf:li>причалы</rdf:li></rdf:Bag></dc:subject>',
    '<pdf:Producer>Skia/PDF m147</pdf:Producer>',
    '<xmp:CreateDate>2023-02-14T00:00:00+00:00</xmp:CreateDate>',
    '<pdfuaid:part>1</pdfuaid:part>',
  ])
    expect(xmp).toContain(field)
  const catalog = show(10)
  expect(catalog).toContain('/ViewerPreferences <</DisplayDocTitle true>>')
  expect(catalog).toContain('/Lang (en)')
  expect(show(4)).toContain('/Tabs /S')
  const [, attached = ''] = /\/EmbeddedFiles <<\/Names \[\(data\.json\) (\d+) 0 R\]>>/.exec(catalog) ?? []
  expect(catalog).toContain(`/AF [${attached} 0 R]`)
  const [, stream = ''] = /\/AFRelationship \/Data \/EF <<\/F (\d+) 0 R/.exec(show(Number(attached))) ?? []
  expect(file.data(Number(stream)).toString('utf8')).toBe(metadata.attachment?.text)
  const identity = /\/ID \[<([\dA-F]{32})> <\1>\]/.exec(text)?.[1]
  expect(identity).toBeDefined()

  const again = await finish(pdf)
  expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true)
  expect((await finish(pdf, { title: 'Other' })).text).not.toContain(identity)
})

test.each([
  ['no tags', makePdf(['<</Title (a)>>', makeStream('f'), '<</Type /Catalog>>']), true],
  ['content that breaks off', makeTaggedPdf('/P <</MCID 0>> BDC f', [document, element('P', '0')], '[9 0 R]'), false],
  ['a page that is not there', makeTaggedPdf('f', [document, '<</S /P\n/K [99 0 R]>>'], '[]'), false],
  ['another table', Buffer.from('%PDF-1.7\n/CreationDate (D:20260112203456)'), false],
])('a file with %s is finished as far as it is understood, and never damaged', async (_what, bytes, completed) => {
  const finished = await finishPdf(bytes, '2023-02-14', source)
  const text = Buffer.from(finished.bytes).toString('latin1')
  expect(finished.isComplete).toBe(completed)
  expect(text.startsWith('%PDF-1.7\n%') && text.includes('/Metadata')).toBe(completed)
  if (!completed) expect(finished.bytes).toHaveLength(bytes.length)
})
