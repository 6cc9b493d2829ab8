/**
 * The manifest of the edition that stands in out/, so that the next one can say what changed, and so that a folder of
 * somebody else's is not taken for an edition.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { Manifest } from '../contract/manifest.ts'

/** The manifest; undefined where there is none, or none that can be read. */
export async function readManifest(config: Config): Promise<Manifest | undefined> {
  const manifest = await parseManifest(config.folders.out)
  return isManifest(manifest) ? manifest : undefined
}

/** Whether the folder holds an edition of Briefwright, of this version or another. */
export async function isEdition(folder: string): Promise<boolean> {
  return isOwn(await parseManifest(folder))
}

async function parseManifest(folder: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path.join(folder, 'manifest.json'), 'utf8'))
  } catch {
    return undefined
  }
}

function isOwn(value: unknown): value is object & Pick<Manifest, 'generator'> {
  return typeof value === 'object' && value !== null && 'generator' in value && value.generator === 'briefwright'
}

function isManifest(value: unknown): value is Manifest {
  return isOwn(value) && 'outputs' in value && Array.isArray(value.outputs) && 'changes' in value
}
