/**
 * One seed from disk: its bytes, its text, and the overlay beside it. Fails with a message, never with an exception, because one
 * bad file must not keep the others from being read.
 */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import type { Position } from 'unist'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { MediaType, Seed } from '../contract/seed.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import type { RuleId } from '../diagnostics/rules.ts'
import { decodeText } from './decode-text.ts'
import { readMetadata } from './read-metadata.ts'
import { readOverlay } from './read-overlay.ts'

const mediaTypes: Readonly<Record<string, MediaType>> = {
  '.txt': 'text/plain',
  '.text': 'text/plain',
  '.md': 'text/markdown',
  '.markdown': 'text/markdown',
  '.html': 'text/html',
  '.htm': 'text/html',
  '.xhtml': 'text/html',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  '.pdf': 'application/pdf',
}

/** Whether a file name says that it is a seed. Notes on the folder itself are none. */
export function isSeedFile(name: string): boolean {
  return mediaTypes[path.extname(name).toLowerCase()] !== undefined && !/^(?:readme(?:\.\w+)?$|\.)/iu.test(name)
}

/** The seed in a file; undefined, with an error message, where there is none. */
export async function readSeed(file: string, config: Config): Promise<Outcome<Seed | undefined>> {
  const inProject = path.relative(config.root, file)
  const shown = (inProject.startsWith('..') || path.isAbsolute(inProject) ? file : inProject).split(path.sep).join('/')
  const fail = (rule: RuleId, reason: string, position?: Position) => ({
    value: undefined,
    messages: [createMessage(rule, reason, { file: shown, position })],
  })

  const size = await stat(file).catch(() => undefined)
  if (!size) throw new ConfigError('file-not-found', `There is no file ${shown}`, { remedy: 'Check the path.' })
  if (!size.isFile()) return fail('seed-is-readable', 'This is not a file')
  if (size.size > config.limits.seedBytes) {
    const limit = `${megabytes(size.size)} MB are more than the ${megabytes(config.limits.seedBytes)} MB that limits.seedMegabytes allows`
    return fail('seed-fits', `The file is too large: ${limit}`)
  }
  const bytes = await readFile(file).catch((cause: NodeJS.ErrnoException) => cause)
  if (!(bytes instanceof Uint8Array))
    return fail('seed-is-readable', `The file cannot be read (${bytes.code ?? bytes.message})`)
  const mediaType = mediaTypes[path.extname(file).toLowerCase()] ?? 'text/plain'
  if (bytes.length === 0) return fail('seed-has-text', 'The file is empty')
  const decoded = mediaType.startsWith('text/') ? decodeText(bytes, mediaType) : { text: '', encoding: null }
  if ('reason' in decoded) return fail('seed-is-readable', decoded.reason, decoded.position)
  if (decoded.encoding !== null && decoded.text.trim() === '')
    return fail('seed-has-text', 'The file holds only white space')

  const id = shorten(slug(path.basename(file, path.extname(file))))
  const messages: VFileMessage[] = []
  const overlay = await readOverlay(file, shown)
  if ('assumed' in decoded && decoded.assumed) {
    const reason = `The text is not UTF-8; by its letters it is taken to be ${decoded.encoding}`
    messages.push(createMessage('encoding-is-declared', reason, { file: shown }))
  }
  const { metadata, found } = readMetadata(file, wordsOf(decoded.text, mediaType), overlay?.metadata)
  if (!found && !overlay)
    messages.push(
      createMessage('seed-has-metadata', 'No overlay describes this seed; its title is taken from its text', {
        file: shown,
      }),
    )
  const seed: Seed = {
    id,
    path: shown,
    mediaType,
    encoding: decoded.encoding,
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    text: decoded.text,
    ...(decoded.encoding === null ? { content: bytes } : {}),
    metadata,
    described: found,
    ...(overlay ? { overlay } : {}),
  }
  return { value: seed, messages }
}

/** What is there to read: of a page, what stands between its tags. */
function wordsOf(text: string, mediaType: MediaType): string {
  if (mediaType !== 'text/html') return text
  return text.replace(/<!--[\s\S]*?-->|<(script|style)\b[\s\S]*?<\/\1|<[^>]*>|&\w+;/giu, ' ')
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1).replace(/\.0$/u, '')
}

/** A name safe for URLs and anchors; letters of other scripts are written as their code points. */
function slug(name: string): string {
  const ascii = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.-]/gu, character => (character === ' ' ? '-' : `u${(character.codePointAt(0) ?? 0).toString(16)}`))
    .replace(/\./gu, '-')
  return /^[a-z]/iu.test(ascii) ? ascii : `s-${ascii}`
}

/** Characters up to which a name is an id as it is. */
const longestName = 16

/**
 * The id stands in every mark and link of every page, so that a long name is a fifth of them: it becomes six characters of
 * its hash, which a thousand names share once in some thousand times, and then the build says so.
 */
function shorten(name: string): string {
  if (name.length <= longestName) return name
  const hash = createHash('sha256').update(name).digest().readUInt32BE()
  // A letter first, as anchors begin with one; 26 times 36 to the fifth are 1.6 thousand million ids.
  const rest = (hash % 36 ** 5).toString(36).padStart(5, '0')
  return `${String.fromCharCode(0x61 + (Math.floor(hash / 36 ** 5) % 26))}${rest}`
}
