/**
 * Notes of a page without links: raised numbers in the text, and at its end a list or paragraphs that begin with them.
 * A raised number is no marker where it is a power, a square measure or an ordinal.
 */
import type { Element, Nodes } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isNotesTitle } from '../notes-title.ts'
import { type Child, isElement } from './elements.ts'
import { blockOf, listAncestors, type PageIndex } from './index-page.ts'
import { readLabel, readLeadingLabel } from './note-labels.ts'
import type { Call, Note, Notes } from './notes.ts'

/** Finds raised markers and their notes. */
export function findRaisedNotes(page: PageIndex): Notes {
  const raised = page.elements.flatMap(element => {
    const label = element.tagName === 'sup' ? readLabel(textOf(element)) : undefined
    return label !== undefined && /^(?:\d+|[*†‡§]+)$/u.test(label) ? [{ element, label }] : []
  })
  const opening = raised.filter(({ element }) => opensBlock(element, page))
  const inText = raised.filter(({ element }) => !opensBlock(element, page) && !isPower(element, page))
  // A paragraph under a title that also begins with a raised number is one note.
  const found = [...findOpened(opening, page), ...findListed(page)]
  const notes = [...new Map(found.map(note => [note.nodes[0], note])).values()]
  const labels = new Map(notes.map(note => [note.ownLabel, note]))
  const defined = inText.filter(({ label }) => labels.has(label))
  const markers = defined.length > 0 ? fillGaps(inText, defined) : takeChain(inText)
  if (markers.length === 0) return { calls: [], notes: [] }
  const calls = markers.map(({ element, label }): Call => {
    const note = labels.get(label)
    return { element, label, key: label, ...(note ? { note } : {}) }
  })
  return { calls, notes }
}

interface Raised {
  readonly element: Element
  readonly label: string
}

/** Whether a raised number is the first thing in its block. */
export function opensBlock(element: Element, page: PageIndex): boolean {
  const block = blockOf(element, page)
  return block !== undefined && textBefore(element, block, page).trim() === ''
}

const units = /(?:^|[^\p{L}])(?:[kcmdµ]?m|км|см|мм|дм|м|ft|in|mi|yd|cm|[xyzrnse]|CO|H|O|R|χ|σ)$/iu

/** Whether a raised number is a power or a square measure. */
export function isPower(element: Element, page: PageIndex): boolean {
  const block = blockOf(element, page)
  const before = block ? textBefore(element, block, page) : ''
  if (/(?:^|[^\p{L}\p{N}])10$|[×^=]\s*\d+$/u.test(before)) return true
  return /^[2-4]$/u.test(textOf(element).trim()) && units.test(before)
}

/** The end of what stands before an element in its block. */
export function textBefore(element: Element, block: Element, page: PageIndex): string {
  let text = ''
  let at: Nodes = element
  for (const ancestor of listAncestors(element, page)) {
    const siblings: readonly Child[] = ancestor.children
    for (let index = (page.indexes.get(at) ?? 0) - 1; index >= 0 && text.trim().length < 12; index -= 1) {
      text = textOf(siblings[index] as Element).slice(-40) + text
    }
    if (ancestor === block) break
    at = ancestor
  }
  return text
}

/** Items or labelled paragraphs under the last heading that stands above notes. */
function findListed(page: PageIndex): readonly Note[] {
  const title = page.elements.findLast(element => isTitle(element, page))
  if (!title) return []
  const siblings: readonly Child[] = page.parents.get(title)?.children ?? []
  const notes: Note[] = []
  for (const node of siblings.slice(siblings.indexOf(title) + 1)) {
    if (isElement(node, 'h1', 'h2', 'h3', 'h4')) break
    if (isElement(node, 'ol')) {
      const items = node.children.filter(child => isElement(child, 'li'))
      const start = Number(node.properties.start ?? 1)
      notes.push(...items.map((item, index) => noteOf(item, String(start + index), node, true)))
    } else if (isElement(node, 'ul', 'div')) {
      notes.push(...node.children.filter(child => isElement(child, 'li', 'p')).flatMap(child => labelled(child, node)))
    } else if (isElement(node, 'p')) notes.push(...labelled(node, title))
  }
  return notes
}

/** A heading, or a short paragraph that is set as one. */
function isTitle(element: Element, page: PageIndex): boolean {
  if ((page.lengths.get(element) ?? 99) > 40) return false
  return isElement(element, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p') && isNotesTitle(textOf(element))
}

function labelled(node: Child, holder: Nodes): readonly Note[] {
  const first = isElement(node)
    ? node.children.find(child => isElement(child) || (child.type === 'text' && child.value.trim() !== ''))
    : undefined
  const label = isElement(first, 'sup')
    ? readLabel(textOf(first))
    : readLeadingLabel(textOf(node as Element).slice(0, 40))
  return label === undefined ? [] : [noteOf(node, label, holder, false)]
}

/** Paragraphs that begin with a raised number, behind the first marker of that number. */
function findOpened(opening: readonly Raised[], page: PageIndex): readonly Note[] {
  return opening.flatMap(({ element, label }) => {
    const block = blockOf(element, page)
    return block && isElement(block, 'p', 'li', 'div', 'dd')
      ? [noteOf(block, label, page.parents.get(block), false)]
      : []
  })
}

function noteOf(node: Child, ownLabel: string, inList: Nodes | undefined, numbered: boolean): Note {
  return { nodes: [node], ownLabel, numbered, hasHeading: false, inList }
}

/** Markers with notes, and those between them whose note is lost. */
function fillGaps(raised: readonly Raised[], defined: readonly Raised[]): readonly Raised[] {
  const known = new Set(defined)
  const last = Math.max(...defined.map(({ label }) => Number(label) || 0))
  let previous = 0
  return raised.filter(marker => {
    const value = Number(marker.label)
    const fits = known.has(marker) || (value === previous + 1 && value <= last + 1)
    if (fits && value > previous) previous = value
    return fits
  })
}

/** Without any note: numbers from 1 on that rise by one are markers all the same. */
function takeChain(raised: readonly Raised[]): readonly Raised[] {
  const chain: Raised[] = []
  for (const marker of raised) if (Number(marker.label) === chain.length + 1) chain.push(marker)
  return chain.length > 1 ? chain : []
}
