/**
 * Publishes an edition: every file is written to a folder beside out/, which then takes its place by a rename. Whoever
 * looks at out/ sees the edition before or the new one, never half of either.
 */
import { mkdirSync, renameSync } from 'node:fs'
import { chmod, mkdir, mkdtemp, readdir, readlink, realpath, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Artifact } from '../contract/page.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { isEdition } from './read-manifest.ts'
import { removeAtExit, stagingName, tidyStaging } from './staging.ts'

/** Writes all artifacts and swaps them in; the value is the folder. Throws ConfigError where out/ cannot be written. */
export async function publish(artifacts: readonly Artifact[], config: Config): Promise<Outcome<string>> {
  try {
    const out = await resolveLink(config.folders.out)
    await mkdir(path.dirname(out), { recursive: true })
    await tidyStaging(out)
    await checkOwn(out, config)
    const staged = await mkdtemp(`${stagingName(out)}new-`)
    const old = `${stagingName(out)}old-${process.pid}`
    const leftOver = [staged]
    const settle = removeAtExit(leftOver)
    try {
      await writeArtifacts(artifacts, staged)
      await chmod(staged, await modeFor(out))
      swap(staged, out, old)
      leftOver.push(old)
    } finally {
      await Promise.all(leftOver.map(folder => rm(folder, { recursive: true, force: true })))
      settle()
    }
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    throw new ConfigError('out-unwritable', `The output folder cannot be written (${code ?? message})`, {
      place: describeOut(config),
      remedy:
        'Check that the folder and the one it stands in may be written, or choose another with --out. The edition before is untouched.',
      cause,
    })
  }
  return { value: config.folders.out, messages: [] }
}

function describeOut({ root, folders }: Config): string {
  return path.relative(root, folders.out) || folders.out
}

/** Where a link leads, even to nothing: the link stays, and the folder it names is replaced. */
async function resolveLink(out: string): Promise<string> {
  return realpath(out).catch(async (error: NodeJS.ErrnoException) => {
    if (error.code !== 'ENOENT') throw error
    return readlink(out).then(
      target => path.resolve(path.dirname(out), target),
      () => out,
    )
  })
}

/** The permissions of the folder that is replaced; a staging folder is made for its owner alone. */
async function modeFor(out: string): Promise<number> {
  return stat(out).then(
    ({ mode }) => mode & 0o7777,
    () => 0o777 & ~process.umask(),
  )
}

/** A folder that something else has filled is not replaced. */
async function checkOwn(out: string, config: Config): Promise<void> {
  const entries: readonly string[] = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries.every(name => name === '.gitkeep') || (await isEdition(out))) return
  throw new ConfigError(
    'out-unwritable',
    'The output folder holds files that are no edition, and would be replaced as a whole',
    {
      place: describeOut(config),
      remedy: 'Choose a new or empty folder with --out, or empty this one.',
    },
  )
}

async function writeArtifacts(artifacts: readonly Artifact[], folder: string): Promise<void> {
  const files = artifacts.map(({ path: name, bytes }) => ({ file: path.join(folder, ...name.split('/')), bytes }))
  // Made at once, as a folder made in the background could come back after a signal has removed all.
  for (const parent of new Set(files.map(({ file }) => path.dirname(file)))) mkdirSync(parent, { recursive: true })
  await Promise.all(files.map(({ file, bytes }) => writeFile(file, bytes)))
  // Keeps the folder in git while its content is ignored.
  await writeFile(path.join(folder, '.gitkeep'), '')
}

/** Both renames in one go, as no signal gets between them. */
function swap(staged: string, out: string, old: string): void {
  let hadEdition = true
  try {
    renameSync(out, old)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    hadEdition = false
  }
  try {
    renameSync(staged, out)
  } catch (error) {
    if (hadEdition) renameSync(old, out)
    throw error
  }
}
