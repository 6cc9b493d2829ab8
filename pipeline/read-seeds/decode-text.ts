/**
 * Bytes to text. UTF-8 with or without a byte order mark, and UTF-16 with one or told by its zero bytes; anything else
 * is refused with the place where it stops being text, because a wrong guess would put wrong words into a brief.
 */
import { isUtf8 } from 'node:buffer'
import type { Position } from 'unist'
import type { Seed } from '../contract/seed.ts'

export type Decoded =
  | { readonly text: string; readonly encoding: Seed['encoding'] }
  | { readonly reason: string; readonly position?: Position }

/** The text of a file, or why it is none. */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = detectUtf16(bytes)
  if (utf16) {
    const text = new TextDecoder(utf16).decode(bytes)
    return looksBinary(text) ? { reason: 'The file is not text but binary data' } : { text, encoding: utf16 }
  }
  if (isUtf8(bytes)) {
    const text = new TextDecoder('utf-8').decode(bytes)
    return looksBinary(text) ? { reason: 'The file is not text but binary data' } : { text, encoding: 'utf-8' }
  }
  if (bytes.subarray(0, 8192).includes(0)) return { reason: 'The file is not text but binary data' }
  const { offset, line } = findFirstBadByte(bytes)
  const point = { line, column: 1 }
  return {
    reason: `The file is not valid UTF-8: byte ${offset + 1}, on line ${line}, does not fit`,
    position: { start: point, end: point },
  }
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
