/**
 * Reads the seeds from disk: every `.txt` and `.md` in the seeds folder, decoded, hashed, and with the metadata of the
 * `.yml` beside it. A file that is no text is an error at its name, and the others are read all the same.
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Seed } from '../contract/seed.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { isSeedFile, readSeed } from './read-seed.ts'

/** The seeds of the project in the order of their paths. */
export async function readSeeds(_input: undefined, config: Config): Promise<Outcome<readonly Seed[]>> {
  const files = await listSeedFiles(config)
  const outcomes = await Promise.all(files.map(file => readSeed(file, config)))
  const messages: VFileMessage[] = outcomes.flatMap(outcome => outcome.messages)
  const seeds = outcomes.flatMap(outcome => (outcome.value ? [outcome.value] : []))
  const ids = new Map<string, Seed>()
  const unique = seeds.filter(seed => {
    const other = ids.get(seed.id)
    if (other) {
      const reason = `The file's name without its extension is the same as that of ${other.path}, so it is left out`
      messages.push(createMessage('seed-is-readable', reason, { file: seed.path }))
    }
    ids.set(seed.id, other ?? seed)
    return !other
  })
  return { value: unique, messages }
}

async function listSeedFiles(config: Config): Promise<readonly string[]> {
  const folder = config.folders.seeds
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(cause => {
    throw new ConfigError(
      'seeds-missing',
      `The seeds folder cannot be read: ${path.relative(config.root, folder) || folder}`,
      {
        remedy:
          'Create it and put the source documents into it, or name another under `folders.seeds` in briefwright.yml.',
        cause,
      },
    )
  })
  return entries
    .filter(entry => entry.isFile() && isSeedFile(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort((left, right) => (left < right ? -1 : 1))
}
