/**
 * One essay in five formats: whatever it was saved as, the tree says the same. `essay.md` is the original; Pandoc made
 * the page and the Word file of it, WeasyPrint the PDF (A5, justified, hyphenated, notes at the feet of its three pages),
 * and `pdftotext -layout` the text of that.
 */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { parse, read } from '../../pipeline/run.ts'
import { configWith } from '../documents.ts'
import { type Content, contentOf } from './content-of.ts'

const fixtures = path.join(import.meta.dirname, '../fixtures/five-formats')
const formats = ['md', 'html', 'docx', 'pdf', 'txt'] as const
type Format = (typeof formats)[number]

/** What print does not say, so that the original is not asked for it either. There is nothing else. */
const onPaper: readonly { readonly why: string; readonly forget: (content: Content) => Content }[] = [
  {
    why: 'below the title a heading without a number has no depth',
    forget: content => ({
      ...content,
      blocks: content.blocks.map(block => block.replace(/^heading [3-6]/u, 'heading 2')),
    }),
  },
  { why: 'italics are not told', forget: content => ({ ...content, emphasised: [] }) },
]

const contents = new Map<Format, Content>()
beforeAll(async () => {
  const config = configWith()
  for (const format of formats) {
    const { value, messages } = await parse(await read(config, path.join(fixtures, `essay.${format}`)), config)
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['seed-has-metadata'])
    expect(value[0]?.seed.metadata).toMatchObject({ title: 'The Ferry Towns of the Lower Arrel', language: 'en' })
    if (value[0]) contents.set(format, contentOf(value[0].tree))
  }
})

const contentIn = (format: Format) => contents.get(format) as Content
const forgetPrint = (content: Content) => onPaper.reduce((left, { forget }) => forget(left), content)

test('the original has what the comparison is about', () => {
  const { blocks, markers, notes, emphasised } = contentIn('md')
  expect(blocks.map(block => block.split(':')[0])).toEqual([
    ...['heading 1', 'paragraph', 'heading 2', 'paragraph', 'blockquote', 'paragraph', 'list', 'heading 3'],
    ...['paragraph', 'table', 'paragraph', 'heading 2', 'paragraph', 'paragraph', 'list from 1', 'paragraph'],
    ...['heading 2', 'paragraph', 'paragraph'],
  ])
  expect([markers.length, notes.length, emphasised.length]).toEqual([10, 10, 6])
  expect(markers[9]).toBe('from the people who have to stop there.[10]')
})

test.each(['html', 'docx'] as const)('%s says what the original says', format => {
  expect(contentIn(format)).toEqual(contentIn('md'))
})

test.each(['pdf', 'txt'] as const)('%s says what the original says, but for what print does not tell', format => {
  expect(forgetPrint(contentIn(format))).toEqual(forgetPrint(contentIn('md')))
})
