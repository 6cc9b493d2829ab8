/**
 * Cuts a text into its words. A run of letters, marks and digits is a word; what scripts without spaces write together
 * is cut into characters, so that a name is found inside it.
 */

/** A word and where it stands in its text (UTF-16 units). */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const spaceless = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}'
const words = new RegExp(`[${spaceless}]|[[\\p{L}\\p{M}\\p{N}]--[${spaceless}]]+`, 'gv')

/** The words of a text in order. */
export function splitWords(text: string): readonly Word[] {
  const found: Word[] = []
  for (const match of text.matchAll(words)) {
    found.push({ text: match[0], start: match.index, end: match.index + match[0].length })
  }
  return found
}
