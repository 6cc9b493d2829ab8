import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
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
const manifest = file('manifest.json', '{"generator":"briefwright"}')
const config = () => ({ ...configWith(), root, folders: { ...configWith().folders, out: path.join(root, 'out') } })
const list = () => readdirSync(path.join(root, 'out'), { recursive: true, encoding: 'utf8' }).sort()

test('an edition takes the place of the one before as a whole', async () => {
  await publish([manifest, file('briefs/a.html', 'one'), file('briefs/b.html', 'two')], config())
  await publish([manifest, file('briefs/a.html', 'three')], config())
  expect(list()).toEqual(['.gitkeep', 'briefs', 'briefs/a.html', 'manifest.json'])
  expect(readFileSync(path.join(root, 'out/briefs/a.html'), 'utf8')).toBe('three')
  expect(readdirSync(root)).toEqual(['out'])
})

test('where writing fails the edition before stays, and nothing is left behind', async () => {
  await publish([manifest, file('a.html', 'one')], config())
  // A file and a folder of one name cannot both be written.
  const clash = [manifest, file('a', 'file'), file('a/b.html', 'in a folder')]
  await expect(publish(clash, config())).rejects.toMatchObject({ code: 'out-unwritable' })
  expect(readFileSync(path.join(root, 'out/a.html'), 'utf8')).toBe('one')
  expect(readdirSync(root)).toEqual(['out'])
})

test('an edition that a killed build moved aside comes back', async () => {
  mkdirSync(path.join(root, '.out-old-1'))
  writeFileSync(path.join(root, '.out-old-1/manifest.json'), manifest.bytes)
  await publish([manifest, file('new.html', 'new')], config())
  expect(readdirSync(root)).toEqual(['out'])
  expect(list()).toContain('new.html')
})

test.each(['{"name":"an app"}', 'no JSON', '[]', 'null'])(
  'a manifest.json of somebody else makes no edition: %s',
  async text => {
    mkdirSync(path.join(root, 'out'))
    writeFileSync(path.join(root, 'out/manifest.json'), text)
    await expect(publish([manifest], config())).rejects.toMatchObject({ code: 'out-unwritable' })
    expect(readFileSync(path.join(root, 'out/manifest.json'), 'utf8')).toBe(text)
  },
)

test('the folder may be read as any other, or as the one before', async () => {
  const mode = () => statSync(path.join(root, 'out')).mode & 0o777
  await publish([manifest], config())
  expect(mode()).toBe(0o777 & ~process.umask())
  chmodSync(path.join(root, 'out'), 0o750)
  await publish([manifest], config())
  expect(mode()).toBe(0o750)
})

test.each([true, false])('a link stays, and the folder it leads to is replaced (there: %s)', async there => {
  const target = path.join(root, 'elsewhere/site')
  mkdirSync(there ? target : path.dirname(target), { recursive: true })
  symlinkSync('elsewhere/site', path.join(root, 'out'))
  await publish([manifest], config())
  expect(lstatSync(path.join(root, 'out')).isSymbolicLink()).toBe(true)
  expect(readdirSync(target).sort()).toEqual(['.gitkeep', 'manifest.json'])
  expect(readdirSync(path.dirname(target))).toEqual(['site'])
})

test('a signal while files are written ends the process and leaves nothing behind', () => {
  const child = `
    import { publish } from ${JSON.stringify(path.resolve('pipeline/publish/index.ts'))}
    const artifacts = Array.from({ length: 1000 }, (_, index) => ({ path: index % 20 + '/' + index, bytes: Buffer.from('a') }))
    Object.defineProperty(artifacts[0], 'path', { get: () => process.kill(process.pid, 'SIGTERM') && '0/a' })
    await publish(artifacts, ${JSON.stringify(config())})`
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', child])
  expect([status, readdirSync(root)]).toEqual([143, []])
})

test('a folder of other files is not replaced', async () => {
  mkdirSync(path.join(root, 'out'))
  writeFileSync(path.join(root, 'out/letter.txt'), 'Dear')
  await expect(publish([manifest], config())).rejects.toMatchObject({ code: 'out-unwritable' })
  expect(list()).toEqual(['letter.txt'])
})
