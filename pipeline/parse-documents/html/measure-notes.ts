/**
 * How far a note reaches. A link leads to an id, which may be on the note, inside its first line, or on an empty anchor
 * before it; the note is the block around it, and grows over the list item or box that holds only this note.
 */
import type { Element, Nodes } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { attribute, type Child, isBlock, isElement } from './elements.ts'
import { blockOf, isWithin, listAncestors, type PageIndex } from './index-page.ts'
import { readLabel, readLeadingLabel } from './note-labels.ts'
import { isBackList, isDeclaredNote, isNoteList, isNotePlace } from './note-witnesses.ts'
import type { Note } from './notes.ts'

/** Notes in document order, and by what the links lead to. */
export interface MeasuredNotes {
  readonly all: readonly Note[]
  readonly byTarget: ReadonlyMap<Element, Note>
}

/** A link and what it leads to. */
interface Lead {
  readonly link: Element
  readonly target: Element | undefined
}

/** Measures the notes that links lead to, and those that say of themselves that they are notes. */
export function measureNotes(leads: readonly Lead[], page: PageIndex): MeasuredNotes {
  const callOf = new Map(leads.flatMap(({ link, target }) => (target ? [[target, link] as const] : [])))
  const starts = new Set(callOf.keys())
  const counts = countWithin(starts, page)
  const byTarget = new Map<Element, Note>()
  const byFirst = new Map<Child, Note>()
  const add = (nodes: readonly Child[], target?: Element) => {
    const first = nodes[0]
    if (!first) return
    const note = byFirst.get(first) ?? describeNote(nodes, page)
    byFirst.set(first, note)
    if (target) byTarget.set(target, note)
  }
  for (const [target, link] of callOf) {
    const block = findBlock(target, page)
    // A note within the paragraph that calls it is what bears the id, and no more.
    if (block && isWithin(link, block, page)) add((page.lengths.get(target) ?? 0) > 3 ? [target] : [], target)
    else if (block) add(findExtent(target, block, starts, counts, page), target)
  }
  const taken = new Set<Nodes>([...byFirst.values()].flatMap(({ nodes }) => nodes))
  for (const element of page.elements) {
    if (counts.has(element) || !isUncalledNote(element, page)) continue
    if (![element, ...listAncestors(element, page)].some(node => taken.has(node))) {
      add([element])
      taken.add(element)
    }
  }
  const place = (note: Note) => page.order.get(note.nodes[0] as Child) ?? 0
  return { all: [...byFirst.values()].sort((left, right) => place(left) - place(right)), byTarget }
}

/** How many targets stand in each element that holds any; the target itself counts. */
function countWithin(targets: ReadonlySet<Element>, page: PageIndex): ReadonlyMap<Nodes, number> {
  const counts = new Map<Nodes, number>()
  for (const target of targets) {
    for (const node of [target, ...listAncestors(target, page)]) counts.set(node, (counts.get(node) ?? 0) + 1)
  }
  return counts
}

function isUncalledNote(element: Element, page: PageIndex): boolean {
  if (isNotePlace(element) || (page.lengths.get(element) ?? 0) === 0) return false
  const parent = page.parents.get(element)
  if (isElement(element, 'li') && isElement(parent, 'ol', 'ul')) {
    const place =
      isNotePlace(parent) || (isElement(page.parents.get(parent)) && isNotePlace(page.parents.get(parent) as Element))
    if (place) return true
  }
  return isBlock(element) && isDeclaredNote(element)
}

function findExtent(
  target: Element,
  block: Element,
  starts: ReadonlySet<Element>,
  counts: ReadonlyMap<Nodes, number>,
  page: PageIndex,
): readonly Child[] {
  if (isElement(block, 'dt')) return [block, ...takeFollowing(block, page, node => isElement(node, 'dd'))]
  if ((counts.get(block) ?? 0) > 1 && block !== target) return sliceBlock(block, target, starts, page)
  let whole = block
  for (const ancestor of listAncestors(block, page)) {
    if (counts.get(ancestor) !== 1 || !isBox(ancestor, counts, page)) break
    whole = ancestor
  }
  if (!isElement(whole, 'p')) return [whole]
  const rest = takeFollowing(
    whole,
    page,
    node => isElement(node, 'p', 'blockquote', 'ul', 'ol', 'pre') && !counts.has(node),
  )
  return [whole, ...(continues(whole, rest, counts, page) ? rest : [])]
}

