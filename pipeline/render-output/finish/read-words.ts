/**
 * The words of marked content: the glyphs that it shows, by the tables that its fonts carry for copying text
 * (ISO 32000-1, 9.10.3).
 */
import { OperatorReader } from './operators.ts'
import type { PdfFile } from './pdf-file.ts'
import { endOfToken, skipSpace } from './tokens.ts'
import { isDictionary, isReference, type PdfDictionary, type PdfValue, readBytes } from './values.ts'

/** What the codes of a font stand for. */
interface FontWords {
  /** Bytes of a code. */
  readonly width: number
  readonly words: ReadonlyMap<number, string>
}

/** Reads the words of a stretch of a page's content, between two places. */
export type ReadWords = (content: string, from: number, to: number) => string

/** A reader for each page; a font is read once for a file. */
export function openFonts(file: PdfFile): (page: PdfDictionary) => ReadWords {
  const known = new Map<number, FontWords | undefined>()
  const readFont = (font: PdfValue | undefined): FontWords | undefined => {
    if (!isReference(font)) return undefined
    if (known.has(font.to)) return known.get(font.to)
    const table = file.dictionary(font.to).get('ToUnicode')
    const words = isReference(table) ? parseTable(file.data(table.to).toString('latin1')) : undefined
    known.set(font.to, words)
    return words
  }
  const resolve = (value: PdfValue | undefined) => (isReference(value) ? file.read(value.to) : value)
  return page => {
    const resources = resolve(page.get('Resources'))
    const fonts = isDictionary(resources) ? resolve(resources.get('Font')) : undefined
    const findFont = (name: string) => (isDictionary(fonts) ? readFont(fonts.get(name)) : undefined)
    return (content, from, to) =>
      readPlain(content.slice(from, to), findFont) ??
      readShown(content, new OperatorReader(content, from, to), findFont)
  }
}

type FindFont = (name: string) => FontWords | undefined

/** What is said as text is shown. */
class Said {
  words = ''
  #line: number | undefined

  /** The space at a line's end is not painted, and a hyphen is. */
  moveTo(line: number): void {
    if (this.#line !== undefined && line !== this.#line && /[^\s\u00ad-]$/.test(this.words)) this.words += ' '
    this.#line = line
  }
}

/** The words of content as Skia writes it, glyph by glyph; undefined where text is shown in any other way. */
function readPlain(content: string, findFont: FindFont): string | undefined {
  const said = new Said()
  let font: FontWords | undefined
  plainText.lastIndex = 0
  for (let found = plainText.exec(content); found; found = plainText.exec(content)) {
    const [, codes, name, line] = found
    if (codes !== undefined) {
      if (font) said.words += decodeDigits(codes, 0, codes.length, font)
    } else if (name !== undefined) font = findFont(name)
    else if (line !== undefined)
      said.moveTo(Number(content.slice(content.lastIndexOf(' ', found.index - 1), found.index)))
    else return undefined
  }
  return said.words.replaceAll('\u00ad', '')
}

const plainText = /<([\dA-Fa-f]+)> Tj\n|\/(\S+) \S+ Tf\n|( Tm)\n|[("'%]|T[Jjfm]|BI/g

function readShown(content: string, reader: OperatorReader, findFont: FindFont): string {
  const said = new Said()
  let font: FontWords | undefined
  while (reader.next()) {
    if (reader.is('Tj') || reader.is('TJ')) {
      if (font) said.words += decode(content, reader.start, reader.at, font)
    } else if (reader.is('Tf')) font = findFont(/^\/(\S+)/.exec(reader.operands)?.[1] ?? '')
    else if (reader.is('Tm')) said.moveTo(reader.lastNumber)
  }
  return said.words.replaceAll('\u00ad', '')
}

/** What the strings between two places stand for. */
function decode(content: string, from: number, to: number, font: FontWords): string {
  let said = ''
  for (let at = from; at < to; ) {
    const end = endOfToken(content, at)
    const opening = content.charCodeAt(at)
    if (opening === 0x3c /* < */) said += decodeDigits(content, at + 1, end, font)
    else if (opening === 0x28 /* ( */) {
      const codes = Buffer.from(readBytes(content.slice(at, end)), 'latin1').toString('hex')
      said += decodeDigits(codes, 0, codes.length, font)
    }
    at = skipSpace(content, end)
  }
  return said
}

/** What codes in hexadecimal stand for. Anything but a digit is passed over; digits that are missing at the end are 0. */
function decodeDigits(text: string, from: number, to: number, { width, words }: FontWords): string {
  let said = ''
  let code = 0
  let missing = width * 2
  for (let index = from; index < to; index++) {
    const digit = digits[text.charCodeAt(index)] ?? -1
    if (digit < 0) continue
    code = code * 16 + digit
    if (--missing > 0) continue
    said += words.get(code) ?? ''
    code = 0
    missing = width * 2
  }
  return missing < width * 2 ? said + (words.get(code * 16 ** missing) ?? '') : said
}

/** What characters are worth as hexadecimal digits, by their code; -1 for those that are none. */
const digits = Int8Array.from({ length: 256 }, (_, code) =>
  '0123456789abcdef'.indexOf(String.fromCharCode(code).toLowerCase()),
)

function parseTable(table: string): FontWords {
  const words = new Map<number, string>()
  const width = (/begincodespacerange\s*<([\da-f]+)>/i.exec(table)?.[1]?.length ?? 4) / 2
  for (const [, body = ''] of table.matchAll(/beginbfchar([\s\S]*?)endbfchar/g))
    for (const [, code = '', text = ''] of body.matchAll(/<([\da-f]+)>\s*<([\da-f]+)>/gi))
      words.set(Number.parseInt(code, 16), fromUnits(text))
  for (const [, body = ''] of table.matchAll(/beginbfrange([\s\S]*?)endbfrange/g))
    for (const [, from = '', to = '', text = '', list] of body.matchAll(
      /<([\da-f]+)>\s*<([\da-f]+)>\s*(?:<([\da-f]+)>|\[([^\]]*)\])/gi,
    )) {
      const first = Number.parseInt(from, 16)
      const texts = list?.match(/[\da-f]+/gi)
      for (let code = first; code <= Number.parseInt(to, 16); code++)
        words.set(code, texts ? fromUnits(texts[code - first] ?? '') : fromUnits(text, code - first))
    }
  return { width, words }
}

/** UTF-16 in hexadecimal; `more` is added to the last unit. */
function fromUnits(digits: string, more = 0): string {
  const units = (digits.match(/.{1,4}/g) ?? []).map(unit => Number.parseInt(unit, 16))
  const last = units.length - 1
  return String.fromCharCode(...units.map((unit, index) => (index === last ? unit + more : unit)))
}
