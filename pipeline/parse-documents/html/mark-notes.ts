/**
 * Puts the found notes into the page: each call becomes an `fn-ref` element, each note an `fn-def` element at the end,
 * without its label and its ways back; titles and rules that stood above notes go.
 */
import type { Element, Root, Text } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isNotesTitle } from '../notes-title.ts'
import { alignText } from './align-text.ts'
import { closeUpCalls } from './close-up-calls.ts'
import type { Source } from './create-source.ts'
import {
  attribute,
  type Child,
  fragmentOf,
  isBlank,
  isBlock,
  isElement,
  type Parent,
  withChildren,
} from './elements.ts'
import { type Name, nameNotes } from './name-notes.ts'
import { lengthOfLabel } from './note-labels.ts'
import { isBackList, isDeclaredBack, isNotePlace } from './note-witnesses.ts'
import type { Note, Notes } from './notes.ts'

/** The page without notes, and the notes. */
export interface MarkedPage {
  readonly body: Root
  readonly definitions: readonly Element[]
}

/** Marks the notes of a page. */
export function markNotes(root: Root, notes: Notes, source: Source): MarkedPage {
  const names = nameNotes(notes)
  const references = new Map<Child, Element>(
    notes.calls.map((call, index) => [call.element, referenceOf(call.element, names.calls[index] as Name)]),
  )
  const taken = new Set<Child>(notes.notes.flatMap(({ nodes }) => nodes))
  const callNames = new Set(notes.calls.flatMap(({ element }) => listNames(element)))
  const definitions = notes.notes.map((note, index) => {
    const name = names.notes[index] as Name
    const children = note.nodes.flatMap(node => takeNode(node, child => rebuildNote(child, references, callNames)))
    return definitionOf(note, name, trimNote(children, name.label, !note.numbered, source))
  })
  const body = withoutNotes(root, references, taken)
  return { body: body as Root, definitions }
}

/** The label stays within: the conversion sees a word there, and keeps the spaces on both sides. */
function referenceOf(element: Element, name: Name): Element {
  const properties = { dataIdentifier: name.identifier, dataLabel: name.label }
  return { ...element, tagName: 'fn-ref', properties, children: [{ type: 'text', value: name.label }] }
}

function definitionOf(note: Note, name: Name, children: readonly Child[]): Element {
  const start = note.nodes[0]?.position?.start
  const end = note.nodes.at(-1)?.position?.end
  return {
    type: 'element',
    tagName: 'fn-def',
    properties: { dataIdentifier: name.identifier, dataLabel: name.label },
    children: children as Element['children'],
    ...(start && end ? { position: { start, end } } : {}),
  }
}

