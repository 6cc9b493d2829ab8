import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { importLibrary } from '../../pipeline/build-bibliography/library/import-library.ts'
import { parseKeys } from '../../pipeline/build-bibliography/library/parse-keys.ts'

const sound = readFileSync(path.join(import.meta.dirname, '../fixtures/library/faults.bib'), 'utf8')
const load = (text: string, name = 'works.bib') => importLibrary([{ path: name, text }])
const signs = fc.string({ unit: fc.constantFrom(...'@{}(),="#%$\\~^_&<>[]:;\'`- \n\u0000aZ1Я中'), maxLength: 300 })

describe('no text stops the import', () => {
  it('of BibTeX with something cut out and something put in', () => {
    fc.assert(
      fc.property(fc.nat(sound.length), fc.nat(60), signs, (at, length, put) => {
        const text = sound.slice(0, at) + put + sound.slice(at + length)
        const { library, messages } = load(text)
        const lines = text.split('\n').length
        for (const { line } of messages) expect(line).toBeLessThanOrEqual(lines)
        for (const { line, key } of library.entries.values()) {
          expect(line).toBeLessThanOrEqual(lines)
          expect(key).not.toMatch(/[\s,{}]/u)
        }
        // A fault costs the entry it stands in and at the most the one behind it.
        expect(library.entries.size).toBeGreaterThan(4)
      }),
      { numRuns: 500 },
    )
  })

  it('of signs without sense, as BibTeX and as JSON', () => {
    fc.assert(
      fc.property(signs, fc.json(), (text, json) => {
        load(`@book{a, ${text}`)
        load(text, 'works.json')
        load(json, 'works.json')
        load(`[${json}, {"id": "a", "type": "book", "title": ${json}, "author": ${json}, "issued": ${json}}]`, 'a.json')
      }),
      { numRuns: 500 },
    )
  })

  it('of braces and brackets without end', () => {
    const deep = 200_000
    expect(load(`@book{a, title = {${'{'.repeat(deep)}`).messages).toHaveLength(1)
    const { library } = load(`@book{a, title = {${'{'.repeat(deep)}x${'}'.repeat(deep)}}}\n@book{b, title = {B}}`)
    expect(library.entries.has('b')).toBe(true)
    expect(load('['.repeat(deep), 'a.json').messages).toHaveLength(1)
    expect(load('@'.repeat(deep)).messages).toHaveLength(1)
    expect(load('@book{'.repeat(deep / 10)).messages.length).toBeGreaterThan(0)
  }, 60_000)
})

it('reads notes of any length and kind for keys', () => {
  fc.assert(fc.property(signs, text => void parseKeys(`@a${text}`)))
  for (const piece of ['@', '@{', '@a, ', '; @', '@a;', 'see @', '@a, 1'])
    expect(() => parseKeys(piece.repeat(20_000))).not.toThrow()
}, 30_000)
