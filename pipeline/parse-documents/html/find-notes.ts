/**
 * Finds the notes of a page by its links: a short link whose text is a label calls the note it leads to. Some links say
 * so of themselves; of others it is believed where the note leads back, or stands in a list of such notes. Sidenotes
 * need no link. Where there are neither, raised numbers are tried.
 */
import type { Element, Root } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { type Child, fragmentOf, isBlock, isElement } from './elements.ts'
import { findRaisedNotes } from './find-raised-notes.ts'
import { addRepeatedCalls } from './find-repeated-calls.ts'
import { findSidenotes } from './find-sidenotes.ts'
import { blockOf, indexPage, isWithin, listAncestors, type PageIndex } from './index-page.ts'
import { type MeasuredNotes, measureNotes } from './measure-notes.ts'
import { isBracketed, readLabel } from './note-labels.ts'
import { isDeclaredCall } from './note-witnesses.ts'
import type { Note, Notes } from './notes.ts'

/** Finds the notes of a page. */
export function findNotes(root: Root): Notes {
  const page = indexPage(root)
  const sidenotes = findSidenotes(page)
  const linked = findLinkedNotes(page)
  if (sidenotes.notes.length === 0 && linked.calls.length === 0) return findRaisedNotes(page)
  const taken = new Set(linked.notes.flatMap(({ nodes }) => nodes))
  const isFree = ({ nodes }: Note) => nodes.every(node => !taken.has(node))
  const place = (node: Child | undefined) => (node ? (page.order.get(node) ?? 0) : 0)
  const notes = {
    calls: [...linked.calls, ...sidenotes.calls.filter(({ note }) => note && isFree(note))].sort(
      (left, right) => place(left.element) - place(right.element),
    ),
    notes: [...linked.notes, ...sidenotes.notes.filter(isFree)].sort(
      (left, right) => place(left.nodes[0]) - place(right.nodes[0]),
    ),
  }
  return addRepeatedCalls(notes, page)
}

function findLinkedNotes(page: PageIndex): Notes {
  const links = listLinks(page)
  const declared = links.filter(({ declared }) => declared)
  const likely = links.filter(link => !link.declared && link.target && isAhead(link, page))
  const measured = measureNotes([...declared, ...likely], page)
  const believed = likely.filter(link => isBelieved(link, likely, measured, page))
  const targets = new Set([...declared, ...believed].map(({ target }) => target))
  const accepted = links.filter(
    link =>
      link.declared ||
      (link.target
        ? targets.has(link.target) && isAhead(link, page)
        : isRaised(link, page) && !/\p{L}/u.test(link.label)),
  )
  if (accepted.length === 0) return { calls: [], notes: [] }
  // Measured anew: links that were not believed made some notes end too early.
  const notes = measureNotes(accepted, page)
  const calls = accepted.map(({ link, label, fragment, target }) => {
    const note = target && notes.byTarget.get(target)
    return { element: wrapperOf(link, page), label, key: fragment, ...(note ? { note } : {}) }
  })
  return { calls, notes: notes.all }
}

interface Link {
  readonly link: Element
  readonly label: string
  readonly fragment: string
  readonly target: Element | undefined
  readonly declared: boolean
}

/** Every short link within the page whose text is a label. */
function listLinks(page: PageIndex): readonly Link[] {
  return page.elements.flatMap(link => {
    if (link.tagName !== 'a') return []
    const fragment = fragmentOf(link)
    const length = page.lengths.get(link) ?? 0
    if (fragment === '' || length === 0 || length > 14 || isInCode(link, page)) return []
    const label = readLabel(textOf(link))
    if (label === undefined) return []
    const target = page.byName.get(fragment)
    return [{ link, label, fragment, target, declared: isDeclaredCall(link) }]
  })
}

function isInCode(link: Element, page: PageIndex): boolean {
  for (const ancestor of listAncestors(link, page)) if (isElement(ancestor, 'pre', 'code')) return true
  return false
}

function isAhead({ link, target }: Link, page: PageIndex): boolean {
  return target !== undefined && (page.order.get(target) ?? 0) > (page.order.get(link) ?? 0)
}

/** Whether a link that says nothing of itself calls a note. */
function isBelieved(link: Link, likely: readonly Link[], notes: MeasuredNotes, page: PageIndex): boolean {
  const note = link.target && notes.byTarget.get(link.target)
  if (!note || note.hasHeading) return false
  if (leadsBack(note, link, page)) return true
  if (!isRaised(link, page)) return false
  if (note.ownLabel === link.label && !note.numbered) return true
  if (note.inList === undefined) return false
  return likely.some(other => {
    const next = other.target && other.target !== link.target && notes.byTarget.get(other.target)
    return next && next.inList === note.inList
  })
}

/** Whether a link is set as markers are: raised, in brackets, or a sign. */
function isRaised({ link, label }: Link, page: PageIndex): boolean {
  if (/^[*†‡§]/u.test(label) || isBracketed(textOf(link))) return true
  if (link.children.some(child => isElement(child, 'sup'))) return true
  for (const ancestor of listAncestors(link, page)) {
    if (isElement(ancestor, 'sup')) return true
    if (isBlock(ancestor)) break
  }
  const siblings = page.parents.get(link)?.children ?? []
  const before = siblings[(page.indexes.get(link) ?? 0) - 1]
  return before?.type === 'text' && /[[【〔［]\s*$/u.test(before.value)
}

function leadsBack(note: Note, { link }: Link, page: PageIndex): boolean {
  const home = blockOf(link, page)
  const leads = (node: Note['nodes'][number]): boolean => {
    if (!isElement(node)) return false
    const target = node.tagName === 'a' ? page.byName.get(fragmentOf(node)) : undefined
    if (target && (isWithin(link, target, page) || isWithin(target, link, page) || blockOf(target, page) === home))
      return true
    return node.children.some(leads)
  }
  return note.nodes.some(leads)
}

/** The link with the raised element or the brackets around it, as far as they hold nothing else. */
function wrapperOf(link: Element, page: PageIndex): Element {
  let wrapper = link
  for (const ancestor of listAncestors(link, page)) {
    if (!isElement(ancestor, 'sup', 'span', 'b', 'small', 'font', 'em', 'i', 'strong', 'a')) break
    if ((page.lengths.get(ancestor) ?? 0) > 16 || readLabel(textOf(ancestor)) === undefined) break
    wrapper = ancestor
  }
  return wrapper
}
