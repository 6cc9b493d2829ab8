import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { checkMarkerOrder } from '../../pipeline/parse-documents/check-marker-order.ts'
import { outline } from '../outline.ts'
import { makeWord, note, p, r, readWord, ref, sup, type WordParts, wordSeed } from '../word-file.ts'

async function read(parts: WordParts): Promise<Root> {
  const { tree, messages } = await readWord(makeWord(parts))
  expect(messages).toEqual([])
  return tree as Root
}

/** The outline without places. */
async function show(parts: WordParts): Promise<readonly string[]> {
  return outline(await read(parts))
    .trimEnd()
    .split('\n')
    .map(line => line.replace(/ \d+-\d+:/, ':'))
}

async function labels(parts: WordParts): Promise<readonly string[]> {
  const found: string[] = []
  visit(await read(parts), 'footnoteReference', ({ label, identifier }) => {
    found.push(label === identifier ? identifier : `${label} (${identifier})`)
  })
  return found
}

const section = (footnotes: string) => `<w:sectPr><w:footnotePr>${footnotes}</w:footnotePr></w:sectPr>`

describe('footnotes and endnotes', () => {
  test('are numbered by their order in the text, and their own number is no text of theirs', async () => {
    const separator = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    const body = p(`${r('Grain')}${ref(7)}${r(' and salt')}${ref(3)}${r('.')}`)
    const footnotes = separator + note(3, 'Salt book.') + note(7, 'Grain book.')
    expect(await show({ body, footnotes })).toEqual([
      'paragraph: Grain[^1] and salt[^2].',
      'note 1: Grain book.',
      'note 2: Salt book.',
    ])
  })
  test('a note of several paragraphs keeps them', async () => {
    const tree = await read({ body: p(`${r('Grain')}${ref(1)}`), footnotes: note(1, p('One.') + p('Two.')) })
    expect(outline(tree)).toBe('paragraph 1-1: Grain[^1]\nnote 1 2-3: One.Two.\n')
    expect(tree.children[1]?.data).toEqual({ page: 1, paragraph: 2 })
  })
  test('a reference without a note has no definition', async () => {
    expect(await show({ body: p(`${r('Grain')}${ref(1)}`), footnotes: note(2, '') })).toEqual(['paragraph: Grain[^1]'])
  })
  test('a note that nothing refers to is kept under a name of its own; one whose reference was deleted goes', async () => {
    const body = p(`${r('Grain')}${ref(1)}<w:del>${ref(2)}</w:del>`)
    const footnotes = note(1, 'One.') + note(2, 'Two.') + note(3, 'Three.')
    expect(await show({ body, footnotes })).toEqual(['paragraph: Grain[^1]', 'note 1: One.', 'note footnote-3: Three.'])
  })
  test.each([
    ['lowerRoman', 4, 'iv'],
    ['upperRoman', 9, 'IX (ix)'],
    ['lowerLetter', 28, 'bb'],
    ['chicago', 6, '††'],
    ['decimalEnclosedCircle', 3, '③'],
    ['chineseCounting', 12, '十二'],
    ['nothing known', 5, '5'],
  ])('in the format %s the number %i is %s', async (format, start, label) => {
    const body = p(`${r('Grain')}${ref(1)}`)
    const own = `<w:numFmt w:val="${format}"/><w:numStart w:val="${start}"/>`
    expect(await labels({ body: body + section(own) })).toEqual([label])
    expect(await labels({ body, settings: `<w:footnotePr>${own}</w:footnotePr>` })).toEqual([label])
  })
  test('endnotes are roman unless something else is said', async () => {
    const body = p(`${r('Grain')}${ref(1)}${ref(1, 'endnote')}${ref(2, 'endnote')}`)
    expect(await labels({ body })).toEqual(['1', 'i', 'ii'])
  })
  test('where footnotes and endnotes share numbers, the endnotes have names of their own', async () => {
    const parts = {
      body: p(`${r('Grain')}${ref(1)}${ref(1, 'endnote')}${r(' salt')}${ref(2)}${ref(2, 'endnote')}`),
      footnotes: note(1, 'F1.') + note(2, 'F2.'),
      endnotes: note(1, 'E1.', 'endnote') + note(2, 'E2.', 'endnote'),
      settings: '<w:endnotePr><w:numFmt w:val="decimal"/></w:endnotePr>',
    }
    expect(await labels(parts)).toEqual(['1', '1 (endnote-1)', '2', '2 (endnote-2)'])
    expect((await show(parts)).slice(1)).toEqual([
      'note 1: F1.',
      'note 2: F2.',
      'note endnote-1: E1.',
      'note endnote-2: E2.',
    ])
    expect(checkMarkerOrder(await read(parts), wordSeed(new Uint8Array()))).toEqual([])
  })
  test('numbers that begin anew in each section', async () => {
    const own = section('<w:numRestart w:val="eachSect"/>')
    const body = p(`${r('One')}${ref(1)}${ref(2)}`, own) + p(`${r('Two')}${ref(3)}`) + own
    expect(await labels({ body })).toEqual(['1 (s1-1)', '2', '1 (s2-1)'])
  })
  test('numbers that begin anew on each page', async () => {
    const settings = '<w:footnotePr><w:numRestart w:val="eachPage"/></w:footnotePr>'
    const body = p(`${r('One')}${ref(1)}<w:r><w:lastRenderedPageBreak/></w:r>${r('two')}${ref(2)}`)
    expect(await labels({ body, settings })).toEqual(['1 (p1-1)', '1 (p2-1)'])
  })
  test('a sign of its own takes the place of the number and does not count', async () => {
    const custom = '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>*</w:t></w:r>'
    const body = p(`${r('Grain')}${custom}${r(' and salt')}${ref(2)}`)
    const footnotes = `<w:footnote w:id="1">${p(`${r('*')}${r(' The sign.')}`)}</w:footnote>${note(2, 'The number.')}`
    expect(await show({ body, footnotes })).toEqual([
      'paragraph: Grain[^*] and salt[^1]',
      'note *: The sign.',
      'note 1: The number.',
    ])
  })
  test('a number printed again by a field is a marker of the same note', async () => {
    const again = `<w:fldSimple w:instr=" NOTEREF _Ref1 \\f ">${sup('1')}</w:fldSimple>`
    const body = p(`${r('Grain')}${ref(1)}${r(' and salt')}${again}`)
    expect(await show({ body, footnotes: note(1, 'Book.') })).toEqual([
      'paragraph: Grain[^1] and salt[^1]',
      'note 1: Book.',
    ])
  })
  test('links in notes are those of the notes part', async () => {
    const files = {
      'text/parts/_rels/footnotes.xml.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="l" Type="x/hyperlink" TargetMode="External" Target="https://example.org/note"/></Relationships>',
    }
    const footnotes = note(1, p(`<w:hyperlink r:id="l">${r('here')}</w:hyperlink>`))
    const tree = await read({
      body: p(`${r('a')}${ref(1)}`),
      footnotes,
      files,
      links: { l: 'https://example.org/body' },
    })
    expect(tree.children[1]).toMatchObject({
      children: [{ children: [{ type: 'link', url: 'https://example.org/note' }] }],
    })
  })
})

