/**
 * What the browser is to the operating system: a group of processes, and a profile folder it writes to. Neither may
 * outlive this process, however it ends: puppeteer ends the browser but leaves the folder, and a program that cannot be
 * started would take this process with it.
 */
import type { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** Watches over the browser of one run. */
export interface BrowserProcess {
  /** The folder for the browser's profile, made at the first call. */
  readonly profile: () => string
  /** Calls `start`, which starts the program at `path`; rejects if the system refuses to run it. */
  readonly watch: <T>(path: string, start: () => Promise<T>) => Promise<T>
  /** Kills what still runs, removes the profile, and leaves signals to whoever else handles them. */
  readonly end: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** From here to `end()`, a signal ends this process with 128 and its number, as a shell counts, after cleaning up. */
export function guardBrowser(): BrowserProcess {
  let profile: string | undefined
  let child: ChildProcess | undefined
  const clean = () => {
    if (child) kill(child)
    // The last of the group may still be writing.
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    child = undefined
    profile = undefined
  }
  const exit = (_signal: string, number: number) => process.exit(128 + number)
  process.once('exit', clean)
  for (const signal of signals) process.on(signal, exit)
  return {
    profile: () => {
      profile ??= mkdtempSync(join(tmpdir(), 'briefwright-profile-'))
      return profile
    },
    watch: async (path, start) => {
      const { promise: refused, reject } = withReject()
      const onSpawn = (message: unknown) => {
        const { process: spawned } = message as { readonly process: ChildProcess }
        // It has its file name by the next tick, and its error not before.
        process.nextTick(() => {
          if (spawned.spawnfile !== path) return
          child = spawned
          spawned.once('error', reject)
        })
      }
      subscribe('child_process', onSpawn)
      try {
        return await Promise.race([start(), refused])
      } finally {
        unsubscribe('child_process', onSpawn)
      }
    },
    end: () => {
      process.off('exit', clean)
      for (const signal of signals) process.off(signal, exit)
      clean()
    },
  }
}

function withReject(): { readonly promise: Promise<never>; readonly reject: (cause: Error) => void } {
  let reject: (cause: Error) => void = () => undefined
  const promise = new Promise<never>((_, rejectIt) => {
    reject = rejectIt
  })
  return { promise, reject }
}

/** With all of its group, which puppeteer makes it the leader of where there are groups. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
