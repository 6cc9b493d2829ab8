/**
 * Notes that are called again: a raised number without a link, behind a word, that one note above it has. Where the number
 * may be a power, a fraction or belong to the word behind it, it stays text.
 */
import type { Element, Nodes } from 'hast'
import { toString as textOf } from 'hast-util-to-string'
import { isElement } from './elements.ts'
import { isPower, opensBlock, textBefore } from './find-raised-notes.ts'
import { blockOf, listAncestors, type PageIndex } from './index-page.ts'
import { readLabel } from './note-labels.ts'
import type { Call, Notes } from './notes.ts'

/** The notes with the calls that repeat others, in document order. */
export function addRepeatedCalls(notes: Notes, page: PageIndex): Notes {
  if (notes.calls.length === 0) return notes
  const place = (node: Nodes) => page.order.get(node) ?? 0
  const byLabel = listByLabel(notes.calls)
  const used = new Set<Nodes>([
    ...notes.calls.map(({ element }) => element),
    ...notes.notes.flatMap(({ nodes }) => nodes),
  ])
  const repeated = page.elements.flatMap((element): readonly Call[] => {
    const label = element.tagName === 'sup' ? readLabel(textOf(element)) : undefined
    const first = label !== undefined && /^\d+$/u.test(label) ? byLabel.get(label) : undefined
    if (!first || place(first.element) > place(element) || !isFree(element, used, page)) return []
    return standsAtWord(element, page) ? [{ ...first, element }] : []
  })
  if (repeated.length === 0) return notes
  const calls = [...notes.calls, ...repeated].sort((left, right) => place(left.element) - place(right.element))
  return { ...notes, calls }
}

/** The first call of each label that just one note has. */
function listByLabel(calls: readonly Call[]): ReadonlyMap<string, Call | undefined> {
  const byLabel = new Map<string, Call | undefined>()
  for (const call of calls) {
    const known = byLabel.get(call.label)
    if (!byLabel.has(call.label)) byLabel.set(call.label, call)
    else if (known?.key !== call.key) byLabel.set(call.label, undefined)
  }
  return byLabel
}

/** Whether an element neither is nor holds a call, and stands in none and in no note or link. */
function isFree(element: Element, used: ReadonlySet<Nodes>, page: PageIndex): boolean {
  const holdsUsed = (node: Nodes): boolean =>
    used.has(node) || isElement(node, 'a') || ('children' in node && node.children.some(holdsUsed))
  if (holdsUsed(element)) return false
  for (const ancestor of listAncestors(element, page))
    if (used.has(ancestor) || isElement(ancestor, 'a', 'code', 'pre', 'math')) return false
  return true
}

function standsAtWord(element: Element, page: PageIndex): boolean {
  const block = blockOf(element, page)
  if (!block || opensBlock(element, page) || isPower(element, page)) return false
  const next = page.parents.get(element)?.children[(page.indexes.get(element) ?? 0) + 1]
  if (next && /^[/⁄]/u.test(textOf(next as Element))) return false
  const before = textBefore(element, block, page)
  return (
    /(?:[\p{L}\p{M}]{2}|\p{Script=Han}|[\p{Pe}\p{Pf}"'“.,;:!?…。，、；：！？])$/u.test(before) &&
    !/\d[.,]$/u.test(before)
  )
}
