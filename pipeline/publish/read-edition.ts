/**
 * Reads a published edition back from disk: its manifest and its pages, as anybody would find them there.
 */
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../contract/config.ts'
import type { Manifest } from '../contract/manifest.ts'
import type { PublishedFile } from '../contract/proof.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { readManifest } from './read-manifest.ts'

/** The HTML pages and PDFs of the edition in out/, by path. Throws a ConfigError where there is none. */
export async function readEdition(
  config: Config,
): Promise<{ readonly manifest: Manifest; readonly files: readonly PublishedFile[] }> {
  const folder = config.folders.out
  const manifest = await readManifest(config)
  if (!manifest)
    throw new ConfigError('no-edition', `${path.relative(config.root, folder) || folder} holds no edition to verify`, {
      remedy: 'Run `npm run build:reports` first, or name the folder of an edition.',
    })
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const names = entries
    .filter(entry => entry.isFile() && /\.(?:html|pdf)$/u.test(entry.name))
    .map(entry => path.join(entry.parentPath, entry.name))
    .sort()
  const files = await Promise.all(
    names.map(async name => ({
      path: path.relative(folder, name).split(path.sep).join('/'),
      bytes: new Uint8Array(await readFile(name)),
    })),
  )
  return { manifest, files }
}
