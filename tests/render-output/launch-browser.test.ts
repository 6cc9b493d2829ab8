/** What the browser leaves behind when it is closed, when a signal ends the process, and when it cannot be started: nothing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { ConfigError } from '../../pipeline/diagnostics/config-error.ts'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { openPrinter } from '../../pipeline/render-output/open-printer.ts'
import { makeConfig, makeFolder } from '../fill-templates/material.ts'

const listeners = () => (['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const).map(name => process.listenerCount(name))

/** Identifiers of the running processes that were started with this text; what has ended and nobody has asked for is none. */
function listProcesses(text: string): readonly string[] {
  return readdirSync('/proc').filter(pid => {
    try {
      return /^\d+$/.test(pid) && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text)
    } catch {
      return false
    }
  })
}

test('few pages are opened for many jobs, and closing leaves no profile and no listeners', async () => {
  const before = listeners()
  const handle = openBrowser(makeConfig({ jobs: 150 }))
  const browser = await handle.browser()
  const [, profile = ''] = /--user-data-dir=(.*)/.exec(browser.process()?.spawnargs.join('\n') ?? '') ?? []
  expect(existsSync(profile)).toBe(true)
  expect((await browser.pages()).length).toBeLessThanOrEqual(5)
  await handle.close()
  expect(existsSync(profile)).toBe(false)
  expect(listeners()).toEqual(before)
})

test('a program that the system refuses to run is an error of configuration', async () => {
  const path = join(makeFolder(), 'chrome')
  writeFileSync(path, '#!/nowhere/interpreter\n')
  chmodSync(path, 0o755)
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', path)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const handle = openBrowser(makeConfig())
  await expect(handle.browser()).rejects.toMatchObject({ code: 'browser-missing', message: /ENOENT/ })
  await handle.close()
})

const limits = { jobs: 2, seconds: 60 }

test('a printer prints, and leaves no profile, no process and no listeners when it is closed', async () => {
  const folder = makeFolder()
  vi.stubEnv('TMPDIR', folder)
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const before = listeners()
  const printer = openPrinter(makeConfig())
  const { pdf } = await printer.print({ path: 'a.html', html: '<p>a</p>' }, limits)
  expect(Buffer.from(pdf).toString('latin1', 0, 5)).toBe('%PDF-')
  expect(listProcesses(folder)).not.toEqual([])
  const late = printer.print({ path: 'b.html', html: '<p>b</p>'.repeat(20_000) }, limits)
  late.catch(() => undefined)
  await printer.close()
  await expect(late).rejects.toThrow('Printing b.html failed')
  await expect(printer.print({ path: 'c.html', html: '' }, limits)).rejects.toThrow('the browser has been closed')
  await vi.waitFor(() => expect(listProcesses(folder)).toEqual([]))
  expect(readdirSync(folder).filter(name => /profile/.test(name))).toEqual([])
  expect(listeners().slice(0, 3)).toEqual(before.slice(0, 3))
})

test('an error of configuration comes out of the thread as one', async () => {
  vi.stubEnv('PUPPETEER_EXECUTABLE_PATH', '/nowhere/chrome')
  onTestFinished(() => {
    vi.unstubAllEnvs()
  })
  const printer = openPrinter(makeConfig())
  const refused = printer.print({ path: 'a.html', html: '' }, limits)
  await expect(refused).rejects.toBeInstanceOf(ConfigError)
  await expect(refused).rejects.toMatchObject({
    code: 'browser-missing',
    message: 'PUPPETEER_EXECUTABLE_PATH names /nowhere/chrome, and there is no such file',
    remedy: 'Correct the variable, or unset it to use an installed browser.',
  })
  await printer.close()
})

test.each([
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)('%s ends the process with %i, and the browser and its profile with it', async (signal, code) => {
  const folder = makeFolder()
  const script = `
    import { openPrinter } from ${JSON.stringify(resolve('pipeline/render-output/open-printer.ts'))}
    const printer = openPrinter(${JSON.stringify(makeConfig())})
    await printer.print({ path: 'a.html', html: '<p>a</p>' }, ${JSON.stringify(limits)})
    console.log('printed')
    setInterval(() => undefined, 1000)`
  writeFileSync(join(folder, 'print.mjs'), script)
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), join(folder, 'print.mjs')], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const profiles = () => readdirSync(folder).filter(name => /profile/.test(name))
  await once(child.stdout, 'data')
  expect(profiles()).toHaveLength(1)
  expect(listProcesses(folder)).not.toEqual([])
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([code, null])
  expect(profiles()).toEqual([])
  await vi.waitFor(() => expect(listProcesses(folder)).toEqual([]))
})
