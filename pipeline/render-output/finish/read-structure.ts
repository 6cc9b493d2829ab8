/**
 * Reads the structure tree of a PDF. Of the thousands of elements that a long brief has, most are looked at once and left
 * as they are: so their entries are read where they stand in the file, and nothing is made of them but the element.
 */
import type { PdfFile } from './pdf-file.ts'
import { EntryReader, endOfReference, endOfValue, readDigits } from './read-entries.ts'
import { type Element, type Kid, makeElement, type Structure } from './structure.ts'
import { endOfToken, skipSpace } from './tokens.ts'
import { isReference, type PdfDictionary } from './values.ts'

/** The tree; undefined where a file has none. Throws a SyntaxError where it is not what it must be. */
export function readStructure(file: PdfFile, catalog: PdfDictionary): Structure | undefined {
  const root = catalog.get('StructTreeRoot')
  if (!isReference(root)) return undefined
  const elements: Element[] = []
  const entries = file.entries(root.to)
  while (entries.next()) if (entries.is('K')) readKids(file, entries.text, entries.at, undefined, 0, elements)
  return { root: root.to, elements }
}

/** `above` is the page that holds unless the element names another, by number; the element is added to `elements`. */
function readElement(
  file: PdfFile,
  number: number,
  parent: Element | undefined,
  above: number,
  elements: Element[],
): Element {
  const element = makeElement(number, parent)
  elements.push(element)
  const { text, at } = file.written(number)
  plainElement.lastIndex = at
  const plain = plainElement.exec(text)
  if (plain) {
    element.type = plain[1] ?? ''
    const kids = plainElement.lastIndex
    const page = plain[2] === undefined ? above : Number(plain[2])
    element.kids = readKids(file, text, kids, element, page, elements)
    return element
  }
  const entries = file.entries(number)
  let page = above
  let kids = -1
  while (entries.next()) {
    if (entries.is('S')) element.type = entries.written.slice(1)
    else if (entries.is('K')) kids = entries.at
    else if (entries.is('Pg')) page = readDigits(text, entries.at)
    else if (entries.is('Lang')) element.language = entries.written
    else if (entries.is('ActualText')) element.replaced = true
  }
  if (kids >= 0) element.kids = readKids(file, text, kids, element, page, elements)
  return element
}

/**
 * Nearly all elements as Skia writes them, up to what they hold, behind which it writes attributes and an id alone. A
 * pattern takes a tenth of the time that reading entries takes, most of all at the first file.
 */
const plainElement = /<<\/Type \/StructElem\n\/S \/(\w+)\n\/P \d+ 0 R\n(?:\/Pg (\d+) 0 R\n)?\/K /y

/** The kids that stand at `at`: one, or several in brackets. */
function readKids(
  file: PdfFile,
  text: string,
  at: number,
  parent: Element | undefined,
  page: number,
  elements: Element[],
): readonly Kid[] {
  const kids: Kid[] = []
  const isList = text.charCodeAt(at) === 0x5b /* [ */
  let start = isList ? skipSpace(text, at + 1) : at
  do {
    const code = text.charCodeAt(start)
    if (code === 0x5d /* ] */) break
    if (code === 0x3c /* < */) {
      const end = endOfValue(text, start)
      kids.push(readReference(text, start, end, page))
      start = end
    } else {
      const end = endOfReference(text, start)
      const number = readDigits(text, start)
      kids.push(end > 0 ? readElement(file, number, parent, page, elements) : { kind: 'content', page, id: number })
      start = end > 0 ? end : endOfToken(text, start)
    }
    start = skipSpace(text, start)
  } while (isList)
  return kids
}

/** What is not on the element's page, or is no content, is referred to by a dictionary (ISO 32000-1, 14.7.4). */
function readReference(text: string, at: number, end: number, above: number): Kid {
  const entries = new EntryReader(text, at)
  let page = above
  let id = Number.NaN
  let object = 0
  while (entries.next()) {
    if (entries.is('MCID')) id = readDigits(text, entries.at)
    else if (entries.is('Pg')) page = readDigits(text, entries.at)
    else if (entries.is('Obj')) object = readDigits(text, entries.at)
  }
  if (object > 0) return { kind: 'object', object, value: text.slice(at, end) }
  if (Number.isNaN(id)) throw new SyntaxError('An element holds what is no kid')
  return { kind: 'content', page, id }
}
