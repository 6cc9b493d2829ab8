/**
 * Says of each link what it is: the words that it is made of, or where it leads if they are none (ISO 14289-1, 7.18.5).
 */
import { listContent } from './mark-artifacts.ts'
import type { PrintedPage } from './pages.ts'
import type { PdfFile } from './pdf-file.ts'
import type { Element } from './structure.ts'
import { isArray, isDictionary, isReference, type PdfDictionary, printText, readText } from './values.ts'

/** Sets /Contents of every annotation that has none. */
export function describeLinks(
  file: PdfFile,
  catalog: PdfDictionary,
  elements: readonly Element[],
  pages: readonly PrintedPage[],
): void {
  const byNumber = new Map(pages.map(page => [page.number, page]))
  const owners = new Map<number, Element>()
  for (const element of elements)
    for (const kid of element.kids) if (kid.kind === 'object') owners.set(kid.object, element)
  const wordsOf = (element: Element) =>
    listContent(element)
      .map(({ page, id }) => byNumber.get(page)?.words(id) ?? '')
      .join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim()
  const said = new Map<Element, string>()
  for (const page of pages) {
    const annotations = file.dictionary(page.number).get('Annots')
    if (!isArray(annotations)) continue
    for (const annotation of annotations) {
      if (!isReference(annotation)) continue
      const read = file.entries(annotation.to, asked)
      if (read.get('Subtype') !== '/Link' || read.has('Contents')) continue
      const owner = owners.get(annotation.to)
      if (owner && !said.has(owner)) said.set(owner, wordsOf(owner))
      const words = (owner && said.get(owner)) || tellTarget(file, catalog, read, pages)
      if (words) file.edit(annotation.to).set('Contents', printText(words))
    }
  }
}

const asked: ReadonlySet<string> = new Set(['Subtype', 'Contents', 'A', 'Dest'])

/** The address on the web, or the page in the file behind an arrow, as words would need a language. */
function tellTarget(
  file: PdfFile,
  catalog: PdfDictionary,
  link: PdfDictionary,
  pages: readonly PrintedPage[],
): string | undefined {
  const action = link.get('A')
  const read = isReference(action) ? file.read(action.to) : action
  const address = isDictionary(read) ? read.get('URI') : undefined
  if (typeof address === 'string') return readText(address)
  const name = link.get('Dest')
  const places = catalog.get('Dests')
  const place = typeof name === 'string' && isReference(places) ? file.dictionary(places.to).get(name.slice(1)) : name
  const [target] = isArray(place) ? place : []
  const index = isReference(target) ? pages.findIndex(({ number }) => number === target.to) : -1
  return index < 0 ? undefined : `→ ${index + 1}`
}
