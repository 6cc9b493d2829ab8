/**
 * Reads the files that `library` names in briefwright.yml. What they hold is read later, as content; that they are there
 * is a matter of configuration.
 */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { LibraryFile } from './contract/config.ts'
import { ConfigError } from './diagnostics/config-error.ts'

/** The files in their order, each once; throws a ConfigError where one is missing or too large. */
export async function readLibrary(
  names: readonly string[],
  root: string,
  megabytes: number,
): Promise<readonly LibraryFile[]> {
  const files = [...new Set(names.map(name => path.resolve(root, name)))]
  return Promise.all(
    files.map(async file => {
      const shown = path.relative(root, file).split(path.sep).join('/')
      const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => {
        const reason = cause.code === 'ENOENT' ? 'there is no file' : `${cause.code ?? cause.message} for`
        throw new ConfigError('file-not-found', `library: ${reason} ${shown}`, {
          place: 'briefwright.yml',
          remedy: 'Name .bib or CSL-JSON files by their paths in the project.',
          cause,
        })
      })
      if (bytes.length > megabytes * 1_000_000) {
        throw new ConfigError('config-invalid', `library: ${shown} is larger than ${megabytes} MB`, {
          place: 'briefwright.yml',
          remedy: 'Split the file, or raise limits.seedMegabytes.',
        })
      }
      return { path: shown, text: new TextDecoder(encodingOf(bytes)).decode(bytes) }
    }),
  )
}

/** By the mark that Windows programs write first; the decoder takes it off. */
function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}
