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
  /** What it paints, as bytes and with a character for each. */
  readonly bytes: Buffer
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
    const bytes = joinStreams(streams.map(file.data))
    const text = bytes.toString('latin1')
    const content = readContent(text)
    const parts = new Map<number, MarkedPart>()
    for (const part of content.parts) parts.set(part.id, part)
    const readWords = fontsOf(page)
    const read = new Map<number, string>()
    const words = (id: number) => {
      const part = parts.get(id)
      const known = read.get(id) ?? (part ? readWords(text, part.from, part.to) : '')
      read.set(id, known)
      return known
    }
    return { number, streams, bytes, text, content, parts, words }
  })
}

/** Streams of one page are one content, and a token ends where a stream does. */
function joinStreams(streams: readonly Buffer[]): Buffer {
  const [first] = streams
  return first && streams.length === 1 ? first : Buffer.concat(streams.flatMap(data => [data, lineBreak]).slice(0, -1))
}

const lineBreak = Buffer.from('\n')

/** The numbers of all pages. */
export function listPages(file: PdfFile, catalog: PdfDictionary): readonly number[] {
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
