/**
 * Lists of Word: paragraphs of a list class whose bullet or number is printed in a span that other programs are told to
 * ignore. Neighbours become one list.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { attribute, type Child, isBlank, isElement, isHollow, withChildren } from './elements.ts'

/** Children with neighbouring list paragraphs gathered into lists. */
export function gatherListItems(children: readonly Child[]): readonly Child[] {
  if (!children.some(isListParagraph)) return children
  const gathered: Child[] = []
  let list: Element | undefined
  for (const child of children) {
    if (!isListParagraph(child)) {
      if (!isBlank(child) && !isHollow(child)) list = undefined
      gathered.push(child)
      continue
    }
    const tagName = /^\s*[([]?[\dа-яa-z]{1,3}[.)\]]/iu.test(printedSign(child) ?? '') ? 'ol' : 'ul'
    const item: Element = { ...child, tagName: 'li', properties: {}, children: [dropSign(child)] }
    if (list?.tagName === tagName) {
      list.children.push(item)
      if (list.position && child.position) list.position = { ...list.position, end: child.position.end }
    } else {
      const start = Number.parseInt(printedSign(child) ?? '', 10)
      const properties = tagName === 'ol' && start > 1 ? { start } : {}
      list = { ...child, tagName, properties, children: [item] }
      gathered.push(list)
    }
  }
  return gathered
}

function isListParagraph(node: Child): node is Element {
  return isElement(node, 'p') && printedSign(node) !== undefined
}

function printedSign(element: Element): string | undefined {
  for (const child of element.children) {
    if (!isElement(child)) continue
    if (isSign(child)) return textOf(child)
    const inner = printedSign(child)
    if (inner !== undefined) return inner
  }
  return undefined
}

function isSign(element: Element): boolean {
  return /mso-list\s*:\s*Ignore/iu.test(attribute(element, 'style'))
}

function dropSign(element: Element): Element {
  const children = element.children.filter(child => !isElement(child) || !isSign(child))
  return withChildren(
    element,
    children.map(child => (isElement(child) ? dropSign(child) : child)),
  )
}