/** A list item, cell or box gives what it holds; a paragraph is taken as it is. */
function takeNode(node: Child, rebuild: (node: Child) => readonly Child[]): readonly Child[] {
  if (isBlock(node) && !isElement(node, 'p', 'blockquote', 'ul', 'ol', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6')) {
    if (isElement(node, 'table', 'tbody', 'tr')) return node.children.flatMap(child => takeNode(child, rebuild))
    return node.children.flatMap(rebuild)
  }
  return rebuild(node)
}

function rebuildNote(
  node: Child,
  references: ReadonlyMap<Child, Element>,
  callNames: ReadonlySet<string>,
): readonly Child[] {
  const reference = references.get(node)
  if (reference) return [reference]
  if (!isElement(node)) return [node]
  if (isBackList(node)) return []
  if (node.tagName === 'a') {
    const text = textOf(node).trim()
    const leadsBack =
      isDeclaredBack(node) || callNames.has(fragmentOf(node)) || /^(?:[↩↑⏎^▲⤴]|\ufe0e|\ufe0f|\u20e3)+$/u.test(text)
    if (leadsBack && fragmentOf(node) !== '' && text.length < 24) return []
  }
  if (node.children.length === 0) return [node]
  const children = node.children.flatMap(child => rebuildNote(child, references, callNames))
  return children.every(isBlank) && !isElement(node, 'td', 'th', 'tr') ? [] : [withChildren(node, children)]
}

/** Names that a way back may lead to: those of the call and of what it holds. */
function listNames(element: Element): readonly string[] {
  const own = ['id', 'name'].map(property => attribute(element, property)).filter(name => name !== '')
  return [...own, ...element.children.flatMap(child => (isElement(child) ? listNames(child) : []))]
}

/** Takes the label from a note's beginning, and the space that ways back leave at its end. */
function trimNote(children: readonly Child[], label: string, loose: boolean, source: Source): readonly Child[] {
  const raised = dropRaisedLabel(children, label)
  const begins = raised
    .map(child => textOf(child as Element))
    .join('')
    .slice(0, 200)
  return trimEnd(cutStart(raised, lengthOfLabel(begins, label, loose), source).children)
}

function trimEnd(children: readonly Child[]): readonly Child[] {
  const last = children.at(-1)
  const rest = children.slice(0, -1)
  if (last?.type === 'text') {
    const value = last.value.trimEnd()
    return value === '' ? trimEnd(rest) : [...rest, { ...last, value }]
  }
  return isElement(last) && last.children.length > 0 ? [...rest, withChildren(last, trimEnd(last.children))] : children
}

/** A raised or linked element at the beginning that holds the label alone. */
function dropRaisedLabel(children: readonly Child[], label: string): readonly Child[] {
  const index = children.findIndex(child => !isBlank(child))
  const first = children[index]
  if (!isElement(first)) return children
  const rest = children.slice(index + 1)
  if (
    isElement(first, 'sup', 'a', 'b', 'span', 'small') &&
    lengthOfLabel(`${textOf(first).trim()} `, label, true) > 1
  ) {
    if (textOf(first).trim().length <= label.length + 3) return rest
  }
  return [withChildren(first, dropRaisedLabel(first.children, label)), ...rest]
}

function cutStart(
  children: readonly Child[],
  length: number,
  source: Source,
): { children: readonly Child[]; left: number } {
  let left = length
  const kept: Child[] = []
  for (const child of children) {
    if (left === 0) kept.push(child)
    else if (child.type === 'text') {
      const cut = Math.min(left, child.value.length)
      left -= cut
      if (cut < child.value.length) kept.push(sliceText(child, cut, source))
    } else if (isElement(child) && child.children.length > 0) {
      const inner = cutStart(child.children, left, source)
      left = inner.left
      if (inner.children.length > 0) kept.push(withChildren(child, inner.children))
    } else kept.push(child)
  }
  return { children: kept, left }
}

function sliceText(node: Text, from: number, source: Source): Text {
  const { position } = node
  const value = node.value.slice(from)
  if (position?.start.offset === undefined || position.end.offset === undefined) return { ...node, value }
  const offset = alignText(node.value, source, position.start.offset, position.end.offset)[from] as number
  return { ...node, value, position: { ...position, start: { ...position.start, offset } } }
}

function withoutNotes(parent: Parent, references: ReadonlyMap<Child, Element>, taken: ReadonlySet<Child>): Parent {
  const kept: Child[] = []
  let cut = false
  for (const child of parent.children) {
    const reference = references.get(child)
    if (taken.has(child)) {
      cut = true
      dropTitle(kept)
    } else if (reference) kept.push(reference)
    else if (!isElement(child)) kept.push(child)
    else {
      const inner = withoutNotes(child, references, taken) as Element
      if (inner === child) kept.push(child)
      else if (isEmptied(inner)) {
        cut = true
        dropTitle(kept)
      } else kept.push(inner)
    }
  }
  const changed = cut || kept.some((child, index) => child !== parent.children[index])
  if (!changed) return parent
  return { ...parent, children: (isElement(parent) ? closeUpCalls(kept) : kept) as Element['children'] }
}

/** A place that held notes and now holds nothing to read. */
function isEmptied(element: Element): boolean {
  const holdsText = (node: Child): boolean => {
    if (isElement(node, 'fn-ref', 'img')) return true
    if (isElement(node))
      return (
        !(isElement(node, 'h1', 'h2', 'h3', 'h4', 'h5', 'h6') && isNotePlace(element)) && node.children.some(holdsText)
      )
    return node.type === 'text' && node.value.trim() !== ''
  }
  return isBlock(element) && !isElement(element, 'td', 'th', 'body', 'html') && !element.children.some(holdsText)
}

/** The title or the rule that stood above notes, when it is the last thing kept. */
function dropTitle(kept: Child[]): void {
  for (;;) {
    const last = kept.at(-1)
    const isRule = isElement(last, 'hr') || (last && isBlank(last))
    const isTitle = isElement(last) && isBlock(last) && textOf(last).length < 40 && isNotesTitle(textOf(last))
    if (!isRule && !isTitle) return
    kept.pop()
  }
}
