/**
 * The operators of a content stream with their operands (ISO 32000-1, 7.8.2), one after the other. What stands in strings,
 * dictionaries and the data of inline images is no operator. One reader goes through a stream and makes nothing on its
 * way, as a page has thousands of operators and little is asked of them.
 */
import { endOfToken, isSpace, skipSpace } from './tokens.ts'

/** Where an operator stands in its stream. */
export interface Operator {
  /** Where its first operand begins. */
  readonly start: number
  /** Where the operator itself begins. */
  readonly at: number
  /** The index after it; an inline image is one operator, `BI`, to its end. */
  readonly end: number
}

/** Stands on one operator of a stream, at first before all of them. */
export class OperatorReader implements Operator {
  readonly #text: string
  readonly #to: number
  #nameEnd = 0
  start = 0
  at = 0
  end: number

  constructor(text: string, from = 0, to = text.length) {
    this.#text = text
    this.#to = to
    this.end = from
  }

  /** Goes to the next operator; false where there is none. */
  next(): boolean {
    const text = this.#text
    let at = skipSpace(text, this.end)
    this.start = at
    while (at < this.#to) {
      const end = endOfToken(text, at)
      if (isOperator(text.charCodeAt(at))) {
        this.at = at
        this.end = end
        this.#nameEnd = end
        if (this.is('BI')) this.end = endOfImage(text, end)
        if (!this.is('true') && !this.is('false') && !this.is('null')) return true
      }
      at = skipSpace(text, end)
    }
    return false
  }

  /** Goes on from another place. */
  goTo(place: number): void {
    this.end = place
  }

  get name(): string {
    return this.#text.slice(this.at, this.#nameEnd)
  }

  /** Whether it has this name. */
  is(name: string): boolean {
    if (this.#nameEnd - this.at !== name.length) return false
    for (let index = 0; index < name.length; index++)
      if (this.#text.charCodeAt(this.at + index) !== name.charCodeAt(index)) return false
    return true
  }

  /** Its operands as written. */
  get operands(): string {
    return this.#text.slice(this.start, this.at)
  }

  /** Its last operand, a number. */
  get lastNumber(): number {
    let end = this.at
    while (end > this.start && isSpace(this.#text.charCodeAt(end - 1))) end--
    let start = end
    while (start > this.start && !isSpace(this.#text.charCodeAt(start - 1))) start--
    return Number(this.#text.slice(start, end))
  }
}

/** Operators begin with a letter or a quotation mark, and no operand does but the constants. */
function isOperator(code: number): boolean {
  const letter = code | 0x20
  return (letter >= 0x61 && letter <= 0x7a) || code === 0x27 || code === 0x22
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
