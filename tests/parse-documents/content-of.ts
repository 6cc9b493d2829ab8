import type { Nodes, Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/** What a document says, without the marks of the format it came in: to hold documents of several formats side by side. */
export interface Content {
  /** What stands on the page one after the other, notes apart: `heading 2: Title`, `list, numbered: One | Two`. */
  readonly blocks: readonly string[]
  /** Of each marker its label and the words before it in its block. */
  readonly markers: readonly string[]
  /** Of each note its label and its words. */
  readonly notes: readonly string[]
  readonly emphasised: readonly string[]
}

/** Reads the content off a tree. */
export function contentOf(tree: Root): Content {
  const blocks: string[] = []
  const markers: string[] = []
  const notes: string[] = []
  const emphasised: string[] = []
  for (const node of tree.children) {
    if (node.type === 'footnoteDefinition') notes.push(`${node.label}: ${words(node)}`)
    else blocks.push(`${kindOf(node)}: ${words(node)}`)
    let before = ''
    visit(node, inner => {
      if (inner.type === 'text') before += inner.value
      else if (inner.type === 'footnoteReference')
        markers.push(`${clean(before).slice(-40).trimStart()}[${inner.label}]`)
      else if (inner.type === 'emphasis') emphasised.push(clean(textOf(inner)))
    })
  }
  return { blocks, markers, notes, emphasised }
}

function kindOf(node: Nodes): string {
  if (node.type === 'heading') return `heading ${node.depth}`
  if (node.type === 'list') return node.ordered ? `list from ${node.start}` : 'list'
  return node.type
}

/** The words of a node; items, rows and cells are told apart. */
function words(node: Nodes): string {
  const separators: Partial<Record<Nodes['type'], string>> = { list: ' • ', table: ' / ', tableRow: ' | ' }
  if (!('children' in node)) return clean(textOf(node))
  const separator = separators[node.type]
  return separator === undefined ? clean(textOf(node)) : node.children.map(words).join(separator)
}

function clean(text: string): string {
  return text.replace(/\s+/gu, ' ').trim()
}