describe('notes typed by hand', () => {
  test('raised numbers, and paragraphs that open with them', async () => {
    const body =
      p(`${r('Grain rose.')}${sup('1')}${r(' Salt fell')}${sup('2')}${r('.')}`) +
      p(`${sup('1')}${r(' Lind. Harbours.')}`) +
      p(`${sup('2')}${r('Ibid.')}`)
    const tree = await read({ body })
    expect(outline(tree)).toBe(
      'paragraph 1-1: Grain rose.[^1] Salt fell[^2].\nnote 1 2-2: Lind. Harbours.\nnote 2 3-3: Ibid.\n',
    )
    const places: unknown[] = []
    visit(tree, 'footnoteReference', ({ position }) => {
      places.push([position?.start.column, position?.end.column])
    })
    expect(places).toEqual([
      [12, 13],
      [23, 24],
    ])
  })
  test.each(['Notes', 'Примечания', 'Anmerkungen', 'Notes de fin', '注'])(
    'plain numbers under the title %s, with paragraphs that go on',
    async title => {
      const body =
        p(`${r('Grain rose')}${sup('1')}${r(', salt fell')}${sup('2')}${r('.')}`) +
        p(title, '<w:pStyle w:val="Heading1"/>') +
        p('1. Lind. Harbours.') +
        p('And its register.') +
        p('[2] Ibid.')
      expect(await show({ body })).toEqual([
        'paragraph: Grain rose[^1], salt fell[^2].',
        `heading: ${title}`,
        'note 1: Lind. Harbours.And its register.',
        'note 2: Ibid.',
      ])
    },
  )
  test('a numbered list under the title', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="5"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/></w:num>'
    const list = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    const body =
      p(`${r('Grain')}${sup('1')}${r(' and salt')}${sup('2')}`) + p('Notes') + p('Lind.', list) + p('Ibid.', list)
    expect(await show({ body, numbering })).toEqual([
      'paragraph: Grain[^1] and salt[^2]',
      'paragraph: Notes',
      'note 1: Lind.',
      'note 2: Ibid.',
    ])
  })
  test('powers, units, variables and ordinals stay text, beside markers', async () => {
    const body =
      p(
        `${r('An area of 40 km')}${sup('2')}${r(', 10')}${sup('6')}${r(' ships, x')}${sup('2')}${r(', the 1')}${sup('er')}${r(' and 2')}${sup('nd')}${r(' port')}${sup('1')}${r('.')}`,
      ) +
      p(`${sup('1')}${r(' Lind.')}`) +
      p(`${sup('2')}${r(' Nobody calls this.')}`)
    expect(await show({ body })).toEqual([
      'paragraph: An area of 40 km², 10⁶ ships, x², the 1er and 2nd port[^1].',
      'note 1: Lind.',
      'paragraph: ² Nobody calls this.',
    ])
  })
  test('plain numbers without a title, where the document ends with them', async () => {
    const grain = p(`${r('Grain “rose“')}${sup('1')}${sup(', 2')}${r('. Salt fell。')}${sup('3')}`)
    const notes = p('1. Lind.') + p('And its register.') + p('2. Ibid.') + p('3. Moor.')
    expect(await show({ body: grain + notes })).toEqual([
      'paragraph: Grain “rose“[^1][^2]. Salt fell。[^3]',
      'note 1: Lind.And its register.',
      'note 2: Ibid.',
      'note 3: Moor.',
    ])
    expect(await show({ body: grain + notes + p('A last word.', '<w:pStyle w:val="Heading1"/>') })).not.toContain(
      'note 2: Ibid.',
    )
  })
  test('a list of works above the notes is none of them', async () => {
    const title = '<w:pStyle w:val="Heading1"/>'
    const body =
      p(`${r('Grain')}${sup('1')}${r(' and salt')}${sup('2')}`) +
      p('参考文献', title) +
      p('[1] Lind. Harbours.') +
      p('注释', title) +
      p('[1] Lind.') +
      p('[2] Ibid.')
    expect(await show({ body })).toEqual([
      'paragraph: Grain[^1] and salt[^2]',
      'heading: 参考文献',
      'paragraph: [1] Lind. Harbours.',
      'heading: 注释',
      'note 1: Lind.',
      'note 2: Ibid.',
    ])
  })
  test('numbers in brackets that the paragraphs at the end open with', async () => {
    const body = p('Grain[1] and salt [2], [1] in [1998].') + p('[1] Lind.') + p('[2] Ibid.')
    expect(await show({ body })).toEqual([
      'paragraph: Grain[^1] and salt[^2][^1] in [1998].',
      'note 1: Lind.',
      'note 2: Ibid.',
    ])
  })
  test('a raised number that a real note above has calls it again; powers stay', async () => {
    const body = p(
      `${r('Grain')}${sup('2')}${r(' rose')}${ref(1)}${r(' and salt')}${ref(2)}${r(' in the book')}${sup('1')}${r(', on 5 km')}${sup('2')}`,
    )
    const again = p(`${r('See the map.')}${sup('2')}`)
    expect((await show({ body: body + again, footnotes: note(1, 'A.') + note(2, 'B.') })).slice(0, 2)).toEqual([
      'paragraph: Grain² rose[^1] and salt[^2] in the book[^1], on 5 km²',
      'paragraph: See the map.[^2]',
    ])
  })
  test('nothing but a comma between two markers goes', async () => {
    const body = p(`${r('Grain')}${ref(1)}${sup(',')}${ref(2)}${r(', salt')}`)
    expect((await show({ body, footnotes: note(1, 'A.') + note(2, 'B.') }))[0]).toBe('paragraph: Grain[^1][^2], salt')
  })
  test('a marker after a year, when it is the next', async () => {
    const body =
      p(`${r('Grain')}${sup('1')}${r(' in 2020')}${sup('2')}${r(', salt')}${sup('3')}`) +
      [1, 2, 3].map(number => p(`${sup(String(number))}${r(' Note.')}`)).join('')
    expect((await show({ body }))[0]).toBe('paragraph: Grain[^1] in 2020[^2], salt[^3]')
  })
  test('numbers that count from 1 are markers though the notes are lost; a single one is not', async () => {
    const lost = p(`${r('Grain')}${sup('1')}${r(' salt')}${sup('2')}${r(' iron')}${sup('3, 4')}`)
    expect(await show({ body: lost })).toEqual(['paragraph: Grain[^1] salt[^2] iron[^3][^4]'])
    expect(await show({ body: p(`${r('Grain')}${sup('7')}`) })).toEqual(['paragraph: Grain⁷'])
  })
  test('signs that return on every page belong to the next note below', async () => {
    const body =
      p(`${r('Grain')}${sup('*')}`) +
      p(`${sup('*')}${r(' First.')}`) +
      p(`${r('Salt')}${sup('*')}`) +
      p(`${sup('*')}${r(' Second.')}`)
    expect(await show({ body })).toEqual([
      'paragraph: Grain[^*]',
      'note *: First.',
      'paragraph: Salt[^*-2]',
      'note *-2: Second.',
    ])
  })
  test('beside real notes their names do not meet', async () => {
    const body = p(`${r('Grain')}${ref(1)}${r(' salt')}${sup('1')}`) + p(`${sup('1')}${r(' Below a table.')}`)
    expect(await show({ body, footnotes: note(1, 'Real.') })).toEqual([
      'paragraph: Grain[^1] salt[^typed-1]',
      'note typed-1: Below a table.',
      'note 1: Real.',
    ])
  })
})
