/**
 * Headings that a page types as paragraphs: short, bold as a whole, often centred and in greater letters. Only where the
 * page has no headings proper besides its title; the size of the letters gives the depth.
 */
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { areHeadings, isHeadingText } from '../heading-text.ts'
import { attribute, type Child, isBlank, isBlock, isElement, type Parent, withChildren } from './elements.ts'

/** The page with its typed headings as headings. */
export function promoteHeadings(root: Root): Root {
  const found: Found = { proper: 0, paragraphs: [], candidates: new Map() }
  collect(root, false, found)
  const { candidates, paragraphs, proper } = found
  if (proper > 1 || !areHeadings(candidates.size, paragraphs.length)) return root
  const depths = chooseDepths(candidates, proper > 0 ? undefined : paragraphs[0])
  return replace(root, depths) as Root
}

interface Found {
  proper: number
  /** Those with text, in document order. */
  readonly paragraphs: Element[]
  /** What is bold as a whole, and how much it stands out. */
  readonly candidates: Map<Element, number>
}

function collect(parent: Parent, centred: boolean, found: Found): void {
  for (const child of parent.children) {
    if (!isElement(child)) continue
    if (/^h[1-6]$/u.test(child.tagName)) found.proper += 1
    else if (isElement(child, 'p', 'div', 'center') && !child.children.some(isBlock)) {
      if (textOf(child).trim() === '') continue
      found.paragraphs.push(child)
      if (
        isBold(child, isBoldStyle(child)) &&
        isHeadingText(readCentred(child, centred) ? closeText(child) : textOf(child))
      )
        found.candidates.set(child, measure(child, readCentred(child, centred)))
    } else if (isBlock(child) && mayHoldHeadings(child)) collect(child, readCentred(child, centred), found)
  }
}

/** A centred line may end in a stop. */
function closeText(element: Element): string {
  return textOf(element)
    .trim()
    .replace(/[.。]$/u, '')
}

/** Cells of a table are headings only where the table lays out the page. */
function mayHoldHeadings(element: Element): boolean {
  if (isElement(element, 'td', 'th')) return element.children.filter(child => isElement(child, 'p')).length > 4
  return !isElement(element, 'li', 'blockquote', 'dd', 'dt', 'pre', 'figure', 'aside')
}

function readCentred(element: Element, inherited: boolean): boolean {
  const align = attribute(element, 'align') || /text-align\s*:\s*(\w+)/iu.exec(attribute(element, 'style'))?.[1] || ''
  return align === '' ? inherited || element.tagName === 'center' : align.toLowerCase() === 'center'
}

/** Whether all text of an element is bold, but for the markers of notes. */
function isBold(element: Element, bold: boolean): boolean {
  return element.children.every(child => {
    if (child.type === 'text') return bold || isBlank(child)
    if (!isElement(child) || child.tagName === 'sup') return true
    return isBold(child, bold || isElement(child, 'b', 'strong') || isBoldStyle(child))
  })
}

function isBoldStyle(element: Element): boolean {
  return /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(attribute(element, 'style'))
}

/** Points that the letters of `<font size>` have, and those of usual text. */
const points = [8, 10, 12, 14, 18, 24, 36]
const usual = 12

/** How much a line stands out: by the size of its letters, and among equal ones by standing in the middle. */
function measure(element: Element, centred: boolean): number {
  return sizeOf(element, usual) + (centred ? 0.5 : 0)
}

function sizeOf(element: Element, inherited: number): number {
  const own = ownSize(element) ?? inherited
  const inner = element.children.flatMap(child => (isElement(child) && child.tagName !== 'sup' ? [child] : []))
  return Math.max(own, ...inner.map(child => sizeOf(child, own)))
}

function ownSize(element: Element): number | undefined {
  const [, value, unit] = /font-size\s*:\s*([\d.]+)\s*(pt|px|r?em|%)/iu.exec(attribute(element, 'style')) ?? []
  const factor: Readonly<Record<string, number>> = { pt: 1, px: 0.75, em: usual, rem: usual, '%': usual / 100 }
  if (value && unit) return Number(value) * (factor[unit.toLowerCase()] ?? 1)
  if (element.tagName === 'big') return 14
  const size = element.tagName === 'font' ? attribute(element, 'size') : ''
  const step = Number.parseInt(size, 10) + (/^[+-]/u.test(size) ? 3 : 0)
  return Number.isNaN(step) ? undefined : points[Math.max(1, Math.min(7, step)) - 1]
}

/** Depths by what stands out most; `opening` is the page's first paragraph, and where it is a heading the title. */
function chooseDepths(
  candidates: ReadonlyMap<Element, number>,
  opening: Element | undefined,
): ReadonlyMap<Element, number> {
  const title = opening && candidates.has(opening) ? opening : undefined
  const rest = [...candidates].filter(([element]) => element !== title)
  const levels = [...new Set(rest.map(([, size]) => size))].sort((left, right) => right - left)
  const depths = rest.map(([element, size]) => [element, Math.min(6, levels.indexOf(size) + 2)] as const)
  return new Map(title ? [[title, 1], ...depths] : depths)
}

function replace(parent: Parent, depths: ReadonlyMap<Element, number>): Parent {
  const children = parent.children.map((child): Child => {
    if (!isElement(child)) return child
    const depth = depths.get(child)
    if (depth === undefined) return replace(child, depths) as Element
    return { ...withChildren(child, child.children.flatMap(dropBold)), tagName: `h${depth}`, properties: {} }
  })
  return children.every((child, index) => child === parent.children[index])
    ? parent
    : { ...parent, children: children as Element['children'] }
}

/** A heading is bold by itself. */
function dropBold(node: Child): readonly Child[] {
  if (!isElement(node)) return [node]
  const children = node.children.flatMap(dropBold)
  return isElement(node, 'b', 'strong', 'font', 'big') ? children : [withChildren(node, children)]
}
