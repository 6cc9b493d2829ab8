/**
 * What the passes of the HTML reader ask of an element: its attributes as text, and whether it stands in a line or makes
 * a block of its own.
 */
import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast'

/** Whatever holds children in a page. */
export type Parent = Root | Element

/** A child of the page or of an element. */
export type Child = RootContent | ElementContent

const inline = new Set(
  (
    'a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q s samp small span ' +
    'strike strong sub sup time tt u var wbr fn-ref rb ruby o:p'
  ).split(' '),
)

/** An element known by its tag; narrower than Element, so that a test that fails leaves an element an element. */
type Tagged<Tag extends string> = Element & { tagName: Tag }

/** Whether a node is an element, of one of the tags where some are given. */
export function isElement(node: Nodes | undefined): node is Element
export function isElement<Tag extends string>(node: Nodes | undefined, ...tags: readonly Tag[]): node is Tagged<Tag>
export function isElement(node: Nodes | undefined, ...tags: readonly string[]): boolean {
  return node?.type === 'element' && (tags.length === 0 || tags.includes(node.tagName))
}

/** Whether a node is an element that begins a new block. */
export function isBlock(node: Nodes | undefined): node is Tagged<Lowercase<string>> {
  return node?.type === 'element' && !inline.has(node.tagName)
}

/** An attribute by its property name (`className`, `ariaHidden`), lists joined by spaces; empty where there is none. */
export function attribute(element: Element, name: string): string {
  const value = element.properties[name]
  if (value === true) return name
  return Array.isArray(value) ? value.join(' ') : value === undefined || value === null ? '' : String(value)
}

/** Whether a text node holds only white space. */
export function isBlank(node: Nodes): boolean {
  return node.type === 'text' && /^\s*$/u.test(node.value)
}

/** Whether a node is a block without anything in it, which parts what stands around it. */
export function isHollow(node: Nodes): boolean {
  return isElement(node, 'div') && node.children.length === 0
}

/** The part of an address after `#`, decoded; empty where there is none. */
export function fragmentOf(link: Element): string {
  const href = attribute(link, 'href')
  const hash = href.indexOf('#')
  if (hash < 0) return ''
  const fragment = href.slice(hash + 1)
  try {
    return decodeURIComponent(fragment)
  } catch {
    return fragment
  }
}

/** The same element with other children. */
export function withChildren(element: Element, children: readonly Child[]): Element {
  return { ...element, children: children as ElementContent[] }
}
