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
export interface BrowserGuard {
  /** The folder for the browser's profile, made at the first call. */
  readonly profile: () => string
  /** Told the process that has been started, and null once it has ended. */
  readonly running: (pid: number | null) => void
  /** Kills what still runs, removes the profile, and leaves signals to whoever else handles them. */
  readonly end: () => void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/**
 * From here to `end()`, a signal ends this process with 128 and its number, as a shell counts, after cleaning up. Only the
 * main thread hears of signals.
 */
export function guardBrowser(): BrowserGuard {
  let profile: string | undefined
  let child: number | null = null
  const clean = () => {
    if (child !== null) kill(child)
    // The last of the group may still be writing.
    if (profile) rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 20 })
    child = null
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
    running: pid => {
      child = pid
    },
    end: () => {
      process.off('exit', clean)
      for (const signal of signals) process.off(signal, exit)
      clean()
    },
  }
}

/** Calls `start`, which starts the program at `path`, and tells the guard; rejects if the system refuses to run it. */
export async function watchStart<T>(path: string, guard: BrowserGuard, start: () => Promise<T>): Promise<T> {
  const { promise: refused, reject } = withReject()
  const onSpawn = (message: unknown) => {
    const { process: spawned } = message as { readonly process: ChildProcess }
    // It has its file name by the next tick, and its error not before.
    process.nextTick(() => {
      if (spawned.spawnfile !== path) return
      guard.running(spawned.pid ?? null)
      spawned.once('exit', () => guard.running(null))
      spawned.once('error', reject)
    })
  }
  subscribe('child_process', onSpawn)
  try {
    return await Promise.race([start(), refused])
  } finally {
    unsubscribe('child_process', onSpawn)
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
function kill(pid: number): void {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL')
  } catch {
    // It has ended by itself.
  }
}
