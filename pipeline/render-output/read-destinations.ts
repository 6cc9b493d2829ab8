/**
 * Finds the pages of ids in a PDF from Chromium, which names each id that a link of the document leads to (ISO 32000-1,
 * 12.3.2.3). Reads the few objects it needs from the bytes, by the table of offsets at the file's end: a reader of PDF
 * would take many times as long.
 */

/** Where the ids of a document stand. */
export interface Destinations {
  /** How many pages there are. */
  readonly pages: number
  /** By id. */
  readonly places: ReadonlyMap<string, Destination>
}

/** A place in a PDF. */
export interface Destination {
  /** From 1, as folios count. */
  readonly page: number
  /** In points, from the top of what may be printed on. */
  readonly fromTop: number
}

/** The destinations of a PDF. Throws where the file is not laid out as Chromium does it. */
export function readDestinations(pdf: Uint8Array): Destinations {
  const objects = openObjects(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1'))
  const catalog = objects.get(objects.root)
  const pages = listPages(reference(catalog, 'Pages'), objects.get)
  const numbers = new Map(pages.map((page, index) => [page, index + 1]))
  const heights = new Map(pages.map(page => [page, pageHeight(objects.get(page))]))
  const names = /\/Dests \d/.test(catalog) ? objects.get(reference(catalog, 'Dests')) : ''
  const places = new Map<string, Destination>()
  for (const [, name = '', page = '', top = ''] of names.matchAll(/\/(\S+) ?\[(\d+) 0 R ?\/XYZ \S+ (\S+) /g)) {
    const number = numbers.get(Number(page))
    const fromTop = (heights.get(Number(page)) ?? 0) - Number(top)
    if (number !== undefined) places.set(readName(name), { page: number, fromTop })
  }
  return { pages: pages.length, places }
}

interface Objects {
  readonly root: number
  readonly get: (number: number) => string
}

/** The objects of a file by its table of offsets: lines of twenty bytes after `xref` and the numbers it covers. */
function openObjects(text: string): Objects {
  const end = text.slice(-1024)
  const start = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(end)?.[1])
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(start, start + 64))
  if (!head) throw new Error('the PDF has no table of its objects')
  const first = start + head[0].length
  const get = (number: number) => {
    const offset = Number(text.slice(first + number * 20, first + number * 20 + 10))
    return text.slice(offset, text.indexOf('endobj', offset))
  }
  return { root: reference(text.slice(first + Number(head[1]) * 20), 'Root'), get }
}

/** The numbers of the page objects, in order; the tree has a few branches on each level. */
function listPages(node: number, get: Objects['get']): readonly number[] {
  const kids = /\/Kids ?\[([^\]]*)\]/.exec(get(node))?.[1]
  if (kids === undefined) return [node]
  return [...kids.matchAll(/(\d+) 0 R/g)].flatMap(([, kid]) => listPages(Number(kid), get))
}

function reference(object: string, key: string): number {
  const number = new RegExp(`/${key} (\\d+) 0 R`).exec(object)?.[1]
  if (number === undefined) throw new Error(`the PDF names no ${key}`)
  return Number(number)
}

function pageHeight(page: string): number {
  return Number(/\/MediaBox ?\[\S+ \S+ \S+ ([\d.]+)\]/.exec(page)?.[1] ?? 0)
}

/** A name may hold a character as `#` and its code. */
function readName(name: string): string {
  return name.replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}
