import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Nodes, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { configWith } from '../documents.ts'
import { outline } from '../outline.ts'
import { makeWord, note, p, r, readWord, ref, type WordParts, wordSeed } from '../word-file.ts'

async function read(parts: WordParts): Promise<Root> {
  const { tree, messages } = await readWord(makeWord(parts))
  expect(messages).toEqual([])
  return tree as Root
}

/** The tree as nested type names with the text in them, without places. */
function shape(node: Nodes): unknown {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return '\n'
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  const children = 'children' in node ? node.children.map(shape) : []
  if (node.type === 'paragraph' || node.type === 'tableCell') return children.length === 1 ? children[0] : children
  if (node.type === 'heading') return { [`h${node.depth}`]: children.join('') }
  if (node.type === 'link') return { [node.url]: children.join('') }
  if (node.type === 'image') return { image: node.alt }
  if (node.type === 'list') return { [node.ordered ? `ol ${node.start}` : 'ul']: children }
  return { [node.type]: children }
}

const shapes = (tree: Root) => tree.children.map(shape)

function find<T extends Nodes['type']>(tree: Root, type: T): Extract<Nodes, { type: T }>[] {
  const found: Extract<Nodes, { type: T }>[] = []
  visit(tree, node => {
    if (node.type === type) found.push(node as Extract<Nodes, { type: T }>)
  })
  return found
}

