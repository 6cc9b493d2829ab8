/**
 * Finds where marked content ends and whether it says anything, for the marks of a page one after the other. Nearly all
 * that a page paints is marked and is glyphs, each with its place: so it is searched for the few bytes that matter, and
 * read operator by operator only where one of them stands.
 */
import { type Operator, OperatorReader } from './operators.ts'
import { isSpace } from './tokens.ts'

/** Goes through the marks of one content stream, from its beginning on. */
export class MarkFinder {
  readonly #text: string
  readonly #end: Search
  /** What could hide an EMC: strings, comments, images, further marks. */
  readonly #hiding: readonly Search[]
  readonly #shown: Search

  constructor(text: string) {
    this.#text = text
    this.#end = new Search(text, 'EMC')
    this.#hiding = ['(', '%', 'BMC', 'BDC', 'BI'].map(bytes => new Search(text, bytes))
    this.#shown = new Search(text, 'Tj')
  }

  /** The EMC that ends the mark whose content begins at `from`. Throws a SyntaxError where none does. */
  findEnd(from: number): Pick<Operator, 'at' | 'end'> {
    const at = this.#end.from(from)
    const isAlone = isSpace(this.#text.charCodeAt(at - 1)) && !(this.#text.charCodeAt(at + 3) > 0x20)
    if (isAlone && this.#hiding.every(search => search.from(from) > at)) return { at, end: at + 3 }
    let depth = 1
    const reader = new OperatorReader(this.#text, from)
    while (reader.next()) {
      if (reader.is('BMC') || reader.is('BDC')) depth++
      if (reader.is('EMC') && --depth === 0) return { at: reader.at, end: reader.end }
    }
    throw new SyntaxError('Marked content has no end')
  }

  /** Whether text or an image is painted between two places. */
  says(from: number, to: number): boolean {
    return this.#shown.from(from) < to || /\b(?:TJ|Do|BI|sh)\b|['"]/.test(this.#text.slice(from, to))
  }
}

/** The places of some bytes in a text, asked for from its beginning to its end: each is searched for once. */
class Search {
  readonly #text: string
  readonly #bytes: string
  #place = -1

  constructor(text: string, bytes: string) {
    this.#text = text
    this.#bytes = bytes
  }

  /** The first place from `from` on; infinite where there is none. */
  from(from: number): number {
    if (this.#place < from) {
      const place = this.#text.indexOf(this.#bytes, from)
      this.#place = place < 0 ? Number.POSITIVE_INFINITY : place
    }
    return this.#place
  }
}
