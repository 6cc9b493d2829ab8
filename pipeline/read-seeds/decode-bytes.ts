/**
 * TextDecoder, with one fault of Node.js 20 put right: there, windows-1252 is decoded as Latin-1, and its quotation
 * marks and dashes come out as control characters.
 */

/** What windows-1252 holds from 0x80 on; the five bytes it leaves undefined stay as they are. */
const beyondLatin1 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

/** The text of bytes in an encoding; a byte that does not fit becomes U+FFFD. */
export function decodeBytes(bytes: Uint8Array, label: string): string {
  const decoder = new TextDecoder(label)
  const text = decoder.decode(bytes)
  if (decoder.encoding !== 'windows-1252') return text
  return text.replace(/[\u0080-\u009f]/gu, character => beyondLatin1[character.charCodeAt(0) - 0x80] ?? character)
}
