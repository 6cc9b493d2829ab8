import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Artifact } from '../../pipeline/contract/page.ts'
import { publish } from '../../pipeline/publish/index.ts'
import { configWith } from '../documents.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'publish-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const file = (name: string, text: string): Artifact => {
  const bytes = Buffer.from(text)
  return { path: name, mediaType: 'text/plain', bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}
const config = () => ({ ...configWith(), root, folders: { ...configWith().folders, out: path.join(root, 'out') } })
const list = () => readdirSync(path.join(root, 'out'), { recursive: true, encoding: 'utf8' }).sort()

test('an edition takes the place of the one before as a whole', async () => {
  await publish([file('manifest.json', '{}'), file('briefs/a.html', 'one'), file('briefs/b.html', 'two')], config())
  await publish([file('manifest.json', '{}'), file('briefs/a.html', 'three')], config())
  expect(list()).toEqual(['.gitkeep', 'briefs', 'briefs/a.html', 'manifest.json'])
  expect(readFileSync(path.join(root, 'out/briefs/a.html'), 'utf8')).toBe('three')
  expect(readdirSync(root)).toEqual(['out'])
})

test('where writing fails the edition before stays, and nothing is left behind', async () => {
  await publish([file('manifest.json', '{}'), file('a.html', 'one')], config())
  // A file and a folder of one name cannot both be written.
  const clash = [file('manifest.json', '{}'), file('a', 'file'), file('a/b.html', 'in a folder')]
  await expect(publish(clash, config())).rejects.toMatchObject({ code: 'out-unwritable' })
  expect(readFileSync(path.join(root, 'out/a.html'), 'utf8')).toBe('one')
  expect(readdirSync(root)).toEqual(['out'])
})

test('an edition that a killed build moved aside comes back', async () => {
  mkdirSync(path.join(root, '.out-old-1'))
  writeFileSync(path.join(root, '.out-old-1/manifest.json'), '{}')
  await publish([file('manifest.json', '{"new":1}')], config())
  expect(readdirSync(root)).toEqual(['out'])
  expect(readFileSync(path.join(root, 'out/manifest.json'), 'utf8')).toBe('{"new":1}')
})

test('a folder of other files is not replaced', async () => {
  mkdirSync(path.join(root, 'out'))
  writeFileSync(path.join(root, 'out/letter.txt'), 'Dear')
  await expect(publish([file('manifest.json', '{}')], config())).rejects.toMatchObject({ code: 'out-unwritable' })
  expect(list()).toEqual(['letter.txt'])
})
