/**
 * Unpacks the headless shell of @sparticuz/chromium, once for each version, into a folder of the user's own. The work is
 * done under another name and renamed into place, so that two first starts at once, or one that is killed, leave nothing
 * broken behind.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import { access, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib'
import { ConfigError } from '../diagnostics/config-error.ts'

/** The unpacked shell, and system libraries to fall back on where the machine has none. */
export interface UnpackedBrowser {
  readonly path: string
  readonly libraries: string
}

/**
 * Unpacks the package in `folder` into `<cache>/chromium-<version>`, if that is not there. About 200 MB; 2 s. Throws a
 * ConfigError where the cache folder cannot be written.
 */
export async function unpackBrowser(
  { folder, version }: { readonly folder: string; readonly version: string },
  cache: string,
): Promise<UnpackedBrowser> {
  const home = join(cache, `chromium-${version}`)
  const unpacked = { path: join(home, 'headless-shell'), libraries: join(home, 'lib') }
  if (await exists(unpacked.path)) return unpacked

  const work = await makeFolder(cache, home)
  try {
    // Both must have ended before the folder can be removed.
    const parts = await Promise.allSettled([
      pipeline(
        createReadStream(join(folder, 'bin', 'chromium.br')),
        createBrotliDecompress({ chunkSize: 1 << 20 }),
        createWriteStream(join(work, 'headless-shell'), { mode: 0o755 }),
      ),
      unpackLibraries(join(folder, 'bin', 'al2023.tar.br'), work),
    ])
    for (const part of parts) if (part.status === 'rejected') throw part.reason
    await rename(work, home).catch(async error => {
      // Somebody else was first, and theirs is as good.
      if (!(await exists(unpacked.path))) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return unpacked
}

async function makeFolder(cache: string, home: string): Promise<string> {
  try {
    await mkdir(cache, { recursive: true, mode: 0o700 })
    return await mkdtemp(`${home}-`)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new ConfigError('browser-missing', `The browser cannot be unpacked: ${cache} cannot be written (${code})`, {
      place: cache,
      remedy: 'Make the folder writable, or install Chrome or Chromium and name it in PUPPETEER_EXECUTABLE_PATH.',
      cause,
    })
  }
}

/** The libraries a bare container may lack (nss, nspr, expat), from a tar archive of plain files. */
async function unpackLibraries(archive: string, folder: string): Promise<void> {
  if (!(await exists(archive))) return
  for (const { name, bytes } of readTar(brotliDecompressSync(await readFile(archive)))) {
    const path = join(folder, ...name.split('/').filter(part => part !== '' && part !== '.' && part !== '..'))
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, bytes, { mode: 0o755 })
  }
}

/** Files of a tar archive (POSIX.1-1988, ustar): a header of 512 bytes, then the bytes filled up to as many. */
function* readTar(tar: Buffer): Generator<{ readonly name: string; readonly bytes: Buffer }> {
  const text = (from: number, length: number) => tar.toString('utf8', from, from + length).replace(/\0.*$/s, '')
  for (let offset = 0; offset + 512 <= tar.length && tar[offset] !== 0; ) {
    const size = Number.parseInt(text(offset + 124, 12).trim() || '0', 8)
    const type = text(offset + 156, 1)
    if (type === '0' || type === '') {
      yield { name: text(offset, 100), bytes: tar.subarray(offset + 512, offset + 512 + size) }
    }
    offset += 512 + Math.ceil(size / 512) * 512
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