const style = (id: string) => `<w:pStyle w:val="${id}"/>`
const paragraphStyle = (id: string, name: string, more = '') =>
  `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
const outlineLevel = (level: number) => `<w:pPr><w:outlineLvl w:val="${level}"/></w:pPr>`

describe('files of word processors', () => {
  const folder = path.join(import.meta.dirname, '../fixtures/docx')
  test.each(['pandoc-en', 'pandoc-ru', 'libreoffice-en', 'libreoffice-ru', 'libreoffice-mixed'])('%s', async name => {
    const { tree, metadata, messages } = await readWord(readFileSync(path.join(folder, `${name}.docx`)))
    expect(messages).toEqual([])
    const text = `${JSON.stringify(metadata)}\n${outline(tree as Root)}`
    expect(text).toBe(readFileSync(path.join(folder, `${name}.txt`), 'utf8'))
  })
})

describe('headings', () => {
  const styles = [
    paragraphStyle('a3', 'Title'),
    paragraphStyle('1', 'heading 1', outlineLevel(0)),
    paragraphStyle('2', 'heading 2', outlineLevel(1)),
    paragraphStyle('Chapter', 'My chapter', '<w:basedOn w:val="1"/>'),
    paragraphStyle('Plain', 'Looks like one', '<w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>'),
  ].join('')
  test('a title stands above the first level', async () => {
    const body = p('Ports', style('a3')) + p('Trade', style('1')) + p('Ships', style('2')) + p('Text.')
    expect(shapes(await read({ body, styles }))).toEqual([{ h1: 'Ports' }, { h2: 'Trade' }, { h3: 'Ships' }, 'Text.'])
  })
  test('without a title the first level is 1', async () => {
    const body = p('Trade', style('1')) + p('Ships', style('2')) + p('', style('a3'))
    expect(shapes(await read({ body, styles }))).toEqual([{ h1: 'Trade' }, { h2: 'Ships' }])
  })
  test('styles inherit, and level 9 is body text', async () => {
    const body = p('One', style('Chapter')) + p('Two', style('Plain'))
    expect(shapes(await read({ body, styles }))).toEqual([{ h1: 'One' }, 'Two'])
  })
  test('lines in bold, where no style is a heading', async () => {
    const bold = (text: string) => p(`<w:r><w:rPr><w:b/></w:rPr><w:t>${text}</w:t></w:r>`)
    const text = p('Grain rose.') + p('Salt fell.')
    const body = bold('Harbours') + text + bold('1. Grain') + bold('A sentence in bold.') + text
    expect(shapes(await read({ body }))).toEqual([
      { h1: 'Harbours' },
      'Grain rose.',
      'Salt fell.',
      { h2: '1. Grain' },
      { strong: ['A sentence in bold.'] },
      'Grain rose.',
      'Salt fell.',
    ])
    const styled = await read({ body: body + p('Iron', style('1')), styles })
    expect(shapes(styled)).toContainEqual({ strong: ['Harbours'] })
  })
  test("the paragraph's own outline level", async () => {
    const body = p('Two', '<w:outlineLvl w:val="1"/>') + p('None', `${style('1')}<w:outlineLvl w:val="9"/>`)
    expect(shapes(await read({ body, styles }))).toEqual([{ h2: 'Two' }, 'None'])
  })
  test.each(['Heading 2', 'Заголовок 2', 'Überschrift 2', 'Titre 2', '标题 2'])(
    'a style that only a name tells: %s',
    async name => {
      const body = p('Ships', style('x'))
      expect(shapes(await read({ body, styles: paragraphStyle('x', name) }))).toEqual([{ h2: 'Ships' }])
    },
  )
  test('a style that is not in the file is known by its identifier', async () => {
    expect(shapes(await read({ body: p('Ships', style('Heading3')) }))).toEqual([{ h3: 'Ships' }])
  })
})

describe('inline content', () => {
  test('faces, with white space outside them, and neighbours as one text', async () => {
    const body = p(
      r('A ') +
        r('bold', '<w:b/>') +
        r(' word ', '<w:b/>') +
        r('and ') +
        r('it', '<w:i/>') +
        r('al', '<w:i/><w:lang w:val="en"/>') +
        r(', ') +
        r('gone', '<w:strike/>') +
        r(' not bold', '<w:b w:val="0"/>') +
        r('.'),
    )
    expect(shapes(await read({ body }))).toEqual([
      ['A ', { strong: ['bold word'] }, ' and ', { emphasis: ['ital'] }, ', ', { delete: ['gone'] }, ' not bold.'],
    ])
  })
  test('a character style gives a face', async () => {
    const styles =
      '<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>'
    expect(shapes(await read({ body: p(r('so', '<w:rStyle w:val="Strong"/>')), styles }))).toEqual([{ strong: ['so'] }])
  })
  test('links by relationship and by field; other schemes are text', async () => {
    const field = (code: string, text: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${r(text)}<w:r><w:fldChar w:fldCharType="end"/></w:r>`
    const body =
      p(
        `<w:hyperlink r:id="l1">${r('site')}</w:hyperlink>${r(' ')}${field(' HYPERLINK "mailto:a@example.org" ', 'mail')}`,
      ) +
      p(`<w:hyperlink r:id="l2">${r('bad')}</w:hyperlink>${r(' ')}${field(' HYPERLINK \\l "there" ', 'inside')}`) +
      p(`${r('Page ')}${field(' PAGE ', '7')}<w:fldSimple w:instr=" DATE ">${r(' of May')}</w:fldSimple>`)
    const links = { l1: 'https://example.org/a', l2: 'javascript:alert(1)' }
    expect(shapes(await read({ body, links }))).toEqual([
      [{ 'https://example.org/a': 'site' }, ' ', { 'mailto:a@example.org': 'mail' }],
      'bad inside',
      'Page 7 of May',
    ])
  })
  test('breaks, tabs, hyphens, symbols, ruby, formulas and hidden text', async () => {
    const body = p(
      `<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t><w:sym w:font="Symbol" w:char="F062"/></w:r>${r(' secret', '<w:vanish/>')}<w:r><w:ruby><w:rt>${r('kan')}</w:rt><w:rubyBase>${r('漢')}</w:rubyBase></w:ruby></w:r><m:oMath><m:sSup><m:e><m:r><m:t>10</m:t></m:r></m:e><m:sup><m:r><m:t>-6</m:t></m:r></m:sup></m:sSup></m:oMath>`,
    )
    expect(shapes(await read({ body }))).toEqual([['a', '\n', 'b\tc\u2011deβ漢10⁻⁶']])
  })
  test('a picture is its description, unless a program wrote it', async () => {
    const picture = (descr: string) =>
      `<w:r><w:drawing><wp:inline><wp:docPr id="1" name="x" descr="${descr}"/></wp:inline></w:drawing></w:r>`
    const body =
      p(picture('Map of the quays')) + p(`${r('Text.')}${picture('A boat. Description automatically generated')}`)
    expect(shapes(await read({ body }))).toEqual([{ image: 'Map of the quays' }, 'Text.'])
  })
  test('tracked changes are accepted', async () => {
    const deletedMark = '<w:rPr><w:del w:id="9"/></w:rPr>'
    const body =
      p(
        `${r('The ')}<w:ins>${r('new ')}</w:ins><w:del><w:r><w:delText>old </w:delText></w:r></w:del>${r('port')}`,
        deletedMark,
      ) +
      p(`${r(' grew.')}<w:moveFrom>${r('moved')}</w:moveFrom>`) +
      p(`<w:moveTo>${r('moved')}</w:moveTo>`)
    const tree = await read({ body })
    expect(shapes(tree)).toEqual(['The new port grew.', 'moved'])
    const [text] = find(tree, 'text')
    expect(tree.children[0]?.position).toMatchObject({ start: { line: 1, column: 1 }, end: { line: 2, column: 7 } })
    expect(text?.data?.segments).toEqual([
      { at: 0, point: { line: 1, column: 1 } },
      { at: 12, point: { line: 2, column: 1 } },
    ])
  })
  test('controls and alternatives are read once, and text boxes after their paragraph', async () => {
    const box = `<w:txbxContent>${p('In the box.')}</w:txbxContent>`
    const body =
      `<w:sdt><w:sdtContent>${p(`<w:sdt><w:sdtContent>${r('Con')}</w:sdtContent></w:sdt><w:smartTag>${r('trol')}</w:smartTag>`)}</w:sdtContent></w:sdt>` +
      p(
        `${r('Be')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${r('fore.')}`,
      )
    expect(outline(await read({ body }))).toBe(
      'paragraph 1-1: Control\nparagraph 2-2: Before.\nparagraph 3-3: In the box.\n',
    )
  })
  test('a table of contents is left out, by style and by field, but not the text after a broken one', async () => {
    const begin =
      '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC \\o </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    const end = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    const styles = paragraphStyle('c', 'toc 1')
    const whole = p('Trade 7', style('c')) + p(`${begin}${r('Ships 9')}`) + p(`${r('Docks 11')}${end}`) + p('Text.')
    expect(outline(await read({ body: whole, styles }))).toBe('paragraph 4-4: Text.\n')
    expect(shapes(await read({ body: p(`${begin}${r('Ships 9')}`) + p('Text.') }))).toEqual(['Ships 9', 'Text.'])
  })
})

