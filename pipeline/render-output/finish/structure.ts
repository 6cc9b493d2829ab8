/**
 * The structure tree of a PDF (ISO 32000-1, 14.7) as elements that can be changed, and its way back into the file: elements
 * that changed are written anew, and the tables that lead from marked content and annotations to elements with them.
 */
import type { PdfFile } from './pdf-file.ts'
import { isArray, isDictionary, isReference, PdfDictionary, type PdfValue } from './values.ts'

/** Marked content on a page, both by number. */
export interface ContentKid {
  readonly kind: 'content'
  readonly page: number
  readonly id: number
}

/** An annotation that belongs to an element. */
export interface ObjectKid {
  readonly kind: 'object'
  readonly object: number
  readonly value: PdfValue
}

/** What an element holds. */
export type Kid = Element | ContentKid | ObjectKid

/** An element of the tree. */
export interface Element {
  readonly kind: 'element'
  readonly number: number
  readonly parent: Element | undefined
  /** Structure type without its slash, such as `LI`. */
  type: string
  kids: readonly Kid[]
  /** Entries to write besides those read; null removes one. */
  entries?: Map<string, PdfValue | null>
  changed: boolean
  /** Its own language as written, where it has one. */
  readonly language?: string | undefined
  /** Whether it says in words what stands for its content. */
  readonly replaced: boolean
}

export interface Structure {
  /** Number of the structure tree's root. */
  readonly root: number
  /** In reading order, each after what holds it. */
  readonly elements: readonly Element[]
}

/** Reads the tree; undefined where a file has none. */
export function readStructure(file: PdfFile, catalog: PdfDictionary): Structure | undefined {
  const root = catalog.get('StructTreeRoot')
  if (!isReference(root)) return undefined
  const elements: Element[] = []
  const readElement = (number: number, parent: Element | undefined, above: number): Element => {
    const read = file.entries(number, asked)
    const own = read.get('Pg')
    const page = isReference(own) ? own.to : above
    const language = read.get('Lang')
    const kids: Kid[] = []
    const element: Element = {
      kind: 'element',
      number,
      parent,
      type: String(read.get('S') ?? '').slice(1),
      kids,
      changed: false,
      replaced: read.has('ActualText'),
      language: typeof language === 'string' ? language : undefined,
    }
    elements.push(element)
    for (const kid of listKids(read)) kids.push(readKid(kid, element, page))
    return element
  }
  const readKid = (kid: PdfValue, element: Element, page: number): Kid => {
    if (isReference(kid)) return readElement(kid.to, element, page)
    if (typeof kid === 'string') return { kind: 'content', page, id: Number(kid) }
    if (!isDictionary(kid)) throw new SyntaxError('An element holds what is no kid')
    const [object, on] = [kid.get('Obj'), kid.get('Pg')]
    if (isReference(object)) return { kind: 'object', object: object.to, value: kid }
    return { kind: 'content', page: isReference(on) ? on.to : page, id: Number(kid.get('MCID')) }
  }
  for (const kid of listKids(file.dictionary(root.to))) if (isReference(kid)) readElement(kid.to, undefined, 0)
  return { root: root.to, elements }
}

const asked: ReadonlySet<string> = new Set(['S', 'K', 'Pg', 'Lang', 'ActualText'])

function listKids(read: PdfDictionary): readonly PdfValue[] {
  const kids = read.get('K')
  if (kids === undefined) return []
  return isArray(kids) ? kids : [kids]
}

/** Gives an element what it holds from now on. */
export function setKids(element: Element, kids: readonly Kid[]): void {
  element.kids = kids
  element.changed = true
}

/** Sets an entry of an element, or removes it with null. */
export function setEntry(element: Element, key: string, value: PdfValue | null): void {
  element.entries ??= new Map()
  element.entries.set(key, value)
  element.changed = true
}

/** Renames an element. */
export function setType(element: Element, type: string): void {
  element.type = type
  element.changed = true
}

