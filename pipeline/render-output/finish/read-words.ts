/**
 * The words of marked content: the glyphs that it shows, by the tables that its fonts carry for copying text
 * (ISO 32000-1, 9.10.3).
 */
import { readNumbers, readOperator } from './operators.ts'
import type { PdfFile } from './pdf-file.ts'
import { isDictionary, isReference, type PdfDictionary, type PdfValue, readBytes } from './values.ts'

/** What the codes of a font stand for. */
interface FontWords {
  /** Bytes of a code. */
  readonly width: number
  readonly words: ReadonlyMap<number, string>
}

/** Reads the words of a stretch of a page's content. */
export type ReadWords = (content: string) => string

/** A reader for each page; a font is read once for a file. */
export function openFonts(file: PdfFile): (page: PdfDictionary) => ReadWords {
  const known = new Map<number, FontWords | undefined>()
  const readFont = (font: PdfValue | undefined): FontWords | undefined => {
    if (!isReference(font)) return undefined
    const table = file.dictionary(font.to).get('ToUnicode')
    if (!isReference(table)) return undefined
    if (!known.has(font.to)) known.set(font.to, parseTable(file.data(table.to).toString('latin1')))
    return known.get(font.to)
  }
  const resolve = (value: PdfValue | undefined) => (isReference(value) ? file.read(value.to) : value)
  return page => {
    const resources = resolve(page.get('Resources'))
    const fonts = isDictionary(resources) ? resolve(resources.get('Font')) : undefined
    return content => readShown(content, name => (isDictionary(fonts) ? readFont(fonts.get(name)) : undefined))
  }
}

function readShown(content: string, findFont: (name: string) => FontWords | undefined): string {
  let words = ''
  let font: FontWords | undefined
  let line: number | undefined
  for (let operator = readOperator(content, 0); operator; operator = readOperator(content, operator.end)) {
    const { name, start, at } = operator
    if (name === 'Tf') font = findFont(/^\/(\S+)/.exec(content.slice(start, at))?.[1] ?? '')
    else if (name === 'Tj' || name === 'TJ') words += decode(content.slice(start, at), font)
    else if (name === 'Tm') {
      const height = readNumbers(content, operator)[5]
      // The space at a line's end is not painted.
      if (line !== undefined && height !== line && /[^\s-]$/.test(words)) words += ' '
      line = height
    }
  }
  return words.replaceAll('\u00ad', '')
}

function decode(operands: string, font: FontWords | undefined): string {
  if (!font) return ''
  const digits = font.width * 2
  let words = ''
  for (const [string] of operands.matchAll(/<[^>]*>|\((?:[^\\()]|\\[\s\S])*\)/g)) {
    const codes = /^<[\da-f]+>$/i.test(string)
      ? string.slice(1, -1)
      : Buffer.from(readBytes(string), 'latin1').toString('hex')
    for (let index = 0; index < codes.length; index += digits)
      words += font.words.get(Number.parseInt(codes.slice(index, index + digits), 16)) ?? ''
  }
  return words
}

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
