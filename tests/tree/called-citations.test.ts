import { expect, test } from 'vitest'
import { buildBibliography } from '../../pipeline/build-bibliography/index.ts'
import { parseDocuments } from '../../pipeline/parse-documents/index.ts'
import { createCallCheck } from '../../pipeline/tree/called-citations.ts'
import { noteKey } from '../../pipeline/tree/note-key.ts'
import { configWith, seedOf } from '../documents.ts'

test('a citation is called where a marker makes it, each time', async () => {
  const text = '# One\n\nSalt.[^1] Again.[^1] Lost.[^3]\n\n[^1]: Novak, P. Salt. 2019.\n[^2]: Novak, P. Roads. 2020.\n'
  const config = configWith()
  const parsed = await parseDocuments([seedOf(text, 'one')], config)
  const [document] = buildBibliography(parsed.value, config).value.documents
  if (!document) throw new Error('no document')
  const isCalled = createCallCheck(document)
  expect(document.citations.map(citation => [citation.note, isCalled(citation)])).toEqual([
    ['1', true],
    ['1', true],
    ['3', true],
    ['2', false],
  ])
})

test('a note has one key in its seed, and another in each other seed', () => {
  expect(noteKey('seeds/a.md', '1')).toBe(noteKey('seeds/a.md', '1'))
  expect(new Set([noteKey('seeds/a.md', '1'), noteKey('seeds/a.md', '11'), noteKey('seeds/b.md', '1')]).size).toBe(3)
})
