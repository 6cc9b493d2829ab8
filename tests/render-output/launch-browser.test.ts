/** What the browser leaves behind when it is closed, when a signal ends the process, and when it cannot be started: nothing. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { openBrowser } from '../../pipeline/render-output/launch-browser.ts'
import { makeConfig, makeFolder } from '../fill-templates/material.ts'

const listeners = () => (['SIGINT', 'SIGTERM', 'SIGHUP', 'exit'] as const).map(name => process.listenerCount(name))

/** A process that has ended but that nobody has asked for, as in a container, does not run. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !(existsSync('/proc') && readFileSync(`/proc/${pid}/stat`, 'utf8').includes(') Z '))
  } catch {
    return false
  }
}

test('few pages are opened for many jobs, and closing leaves no profile and no listeners', async () => {
  const before = listeners()
  const handle = await openBrowser(makeConfig({ jobs: 150 }))
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
  const handle = await openBrowser(makeConfig())
  await expect(handle.browser()).rejects.toMatchObject({ code: 'browser-missing', message: /ENOENT/ })
  await handle.close()
})

test.each([
  ['SIGINT', 130],
  ['SIGHUP', 129],
] as const)('%s ends the process with %i, and the browser and its profile with it', async (signal, code) => {
  const folder = makeFolder()
  const script = `
    import { openBrowser } from ${JSON.stringify(resolve('pipeline/render-output/launch-browser.ts'))}
    const handle = await openBrowser(${JSON.stringify(makeConfig())})
    console.log((await handle.browser()).process().pid)
    setInterval(() => undefined, 1000)`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    env: { ...process.env, TMPDIR: folder },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const profiles = () => readdirSync(folder).filter(name => /profile/.test(name))
  const [pid] = await once(child.stdout, 'data')
  expect(profiles()).toHaveLength(1)
  child.kill(signal)
  expect(await once(child, 'exit')).toEqual([code, null])
  expect(profiles()).toEqual([])
  await vi.waitFor(() => expect(isRunning(Number(pid))).toBe(false))
})
