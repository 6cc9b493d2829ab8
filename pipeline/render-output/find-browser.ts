/**
 * Finds the browser to print with: the one the environment names, one that is installed, or the headless shell in the
 * npm package @sparticuz/chromium. Only looks; unpack-browser.ts unpacks and launch-browser.ts starts.
 */
import { accessSync, constants, existsSync, readdirSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { ConfigError } from '../diagnostics/config-error.ts'

/** A browser that is there, or the package one can be unpacked from. */
export type FoundBrowser =
  | { readonly kind: 'installed'; readonly path: string; readonly shell: boolean }
  | { readonly kind: 'packed'; readonly folder: string; readonly version: string }

/** Where to look; from the process by default. */
export interface Surroundings {
  readonly platform: NodeJS.Platform
  readonly arch: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly home: string
}

const here: Surroundings = { platform: process.platform, arch: process.arch, env: process.env, home: homedir() }

/** The first browser there is. Throws a ConfigError that names the command that installs one. */
export function findBrowser(around: Surroundings = here): FoundBrowser {
  const named = around.env.PUPPETEER_EXECUTABLE_PATH
  if (named) {
    if (isProgram(named)) return installed(named)
    const fault = existsSync(named) ? 'that is no program that may be run' : 'there is no such file'
    throw new ConfigError('browser-missing', `PUPPETEER_EXECUTABLE_PATH names ${named}, and ${fault}`, {
      remedy: 'Correct the variable, or unset it to use an installed browser.',
    })
  }
  const path = usualPaths(around).find(isProgram)
  if (path) return installed(path)
  const packed = findPackage(around)
  if (packed) return packed
  throw new ConfigError('browser-missing', 'There is no Chrome or Chromium to print PDF files with', {
    remedy: 'Run npx @puppeteer/browsers install chrome-headless-shell@stable --path ~/.cache/puppeteer',
  })
}

/** Tells one browser's output from another's; no browser is started for it. Throws as findBrowser. */
export function identifyBrowser(): string {
  const found = findBrowser()
  if (found.kind === 'packed') return `@sparticuz/chromium ${found.version}`
  // An update changes the file under the same name.
  const { size, mtimeMs } = statSync(found.path)
  return `${found.path} ${size} ${mtimeMs}`
}

/** A regular file that this user may run. */
function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return statSync(path).isFile()
  } catch {
    return false
  }
}

function installed(path: string): FoundBrowser {
  return { kind: 'installed', path, shell: /headless[-_]shell/.test(path) }
}

function usualPaths(around: Surroundings): string[] {
  const { env, platform } = around
  const downloaded = downloadedPaths(env.PUPPETEER_CACHE_DIR ?? join(around.home, '.cache', 'puppeteer'), platform)
  if (platform === 'darwin') {
    const inFolder = (folder: string) =>
      ['Google Chrome', 'Chromium'].map(name => join(folder, 'Applications', `${name}.app`, 'Contents', 'MacOS', name))
    return [...downloaded, ...inFolder('/'), ...inFolder(around.home)]
  }
  if (platform === 'win32') {
    const folders = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter(each => each !== undefined)
    const browsers = [
      'Google/Chrome/Application/chrome.exe',
      'Chromium/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ]
    return [...downloaded, ...folders.flatMap(folder => browsers.map(each => join(folder, each)))]
  }
  const names = ['chrome-headless-shell', 'google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser']
  const folders = [...(env.PATH ?? '').split(delimiter).filter(Boolean), '/opt/google/chrome']
  return [
    ...downloaded,
    ...names.flatMap(name => folders.map(folder => join(folder, name))),
    '/opt/google/chrome/chrome',
  ]
}

/** What @puppeteer/browsers has put into its folder: `<browser>/<platform>-<version>/<archive>/<executable>`. */
function downloadedPaths(cache: string, platform: NodeJS.Platform): string[] {
  const suffix = platform === 'win32' ? '.exe' : ''
  const app = 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'
  return (['chrome-headless-shell', 'chrome'] as const).flatMap(browser =>
    newestFirst(join(cache, browser)).flatMap(build =>
      newestFirst(build).map(archive =>
        join(archive, browser === 'chrome' && platform === 'darwin' ? app : `${browser}${suffix}`),
      ),
    ),
  )
}

function newestFirst(folder: string): string[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
  const byVersion = new Intl.Collator('en', { numeric: true })
  return names.sort((a, b) => byVersion.compare(b, a)).map(name => join(folder, name))
}

function findPackage(around: Surroundings): FoundBrowser | undefined {
  if (around.platform !== 'linux' || around.arch !== 'x64') return undefined
  try {
    const require = createRequire(import.meta.url)
    // The package exports its entry alone: build/esm/index.js.
    let folder = dirname(require.resolve('@sparticuz/chromium'))
    while (!existsSync(join(folder, 'bin', 'chromium.br'))) {
      if (dirname(folder) === folder) return undefined
      folder = dirname(folder)
    }
    const { version } = require(join(folder, 'package.json')) as { version: string }
    return { kind: 'packed', folder, version }
  } catch {
    return undefined
  }
}