describe('blocks', () => {
  const level = (index: number, format: string, more = '') =>
    `<w:lvl w:ilvl="${index}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="x"/>${more}</w:lvl>`
  const numbering =
    `<w:abstractNum w:abstractNumId="5">${level(0, 'decimal')}${level(1, 'bullet')}</w:abstractNum>` +
    '<w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>' +
    '<w:num w:numId="2"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride></w:num>'
  const item = (text: string, num: number, ilvl = 0) =>
    p(text, `<w:numPr><w:ilvl w:val="${ilvl}"/><w:numId w:val="${num}"/></w:numPr>`)
  test('lists nest, go on after a paragraph and start where they say', async () => {
    const body =
      item('one', 1) +
      item('deep', 1, 1) +
      item('deeper', 1, 1) +
      item('two', 1) +
      p('Between.') +
      item('three', 1) +
      item('four', 2) +
      item('none', 0)
    expect(shapes(await read({ body, numbering }))).toEqual([
      {
        'ol 1': [
          { listItem: ['one', { ul: [{ listItem: ['deep'] }, { listItem: ['deeper'] }] }] },
          { listItem: ['two'] },
        ],
      },
      'Between.',
      { 'ol 3': [{ listItem: ['three'] }] },
      { 'ol 4': [{ listItem: ['four'] }] },
      'none',
    ])
  })
  test('instances of a list are counted together, but for the first item of one that starts anew', async () => {
    const body = item('four', 2) + item('five', 1) + item('six', 2)
    expect(shapes(await read({ body, numbering }))).toEqual([
      { 'ol 4': [{ listItem: ['four'] }, { listItem: ['five'] }, { listItem: ['six'] }] },
    ])
  })
  test('quotations that follow one another are one', async () => {
    const styles = paragraphStyle('q', 'Quote') + paragraphStyle('i', 'Intense Quote')
    const body = p('One.', style('q')) + p('Two.', style('i')) + p('Text.')
    expect(shapes(await read({ body, styles }))).toEqual([{ blockquote: ['One.', 'Two.'] }, 'Text.'])
  })
  const cell = (content: string, properties = '') => `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`
  const row = (...cells: readonly string[]) => `<w:tr>${cells.join('')}</w:tr>`
  test('tables: merged cells stand once, cells of several paragraphs have breaks', async () => {
    const body = `<w:tbl>${row(cell(p('Year')), cell(p('Tonnes'), '<w:gridSpan w:val="2"/>'))}${row(cell(p('2020'), '<w:vMerge w:val="restart"/>'), cell(p('in')), cell(p('3') + p('4')))}${row(cell(p(''), '<w:vMerge/>'), cell(p('out')), cell(`<w:tbl>${row(cell(p('5')), cell(p('6')))}</w:tbl>${p('')}`))}</w:tbl>`
    const tree = await read({ body })
    expect(shapes(tree)).toEqual([
      {
        table: [
          { tableRow: ['Year', 'Tonnes', []] },
          { tableRow: ['2020', 'in', ['3', '\n', '4']] },
          { tableRow: [[], 'out', ['5', '\n', '6']] },
        ],
      },
    ])
    expect(find(tree, 'tableRow').map(({ position }) => [position?.start.line, position?.end.line])).toEqual([
      [1, 2],
      [3, 6],
      [7, 11],
    ])
  })
  test('a table of one cell is a frame', async () => {
    expect(shapes(await read({ body: `<w:tbl>${row(cell(p('One.') + p('Two.')))}</w:tbl>` }))).toEqual(['One.', 'Two.'])
  })
})

