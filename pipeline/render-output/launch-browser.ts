/**
 * Starts the browser so that a printed page can reach nothing: no network, no proxy that answers, no name that resolves.
 * The flags were found by measuring what a hostile page still got through; leave none out.
 */
import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Browser, LaunchOptions } from 'puppeteer-core'
import type { Config } from '../contract/config.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { type BrowserGuard, guardBrowser, watchStart } from './browser-process.ts'
import { findBrowser } from './find-browser.ts'
import { warmUp } from './print-pages.ts'
import { unpackBrowser } from './unpack-browser.ts'

/** A browser that is started at the first need, or before it. */
export interface BrowserHandle {
  /** Starts the browser if it is not running yet, and gives it. */
  readonly browser: () => Promise<Browser>
  /** Must be called in all cases; a browser never started costs nothing. */
  readonly close: () => Promise<void>
}

/** What of the configuration the browser depends on. */
export type BrowserConfig = Pick<Config, 'formats' | 'cache' | 'jobs'> & {
  readonly folders: Pick<Config['folders'], 'cache'>
}

/**
 * Prepares a browser for a run. It starts at once where printing is to be expected. An error of starting comes from
 * `browser()`, as a ConfigError. Until it is closed, the guard cleans up however the process ends.
 */
export function openBrowser(config: BrowserConfig, guard: BrowserGuard = guardBrowser()): BrowserHandle {
  let starting: Promise<Browser> | undefined
  let closing: Promise<void> | undefined
  const browser = async () => {
    if (closing) throw new Error('The browser has been closed')
    starting ??= launchBrowser(config, guard)
    return starting
  }
  if (expectsPrints(config)) {
    starting = launchBrowser(config, guard).then(async started => {
      await warmUp(started, config.jobs)
      return started
    })
    starting.catch(() => undefined)
  }
  return {
    browser,
    close: () => {
      closing ??= (async () => {
        try {
          const started = await starting?.catch(() => undefined)
          await started?.close()
        } finally {
          guard.end()
        }
      })()
      return closing
    },
  }
}

/** Whether the browser is wanted for certain: there are PDFs to make, and no cache that may hold them all. */
export function expectsPrints(config: BrowserConfig): boolean {
  return config.formats.includes('pdf') && !(config.cache && existsSync(pdfCacheFolder(config)))
}

/** Where cache-pdfs.ts keeps what was printed. */
export function pdfCacheFolder(config: BrowserConfig): string {
  return join(cacheFolder(config), 'pdf')
}

async function launchBrowser(config: BrowserConfig, guard: BrowserGuard): Promise<Browser> {
  const found = findBrowser()
  const packed = found.kind === 'packed' ? await unpackBrowser(found, cacheFolder(config)) : undefined
  const path = packed?.path ?? (found as { path: string }).path
  const { default: puppeteer } = await import('puppeteer-core')
  const launch = (more: LaunchOptions = {}) =>
    watchStart(path, guard, () => puppeteer.launch({ ...options(), ...more }))
  const options = (): LaunchOptions => ({
    executablePath: path,
    headless: packed || (found.kind === 'installed' && found.shell) ? 'shell' : true,
    pipe: true,
    args: browserArguments(),
    userDataDir: guard.profile(),
    // The guard does more than end the browser.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  })
  try {
    return await launch()
  } catch (cause) {
    if (packed && /loading shared libraries/.test(String(cause))) {
      const env = { ...process.env, LD_LIBRARY_PATH: packed.libraries }
      return launch({ env }).catch(error => refuse(path, error))
    }
    return refuse(path, cause)
  }
}

function browserArguments(): string[] {
  return [
    // A proxy where nobody listens, for loopback too; and no names.
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-sync',
    '--no-pings',
    '--webrtc-ip-handling-policy=disable_non_proxied_udp',
    '--force-webrtc-ip-handling-policy',
    // Line breaks are the same in every version and build.
    '--font-render-hinting=none',
    '--disable-gpu',
    '--disable-dev-shm-usage',
    '--mute-audio',
    // Chromium refuses its sandbox to root, and to nobody else.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ]
}

function refuse(path: string, cause: unknown): never {
  const first = String(cause instanceof Error ? cause.message : cause)
    .split('\n')
    .find(line => /error|cannot|failed|spawn|mkdtemp/i.test(line))
  throw new ConfigError('browser-missing', `The browser ${path} does not start${first ? `: ${first.trim()}` : ''}`, {
    remedy: 'Install Chrome or Chromium and name it in PUPPETEER_EXECUTABLE_PATH.',
    cause,
  })
}

function cacheFolder(config: BrowserConfig): string {
  return config.folders.cache || join(homedir(), '.cache', 'briefwright')
}
