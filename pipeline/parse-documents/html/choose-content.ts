/**
 * Which part of a page is its document: the element that says so of itself and holds the most text, or the whole body
 * where none holds enough of it.
 */
import type { Element, Root } from 'hast'
import { attribute, type Child, isElement, type Parent } from './elements.ts'

const names = /^(?:content|main-?content|mw-content-text|bodyContent|article|post-content|entry-content)$/u

/** The children of the element that holds the document, after the page's only title if that stands outside. */
export function chooseContent(root: Root): readonly Child[] {
  const lengths = measureText(root)
  const lengthOf = (node: Parent) => lengths.get(node) ?? 0
  const candidates: Element[] = []
  const titles: Element[] = []
  let body: Parent = root
  const enter = (parent: Parent) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue
      if (child.tagName === 'body') body = child
      if (child.tagName === 'h1') titles.push(child)
      if (isCandidate(child)) candidates.push(child)
      enter(child)
    }
  }
  enter(root)
  const fullest = Math.max(0, ...candidates.map(lengthOf))
  // Of candidates inside one another the innermost that still holds nearly everything.
  const best = candidates.findLast(candidate => lengthOf(candidate) >= fullest * 0.9)
  const content: Parent = best && fullest >= lengthOf(body) * 0.5 ? best : body
  const [title] = titles
  const inside = title && (content === root || holdsElement(content, title))
  return titles.length === 1 && title && !inside ? [title, ...content.children] : content.children
}

function isCandidate(element: Element): boolean {
  if (isElement(element, 'main', 'article') || attribute(element, 'role') === 'main') return true
  return names.test(attribute(element, 'id')) || names.test(attribute(element, 'className'))
}

function measureText(root: Root): ReadonlyMap<Parent, number> {
  const lengths = new Map<Parent, number>()
  const enter = (parent: Parent): number => {
    let length = 0
    for (const child of parent.children) {
      if (child.type === 'text') length += child.value.trim().length
      else if (isElement(child)) length += enter(child)
    }
    lengths.set(parent, length)
    return length
  }
  enter(root)
  return lengths
}

function holdsElement(parent: Parent, element: Element): boolean {
  return parent.children.some(child => child === element || (isElement(child) && holdsElement(child, element)))
}
