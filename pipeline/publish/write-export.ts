/**
 * Writes what a command exports to a file that the user names, whole or not at all.
 */
import { rename, rm, writeFile } from 'node:fs/promises'
import { ConfigError } from '../diagnostics/config-error.ts'

/** Writes `text` to `file`, in place of what stood there; throws a ConfigError where it cannot be written. */
export async function writeExport(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.tmp`
  try {
    await writeFile(draft, text)
    await rename(draft, file)
  } catch (cause) {
    await rm(draft, { force: true })
    const { code, message } = cause as NodeJS.ErrnoException
    throw new ConfigError('out-unwritable', `The file ${file} cannot be written (${code ?? message})`, {
      remedy: 'Name a file in a folder that is there and may be written.',
      cause,
    })
  }
}
