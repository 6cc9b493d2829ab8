/**
 * The directory of a ZIP file and the bytes of one entry. Nothing is taken on trust: sizes count while the data is
 * unpacked, offsets are checked against the file, checksums must be right, and the number of entries is limited.
 * Format: PKWARE APPNOTE 6.3, sections 4.3 and 4.5.3 (Zip64).
 */
import { crc32, inflateRawSync } from 'node:zlib'
import { Unreadable } from './unreadable.ts'

/** One file in the ZIP. */
export interface ZipEntry {
  readonly name: string
  readonly encrypted: boolean
  /** 0 is stored, 8 is deflated. */
  readonly method: number
  /** Of the unpacked bytes. */
  readonly checksum: number
  readonly packedBytes: number
  /** Where the entry's own header begins. */
  readonly offset: number
}

/** A document of many thousand pictures has fewer; a longer directory is made to exhaust the reader. */
const mostEntries = 20_000

const truncated = () => new Unreadable('seed-is-readable', 'The file is cut off: the directory of its ZIP is missing')

/** The entries by lower-case name, because names of parts are compared so; throws Unreadable. */
export function listEntries(bytes: Uint8Array): ReadonlyMap<string, ZipEntry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { count, start } = findDirectory(view)
  if (count > mostEntries) {
    throw new Unreadable('seed-fits', `The file holds ${count} parts; more than ${mostEntries} are not read`)
  }
  const entries = new Map<string, ZipEntry>()
  let at = start
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== 0x02014b50) throw truncated()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map(offset => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ]
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')
    const extra = at + 46 + nameLength
    const sizes = readSizes(view, at, extra, Math.min(extra + extraLength, view.byteLength))
    const entry = {
      name,
      encrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      checksum: view.getUint32(at + 16, true),
      ...sizes,
    }
    if (!entries.has(name.toLowerCase())) entries.set(name.toLowerCase(), entry)
    at = extra + extraLength + commentLength
  }
  return entries
}

/** The record at the file's end, which may be followed by a comment of up to 65535 bytes. */
function findDirectory(view: DataView): { readonly count: number; readonly start: number } {
  const lowest = Math.max(0, view.byteLength - 22 - 65_535)
  for (let at = view.byteLength - 22; at >= lowest; at -= 1) {
    if (view.getUint32(at, true) !== 0x06054b50) continue
    const count = view.getUint16(at + 10, true)
    const start = view.getUint32(at + 16, true)
    return count === 0xffff || start === 0xffffffff ? findLargeDirectory(view, at) : { count, start }
  }
  throw truncated()
}

function findLargeDirectory(view: DataView, end: number): { readonly count: number; readonly start: number } {
  if (end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) throw truncated()
  const at = Number(view.getBigUint64(end - 12, true))
  if (at + 56 > view.byteLength || view.getUint32(at, true) !== 0x06064b50) throw truncated()
  return { count: Number(view.getBigUint64(at + 32, true)), start: Number(view.getBigUint64(at + 48, true)) }
}

/** Packed size and offset; where they do not fit in 32 bits they stand in the extra field. */
function readSizes(view: DataView, at: number, extra: number, extraEnd: number) {
  const sizes = {
    bytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    offset: view.getUint32(at + 42, true),
  }
  for (let field = extra; field + 4 <= extraEnd; field += 4 + view.getUint16(field + 2, true)) {
    if (view.getUint16(field, true) !== 1) continue
    let next = field + 4
    for (const name of ['bytes', 'packedBytes', 'offset'] as const) {
      if (sizes[name] !== 0xffffffff || next + 8 > extraEnd) continue
      sizes[name] = Number(view.getBigUint64(next, true))
      next += 8
    }
  }
  return { packedBytes: sizes.packedBytes, offset: sizes.offset }
}

/** The bytes of an entry; undefined where they are more than `limit`. Throws Unreadable where they are damaged. */
export function unpackEntry(bytes: Uint8Array, entry: ZipEntry, limit: number): Uint8Array | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { name, offset, packedBytes } = entry
  if (entry.encrypted) {
    throw new Unreadable(
      'seed-is-readable',
      `The file is protected by a password: its part ${name} is encrypted`,
      'Save the document without a password.',
    )
  }
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== 0x04034b50) throw damaged(name)
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
  if (start + packedBytes > view.byteLength) throw damaged(name)
  const packed = bytes.subarray(start, start + packedBytes)
  const content = inflate(packed, entry, limit)
  if (content && crc32(content) !== entry.checksum) throw damaged(name)
  return content
}

function inflate(packed: Uint8Array, { name, method }: ZipEntry, limit: number): Uint8Array | undefined {
  if (method === 0) return packed.length > limit ? undefined : packed
  if (method !== 8) {
    throw new Unreadable('seed-is-readable', `The part ${name} is packed in a way that is not known (${method})`)
  }
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, limit) })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return undefined
    throw damaged(name)
  }
}

function damaged(name: string): Unreadable {
  return new Unreadable('seed-is-readable', `The file is damaged: its part ${name} cannot be unpacked`)
}
