/**
 * Starts the browser so that a printed page can reach nothing: no network, no proxy that answers, no name that resolves.
 * The flags were found by measuring what a hostile page still got through; leave none out.
 */
import { existsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { Browser, LaunchOptions } from 'puppeteer'
import type { Config } from '../contract/config.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { type BrowserProcess, guardBrowser } from './browser-process.ts'
import { findBrowser } from './find-browser.ts'
import { warmUp } from './print-pages.ts'
import { unpackBrowser } from './unpack-browser.ts'

/** A browser that is started at the first need, or before it. */
export interface BrowserHandle {
  /** Starts the browser if it is not running yet, and gives it. */
  readonly browser: () => Promise<Browser>
  /** Waits for a start that is under way, whatever comes of it. */
  readonly settle: () => Promise<void>
  /** What prints, for telling one browser's output from another's: no browser is started for it. */
  readonly identity: () => string
  /** Must be called in all cases; a browser never started costs nothing. */
  readonly close: () => Promise<void>
}

/**
 * Prepares a browser for a run. It starts at once, so that it is warm when the first page is filled, unless a cache is
 * there that may hold every PDF already. An error of starting comes from `browser()`, as a ConfigError. Until it is closed,
 * SIGINT, SIGTERM and SIGHUP end the process and leave nothing behind.
 */
export async function openBrowser(config: Config): Promise<BrowserHandle> {
  const guard = guardBrowser()
  let starting: Promise<Browser> | undefined
  let closing: Promise<void> | undefined
  const browser = () => {
    starting ??= launchBrowser(config, guard)
    return starting
  }
  if (config.formats.includes('pdf') && !(config.cache && existsSync(pdfCacheFolder(config)))) {
    // Loaded before anything is computed: its modules would not load while the stages keep the thread.
    await import('puppeteer')
    starting = launchBrowser(config, guard).then(async started => {
      await warmUp(started, config.jobs)
      return started
    })
    starting.catch(() => undefined)
  }
  return {
    browser,
    settle: async () => {
      await starting?.catch(() => undefined)
    },
    identity: () => {
      const found = findBrowser()
      if (found.kind === 'packed') return `@sparticuz/chromium ${found.version}`
      // An update changes the file under the same name.
      const { size, mtimeMs } = statSync(found.path)
      return `${found.path} ${size} ${mtimeMs}`
    },
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

/** Where cache-pdfs.ts keeps what was printed. */
export function pdfCacheFolder(config: Config): string {
  return join(cacheFolder(config), 'pdf')
}

async function launchBrowser(config: Config, guard: BrowserProcess): Promise<Browser> {
  const found = findBrowser()
  const packed = found.kind === 'packed' ? await unpackBrowser(found, cacheFolder(config)) : undefined
  const path = packed?.path ?? (found as { path: string }).path
  const { default: puppeteer } = await import('puppeteer')
  const launch = (more: LaunchOptions = {}) => guard.watch(path, () => puppeteer.launch({ ...options(), ...more }))
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

function cacheFolder(config: Config): string {
  return config.folders.cache || join(homedir(), '.cache', 'briefwright')
}