/** The block of a target; for an empty anchor between blocks the one behind it. */
function findBlock(target: Element, page: PageIndex): Element | undefined {
  const block = isElement(target, 'td', 'th') ? undefined : blockOf(target, page)
  if (isElement(target, 'td', 'th')) return [...listAncestors(target, page)].find(({ tagName }) => tagName === 'tr')
  if (!block || block === target || !block.children.some(isBlock)) return block
  const [next] = takeFollowing(target, page, isBlock)
  return next && isElement(next) ? next : block
}

/** Whether an element is the box of one note: by what it says, or because its neighbours hold one note each. */
function isBox(element: Element, counts: ReadonlyMap<Nodes, number>, page: PageIndex): boolean {
  if (isElement(element, 'html', 'body', 'main', 'article', 'ol', 'ul', 'dl') || isNoteList(element)) return false
  if (isElement(element, 'li', 'tr', 'dd') || isDeclaredNote(element)) return true
  const parent = page.parents.get(element)
  return parent !== undefined && (counts.get(parent) ?? 0) > 1
}

/** The part of a block that holds several notes, from one to the next. */
function sliceBlock(block: Element, target: Element, starts: ReadonlySet<Element>, page: PageIndex): readonly Child[] {
  const from = block.children.findIndex(child => isWithin(target, child, page))
  const isStart = (node: Child): boolean => isElement(node) && (starts.has(node) || node.children.some(isStart))
  const next = block.children.findIndex((child, index) => index > from && isStart(child))
  return block.children.slice(from, next < 0 ? undefined : next)
}

function takeFollowing(node: Child, page: PageIndex, test: (node: Child) => boolean): readonly Child[] {
  const siblings = page.parents.get(node)?.children ?? []
  const taken: Child[] = []
  const from = (page.indexes.get(node) ?? 0) + 1
  for (const sibling of siblings.slice(from, from + 12)) {
    if (sibling.type === 'text' && sibling.value.trim() === '') continue
    if (!test(sibling)) break
    taken.push(sibling)
  }
  return taken
}

/** Paragraphs behind a note belong to it where another note follows, or where they look the same as the note. */
function continues(
  first: Element,
  rest: readonly Child[],
  counts: ReadonlyMap<Nodes, number>,
  page: PageIndex,
): boolean {
  const last = rest.at(-1)
  if (!last || rest.length > 4) return false
  const siblings = page.parents.get(last)?.children ?? []
  const next = siblings.slice((page.indexes.get(last) ?? 0) + 1).find(node => node.type === 'element')
  if (isElement(next, 'p') && counts.has(next)) return true
  const look = attribute(first, 'className')
  return look !== '' && rest.every(node => isElement(node) && attribute(node, 'className') === look)
}

function describeNote(nodes: readonly Child[], page: PageIndex): Note {
  const first = nodes[0] as Child
  const parent = page.parents.get(first)
  const numbered = isElement(first, 'li') && isElement(parent, 'ol')
  const isHeading = (node: Child): boolean =>
    isElement(node) && (/^h[1-6]$/u.test(node.tagName) || node.children.some(isHeading))
  const begins = nodes
    .map(node => textOf(node as Element))
    .join(' ')
    .slice(0, 200)
  const printed = numbered ? undefined : (readLeadingLabel(begins) ?? findLabel(first))
  const ownLabel = printed ?? (numbered && isElement(parent) ? numberInList(first, parent, page) : undefined)
  const holder = isElement(parent, 'ol', 'ul') || ownLabel !== undefined ? parent : undefined
  return { nodes, ownLabel, numbered, hasHeading: nodes.some(isHeading), inList: holder }
}

/** The label in an element of its own at a note's beginning, glued to the words behind it. */
function findLabel(node: Child): string | undefined {
  if (!isElement(node)) return undefined
  const first = node.children.find(child => isElement(child) || (child.type === 'text' && child.value.trim() !== ''))
  if (!isElement(first) || isBackList(first)) return undefined
  return readLabel(textOf(first)) ?? findLabel(first)
}

function numberInList(item: Element, list: Element, page: PageIndex): string {
  const own = Number.parseInt(attribute(item, 'value'), 10)
  const start = Number.parseInt(attribute(list, 'start'), 10) || 1
  return String(Number.isNaN(own) ? start + (page.ordinals.get(item) ?? 0) : own)
}
