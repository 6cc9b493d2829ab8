/**
 * The forms in which words are compared. On a page white space is collapsed, and a space is lost before a stop that a
 * citation stood in front of; in a PDF there is no white space, no ligature, and no hyphen inside a word.
 */

/** Words as they are compared: white space single, none at the ends or before a stop or a closing bracket. */
export function plainText(text: string): string {
  return plainCharacters(text).text
}

/** The same, with the offset in `text` of each of its characters. */
export function plainCharacters(text: string): { readonly text: string; readonly offsets: readonly number[] } {
  const kept: string[] = []
  const offsets: number[] = []
  let blank = -1
  for (let offset = 0; offset < text.length; offset += 1) {
    const character = text[offset] ?? ''
    if (/\s/u.test(character)) {
      if (blank < 0) blank = offset
      continue
    }
    if (blank >= 0 && kept.length > 0 && !/[,.;:)]/u.test(character)) {
      kept.push(' ')
      offsets.push(blank)
    }
    blank = -1
    kept.push(character)
    offsets.push(offset)
  }
  return { text: kept.join(''), offsets }
}

/** Words as they are found in print. */
export function printedText(text: string): string {
  return (
    text
      .normalize('NFKC')
      // Fonts draw letters and quotation marks that look alike with one glyph, and a PDF names either.
      .replace(/\u02BC/gu, '\u2019')
      .replace(/\u02BB/gu, '\u2018')
      .replace(/[\s\u00AD\u200B-\u200D\u2060\uFEFF]/gu, '')
      .replace(/(?<=\p{L})[-\u2010\u2011](?=\p{L})/gu, '')
  )
}

/** Whether the stretch from `start` to `end` cuts no number and no word in two. */
export function isWhole(text: string, start: number, end: number): boolean {
  return !isInside(text, start) && !isInside(text, end)
}

/** Scripts that put no space between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u

function isInside(text: string, at: number): boolean {
  const before = text.slice(Math.max(0, at - 2), at)
  const after = text.slice(at, at + 2)
  if (/\d$/u.test(before) && /^(?:\d|[.,]\d)/u.test(after)) return true
  if (/\d[.,]$/u.test(before) && /^\d/u.test(after)) return true
  const [last = '', first = ''] = [before.slice(-1), after.slice(0, 1)]
  return /\p{L}/u.test(last) && /\p{L}/u.test(first) && !unspaced.test(last) && !unspaced.test(first)
}
