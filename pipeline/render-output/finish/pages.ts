/**
 * The pages of a PDF in their order, each with its content taken apart and a reader for the words of its marked parts.
 */
import { type MarkedPart, type PageContent, readContent } from './page-content.ts'
import type { PdfFile } from './pdf-file.ts'
import { openFonts } from './read-words.ts'
import { isArray, isReference, type PdfDictionary } from './values.ts'

export interface PrintedPage {
  readonly number: number
  /** Numbers of the streams that together are its content. */
  readonly streams: readonly number[]
  readonly text: string
  readonly content: PageContent
  readonly parts: ReadonlyMap<number, MarkedPart>
  /** What a marked part says, by its number. */
  readonly words: (id: number) => string
}

/** Reads all pages. */
export function readPages(file: PdfFile, catalog: PdfDictionary): readonly PrintedPage[] {
  const fontsOf = openFonts(file)
  return listPages(file, catalog).map(number => {
    const page = file.dictionary(number)
    const contents = page.get('Contents')
    const streams = (isArray(contents) ? contents : [contents]).flatMap(each => (isReference(each) ? [each.to] : []))
    const text = streams.map(stream => file.data(stream).toString('latin1')).join('\n')
    const content = readContent(text)
    const parts = new Map(content.parts.map(part => [part.id, part]))
    const readWords = fontsOf(page)
    const read = new Map<number, string>()
    const words = (id: number) => {
      const part = parts.get(id)
      const known = read.get(id) ?? (part ? readWords(text.slice(part.from, part.to)) : '')
      read.set(id, known)
      return known
    }
    return { number, streams, text, content, parts, words }
  })
}

function listPages(file: PdfFile, catalog: PdfDictionary): readonly number[] {
  const pages: number[] = []
  const walk = (number: number) => {
    const node = file.dictionary(number)
    const kids = node.get('Kids')
    if (!isArray(kids)) pages.push(number)
    else for (const kid of kids) if (isReference(kid)) walk(kid.to)
  }
  const root = catalog.get('Pages')
  if (isReference(root)) walk(root.to)
  return pages
}
