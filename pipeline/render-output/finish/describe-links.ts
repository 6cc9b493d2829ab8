/**
 * Says of each link what it is: the words that it is made of, or where it leads if they are none (ISO 14289-1, 7.18.5).
 */
import { listContent } from './mark-artifacts.ts'
import type { PrintedPage } from './pages.ts'
import type { PdfFile } from './pdf-file.ts'
import type { Element } from './structure.ts'
import { isArray, isDictionary, isReference, type PdfDictionary, parseValue, printText, readText } from './values.ts'

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
      const link = readLink(file, annotation.to)
      if (!link) continue
      const owner = owners.get(annotation.to)
      if (owner && !said.has(owner)) said.set(owner, wordsOf(owner))
      const words = (owner && said.get(owner)) || tellTarget(file, catalog, link, pages)
      if (words) file.rewrite(annotation.to, `${link.written}\n/Contents ${printText(words)}>>`)
    }
  }
}

/** A link without a description: as written, but for what closes it, and where it leads. */
interface Link {
  readonly written: string
  readonly action: string | undefined
  readonly target: string | undefined
}

function readLink(file: PdfFile, number: number): Link | undefined {
  const entries = file.entries(number)
  const { text, start } = entries
  let isLink = false
  let action: string | undefined
  let target: string | undefined
  while (entries.next()) {
    if (entries.is('Contents')) return undefined
    if (entries.is('Subtype')) isLink = entries.written === '/Link'
    else if (entries.is('A')) action = entries.written
    else if (entries.is('Dest')) target = entries.written
  }
  return isLink ? { written: text.slice(start, entries.end), action, target } : undefined
}

/** The address on the web, or the page in the file behind an arrow, as words would need a language. */
function tellTarget(
  file: PdfFile,
  catalog: PdfDictionary,
  link: Link,
  pages: readonly PrintedPage[],
): string | undefined {
  const action = link.action === undefined ? undefined : parseValue(link.action).value
  const read = isReference(action) ? file.read(action.to) : action
  const address = isDictionary(read) ? read.get('URI') : undefined
  if (typeof address === 'string') return readText(address)
  const place = link.target === undefined ? undefined : parseValue(link.target).value
  const places = catalog.get('Dests')
  const found =
    typeof place === 'string' && isReference(places) ? file.dictionary(places.to).get(place.slice(1)) : place
  const [target] = isArray(found) ? found : []
  const index = isReference(target) ? pages.findIndex(({ number }) => number === target.to) : -1
  return index < 0 ? undefined : `→ ${index + 1}`
}
