/**
 * The manifest of the edition that stands in out/, so that the next one can say what changed.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { Manifest } from '../contract/manifest.ts'

/** The manifest; undefined where there is none, or none that can be read. */
export async function readManifest(config: Config): Promise<Manifest | undefined> {
  try {
    const manifest: unknown = JSON.parse(await readFile(path.join(config.folders.out, 'manifest.json'), 'utf8'))
    return isManifest(manifest) ? manifest : undefined
  } catch {
    return undefined
  }
}

function isManifest(value: unknown): value is Manifest {
  return (
    typeof value === 'object' &&
    value !== null &&
    'outputs' in value &&
    Array.isArray(value.outputs) &&
    'changes' in value
  )
}
