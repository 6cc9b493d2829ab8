/**
 * Collects the notes of one document from its tree: markers in the order of the text, and definitions with their words
 * as one line. Links keep their address.
 */
import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { SKIP, visit } from 'unist-util-visit'

/** A note marker in the text. */
export interface Marker {
  readonly identifier: string
  readonly label: string
  readonly position: Position
}

/** The text of a note. */
export interface Definition extends Marker {
  readonly text: string
  /** The reader saw that the text breaks off. */
  readonly truncated: boolean
  /** The identifier has been defined before. */
  readonly repeated: boolean
  /** Path of the overlay that the text comes from. */
  readonly suppliedBy?: string
}

export interface Notes {
  readonly markers: readonly Marker[]
  readonly definitions: readonly Definition[]
}

/** The notes of `tree`, markers and definitions each in document order. */
export function listNotes(tree: Root): Notes {
  const markers: Marker[] = []
  const definitions: Definition[] = []
  const seen = new Set<string>()
  visit(tree, node => {
    if (node.type === 'footnoteReference') markers.push(mark(node))
    if (node.type !== 'footnoteDefinition') return
    const { truncated, suppliedBy } = node.data ?? {}
    definitions.push({
      ...mark(node),
      text: noteText(node),
      truncated: truncated === true,
      repeated: seen.has(node.identifier),
      ...(suppliedBy === undefined ? {} : { suppliedBy }),
    })
    seen.add(node.identifier)
  })
  return { markers, definitions }
}

function mark(node: { identifier: string; label?: string | null | undefined } & Pick<Nodes, 'position'>): Marker {
  const position = node.position ?? { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return { identifier: node.identifier, label: node.label ?? node.identifier, position }
}

/** The words of a note on one line; the address of a link follows its text. */
function noteText(definition: FootnoteDefinition): string {
  const parts: string[] = []
  visit(definition, node => {
    if (node.type === 'text' || node.type === 'inlineCode') parts.push(node.value)
    else if (node.type === 'html') parts.push(/^<((?:https?|ftp):[^\s<>]+)>$/iu.exec(node.value)?.[1] ?? '')
    else if (node.type === 'break' || node.type === 'paragraph' || node.type === 'listItem') parts.push(' ')
    else if (node.type === 'link') {
      const text = textOf(node)
      const shown = text.replace(/^https?:\/\//u, '') === node.url.replace(/^(?:https?|mailto):(?:\/\/)?/u, '')
      parts.push(shown ? text : `${text} ${node.url}`)
      return SKIP
    }
    return undefined
  })
  return parts
    .join('')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .replace(/[\uE000-\uE003]/gu, '')
    .trim()
}

/** Says that the text of a note stops before its end. */
export function describeBreak({ label, text }: Pick<Definition, 'label' | 'text'>): string {
  return `Note ${label} breaks off: “…${text.length > 40 ? text.slice(-40).trimStart() : text}”`
}
