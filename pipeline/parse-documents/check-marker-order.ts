/**
 * Reports markers and notes that break the numbering: numbers passed over, numbers out of order, and notes defined
 * twice. Consecutive missing numbers are one message.
 */
import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFileMessage } from 'vfile-message'
import type { Seed } from '../contract/seed.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { unitOf } from '../tree/format-place.ts'

/** Messages on the order of a document's notes; only labels that are numbers have one. */
export function checkMarkerOrder(tree: Root, seed: Seed): readonly VFileMessage[] {
  const messages: VFileMessage[] = []
  const definitions = new Map<string, FootnoteDefinition>()
  // Endnotes beside footnotes have a count of their own.
  const counts = new Map<boolean, number>()
  let hasMarkers = false
  // Where links say which note is meant, a note may be called again; in extracted text that is a misprint.
  const mayRepeat = seed.mediaType !== 'text/plain'
  const seen = new Set<string>()
  const checkReference = (node: FootnoteReference) => {
    hasMarkers = true
    if (mayRepeat && seen.has(node.identifier)) return
    seen.add(node.identifier)
    const value = Number(node.label ?? node.identifier)
    if (!Number.isInteger(value)) return
    const place = { file: seed.path, position: node.position }
    const isEndnote = node.identifier.startsWith('endnote-')
    const previous = counts.get(isEndnote)
    const expected = (previous ?? 0) + 1
    if (value > expected) {
      const passed = value - 1 === expected ? `number ${expected}` : `numbers ${expected} to ${value - 1}`
      messages.push(
        createMessage(
          'footnote-order',
          `Marker ${value} comes where ${expected} is expected; ${passed} not found`,
          place,
        ),
      )
    } else if (previous !== undefined && value < previous && value !== 1) {
      messages.push(createMessage('footnote-order', `Marker ${value} comes after marker ${previous}`, place))
    }
    counts.set(isEndnote, value)
  }
  const checkDefinition = (node: FootnoteDefinition) => {
    const first = definitions.get(node.identifier)
    if (first) {
      const line = first.position?.start.line ?? 0
      const where = unitOf(seed.mediaType) === 'lines' ? 'on line' : 'in paragraph'
      const reason = `Note ${node.label ?? node.identifier} is defined again; it was first ${where} ${line}`
      messages.push(createMessage('footnote-is-unique', reason, { file: seed.path, position: node.position }))
    } else definitions.set(node.identifier, node)
  }
  visit(tree, node => {
    if (node.type === 'footnoteReference') checkReference(node)
    else if (node.type === 'footnoteDefinition') checkDefinition(node)
  })
  if (definitions.size === 0 && !hasMarkers) {
    messages.push(createMessage('seed-has-notes', 'No note and no note marker was found', { file: seed.path }))
  }
  return messages
}
