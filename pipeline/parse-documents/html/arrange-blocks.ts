/**
 * Gives a page's content the blocks it shows: headings and quotations that word processors mark by class, paragraphs
 * parted by two line breaks, blocks inside inline elements, and tables that only lay out the page.
 */
import type { Element, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { arrangeTable } from './arrange-table.ts'
import { attribute, type Child, isBlank, isBlock, isElement, withChildren } from './elements.ts'
import { gatherListItems } from './gather-list-items.ts'

/** Content in proper blocks. */
export function arrangeBlocks(children: readonly Child[]): readonly Child[] {
  return partParagraphs(gatherListItems(children.flatMap(arrange)))
}

function arrange(node: Child): readonly Child[] {
  if (!isElement(node)) return node.type === 'text' ? [node] : []
  const element = renameByClass(node)
  switch (element.tagName) {
    case 'table':
      return arrangeTable(withChildren(element, element.children.flatMap(arrange)))
    case 'sup':
      return raiseDigits(element)
    case 'q':
      return [signOf(element, 'start', '“'), ...element.children.flatMap(arrange), signOf(element, 'end', '”')]
    case 'math':
      return [withText(element, attribute(element, 'alttext') || textOf(element))]
    case 'img':
      return attribute(element, 'alt').trim() === '' ? [] : [element]
    case 'pre':
    case 'br':
    case 'hr':
    case 'fn-ref':
      return [element]
    case 'menu':
      return arrange({ ...element, tagName: 'ul' })
    default:
      return arrangeElement(element)
  }
}

function arrangeElement(element: Element): readonly Child[] {
  const children = gatherListItems(dropRepeatedBlanks(element.children.flatMap(arrange)))
  const isParagraph = /^(?:p|h[1-6]|summary)$/u.test(element.tagName)
  if (!isBlock(element) && children.every(isBlank)) return children
  if (!isBlock(element) && children.some(isBlock))
    return [withChildren({ ...element, tagName: 'div' }, partParagraphs(children))]
  if (!isBlock(element)) return [withChildren(element, children)]
  if (isParagraph && children.some(isBlock))
    return [withChildren({ ...element, tagName: 'div' }, partParagraphs(children))]
  // It parts what stands before it from what stands behind it, and goes with that.
  if (isParagraph && isVoid(children)) return [withChildren({ ...element, tagName: 'div' }, [])]
  if (element.tagName === 'p') return partParagraphs(children, element)
  if (isParagraph || isElement(element, 'ul', 'ol', 'dl', 'tr', 'tbody', 'thead', 'tfoot'))
    return [
      withChildren(
        element,
        children.filter(child => !isEmptyBlock(child)),
      ),
    ]
  const known = isElement(element, 'blockquote', 'li', 'dt', 'dd', 'td', 'th', 'caption', 'section')
  return [withChildren(known ? element : { ...element, tagName: 'div' }, partParagraphs(children))]
}

/** Of white space in a row the first: thousands of empty elements would cost the conversion minutes. */
function dropRepeatedBlanks(children: readonly Child[]): readonly Child[] {
  return children.filter((child, index) => index === 0 || !isBlank(child) || !isBlank(children[index - 1] as Child))
}

/** Word writes titles and quotations as paragraphs of a class; others give headings a role. */
function renameByClass(element: Element): Element {
  const level = attribute(element, 'role') === 'heading' ? Number(attribute(element, 'ariaLevel')) || 2 : undefined
  if (level !== undefined) return { ...element, tagName: `h${Math.min(6, level)}` }
  if (!isElement(element, 'p', 'div')) return element
  const name = attribute(element, 'className')
  if (/\bMsoTitle|^(?:c\d+ )*title(?: c\d+)*$/u.test(name)) return { ...element, tagName: 'h1' }
  const heading = /\b(?:Mso)?Heading([1-6])/u.exec(name)?.[1]
  if (heading) return { ...element, tagName: `h${heading}` }
  // LibreOffice writes the style “Block Text” so, as its own “Quotations” is an element.
  const isQuotation = /\bMso(?:Intense)?Quote/u.test(name) || (isElement(element, 'p') && /^block-text\b/u.test(name))
  if (!isQuotation) return element
  const paragraph = { ...element, tagName: 'p', properties: {} }
  return { ...element, tagName: 'blockquote', properties: {}, children: [paragraph] }
}

/** Runs of inline content between blocks, parted at two line breaks in a row and at empty blocks. Only there a new paragraph is made. */
function partParagraphs(children: readonly Child[], paragraph?: Element): readonly Child[] {
  const parts: Child[] = []
  let run: Child[] = []
  let parted = paragraph !== undefined
  const close = () => {
    if (isVoid(run)) run = []
    if (run.length > 0) parts.push(...(parted ? [paragraphOf(run, paragraph)] : run))
    run = []
  }
  const isParting = (index: number) => isElement(children[index], 'br') && isElement(nextSeen(children, index), 'br')
  parted ||= children.some((child, index) => isParting(index) || isEmptyBlock(child))
  children.forEach((child, index) => {
    if (isBlock(child)) {
      close()
      if (!isEmptyBlock(child)) parts.push(child)
    } else if (isParting(index)) close()
    else if (!(isElement(child, 'br') && run.length === 0)) run.push(child)
  })
  close()
  return parts
}

function nextSeen(children: readonly Child[], index: number): Child | undefined {
  let next = index + 1
  while (children[next] && isBlank(children[next] as Child)) next += 1
  return children[next]
}

/** The paragraph itself where it was not parted, so that it keeps its place. */
function paragraphOf(run: readonly Child[], paragraph: Element | undefined): Element {
  if (paragraph && run.length === paragraph.children.length) return withChildren(paragraph, run)
  const start = run.find(node => node.position)?.position?.start
  const end = run.findLast(node => node.position)?.position?.end
  const position = start && end ? { position: { start, end } } : {}
  return { type: 'element', tagName: 'p', properties: {}, children: run as Element['children'], ...position }
}

/** A block that shows nothing. */
function isEmptyBlock(node: Child): boolean {
  return isElement(node, 'div', 'section', 'table') && isVoid(node.children)
}

/** Nothing but white space, the hard spaces of empty lines among it. */
function isVoid(nodes: readonly Child[]): boolean {
  return nodes.every(node => {
    if (isElement(node, 'img', 'fn-ref')) return false
    if (isElement(node)) return isVoid(node.children)
    return node.type !== 'text' || /^[\s\u00a0]*$/u.test(node.value)
  })
}

const raised: Readonly<Record<string, string>> = {
  0: '⁰',
  1: '¹',
  2: '²',
  3: '³',
  4: '⁴',
  5: '⁵',
  6: '⁶',
  7: '⁷',
  8: '⁸',
  9: '⁹',
  '-': '⁻',
  '−': '⁻',
  '–': '⁻',
  '+': '⁺',
}

/** A raised number that is no marker: written on the line it would become part of the number before it. */
function raiseDigits(element: Element): readonly Child[] {
  const text = textOf(element)
  const holdsCall = element.children.some(child => isElement(child, 'fn-ref'))
  if (holdsCall || !/^[-−–+]?\d+$/u.test(text.trim())) return [withChildren(element, element.children.flatMap(arrange))]
  return [withText(element, [...text.trim()].map(digit => raised[digit] ?? digit).join(''))]
}

function withText(element: Element, value: string): Text {
  return { type: 'text', value, ...(element.position ? { position: element.position } : {}) }
}

function signOf(element: Element, edge: 'start' | 'end', value: string): Text {
  const point = element.position?.[edge]
  return { type: 'text', value, ...(point ? { position: { start: point, end: point } } : {}) }
}
