/**
 * The structure tree of a PDF (ISO 32000-1, 14.7) as elements that can be changed. They are read by read-structure.ts, and
 * those that changed are written by write-structure.ts.
 */
import type { PdfFile } from './pdf-file.ts'

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
  /** The reference to it, as written. */
  readonly value: string
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
  entries: Map<string, string | null> | undefined
  changed: boolean
  /** Its own language as written, where it has one. */
  language: string | undefined
  /** Whether it says in words what stands for its content. */
  replaced: boolean
}

export interface Structure {
  /** Number of the structure tree's root. */
  readonly root: number
  /** In reading order, each after what holds it. */
  readonly elements: readonly Element[]
}

/** Gives an element what it holds from now on. */
export function setKids(element: Element, kids: readonly Kid[]): void {
  element.kids = kids
  element.changed = true
}

/** Sets an entry of an element, or removes it with null. */
export function setEntry(element: Element, key: string, value: string | null): void {
  element.entries ??= new Map()
  element.entries.set(key, value)
  element.changed = true
}

/** Renames an element. */
export function setType(element: Element, type: string): void {
  element.type = type
  element.changed = true
}

/** An element with nothing in it; `number` is that of its object. */
export function makeElement(number: number, parent: Element | undefined, type = ''): Element {
  return {
    kind: 'element',
    number,
    parent,
    type,
    kids: none,
    entries: undefined,
    changed: false,
    language: undefined,
    replaced: false,
  }
}

const none: readonly Kid[] = []

/** Puts a new element around some kids of an element. */
export function wrapKids(file: PdfFile, element: Element, type: string, kids: readonly Kid[]): Element {
  const { to } = file.add(`<</Type /StructElem\n/S /${type}\n/P ${element.number} 0 R>>`)
  const wrap = makeElement(to, element, type)
  setKids(wrap, kids)
  for (const kid of kids) if (kid.kind === 'element') setEntry(kid, 'P', `${to} 0 R`)
  return wrap
}
