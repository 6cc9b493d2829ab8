/**
 * Cuts a sentence into tokens: words, digit groups and single marks, each with its offsets in the paragraph. All rules
 * of this stage read tokens, so that none of them has to guess at word boundaries again.
 */

/** A word, a run of digits with its separators, or one mark of punctuation. */
export interface Token {
  readonly kind: 'word' | 'number' | 'mark'
  readonly text: string
  readonly lower: string
  /** Offsets in the paragraph's text. */
  readonly start: number
  readonly end: number
}

/** `end` is exclusive; both count tokens. */
export interface TokenSpan {
  readonly from: number
  readonly to: number
}

const address = '(?:https?:\\/\\/|www\\.)\\S+|[\\w.+-]+@[\\w-]+\\.\\S+'
const number = "\\d{1,3}(?:['’]\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)*"
// Most words are plain; they are told by one look at what follows, as the classes of all letters are slow.
const plain = "[A-Za-z]+(?![\\p{L}\\p{M}²³'’‐‑-])"
const word = `${plain}|\\p{L}[\\p{L}\\p{M}]*[²³]?(?:['’‐‑-]\\p{L}[\\p{L}\\p{M}\\p{N}]*|[‐‑-]\\p{N}+)*`
const withAddresses = new RegExp(`${address}|${number}|${word}|\\S`, 'gu')
const withoutAddresses = new RegExp(`${word}|${number}|\\S`, 'gu')
const hasAddress = /@|:\/\/|www\./u
const isWord = /^(?:[A-Za-z]|\p{L})/u
const isNumber = /^\d/u
const isAddress = /^(?:https?:|www\.|\S+@)/u

/** Tokens of `text.slice(start, end)`; a web address is one mark. */
export function listTokens(text: string, start = 0, end = text.length): readonly Token[] {
  const tokens: Token[] = []
  const part = text.slice(start, end)
  const addressed = hasAddress.test(part)
  for (const match of part.matchAll(addressed ? withAddresses : withoutAddresses)) {
    const piece = match[0]
    const lower = piece.toLowerCase()
    tokens.push({
      kind: addressed && isAddress.test(piece) ? 'mark' : kindOf(piece),
      text: piece,
      lower: lower.includes('’') ? lower.replaceAll('’', "'") : lower,
      start: start + match.index,
      end: start + match.index + piece.length,
    })
  }
  return tokens
}

function kindOf(piece: string): Token['kind'] {
  if (isNumber.test(piece)) return 'number'
  return isWord.test(piece) ? 'word' : 'mark'
}

/** Whether nothing stands between a token and the one before it. */
export function touches(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]
  const before = tokens[index - 1]
  return token !== undefined && before !== undefined && before.end === token.start
}

/** Lower-case text of a token, or the empty string beyond either end. */
export function lowerAt(tokens: readonly Token[], index: number): string {
  return tokens[index]?.lower ?? ''
}

/** The parts of `twenty-five`; most words are none of a compound, which is told by a look. */
export function splitCompound(word: string): readonly string[] {
  return isCompound(word) ? word.split(/[-‐‑]/u) : [word]
}

/** Whether a word has a hyphen. */
export function isCompound(word: string): boolean {
  return word.includes('-') || word.includes('‐') || word.includes('‑')
}

/** Whether a token begins with a capital letter. */
export function isCapitalised(token: Token | undefined): boolean {
  if (token === undefined) return false
  // Every token is asked, and most begin with a plain letter.
  const code = token.text.charCodeAt(0)
  return code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(token.text)
}
