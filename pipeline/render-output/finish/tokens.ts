/**
 * The tokens of PDF syntax, which objects and content streams share (ISO 32000-1, 7.2 and 7.3): where white space ends, and
 * where a token does. Text is one byte a character, so that an index is an offset.
 */

/** The index of what is neither white space nor a comment, from `at` on. */
export function skipSpace(text: string, at: number): number {
  let index = at
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === percent) {
      while (index < text.length && !isLineEnd(text.charCodeAt(index))) index++
    } else if (!isSpace(code)) return index
  }
  return index
}

/** The index after the token that begins at `at`. A bracket is a token of its own, a string is one whole. */
export function endOfToken(text: string, at: number): number {
  switch (text[at]) {
    case '(':
      return endOfString(text, at)
    case '<':
      return text[at + 1] === '<' ? at + 2 : text.indexOf('>', at) + 1 || text.length
    case '>':
      return text[at + 1] === '>' ? at + 2 : at + 1
    case '[':
    case ']':
    case '{':
    case '}':
    case ')':
      return at + 1
    default: {
      let end = at + 1
      while (end < text.length && isRegular(text.charCodeAt(end))) end++
      return end
    }
  }
}

/** Brackets nest in a string, and a backslash takes the next character's meaning. */
function endOfString(text: string, at: number): number {
  let depth = 0
  for (let index = at; index < text.length; index++) {
    const character = text[index]
    if (character === '\\') index++
    else if (character === '(') depth++
    else if (character === ')' && --depth === 0) return index + 1
  }
  return text.length
}

const percent = 0x25

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d
}

/** White space of PDF: NUL, tab, line feed, form feed, carriage return, space. */
export function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x0a || code === 0x0d || code === 0x09 || code === 0x0c || code === 0
}

/** Codes that end a name, a number or an operator: `( ) < > [ ] { } / %`. */
const delimiters = new Set([...'()<>[]{}/%'].map(character => character.charCodeAt(0)))

function isRegular(code: number): boolean {
  return !isSpace(code) && !delimiters.has(code)
}
