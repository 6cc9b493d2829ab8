/**
 * Which blocks of a body are headings, by length, stops and capitals.
 */
import type { Layout } from './measure-layout.ts'
import type { Line } from './read-lines.ts'

/** A short block of its own that reads like a heading. */
export function isHeading(block: readonly Line[], layout: Layout): boolean {
  if (block.length === 0 || block.length > 3) return false
  const text = block.map(line => line.text).join(' ')
  if (!looksLikeHeading(text)) return false
  return layout.measure === 0 ? text.length < 90 : block.every(line => line.width < layout.measure * 0.9)
}

/** No stop within or at the end, beginning with a capital or a number. */
export function looksLikeHeading(text: string): boolean {
  if (/^[IVX]{1,4}\.?$/u.test(text)) return true
  if (text.length > 150 || !/\p{L}{2}/u.test(text)) return false
  const words = text.replace(/^(?:\d+|[IVXLC]+)[a-zа-я]?(?:\s(?:bis|ter|quater))?\.\s/u, '')
  if (/\p{Ll}{2}[.!?]\s+\p{Lu}|。.|^\d+\)|^[-–—•*]/u.test(words)) return false
  // A number at its head says more than the stop of an abbreviated year at its end.
  if (/^\d+(?:\.\d+)*\.?\s.{2,60}\s(?:гг?|вв?)\.$/u.test(text)) return true
  if (/[.,:;。，；：…][\s\d"”»’)\]([〔〕【】（）①-⑳*†‡§¶‖#⁰¹²³⁴-⁹]*$/u.test(text)) return false
  return /^[\p{Lu}\p{Lo}\d"“«„§（《]/u.test(text)
}
