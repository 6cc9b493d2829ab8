/** Where a browser is looked for, and what is said when there is none. */
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError } from '../../pipeline/diagnostics/config-error.ts'
import { findBrowser, type Surroundings } from '../../pipeline/render-output/find-browser.ts'
import { makeFolder } from '../fill-templates/material.ts'

const around = (overrides: Partial<Surroundings> = {}): Surroundings => ({
  platform: 'linux',
  arch: 'x64',
  env: {},
  home: makeFolder(),
  ...overrides,
})

function makeFile(path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, '')
  chmodSync(path, 0o755)
  return path
}

test('the one that the environment names comes first', () => {
  const here = around()
  const path = makeFile(join(here.home, 'my-chrome'))
  expect(findBrowser({ ...here, env: { PUPPETEER_EXECUTABLE_PATH: path } })).toEqual({
    kind: 'installed',
    path,
    shell: false,
  })
})

test.each([
  ['/nowhere/chrome', /no such file/],
  ['/etc/passwd', /no program/],
  ['/etc', /no program/],
])('the name %s in the environment is an error, not a reason to look on', (path, reason) => {
  const find = () => findBrowser(around({ env: { PUPPETEER_EXECUTABLE_PATH: path } }))
  expect(find).toThrow(ConfigError)
  expect(find).toThrow(reason)
})

test('the newest that puppeteer has downloaded, and the shell before the full browser', () => {
  const here = around()
  const cache = join(here.home, '.cache', 'puppeteer')
  makeFile(join(cache, 'chrome', 'linux-200.0.0.0', 'chrome-linux64', 'chrome'))
  makeFile(
    join(cache, 'chrome-headless-shell', 'linux-99.0.0.0', 'chrome-headless-shell-linux64', 'chrome-headless-shell'),
  )
  const newest = makeFile(
    join(cache, 'chrome-headless-shell', 'linux-147.0.0.0', 'chrome-headless-shell-linux64', 'chrome-headless-shell'),
  )
  expect(findBrowser(here)).toEqual({ kind: 'installed', path: newest, shell: true })
})

test('one on the PATH', () => {
  const here = around()
  const path = makeFile(join(here.home, 'bin', 'chromium'))
  expect(findBrowser({ ...here, env: { PATH: `/nowhere:${join(here.home, 'bin')}` } })).toMatchObject({ path })
})

test('the package on Linux of 64 bits', () => {
  expect(findBrowser(around())).toMatchObject({ kind: 'packed', version: expect.stringMatching(/^\d+\./) })
})

test.each(['darwin', 'win32', 'linux'] as const)(
  'on %s without any, the error names the command that installs one',
  platform => {
    const none = around({ platform, arch: 'arm64' })
    expect(() => findBrowser(none)).toThrow(
      expect.objectContaining({
        code: 'browser-missing',
        remedy: expect.stringContaining('npx @puppeteer/browsers install'),
      }),
    )
  },
)
