/**
 * Sidenotes: a note that stands in the paragraph it belongs to, in an element that a style sheet sets into the margin. The
 * label of the switch before it is the marker; where the style sheet counts, the label is empty and the notes are counted
 * here. A note without a number has a star.
 */
import type { Element } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { attribute, type Child, isBlank, isElement } from './elements.ts'
import type { PageIndex } from './index-page.ts'
import { readLabel } from './note-labels.ts'
import type { Call, Note, Notes } from './notes.ts'

/** Finds the sidenotes of a page that no link calls. */
export function findSidenotes(page: PageIndex): Notes {
  const calls: Call[] = []
  const notes: Note[] = []
  let count = 0
  for (const element of page.elements) {
    if (!isSidenote(element) || (page.lengths.get(element) ?? 0) === 0) continue
    const marker = findMarker(element, page)
    if (!marker) continue
    const printed = readLabel(textOf(marker))
    if (isNumbered(element, marker))
      count = printed === undefined ? count + 1 : Number.parseInt(printed, 10) || count + 1
    const label = printed ?? (isNumbered(element, marker) ? String(count) : '*')
    const note: Note = { nodes: [element], ownLabel: label, numbered: false, hasHeading: false, inList: undefined }
    notes.push(note)
    calls.push({ element: marker, label, key: `sidenote ${notes.length}`, note })
  }
  return { calls, notes }
}

function isSidenote(element: Element): boolean {
  return (
    isElement(element, 'span', 'small', 'aside', 'div') &&
    /(?:^|\s)(?:side-?note|margin-?note)(?:\s|$)/iu.test(attribute(element, 'className'))
  )
}

/** Whether the note counts among the numbered ones; margin notes have none. */
function isNumbered(note: Element, marker: Element): boolean {
  return /side-?note/iu.test(`${attribute(marker, 'className')} ${attribute(note, 'className')}`)
}

/** The label before a note; between the two stands nothing to read. */
function findMarker(note: Element, page: PageIndex): Element | undefined {
  const siblings: readonly Child[] = page.parents.get(note)?.children ?? []
  const before = siblings.slice(0, page.indexes.get(note) ?? 0).findLast(node => !isBlank(node))
  if (!isElement(before, 'label', 'sup', 'span')) return undefined
  const isLabel = before.tagName === 'label' || /note-?(?:number|ref|mark)/iu.test(attribute(before, 'className'))
  return isLabel || readLabel(textOf(before)) !== undefined ? before : undefined
}
