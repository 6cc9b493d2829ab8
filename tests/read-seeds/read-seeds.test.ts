import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { decodeText } from '../../pipeline/read-seeds/decode-text.ts'
import { readSeeds } from '../../pipeline/read-seeds/index.ts'
import { configWith } from '../documents.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'seeds-'))
  mkdirSync(path.join(root, 'seeds'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const write = (name: string, text: string) => writeFileSync(path.join(root, 'seeds', name), text)
const read = async () => {
  const { value, messages } = await readSeeds(undefined, {
    ...configWith(),
    root,
    folders: { ...configWith().folders, seeds: path.join(root, 'seeds') },
  })
  return { seeds: value, messages: messages.map(({ file, ruleId }) => `${file} ${ruleId}`) }
}

test('seeds come in the order of their paths, whatever they are called', async () => {
  write('b b.txt', 'Text.')
  write('Порт.md', '# Порт и дорога\n\nТекст на русском языке.')
  write('1a.txt', 'Text.')
  writeFileSync(path.join(root, 'elsewhere.txt'), 'Linked.')
  symlinkSync(path.join(root, 'elsewhere.txt'), path.join(root, 'seeds/link.txt'))
  const { seeds } = await read()
  expect(seeds.map(({ path: file, id }) => [file, id])).toEqual([
    ['seeds/1a.txt', 's-1a'],
    ['seeds/b b.txt', 'b-b'],
    ['seeds/link.txt', 'link'],
    ['seeds/Порт.md', 'u41fu43eu440u442'],
  ])
  for (const { id } of seeds) expect(id).toMatch(/^[a-z][\w-]*$/i)
})

test('a file that is not read is said, but no overlay, README or hidden file', async () => {
  write('a.txt', 'Text.')
  write('a.yml', 'title: A\nlanguage: en\n')
  for (const name of ['paper.rtf', 'README.md', '.DS_Store']) write(name, 'x')
  expect((await read()).messages).toEqual(['seeds/paper.rtf seed-is-known'])
})

test('an overlay whose seed is gone is said, as its corrections would be lost', async () => {
  write('a.txt', 'Text.')
  write('b.yml', 'title: B\n')
  expect((await read()).messages).toEqual(['seeds/a.txt seed-has-metadata', 'seeds/b.yml overlay-matches-seed'])
})

test('the overlay describes a seed; front matter does where there is none', async () => {
  write('a.txt', 'First line.\n\nText.')
  write('a.yml', 'title: From the overlay\nauthor: A. Author\nlanguage: en\ndate: 2023\n')
  write('b.md', '---\ntitle: From the front matter\nlang: ru\ndate: 2022-05\ntags: [x]\n---\n\nText.')
  write('c.txt', 'Der Hafen und die Bahn\n\nDer Hafen ist alt, und die Bahn ist neu.')
  const { seeds } = await read()
  expect(seeds.map(({ metadata }) => metadata)).toEqual([
    { title: 'From the overlay', author: 'A. Author', language: 'en', date: '2023' },
    { title: 'From the front matter', language: 'ru', date: '2022-05' },
    { title: 'Der Hafen und die Bahn', language: 'de' },
  ])
})

describe('decoding', () => {
  test('gives back what was written in UTF-8 and UTF-16', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), text => {
        // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters make a file binary
        if (/[\u0000-\u001f\uFEFF\uD800-\uDFFF]/.test(text)) return
        expect(decodeText(Buffer.from(text))).toMatchObject({ text, encoding: 'utf-8' })
        expect(decodeText(Buffer.from(`\uFEFF${text}`, 'utf16le'))).toMatchObject({ text, encoding: 'utf-16le' })
      }),
    )
  })

  test('never fails, and says the line where a file stops being text', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), bytes => void decodeText(bytes)))
    expect(decodeText(Buffer.concat([Buffer.from('a\nb\n'), Buffer.from([0xe4, 0x20])]))).toMatchObject({
      reason: 'The file is not valid UTF-8: byte 6, on line 3, does not fit',
      position: { start: { line: 3 } },
    })
  })
})
