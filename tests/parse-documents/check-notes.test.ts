import { expect, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { checkNotes } from '../../pipeline/parse-documents/check-notes.ts'
import { config, makeDocument, type NoteInput } from '../build-bibliography/make-document.ts'

const book = 'Novak, P. Corridors of trade / P. Novak. - Minsk: BSU, 2020. - P. 18.'
const check = (notes: readonly NoteInput[]) =>
  checkNotes(makeDocument(notes).tree, 'seeds/sample.txt').map(({ file, line, ruleId, reason }) =>
    [file, line, ruleId, reason].join(' '),
  )

test('all lost notes are one message with ranges, at the first marker', () => {
  const notes = [{ label: '1', text: book }, { label: '2' }, { label: '3' }, { label: '4' }, { label: '9', called: 2 }]
  expect(check(notes)).toEqual(['seeds/sample.txt 2 footnote-is-defined 4 notes have no text in the seed: 2–4, 9'])
  expect(check([{ label: '*' }])).toEqual(['seeds/sample.txt 1 footnote-is-defined Note * has no text in the seed'])
})

test('a note without words is lost', () => {
  expect(check([{ label: '1', text: ' ' }])).toEqual([
    'seeds/sample.txt 1 footnote-is-defined Note 1 has no text in the seed',
  ])
})

test('a note that no marker calls is reported at its place', () => {
  expect(check([{ label: '1', text: book, called: 0 }])).toEqual([
    'seeds/sample.txt 1001 footnote-is-cited No marker in the text calls note 1',
  ])
})

test('a note that the reader saw break off is reported once, here and not again as a reference', () => {
  const notes = [{ label: '1', text: 'Another title that is long enough to be cut, and', truncated: true }]
  expect(check(notes)).toEqual([
    'seeds/sample.txt 1001 definition-is-whole Note 1 breaks off: “…title that is long enough to be cut, and”',
  ])
  const { messages } = buildBibliography([makeDocument(notes)], config)
  expect(messages.map(({ ruleId }) => ruleId)).not.toContain('definition-is-whole')
})