describe('places', () => {
  const pageBreak = '<w:r><w:br w:type="page"/></w:r>'
  const rendered = '<w:r><w:lastRenderedPageBreak/></w:r>'
  const pagesOf = (tree: Root) =>
    tree.children.map(({ data }) => [(data as { paragraph?: number }).paragraph, (data as { page?: number }).page])
  test('pages end at breaks, which the last printing marks again, and at sections that start a page', async () => {
    const section = (type: string) => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`
    const body =
      p('One.') +
      p(pageBreak) +
      p(`${rendered}${r('Two.')}`) +
      p(`${r('Still two, ')}${rendered}${r('then three.')}`, section('continuous')) +
      p('Three.', section('continuous')) +
      p(`${rendered}${r('Four.')}`, '<w:pageBreakBefore/>') +
      section('nextPage')
    expect(pagesOf(await read({ body }))).toEqual([
      [1, 1],
      [3, 2],
      [4, 2],
      [5, 3],
      [6, 4],
    ])
  })
  test('a page that ends inside a row ends once', async () => {
    const cell = `<w:tc>${p(`${r('a')}${rendered}${r('b')}`)}</w:tc>`
    const body = `<w:tbl><w:tr>${cell}${cell}</w:tr></w:tbl>${p('After.')}`
    expect((await read({ body })).children.at(-1)?.data).toEqual({ page: 2, paragraph: 3 })
  })
  test('every block and every text says its paragraph and character, notes after the body', async () => {
    const tree = await read({
      body: p('Title', style('Title')) + p('') + p(`${r('Grain')}${ref(2)}${r(' and salt.')}`),
      footnotes: note(2, 'Lind.'),
    })
    const places = [...find(tree, 'text'), ...find(tree, 'footnoteReference')].map(({ position }) => position)
    expect(places).toEqual(
      [
        [1, 1, 6],
        [3, 1, 6],
        [3, 7, 17],
        [4, 2, 7],
        [3, 6, 7],
      ].map(([line, from, to]) => ({ start: { line, column: from }, end: { line, column: to } })),
    )
    expect(tree.children.map(({ data }) => data)).toEqual([1, 3, 4].map(paragraph => ({ page: 1, paragraph })))
  })
  test('sentences know the paragraph and page they stand in', async () => {
    const seed = wordSeed(makeWord({ body: p('One.') + p(pageBreak) + p('Two is here. Three is there.') }))
    const { value, messages } = await parseDocuments([seed], configWith())
    const second = value[0]?.paragraphs[1]
    expect(second?.place).toEqual({ page: 2, paragraph: 3 })
    expect(second?.sentences.map(({ position }) => [position.start.line, position.start.column])).toEqual([
      [3, 1],
      [3, 14],
    ])
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['seed-has-notes'])
  })
})

test('a sign whose font is not known is said at its paragraph', async () => {
  const body = p('One.') + p(`${r('Two ')}<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>`)
  const { messages } = await parseDocuments([wordSeed(makeWord({ body }))], configWith())
  const found = messages.filter(({ ruleId }) => ruleId === 'text-is-undamaged')
  expect(found.map(({ line, column }) => [line, column])).toEqual([[2, 5]])
})

describe('what the document says of itself', () => {
  const body = p('Порты', style('Title')) + p('Грузы шли в Китай и Казахстан, а также в другие страны.')
  test('title, author, date and language; the default language of the program counts for its script only', async () => {
    const core =
      '<dc:title>Порты моря</dc:title><dc:creator>М. Линд</dc:creator><dcterms:created>2021-03-04T10:00:00Z</dcterms:created>'
    const styles = '<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val="en-US"/></w:rPr></w:rPrDefault></w:docDefaults>'
    const { metadata } = await readWord(makeWord({ body, core, styles }))
    expect(metadata).toEqual({ title: 'Порты моря', author: 'М. Линд', language: 'ru', date: '2021-03-04' })
  })
  test('names that programs give are passed over', async () => {
    const core =
      '<dc:title>Document1</dc:title><dc:creator>Windows User</dc:creator><dcterms:created>1601-01-01T00:00:00Z</dcterms:created>'
    expect((await readWord(makeWord({ body, core }))).metadata).toEqual({ title: 'Порты', language: 'ru' })
  })
  test('a sidecar comes first', async () => {
    const seed = { ...wordSeed(makeWord({ body })), described: true }
    expect((await parseDocuments([seed], configWith())).value[0]?.seed.metadata).toEqual({
      title: 'paper',
      language: 'en',
    })
  })
})
