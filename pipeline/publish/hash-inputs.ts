/**
 * The hashes of what an edition is made from besides the seeds themselves: the configuration, the library, the
 * templates, and the metadata beside the seeds.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { ManifestFile } from '../contract/manifest.ts'

/** One entry for each file, by path in the project. */
export async function hashInputs(config: Config): Promise<readonly ManifestFile[]> {
  const { seeds, templates } = config.folders
  const files = [
    path.join(config.root, 'briefwright.yml'),
    ...config.libraries.map(({ path: name }) => path.join(config.root, ...name.split('/'))),
    ...(await listFiles(templates)),
    ...(await listFiles(seeds)).filter(name => name.endsWith('.yml')),
  ]
  const entries = await Promise.all(files.map(file => hashFile(file, config)))
  return entries.sort((left, right) => (left.path < right.path ? -1 : 1))
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries.filter(entry => entry.isFile()).map(entry => path.join(entry.parentPath, entry.name))
}

async function hashFile(file: string, config: Config): Promise<ManifestFile> {
  const bytes = await readFile(file)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { path: path.relative(config.root, file).split(path.sep).join('/'), sha256, bytes: bytes.length }
}
