/**
 * Bytes to text: UTF-8 with or without a byte order mark, UTF-16, what a page declares of itself, and older encodings
 * where the letters leave no doubt. Anything else is refused with the place where it stops being UTF-8, because a wrong
 * guess would put wrong words into a brief.
 */
import { isUtf8 } from 'node:buffer'
import type { Position } from 'unist'
import type { MediaType } from '../contract/seed.ts'
import { readDeclaredEncoding } from './declared-encoding.ts'
import { decodeBytes } from './decode-bytes.ts'
import { detectEncoding } from './detect-encoding.ts'

export type Decoded =
  | {
      readonly text: string
      readonly encoding: string
      /** The encoding was told by the letters alone. */
      readonly assumed?: boolean
    }
  | { readonly reason: string; readonly position?: Position }

const binary = { reason: 'The file is not text but binary data' } as const

/** The text of a file, or why it is none. */
export function decodeText(bytes: Uint8Array, mediaType: MediaType = 'text/plain'): Decoded {
  const utf16 = detectUtf16(bytes)
  if (utf16) return decodeAs(bytes, utf16)
  // Bytes beyond ASCII that happen to be UTF-8 are UTF-8, even where a page that was saved anew declares another.
  const declared = mediaType === 'text/html' && !isUtf8(bytes) ? decodeDeclared(bytes) : undefined
  if (declared) return declared
  if (isUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  if (bytes.subarray(0, 8192).includes(0)) return binary
  if (isDamagedUtf8(bytes)) return decodeAs(bytes, 'utf-8')
  const detected = detectEncoding(bytes)
  const decoded = detected ? decodeAs(bytes, detected) : undefined
  if (decoded && 'text' in decoded) return { ...decoded, assumed: true }
  const { offset, line } = findFirstBadByte(bytes)
  const point = { line, column: 1 }
  return {
    reason: `The file is not valid UTF-8: byte ${offset + 1}, on line ${line}, does not fit`,
    position: { start: point, end: point },
  }
}

function decodeAs(bytes: Uint8Array, label: string): Decoded {
  const text = decodeBytes(bytes, label)
  return looksBinary(text) ? binary : { text, encoding: new TextDecoder(label).encoding }
}

/** The text in the encoding the page declares, if every byte fits it. */
function decodeDeclared(bytes: Uint8Array): Decoded | undefined {
  const label = readDeclaredEncoding(bytes)
  if (label === undefined) return undefined
  const decoded = decodeAs(bytes, label)
  return 'text' in decoded && !decoded.text.includes('\uFFFD') ? decoded : undefined
}

/**
 * UTF-8 with some damage: whole characters of several bytes outnumber the bytes that do not fit. Typographic signs
 * weigh more, because their three bytes meet by chance in no other encoding.
 */
function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes)
  const bad = text.match(/\uFFFD/gu)?.length ?? 0
  const signs = text.match(/[\u2010-\u2026]/gu)?.length ?? 0
  const good = (text.match(/[^\p{ASCII}]/gu)?.length ?? 0) - bad
  return bad * 8 <= good || bad * 2 <= signs
}

/** By byte order mark, else by zero bytes that stand nearly always on one side of the pairs. */
function detectUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const head = bytes.subarray(0, 4096)
  if (bytes.length % 2 !== 0 || head.length < 8) return undefined
  const zeros = [0, 0]
  for (const [index, byte] of head.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const pairs = head.length / 2
  if (odd > pairs * 0.4 && even < pairs * 0.02) return 'utf-16le'
  if (even > pairs * 0.4 && odd < pairs * 0.02) return 'utf-16be'
  return undefined
}

/** More than a few control characters in the first part. */
function looksBinary(text: string): boolean {
  const head = text.slice(0, 65_536)
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is counted
  const controls = head.match(/[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/gu)?.length ?? 0
  return head.includes('\u0000') || controls > Math.max(2, head.length * 0.01)
}

function findFirstBadByte(bytes: Uint8Array): { readonly offset: number; readonly line: number } {
  let good = 0
  let bad = bytes.length
  // The longest valid prefix, give or take the bytes of one cut character, which are counted back below.
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (isUtf8Prefix(bytes.subarray(0, middle))) good = middle
    else bad = middle
  }
  let line = 1
  for (const byte of bytes.subarray(0, good)) if (byte === 10) line += 1
  return { offset: good, line }
}

/** Whether bytes are UTF-8 up to a character that may only be cut off at the end. */
function isUtf8Prefix(bytes: Uint8Array): boolean {
  if (isUtf8(bytes)) return true
  for (let cut = 1; cut < 4 && cut <= bytes.length; cut += 1) {
    const lead = bytes[bytes.length - cut] ?? 0
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
    if (lead >= 0xc2 && lead <= 0xf4 && cut < length) return isUtf8(bytes.subarray(0, bytes.length - cut))
  }
  return false
}
