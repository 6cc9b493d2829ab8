/**
 * What git knows of the seeds: the newest commit that changed them. It dates an edition that nobody dates, and stands in
 * its PDFs; a project without git, or without commits, has none.
 */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { SourceCommit } from './contract/config.ts'

const run = promisify(execFile)

/** The newest commit of a folder; null where there is none. One with changes since is named with a `+`. */
export async function readCommit(folder: string): Promise<SourceCommit | null> {
  const git = (...argv: readonly string[]) => run('git', ['-C', folder, ...argv], { timeout: 5000 })
  try {
    const [log, status] = await Promise.all([
      git('log', '-1', '--format=%H %cs', '--', '.'),
      git('status', '--porcelain', '--', '.'),
    ])
    const [, hash, date] = /^([0-9a-f]{40,64}) (\d{4}-\d{2}-\d{2})$/u.exec(log.stdout.trim()) ?? []
    return hash && date ? { hash: status.stdout === '' ? hash : `${hash}+`, date } : null
  } catch {
    return null
  }
}
