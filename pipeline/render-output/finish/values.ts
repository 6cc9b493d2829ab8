/**
 * PDF values as JavaScript holds them. What has no parts keeps the bytes it was written in, so that what is not changed is
 * printed as it was read; only arrays, dictionaries and references are taken apart.
 */
import { endOfToken, skipSpace } from './tokens.ts'

/** An object by its number. */
export interface PdfReference {
  readonly to: number
}

const none: readonly never[] = []

/** Names, without their slash, and what they stand for. Most have few entries and a file has thousands, so they are a list. */
export class PdfDictionary {
  readonly #items: PdfValue[]

  constructor(entries: Iterable<readonly [string, PdfValue]> = [], items: PdfValue[] = []) {
    this.#items = items
    for (const [key, value] of entries) items.push(key, value)
  }

  /** A dictionary that takes over a list of keys and values in turn. */
  static own(items: PdfValue[]): PdfDictionary {
    return new PdfDictionary(none, items)
  }

  get(key: string): PdfValue | undefined {
    return this.#items[this.#find(key) + 1]
  }

  has(key: string): boolean {
    return this.#find(key) >= 0
  }

  set(key: string, value: PdfValue): this {
    const index = this.#find(key)
    if (index < 0) this.#items.push(key, value)
    else this.#items[index + 1] = value
    return this
  }

  delete(key: string): void {
    const index = this.#find(key)
    if (index >= 0) this.#items.splice(index, 2)
  }

  *[Symbol.iterator](): Generator<[string, PdfValue]> {
    for (let index = 0; index < this.#items.length; index += 2)
      yield [this.#items[index] as string, this.#items[index + 1] ?? 'null']
  }

  /** The bytes of the dictionary. */
  print(): string {
    let text = '<<'
    for (let index = 0; index < this.#items.length; index += 2)
      text += `${index > 0 ? '\n' : ''}/${this.#items[index]} ${printValue(this.#items[index + 1] ?? 'null')}`
    return `${text}>>`
  }

  /** Where a key stands; -2, before whose next is nothing, where it does not. */
  #find(key: string): number {
    for (let index = 0; index < this.#items.length; index += 2) if (this.#items[index] === key) return index
    return -2
  }
}

/** A name, number, string, boolean or null as written, such as `/Page`, `12.5` or `(text)`; or what has parts. */
export type PdfValue = string | PdfReference | readonly PdfValue[] | PdfDictionary

/** The value that begins at `at`, and the index after it. Throws a SyntaxError where there is none. */
export function parseValue(text: string, at = 0): { readonly value: PdfValue; readonly end: number } {
  const cursor = { text, at }
  const value = readValue(cursor)
  return { value, end: cursor.at }
}

interface Cursor {
  readonly text: string
  at: number
}

function readValue(cursor: Cursor): PdfValue {
  const start = skipSpace(cursor.text, cursor.at)
  if (start >= cursor.text.length) throw new SyntaxError('A value is missing')
  cursor.at = endOfToken(cursor.text, start)
  const token = cursor.text.slice(start, cursor.at)
  if (token === '[') return readItems(cursor, ']')
  if (token !== '<<') return token
  return PdfDictionary.own(withoutSlashes(readItems(cursor, '>>')))
}

function withoutSlashes(items: PdfValue[]): PdfValue[] {
  for (let index = 0; index < items.length; index += 2) {
    const key = items[index]
    if (typeof key !== 'string' || key[0] !== '/' || index + 1 === items.length)
      throw new SyntaxError('A dictionary has no key where one must be')
    items[index] = key.slice(1)
  }
  return items
}

function readItems(cursor: Cursor, close: string): PdfValue[] {
  const items: PdfValue[] = []
  for (;;) {
    const value = readValue(cursor)
    if (value === close) return items
    if (value === 'R') {
      // `12 0 R`: two numbers turn out to be a reference.
      items.pop()
      items.push({ to: Number(items.pop()) })
    } else items.push(value)
  }
}

/** The bytes of a value. */
export function printValue(value: PdfValue): string {
  if (typeof value === 'string') return value
  if (isReference(value)) return `${value.to} 0 R`
  if (isDictionary(value)) return value.print()
  return `[${value.map(printValue).join(' ')}]`
}

export function isReference(value: PdfValue | undefined): value is PdfReference {
  return typeof value === 'object' && 'to' in value
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return value instanceof PdfDictionary
}

export function isArray(value: PdfValue | undefined): value is readonly PdfValue[] {
  return Array.isArray(value)
}

/** A text string: plain where it is ASCII, else UTF-16 with its mark (ISO 32000-1, 7.9.2.2). */
export function printText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replaceAll(/[\\()]/g, '\\$&')})`
  const units = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'))
  return `<FEFF${units.join('').toUpperCase()}>`
}

/** The bytes of a string as written, one byte a character. */
export function readBytes(string: string): string {
  if (string.startsWith('<')) {
    const digits = string.replaceAll(/[^\da-f]/gi, '')
    return Buffer.from(digits.length % 2 === 0 ? digits : `${digits}0`, 'hex').toString('latin1')
  }
  return string.slice(1, -1).replaceAll(/\\(?:([0-7]{1,3})|(\r\n|[\s\S]))/g, (_, octal: string, other: string) => {
    if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8) & 0xff)
    return escapes[other] ?? other
  })
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '\n': '',
  '\r': '',
  '\r\n': '',
}

/** The words of a text string; bytes without the mark of UTF-16 are taken for Latin-1. */
export function readText(string: string): string {
  const bytes = readBytes(string)
  if (!bytes.startsWith('\xfe\xff')) return bytes
  return Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
}
