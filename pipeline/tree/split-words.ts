/**
 * Cuts a text into its words. A run of letters, marks and digits is a word; what scripts without spaces write together
 * is cut into characters, so that a name is found inside it. Every word of every seed passes here, so that characters are
 * looked up in a table rather than matched.
 */

/** A word and where it stands in its text (UTF-16 units). */
export interface Word {
  readonly text: string
  readonly start: number
  readonly end: number
}

const ofWord = /[\p{L}\p{M}\p{N}]/u
const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u

const unknown = 0
const between = 1
const inWord = 2
const byItself = 3
/** What each UTF-16 unit is, filled in as units are met; halves of a pair are looked up as a pair. */
const kinds = new Uint8Array(0x10000)

/** The words of a text in order. */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  let start = -1
  let index = 0
  while (index <= text.length) {
    const kind = index < text.length ? kindAt(text, index) : between
    if (start >= 0 && kind !== inWord) {
      words.push({ text: text.slice(start, index), start, end: index })
      start = -1
    }
    const width = isPair(text, index) ? 2 : 1
    if (kind === byItself) words.push({ text: text.slice(index, index + width), start: index, end: index + width })
    else if (kind === inWord && start < 0) start = index
    index += width
  }
  return words
}

function kindAt(text: string, index: number): number {
  if (isPair(text, index)) return kindOf(text.slice(index, index + 2))
  const code = text.charCodeAt(index)
  let kind = kinds[code] ?? unknown
  if (kind === unknown) {
    kind = kindOf(text.charAt(index))
    kinds[code] = kind
  }
  return kind
}

function kindOf(character: string): number {
  if (!ofWord.test(character)) return between
  return spaceless.test(character) ? byItself : inWord
}

function isPair(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code >= 0xd800 && code < 0xdc00 && (text.codePointAt(index) ?? 0) > 0xffff
}
