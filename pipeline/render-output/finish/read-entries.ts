/**
 * Steps through the entries of a dictionary where it stands in the file, and makes nothing of them. A tagged file has
 * thousands of dictionaries of which two or three entries are asked, and those that change keep the others as written.
 */
import { endOfToken, skipSpace } from './tokens.ts'

/** Stands on one entry of a dictionary, at first before all of them. */
export class EntryReader {
  readonly text: string
  /** Where the key begins, with its slash; before the first entry, where the dictionary does. */
  start: number
  #keyEnd = 0
  /** Where the value begins. */
  at = 0
  /** The index after the value; before the first entry and after the last, that of what comes next. */
  end: number

  /** Opens the dictionary that begins at `at`. Throws a SyntaxError where none does. */
  constructor(text: string, at: number) {
    this.text = text
    const open = skipSpace(text, at)
    if (!text.startsWith('<<', open)) throw new SyntaxError('A dictionary is missing')
    this.start = open
    this.end = open + 2
  }

  /** Goes to the next entry; false where there is none, and `end` is then where the dictionary is closed. */
  next(): boolean {
    const { text } = this
    const start = skipSpace(text, this.end)
    const code = text.charCodeAt(start)
    if (code === 0x3e /* > */) {
      this.end = start
      return false
    }
    if (code !== 0x2f /* / */) throw new SyntaxError('A dictionary has no key where one must be')
    this.start = start
    this.#keyEnd = endOfToken(text, start)
    this.at = skipSpace(text, this.#keyEnd)
    this.end = endOfValue(text, this.at)
    return true
  }

  /** Whether its key is this. */
  is(key: string): boolean {
    if (this.#keyEnd - this.start !== key.length + 1) return false
    for (let index = 0; index < key.length; index++)
      if (this.text.charCodeAt(this.start + index + 1) !== key.charCodeAt(index)) return false
    return true
  }

  get key(): string {
    return this.text.slice(this.start + 1, this.#keyEnd)
  }

  /** The value as written. */
  get written(): string {
    return this.text.slice(this.at, this.end)
  }
}

/** The index after the value that begins at `at`. */
export function endOfValue(text: string, at: number): number {
  const code = text.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39) {
    const end = endOfReference(text, at)
    return end < 0 ? endOfToken(text, at) : end
  }
  if (Number.isNaN(code) || code === 0x3e /* > */) throw new SyntaxError('A value is missing')
  if (code !== 0x5b /* [ */ && !(code === 0x3c && text.charCodeAt(at + 1) === 0x3c) /* << */)
    return endOfToken(text, at)
  let depth = 0
  for (let start = at; start < text.length; ) {
    const bracket = text.charCodeAt(start)
    const isWide = text.charCodeAt(start + 1) === bracket
    if (bracket === 0x5b || (bracket === 0x3c && isWide)) depth++
    else if (bracket === 0x5d || (bracket === 0x3e && isWide)) depth--
    const end = endOfToken(text, start)
    if (depth === 0) return end
    start = skipSpace(text, end)
  }
  throw new SyntaxError('A value has no end')
}

/** The index after the reference, such as `12 0 R`, that begins at `at`; -1 where none does. */
export function endOfReference(text: string, at: number): number {
  const end = endOfDigits(text, at)
  // As it nearly always stands.
  if (end > at && text.startsWith(' 0 R', end)) return endOfToken(text, end + 3) === end + 4 ? end + 4 : -1
  const next = end > at ? skipSpace(text, end) : end
  const after = next > end ? endOfDigits(text, next) : next
  const letter = after > next ? skipSpace(text, after) : after
  const isLetter = letter > after && text.charCodeAt(letter) === 0x52 /* R */
  return isLetter && endOfToken(text, letter) === letter + 1 ? letter + 1 : -1
}

/** The number whose digits begin at `at`, such as that of the object that a reference leads to; 0 where none do. */
export function readDigits(text: string, at: number): number {
  let number = 0
  for (let index = at; ; index++) {
    const digit = text.charCodeAt(index) - 0x30
    if (!(digit >= 0 && digit <= 9)) return number
    number = number * 10 + digit
  }
}

function endOfDigits(text: string, at: number): number {
  let end = at
  for (let code = text.charCodeAt(end); code >= 0x30 && code <= 0x39; code = text.charCodeAt(end)) end++
  return end
}
