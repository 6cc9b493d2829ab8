import { strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { rules } from '../../pipeline/diagnostics/rules.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { configWith, seedOf } from '../documents.ts'
import { makeWord, p, readWord, wordSeed } from '../word-file.ts'

/** Rule, sentence and remedy of the one message. */
async function refusal(content: Uint8Array, limits: Parameters<typeof readWord>[1] = {}) {
  const { tree, messages } = await readWord(content, limits)
  expect(tree).toBeUndefined()
  expect(messages).toHaveLength(1)
  const [message] = messages
  return [message?.ruleId, message?.reason, message?.note]
}

const good = makeWord({ body: p('Grain and salt.') })
const anew = rules['seed-is-readable'].help
const format = 'Save the document as .docx, give the file the ending of its format, or move it out of the seeds folder.'

describe('files that are no Word document', () => {
  test('not a ZIP', async () => {
    expect(await refusal(strToU8('Just text.'))).toEqual([
      'seed-is-readable',
      'The file is no Word document: it is not a ZIP',
      format,
    ])
  })
  test('an encrypted document, or an old one', async () => {
    expect(await refusal(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]))).toEqual([
      'seed-is-readable',
      'The file is encrypted, or an old .doc that was renamed',
      'Save it as .docx without a password.',
    ])
  })
  test.each([
    [
      'an Excel workbook (.xlsx)',
      'xl/workbook.xml',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml',
    ],
    [
      'a PowerPoint presentation (.pptx)',
      'ppt/p.xml',
      'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml',
    ],
  ])('%s', async (name, target, type) => {
    const files = {
      '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/${target}" ContentType="${type}"/></Types>`,
      '_rels/.rels': `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="${target}"/></Relationships>`,
    }
    const [rule, reason] = await refusal(makeWord({ body: '', files }))
    expect([rule, reason]).toEqual(['seed-is-readable', `The file is no Word document but ${name}`])
  })
  test('an OpenDocument text', async () => {
    const odt = zipSync({ mimetype: strToU8('application/vnd.oasis.opendocument.text') })
    expect(await refusal(odt)).toEqual([
      'seed-is-readable',
      'The file is no Word document but an OpenDocument text (.odt)',
      format,
    ])
  })
})

describe('files that are damaged', () => {
  test.each([0.3, 0.9, 0.99])('cut off at %f of its length', async share => {
    expect(await refusal(good.subarray(0, Math.floor(good.length * share)))).toEqual([
      'seed-is-readable',
      'The file is cut off: the directory of its ZIP is missing',
      anew,
    ])
  })
  test('bytes changed inside a part', async () => {
    const content = makeWord({ body: p('Grain and salt. '.repeat(200)) })
    const name = new TextDecoder('latin1').decode(content).indexOf('text/main.xml')
    const broken = content.slice().fill(0xff, name + 20, name + 60)
    const [rule, reason] = await refusal(broken)
    expect([rule, reason]).toEqual([
      'seed-is-readable',
      'The file is damaged: its part text/main.xml cannot be unpacked',
    ])
  })
  test('a byte changed in a part that is not packed, which nothing but its checksum tells', async () => {
    const content = zipSync(unzipSync(good), { level: 0 })
    const at = new TextDecoder('latin1').decode(content).indexOf('Grain')
    const broken = content.slice().fill(0x42, at, at + 1)
    expect((await refusal(broken))[1]).toBe('The file is damaged: its part text/main.xml cannot be unpacked')
  })
  test('a part of which the ZIP says that it is encrypted', async () => {
    const content = good.slice()
    const view = new DataView(content.buffer)
    for (let at = 0; at < content.length - 4; at += 1) if (view.getUint32(at, true) === 0x02014b50) content[at + 8] = 1
    expect(await refusal(content)).toEqual([
      'seed-is-readable',
      'The file is protected by a password: its part _rels/.rels is encrypted',
      'Save the document without a password.',
    ])
  })
  test('broken XML names the part', async () => {
    const files = { 'text/parts/styles.xml': '<w:styles><w:style></w:styles>' }
    const [rule, reason] = await refusal(makeWord({ body: p('Text.'), styles: '', files }))
    expect(rule).toBe('seed-is-readable')
    expect(reason).toMatch(/^The part text\/parts\/styles\.xml is not valid XML \(line 1, character \d+ of the part\)$/)
  })
  test('bytes that are no UTF-8', async () => {
    const files = { 'text/main.xml': new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0x3c, 0x2f, 0x61, 0x3e]) }
    expect((await refusal(makeWord({ body: '', files })))[1]).toBe(
      'The part text/main.xml is not valid XML: it is not UTF-8',
    )
  })
  test('entities are not declared in a Word document', async () => {
    const files = { 'text/main.xml': '<!DOCTYPE a [<!ENTITY b "xxxxxxxxxx"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>' }
    expect((await refusal(makeWord({ body: '', files })))[1]).toBe(
      'The part text/main.xml declares a document type, which no Word document does',
    )
  })
  test('elements nested without end', async () => {
    const deep = 200_000
    const files = { 'text/main.xml': `${'<a>'.repeat(deep)}${'</a>'.repeat(deep)}` }
    expect((await refusal(makeWord({ body: '', files })))[1]).toBe(
      'The part text/main.xml nests elements more than 500 deep',
    )
  })
  test('a document without text', async () => {
    expect(await refusal(makeWord({ body: p('') + p(' ') }))).toEqual([
      'seed-has-text',
      'The document holds no text',
      'Put the document into the file, or move it out of the seeds folder.',
    ])
  })
})

