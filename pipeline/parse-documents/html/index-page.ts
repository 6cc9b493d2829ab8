/**
 * One walk over a page that notes, for every element, where it stands, what holds it and how much text it has, and for
 * every id and anchor name the element that bears it.
 */
import type { Element, Nodes, Root } from 'hast'
import { attribute, isBlock, isElement, type Parent } from './elements.ts'

/** What is known of a page's elements. */
export interface PageIndex {
  /** In document order. */
  readonly elements: readonly Element[]
  readonly order: ReadonlyMap<Nodes, number>
  readonly parents: ReadonlyMap<Nodes, Parent>
  /** Among the children of the parent. */
  readonly indexes: ReadonlyMap<Nodes, number>
  /** Of list items: how many come before them in their list. */
  readonly ordinals: ReadonlyMap<Nodes, number>
  readonly byName: ReadonlyMap<string, Element>
  /** Characters that are not white space. */
  readonly lengths: ReadonlyMap<Nodes, number>
}

/** Indexes a page. */
export function indexPage(root: Root): PageIndex {
  const elements: Element[] = []
  const order = new Map<Nodes, number>()
  const parents = new Map<Nodes, Parent>()
  const indexes = new Map<Nodes, number>()
  const ordinals = new Map<Nodes, number>()
  const byName = new Map<string, Element>()
  const lengths = new Map<Nodes, number>()
  const enter = (node: Nodes): number => {
    order.set(node, order.size)
    if (node.type === 'text') return keep(node, node.value.replace(/\s+/gu, '').length)
    if (!('children' in node)) return keep(node, 0)
    if (node.type === 'element') {
      elements.push(node)
      for (const property of node.tagName === 'a' ? ['id', 'name'] : ['id']) {
        const name = attribute(node, property)
        if (name && !byName.has(name)) byName.set(name, node)
      }
    }
    let length = 0
    let items = 0
    for (const [index, child] of node.children.entries()) {
      parents.set(child, node)
      indexes.set(child, index)
      if (isElement(child, 'li')) ordinals.set(child, items++)
      length += enter(child)
    }
    return keep(node, length)
  }
  const keep = (node: Nodes, length: number): number => {
    lengths.set(node, length)
    return length
  }
  enter(root)
  return { elements, order, parents, indexes, ordinals, byName, lengths }
}

/** The elements that hold a node, from the nearest outwards. */
export function* listAncestors(node: Nodes, page: PageIndex): Generator<Element> {
  for (let parent = page.parents.get(node); isElement(parent); parent = page.parents.get(parent)) yield parent
}

/** The nearest block that a node stands in, or is. */
export function blockOf(node: Nodes, page: PageIndex): Element | undefined {
  if (isBlock(node)) return node
  for (const ancestor of listAncestors(node, page)) if (isBlock(ancestor)) return ancestor
  return undefined
}

/** Whether a node is an element or stands in it. */
export function isWithin(node: Nodes, element: Nodes, page: PageIndex): boolean {
  for (let at: Nodes | undefined = node; at; at = page.parents.get(at)) if (at === element) return true
  return false
}
