/**
 * Writes the elements of a structure tree that changed, and the tables that lead from marked content to its element with
 * them. What an element says besides stays as it was written.
 */
import type { PdfFile } from './pdf-file.ts'
import { endOfValue, readDigits } from './read-entries.ts'
import type { ContentKid, Element, Kid } from './structure.ts'
import { skipSpace } from './tokens.ts'
import { isArray, isDictionary, isReference, type PdfValue } from './values.ts'

/** Whose a part of marked content is: the element's reference, or null. */
interface Owned {
  readonly kid: ContentKid
  readonly owner: string
}

/** Writes the elements that changed. `dropped` is marked content that belongs to none any more. */
export function writeStructure(file: PdfFile, elements: readonly Element[], dropped: readonly ContentKid[]): void {
  const owned: Owned[] = dropped.map(kid => ({ kid, owner: 'null' }))
  for (const element of elements) {
    if (!element.changed) continue
    file.rewrite(element.number, printElement(file, element))
    for (const kid of element.kids) if (kid.kind === 'content') owned.push({ kid, owner: `${element.number} 0 R` })
  }
  writeOwners(file, owned)
}

/** As it was written, with its type, its kids and its own entries in their places or, what is new, at the end. */
function printElement(file: PdfFile, element: Element): string {
  const { type, entries: changes } = element
  const printed: string[] = []
  const isOld = new Set<string>()
  let page = 0
  let kids = -1
  const entries = file.entries(element.number)
  while (entries.next()) {
    if (entries.is('Pg')) page = readDigits(entries.text, entries.at)
    if (entries.is('S')) printed.push(`/S /${type}`)
    else if (entries.is('K')) kids = printed.push('') - 1
    else {
      const key = changes ? entries.key : ''
      const value = changes?.get(key)
      if (value !== undefined) isOld.add(key)
      if (value === undefined) printed.push(entries.text.slice(entries.start, entries.end))
      else if (value !== null) printed.push(`/${key} ${value}`)
    }
  }
  for (const [key, value] of changes ?? []) if (value !== null && !isOld.has(key)) printed.push(`/${key} ${value}`)
  printed[kids < 0 ? printed.length : kids] = `/K [${element.kids.map(kid => printKid(kid, page)).join(' ')}]`
  return `<<${printed.join('\n')}>>`
}

/** Content on the element's own page is its number alone. */
function printKid(kid: Kid, page: number): string {
  if (kid.kind === 'element') return `${kid.number} 0 R`
  if (kid.kind === 'object') return kid.value
  return kid.page === page ? String(kid.id) : `<</Type /MCR\n/Pg ${kid.page} 0 R\n/MCID ${kid.id}>>`
}

/** The table of a page says for each number of marked content whose it is (ISO 32000-1, 14.7.4.4). */
function writeOwners(file: PdfFile, owned: readonly Owned[]): void {
  const byPage = new Map<number, Map<number, string>>()
  for (const { kid, owner } of owned) {
    const owners = byPage.get(kid.page) ?? new Map<number, string>()
    byPage.set(kid.page, owners.set(kid.id, owner))
  }
  const keys = new Map<string, number>()
  for (const page of byPage.keys()) keys.set(String(file.dictionary(page).get('StructParents')), page)
  const tables = findTables(file, keys)
  for (const [page, owners] of byPage) {
    const table = tables.get(page)
    if (table === undefined) throw new SyntaxError('A page has no table of its marked content')
    const { text, at } = file.written(table)
    file.rewrite(table, replaceItems(text, at, owners))
  }
}

/** The numbers of the tables of some pages, by the page's; `keys` says under which key each has its table. */
function findTables(file: PdfFile, keys: ReadonlyMap<string, number>): ReadonlyMap<number, number> {
  const tables = new Map<number, number>()
  const walk = (node: PdfValue | undefined) => {
    const read = isReference(node) ? file.read(node.to) : node
    if (!isDictionary(read)) return
    const [kids, pairs] = [read.get('Kids'), read.get('Nums')]
    if (isArray(kids)) kids.forEach(walk)
    if (!isArray(pairs)) return
    for (let index = 0; index < pairs.length; index += 2) {
      const [page, value] = [keys.get(String(pairs[index])), pairs[index + 1]]
      if (page !== undefined && isReference(value)) tables.set(page, value.to)
    }
  }
  const root = file.trailer.get('Root')
  const tree = isReference(root) ? file.dictionary(root.to).get('StructTreeRoot') : undefined
  if (isReference(tree)) walk(file.dictionary(tree.to).get('ParentTree'))
  return tables
}

/** The array that begins at `at` with others in the place of some items, by index; what it does not have yet is null. */
function replaceItems(text: string, at: number, items: ReadonlyMap<number, string>): string {
  const open = skipSpace(text, at)
  if (text[open] !== '[') throw new SyntaxError('A table of marked content is no array')
  const written: string[] = []
  let start = skipSpace(text, open + 1)
  for (; text[start] !== ']'; ) {
    const end = endOfValue(text, start)
    written.push(items.get(written.length) ?? text.slice(start, end))
    start = skipSpace(text, end)
  }
  const length = Math.max(written.length, ...Array.from(items.keys(), index => index + 1))
  while (written.length < length) written.push(items.get(written.length) ?? 'null')
  return `[${written.join(' ')}]`
}