/** Puts a new element around some kids of an element. */
export function wrapKids(file: PdfFile, element: Element, type: string, kids: readonly Kid[]): Element {
  const read = new PdfDictionary([
    ['Type', '/StructElem'],
    ['S', `/${type}`],
  ])
  const { to } = file.add(read)
  const wrap: Element = {
    kind: 'element',
    number: to,
    parent: element,
    type,
    kids,
    changed: true,
    replaced: false,
  }
  for (const kid of kids) if (kid.kind === 'element') setEntry(kid, 'P', { to })
  setEntry(wrap, 'P', { to: element.number })
  return wrap
}

/** Writes the elements that changed. `dropped` is marked content that belongs to none any more. */
export function writeStructure(file: PdfFile, elements: readonly Element[], dropped: readonly ContentKid[]): void {
  const owners: { readonly kid: ContentKid; readonly owner: PdfValue }[] = dropped.map(kid => ({ kid, owner: 'null' }))
  for (const element of elements) {
    if (!element.changed) continue
    const entries = file.edit(element.number)
    entries.set('S', `/${element.type}`)
    for (const [key, value] of element.entries ?? []) value === null ? entries.delete(key) : entries.set(key, value)
    const page = entries.get('Pg')
    entries.set(
      'K',
      element.kids.map(kid => printKid(kid, isReference(page) ? page.to : undefined)),
    )
    for (const kid of element.kids) {
      if (kid.kind === 'content') owners.push({ kid, owner: { to: element.number } })
    }
  }
  writeOwners(file, owners)
}

/** Content on the element's own page is its number alone. */
function printKid(kid: Kid, page: number | undefined): PdfValue {
  if (kid.kind === 'element') return { to: kid.number }
  if (kid.kind === 'object') return kid.value
  if (kid.page === page) return String(kid.id)
  return new PdfDictionary([
    ['Type', '/MCR'],
    ['Pg', { to: kid.page }],
    ['MCID', String(kid.id)],
  ])
}

/** The table of a page says for each number of marked content whose it is (ISO 32000-1, 14.7.4.4). */
function writeOwners(file: PdfFile, owners: readonly { readonly kid: ContentKid; readonly owner: PdfValue }[]): void {
  const keys = new Map<string, number>()
  for (const page of new Set(owners.map(({ kid }) => kid.page)))
    keys.set(String(file.dictionary(page).get('StructParents')), page)
  const tables = readTables(file, keys)
  for (const { kid, owner } of owners) {
    const table = tables.get(kid.page)
    if (!table) throw new SyntaxError('A page has no table of its marked content')
    table.owners[kid.id] = owner
  }
  for (const { number, owners: list } of tables.values())
    file.replace(
      number,
      Array.from(list, owner => owner ?? 'null'),
    )
}

interface OwnerTable {
  readonly number: number
  readonly owners: PdfValue[]
}

/** The tables of some pages by the number of the page; `keys` says under which key each has its table. */
function readTables(file: PdfFile, keys: ReadonlyMap<string, number>): ReadonlyMap<number, OwnerTable> {
  const tables = new Map<number, OwnerTable>()
  const walk = (node: PdfValue | undefined) => {
    const read = isReference(node) ? file.read(node.to) : node
    if (!isDictionary(read)) return
    const [kids, pairs] = [read.get('Kids'), read.get('Nums')]
    if (isArray(kids)) kids.forEach(walk)
    if (!isArray(pairs)) return
    for (let index = 0; index < pairs.length; index += 2) {
      const [page, value] = [keys.get(String(pairs[index])), pairs[index + 1]]
      if (page === undefined || !isReference(value)) continue
      const owners = file.read(value.to)
      if (isArray(owners)) tables.set(page, { number: value.to, owners: [...owners] })
    }
  }
  const root = file.trailer.get('Root')
  const tree = isReference(root) ? file.dictionary(root.to).get('StructTreeRoot') : undefined
  if (isReference(tree)) walk(file.dictionary(tree.to).get('ParentTree'))
  return tables
}
