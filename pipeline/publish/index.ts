/**
 * Publishes an edition: every file is written to a folder beside out/, which then takes its place by a rename. Whoever
 * looks at out/ sees the edition before or the new one, never half of either.
 */
import { mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Artifact } from '../contract/page.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { stagingName, tidyStaging } from './staging.ts'

/** Writes all artifacts and swaps them in; the value is the folder. Throws ConfigError where out/ cannot be written. */
export async function publish(artifacts: readonly Artifact[], config: Config): Promise<Outcome<string>> {
  const { out } = config.folders
  try {
    await mkdir(path.dirname(out), { recursive: true })
    await tidyStaging(out)
    await checkOwn(out, config)
    const staged = await mkdtemp(`${stagingName(out)}new-`)
    try {
      await writeArtifacts(artifacts, staged)
      await swap(staged, out)
    } finally {
      await rm(staged, { recursive: true, force: true })
    }
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    const { code, message } = cause as NodeJS.ErrnoException
    throw new ConfigError('out-unwritable', `The output folder cannot be written (${code ?? message})`, {
      place: path.relative(config.root, out) || out,
      remedy:
        'Check that the folder and the one it stands in may be written, or choose another with --out. The edition before is untouched.',
      cause,
    })
  }
  return { value: out, messages: [] }
}

/** A folder that something else has filled is not replaced. */
async function checkOwn(out: string, config: Config): Promise<void> {
  const entries: readonly string[] = await readdir(out).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  if (entries.length === 0 || entries.includes('manifest.json') || entries.every(name => name === '.gitkeep')) return
  throw new ConfigError(
    'out-unwritable',
    'The output folder holds files that are no edition, and would be replaced as a whole',
    {
      place: path.relative(config.root, out) || out,
      remedy: 'Choose a new or empty folder with --out, or empty this one.',
    },
  )
}

async function writeArtifacts(artifacts: readonly Artifact[], folder: string): Promise<void> {
  await Promise.all(
    artifacts.map(async ({ path: name, bytes }) => {
      const file = path.join(folder, ...name.split('/'))
      await mkdir(path.dirname(file), { recursive: true })
      await writeFile(file, bytes)
    }),
  )
  // Keeps the folder in git while its content is ignored.
  await writeFile(path.join(folder, '.gitkeep'), '')
}

async function swap(staged: string, out: string): Promise<void> {
  const old = `${stagingName(out)}old-${process.pid}`
  const hadEdition = await rename(out, old).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false
      throw error
    },
  )
  try {
    await rename(staged, out)
  } catch (error) {
    if (hadEdition) await rename(old, out)
    throw error
  }
  await rm(old, { recursive: true, force: true })
}
