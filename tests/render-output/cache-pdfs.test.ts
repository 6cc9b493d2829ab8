/** The cache forgets what is old, and looks for it once a day. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openPdfCache } from '../../pipeline/render-output/cache-pdfs.ts'
import { makeFolder } from '../fill-templates/material.ts'

test('a print is kept for thirty days', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  onTestFinished(() => {
    vi.useRealTimers()
  })
  const folder = makeFolder()
  const cache = await openPdfCache(folder, () => 'a browser')
  const kept = async () => (await Promise.all(['old', 'new'].map(html => cache.read(html)))).map(each => each?.length)
  const pass = (days: number) => vi.setSystemTime(Date.now() + days * 24 * 60 * 60 * 1000)

  await cache.write('old', Buffer.from('1'))
  await cache.tidy()
  pass(20)
  await cache.write('new', Buffer.from('22'))
  await cache.tidy()
  expect(await kept()).toEqual([1, 2])
  pass(11)
  await cache.tidy()
  expect(await kept()).toEqual([undefined, 2])
})

test('a cache that is not there is not made', async () => {
  const folder = makeFolder()
  const cache = await openPdfCache(join(folder, 'pdf'), () => 'a browser')
  await cache.tidy()
  expect(readdirSync(folder)).toEqual([])
})
