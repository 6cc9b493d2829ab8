/**
 * The tokens of PDF syntax, which objects and content streams share (ISO 32000-1, 7.2 and 7.3): where white space ends, and
 * where a token does. Text is one byte a character, so that an index is an offset.
 */

/** What a character is to the syntax, by its code. */
const regular = 0
const space = 1
const delimiter = 2
const kinds = new Uint8Array(256)
for (const character of '\0\t\n\f\r ') kinds[character.charCodeAt(0)] = space
for (const character of '()<>[]{}/%') kinds[character.charCodeAt(0)] = delimiter

/** The index of what is neither white space nor a comment, from `at` on. */
export function skipSpace(text: string, at: number): number {
  let index = at
  for (; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x25 /* % */) {
      while (index < text.length && !isLineEnd(text.charCodeAt(index))) index++
    } else if (kinds[code] !== space) return index
  }
  return index
}

/** The index after the token that begins at `at`. A bracket is a token of its own, a string is one whole. */
export function endOfToken(text: string, at: number): number {
  switch (text.charCodeAt(at)) {
    case 0x28 /* ( */:
      return endOfString(text, at)
    case 0x3c /* < */:
      return text.charCodeAt(at + 1) === 0x3c ? at + 2 : text.indexOf('>', at) + 1 || text.length
    case 0x3e /* > */:
      return text.charCodeAt(at + 1) === 0x3e ? at + 2 : at + 1
    case 0x5b /* [ */:
    case 0x5d /* ] */:
    case 0x7b /* { */:
    case 0x7d /* } */:
    case 0x29 /* ) */:
      return at + 1
    default: {
      let end = at + 1
      while (end < text.length && kinds[text.charCodeAt(end)] === regular) end++
      return end
    }
  }
}

/** Brackets nest in a string, and a backslash takes the next character's meaning. */
function endOfString(text: string, at: number): number {
  let depth = 0
  for (let index = at; index < text.length; index++) {
    const code = text.charCodeAt(index)
    if (code === 0x5c /* \ */) index++
    else if (code === 0x28) depth++
    else if (code === 0x29 && --depth === 0) return index + 1
  }
  return text.length
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d
}

/** White space of PDF: NUL, tab, line feed, form feed, carriage return, space. */
export function isSpace(code: number): boolean {
  return kinds[code] === space
}
