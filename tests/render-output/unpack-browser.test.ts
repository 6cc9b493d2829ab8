/** The packed browser is unpacked whole or not at all, by however many at once. */
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { unpackBrowser } from '../../pipeline/render-output/unpack-browser.ts'
import { makeFolder } from '../fill-templates/material.ts'

/** A package with a small program in the browser's place. */
function makePackage(): { readonly folder: string; readonly version: string } {
  const folder = makeFolder()
  mkdirSync(join(folder, 'bin'))
  writeFileSync(join(folder, 'bin', 'chromium.br'), brotliCompressSync(Buffer.alloc(3_000_000, 'shell')))
  writeFileSync(join(folder, 'bin', 'al2023.tar.br'), brotliCompressSync(tarOf('lib/libnss3.so', 'library')))
  return { folder, version: '1.2.3' }
}

function tarOf(name: string, content: string): Buffer {
  const tar = Buffer.alloc(512 + 512 + 1024)
  tar.write(name, 0)
  tar.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
  tar.write('0', 156)
  tar.write(content, 512)
  return tar
}

const newCache = () => join(makeFolder(), 'deeper')

test('the browser and its libraries are put into a folder of their version', async () => {
  const cache = newCache()
  const { path, libraries } = await unpackBrowser(makePackage(), cache)
  expect(path).toBe(join(cache, 'chromium-1.2.3', 'headless-shell'))
  expect(statSync(path).size).toBe(3_000_000)
  expect(statSync(path).mode & 0o111).toBe(0o111)
  expect(readFileSync(join(libraries, 'libnss3.so'), 'utf8')).toBe('library')
})

test('several first starts at once leave one browser and nothing else', async () => {
  const cache = newCache()
  const source = makePackage()
  const all = await Promise.all(Array.from({ length: 4 }, () => unpackBrowser(source, cache)))
  expect(new Set(all.map(({ path }) => path)).size).toBe(1)
  expect(readdirSync(cache)).toEqual(['chromium-1.2.3'])
  expect(statSync(all[0]?.path ?? '').size).toBe(3_000_000)
})

test('a broken package leaves nothing behind', async () => {
  const cache = newCache()
  const source = makePackage()
  writeFileSync(join(source.folder, 'bin', 'chromium.br'), 'not brotli')
  await expect(unpackBrowser(source, cache)).rejects.toThrow()
  expect(readdirSync(cache)).toEqual([])
})

test('a cache folder that cannot be made is said with its name', async () => {
  const file = join(makeFolder(), 'file')
  writeFileSync(file, '')
  const cache = join(file, 'cache')
  await expect(unpackBrowser(makePackage(), cache)).rejects.toMatchObject({
    code: 'browser-missing',
    place: cache,
    remedy: expect.stringContaining('PUPPETEER_EXECUTABLE_PATH'),
  })
})
