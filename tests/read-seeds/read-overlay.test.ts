import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { ConfigError } from '../../pipeline/diagnostics/config-error.ts'
import { readSeeds } from '../../pipeline/read-seeds/index.ts'
import { parseOverlay } from '../../pipeline/read-seeds/read-overlay.ts'
import { configWith } from '../documents.ts'

const full = `author: A. Author
date: 2023
notes:
  25: >-
    A work.
    Minsk, 2021.
  "c2-3": Ibid.
replace:
  - line: 88
    from: "1.092.5"
    to: "1,092.5"
    why: the printed paper
  - { line: 90, from: a, to: b, occurrence: 2 }
paragraphs:
  break: [12, 40]
  join: [51]
headings:
  498: 2
  885: none
glossary:
  BUTB: [BUCE, BUOTB]
`

test('every entry has its key and its place in the file', () => {
  const overlay = parseOverlay(full, 'seeds/x.yml')
  expect(overlay).toMatchObject({
    path: 'seeds/x.yml',
    metadata: { author: 'A. Author', date: '2023' },
    notes: [
      { key: 'notes.25', name: '25', text: 'A work. Minsk, 2021.' },
      { key: 'notes.c2-3', name: 'c2-3', text: 'Ibid.' },
    ],
    replace: [
      { key: 'replace[0]', line: 88, from: '1.092.5', to: '1,092.5', why: 'the printed paper' },
      { key: 'replace[1]', line: 90, from: 'a', to: 'b', occurrence: 2 },
    ],
    breaks: [
      { key: 'paragraphs.break[0]', line: 12 },
      { key: 'paragraphs.break[1]', line: 40 },
    ],
    joins: [{ key: 'paragraphs.join[0]', line: 51 }],
    headings: [
      { key: 'headings.498', line: 498, depth: 2 },
      { key: 'headings.885', line: 885, depth: 0 },
    ],
    glossary: { BUTB: ['BUCE', 'BUOTB'] },
  })
  const { notes, replace, breaks, joins, headings } = overlay
  const entries = [...notes, ...replace, ...breaks, ...joins, ...headings]
  expect(entries.map(({ position }) => position.start.line)).toEqual([4, 7, 9, 13, 15, 15, 16, 18, 19])
  expect(replace[0]?.positions).toMatchObject({
    line: { start: { line: 9 } },
    from: { start: { line: 10, column: 11 } },
  })
})

test.each(['', '# nothing yet\n', 'notes:\nreplace:\nparagraphs:\nheadings:\nglossary:\n'])(
  '%j is an overlay',
  source => {
    expect(parseOverlay(source, 'x.yml')).toMatchObject({ notes: [], replace: [], breaks: [], joins: [], headings: [] })
  },
)

describe('a mistake of form names its line and key', () => {
  test.each([
    ['titel: A\n', '1:8', 'There is no setting named titel'],
    ['title: ""\n', '1:8', 'title must not be empty'],
    ['notes:\n  25: 12\n', '2:7', 'notes.25 must be text'],
    ['replace:\n  - { line: 0, from: a, to: b }\n', '2:13', 'replace[0].line must be at least 1'],
    ['replace:\n  - { line: 1, from: a, to: b }\n  - { line: 1, to: b }\n', '3:5', 'replace[1].from is missing'],
    [
      'replace:\n  - { line: 1, from: 2021, to: b }\n',
      '2:22',
      'replace[0].from must be text; put numbers in quotation marks',
    ],
    ['replace:\n  - line: 1\n    from: a\n    to: "b\\nc"\n', '4:9', 'replace[0].to must not hold a line break'],
    ['replace:\n  - { line: 1, from: a, to: a }\n', '2:5', 'replace[0] replaces a text by itself'],
    ['replace:\n  - { line: 1, from: a, to: b, reason: c }\n', '2:40', 'There is no setting named replace[0].reason'],
    ['paragraphs:\n  break: 12\n', '2:10', 'paragraphs.break must be a list of lines'],
    ['headings:\n  12: 7\n', '2:7', 'headings.12 must be a depth from 1 to 6, or none'],
    ['headings:\n  top: 1\n', '2:8', 'headings.top must be a line of the seed'],
    ['glossary:\n  BUTB: []\n', '2:9', 'glossary.BUTB must name a spelling'],
    ['notes: [\n', '2', 'not valid YAML'],
  ])('%j', (source, place, reason) => {
    const thrown = (() => {
      try {
        parseOverlay(source, 'seeds/x.yml')
      } catch (error) {
        return error
      }
      return undefined
    })()
    expect(thrown).toBeInstanceOf(ConfigError)
    const { message, place: found } = thrown as ConfigError
    expect([found, message]).toEqual([`seeds/x.yml:${place}`, expect.stringContaining(reason)])
  })
})

test('a title left out is the document’s own, and what is given goes before what is found', async () => {
  const root = mkdtempSync(path.join(tmpdir(), 'overlay-'))
  const folder = path.join(root, 'seeds')
  mkdirSync(folder)
  writeFileSync(path.join(folder, 'a.md'), '---\ntitle: In front\nauthor: F. Front\n---\n\nText.\n')
  writeFileSync(path.join(folder, 'a.yml'), 'author: O. Overlay\n')
  writeFileSync(path.join(folder, 'b.txt'), 'The first line\n\nText of the paper.\n')
  writeFileSync(path.join(folder, 'b.yml'), 'date: 2023-02\nglossary: { A: [B] }\n')
  const config = { ...configWith(), root, folders: { ...configWith().folders, seeds: folder } }
  const { value, messages } = await readSeeds(undefined, config)
  expect(value.map(({ metadata, described, overlay }) => [metadata, described, overlay?.path])).toEqual([
    [{ title: 'In front', author: 'O. Overlay', language: 'en' }, true, 'seeds/a.yml'],
    [{ title: 'The first line', date: '2023-02', language: 'en' }, false, 'seeds/b.yml'],
  ])
  expect(messages).toEqual([])
  rmSync(root, { recursive: true })
})
