/**
 * Clears up when a build is interrupted, and after one that was killed: brings an edition back that was moved aside, and
 * removes what was left half-written.
 */
import { existsSync, renameSync, rmSync } from 'node:fs'
import { readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** Beginning of the names of the folders a build stages in; beside out/, so that the rename stays on one disk. */
export function stagingName(out: string): string {
  return path.join(path.dirname(out), `.${path.basename(out)}-`)
}

/**
 * Removes the folders if the process ends or is told to before the function that is returned has been called. What is
 * told by a signal ends as by that signal, with 128 and its number.
 */
export function removeAtExit(folders: readonly string[]): () => void {
  const remove = () => {
    for (const folder of folders.filter(each => existsSync(each))) {
      // Writes under way go on in the background; under another name they find no folder to go to.
      renameSync(folder, `${folder}-gone`)
      rmSync(`${folder}-gone`, { recursive: true, force: true, maxRetries: 5 })
    }
  }
  const end = (_signal: string, number: number) => process.exit(128 + number)
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  process.once('exit', remove)
  for (const signal of signals) process.on(signal, end)
  return () => {
    process.off('exit', remove)
    for (const signal of signals) process.off(signal, end)
  }
}

/** Older than this, a staging folder belongs to no running build. */
const staleAfter = 60 * 60 * 1000

/** Puts the folder beside `out` in order before a new edition is staged. */
export async function tidyStaging(out: string): Promise<void> {
  const folder = path.dirname(out)
  const prefix = path.basename(stagingName(out))
  const names = (await readdir(folder)).filter(name => name.startsWith(prefix))
  const missing = await stat(out).then(
    () => false,
    () => true,
  )
  for (const name of names) {
    const left = path.join(folder, name)
    if (missing && name.startsWith(`${prefix}old-`)) await rename(left, out).catch(() => undefined)
    else if (await isStale(left)) await rm(left, { recursive: true, force: true })
  }
}

async function isStale(folder: string): Promise<boolean> {
  const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs > staleAfter
}
