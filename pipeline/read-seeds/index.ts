/**
 * Reads the seeds from disk: every file of a known format (text, Markdown, HTML, Word, PDF) in the seeds folder,
 * decoded where it is text, hashed, and with the overlay `.yml` beside it. A file that cannot be read is an error at its
 * name, and the others are read all the same.
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
  const names = await listFiles(config)
  const files = names.filter(name => isSeedFile(path.basename(name)))
  const shownFolder = path.relative(config.root, config.folders.seeds) || '.'
  const outcomes = await Promise.all(files.map(file => readSeed(file, config)))
  const messages: VFileMessage[] = outcomes.flatMap(outcome => outcome.messages)
  if (files.length === 0) {
    messages.push(createMessage('project-has-seeds', 'The seeds folder holds no document', { file: shownFolder }))
  }
  for (const name of names.filter(isUnknown)) {
    const shown = path.relative(config.root, name).split(path.sep).join('/')
    messages.push(createMessage('seed-is-known', 'This kind of file is not read', { file: shown }))
  }
  const described = new Set(files.map(stemOf))
  for (const name of names.filter(each => isOverlayFile(each) && !described.has(stemOf(each)))) {
    const shown = path.relative(config.root, name).split(path.sep).join('/')
    messages.push(createMessage('overlay-matches-seed', 'There is no seed of this name beside it', { file: shown }))
  }
  const seeds = outcomes.flatMap(outcome => (outcome.value ? [outcome.value] : []))
  const ids = new Map<string, Seed>()
  const unique = seeds.filter(seed => {
    const other = ids.get(seed.id)
    if (other) {
      const reason = `Its pages would have the same name as those of ${other.path}: ${seed.id}`
      messages.push(createMessage('seed-name-is-unique', reason, { file: seed.path }))
    }
    ids.set(seed.id, other ?? seed)
    return !other
  })
  return { value: unique, messages }
}

/** Every file in the seeds folder, links to files followed, in order. */
async function listFiles(config: Config): Promise<readonly string[]> {
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
    .filter(entry => entry.isFile() || entry.isSymbolicLink())
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort((left, right) => (left < right ? -1 : 1))
}

/** A path without its extension, which a seed and its overlay share. */
function stemOf(file: string): string {
  return file.slice(0, file.length - path.extname(file).length)
}

function isOverlayFile(file: string): boolean {
  return /\.yml$/u.test(file) && !/^(?:readme|\.)/iu.test(path.basename(file))
}

/** Neither a seed nor an overlay, nor a file that is not meant to be read. */
function isUnknown(file: string): boolean {
  const name = path.basename(file)
  return !isSeedFile(name) && !/^(?:readme(?:\.\w+)?$|\.)/iu.test(name) && !/\.yml$/iu.test(name)
}
