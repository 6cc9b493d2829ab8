/**
 * The operators of a content stream with their operands (ISO 32000-1, 7.8.2), one after the other. What stands in strings,
 * dictionaries and the data of inline images is no operator.
 */
import { endOfToken, isSpace, skipSpace } from './tokens.ts'

/** An operator; an inline image is one, `BI`, from its beginning to its end. */
export interface Operator {
  readonly name: string
  /** Where its first operand begins. */
  readonly start: number
  /** Where the operator itself begins. */
  readonly at: number
  readonly end: number
}

/** The next operator from `from` on; undefined at the end of the text. */
export function readOperator(text: string, from: number): Operator | undefined {
  let start = skipSpace(text, from)
  for (let at = start; at < text.length; ) {
    const end = endOfToken(text, at)
    if (isOperator(text, at)) {
      const name = text.slice(at, end)
      if (name === 'BI') return { name, start, at, end: endOfImage(text, end) }
      if (!constants.has(name)) return { name, start, at, end }
    }
    at = skipSpace(text, end)
    start = Math.min(start, at)
  }
  return undefined
}

const constants = new Set(['true', 'false', 'null'])

/** Operators begin with a letter or a quotation mark, and no operand does but the constants. */
function isOperator(text: string, at: number): boolean {
  const code = text.charCodeAt(at) | 0x20
  return (code >= 0x61 && code <= 0x7a) || text[at] === "'" || text[at] === '"'
}

/** The data begins one white space after `ID` and ends with `EI` between white space; any bytes may stand in it. */
function endOfImage(text: string, from: number): number {
  let at = skipSpace(text, from)
  while (at < text.length && text.slice(at, at + 2) !== 'ID') at = skipSpace(text, endOfToken(text, at))
  for (let end = text.indexOf('EI', at + 3); end >= 0; end = text.indexOf('EI', end + 1)) {
    const parted = isSpace(text.charCodeAt(end - 1)) && (end + 2 >= text.length || isSpace(text.charCodeAt(end + 2)))
    if (parted) return end + 2
  }
  return text.length
}

/** The numbers among the operands of an operator, in order. */
export function readNumbers(text: string, { start, at }: Operator): readonly number[] {
  return text.slice(start, at).trim().split(/\s+/).map(Number)
}
