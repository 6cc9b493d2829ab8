/**
 * Whether a paragraph that is set bold reads as a heading: short, with words in it, and no end of a sentence, unless a
 * number stands before it. And whether a document has so few of them that they are headings.
 */

/** Whether a text can be a heading. */
export function isHeadingText(text: string): boolean {
  const words = text.trim()
  if (words.length > 160 || !/\p{L}/u.test(words) || /[,;:]$/u.test(words)) return false
  return !/[.。]$/u.test(words) || /^(?:\d|[IVX]+\.|§)/u.test(words)
}

/** Whether paragraphs that look like headings are: more than one, and most paragraphs are none. */
export function areHeadings(candidates: number, paragraphs: number): boolean {
  return candidates > 1 && candidates * 2 <= paragraphs
}