describe('files that are too large', () => {
  const bomb = makeWord({ body: p('a'.repeat(12_000_000)) })
  test('what it unpacks to is counted, not believed', async () => {
    expect(bomb.length).toBeLessThan(50_000)
    const content = bomb.slice()
    const view = new DataView(content.buffer)
    // The directory says that every part has one byte.
    for (let at = 0; at < content.length - 4; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1, true)
    }
    for (const file of [bomb, content]) {
      expect(await refusal(file, { unpackedBytes: 10_000_000 })).toEqual([
        'seed-fits',
        'The document is too large: with text/main.xml it unpacks to more than the 10 MB that limits.unpackedMegabytes allows',
        'Split the document, or raise the limit that is named, in briefwright.yml.',
      ])
    }
  })
  test('more XML than fits into memory is refused whatever the configuration allows', async () => {
    const content = makeWord({ body: p('a'.repeat(25_000_000)) })
    expect(await refusal(content, { unpackedBytes: 1_000_000_000 })).toEqual([
      'seed-fits',
      'The document is too large: with text/main.xml it unpacks to more than the 24 MB of XML that can be read',
      'Split the document.',
    ])
  })
  test('parts that are not read do not count', async () => {
    const content = makeWord({ body: p('Text.'), files: { 'text/media/large.bin': new Uint8Array(12_000_000) } })
    expect((await readWord(content)).messages).toEqual([])
  })
  test('a directory of very many parts', async () => {
    const files = Object.fromEntries(Array.from({ length: 20_001 }, (_, index) => [`a${index}`, new Uint8Array()]))
    expect((await refusal(makeWord({ body: p('Text.'), files }))).slice(0, 2)).toEqual([
      'seed-fits',
      'The file holds 20005 parts; more than 20000 are not read',
    ])
  })
  test('reading that takes too long', async () => {
    expect(await refusal(makeWord({ body: p('Text.').repeat(2000) }), { readSeconds: 0.001 })).toEqual([
      'seed-fits',
      'Reading takes longer than the 0.001 s that limits.readSeconds allows',
      'Split the document, or raise limits.readSeconds in briefwright.yml.',
    ])
  })
  test('5 MB of text in a moment', async () => {
    const line = p('Some words in a run, and more of them in the next one. '.repeat(2))
    const content = makeWord({ body: line.repeat(Math.ceil(5_000_000 / line.length)) })
    const start = performance.now()
    expect((await readWord(content)).tree?.children.length).toBeGreaterThan(20_000)
    expect(performance.now() - start).toBeLessThan(6000)
  })
})

test('a file that cannot be read does not keep the others from being read', async () => {
  const seeds = [
    { ...wordSeed(strToU8('no')), id: 'bad', path: 'seeds/bad.docx' },
    wordSeed(good),
    seedOf('# Text\n\nWords.'),
  ]
  const { value, messages } = await parseDocuments(seeds, configWith())
  expect(value.map(({ seed }) => seed.path)).toEqual(['seeds/paper.docx', 'seeds/seed.md'])
  expect(messages.filter(({ ruleId }) => ruleId === 'seed-is-readable').map(({ file }) => file)).toEqual([
    'seeds/bad.docx',
  ])
})

test('prefixes and the edition of the standard are the writer’s choice', async () => {
  const strict = 'http://purl.oclc.org/ooxml'
  const files = {
    '_rels/.rels': `<a:Relationships xmlns:a="http://schemas.openxmlformats.org/package/2006/relationships"><a:Relationship Id="a" Type="${strict}/officeDocument/relationships/officeDocument" Target="/text/main.xml"/></a:Relationships>`,
    'text/main.xml': `<document xmlns="${strict}/wordprocessingml/main" xmlns:z="${strict}/wordprocessingml/main"><body><p><pPr><outlineLvl z:val="1"/></pPr><r><t>Ports</t></r></p></body></document>`,
  }
  const { tree } = await readWord(makeWord({ body: '', files }))
  expect(tree?.children).toMatchObject([{ type: 'heading', depth: 2, children: [{ type: 'text', value: 'Ports' }] }])
})
