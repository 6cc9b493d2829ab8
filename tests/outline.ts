import type { Nodes, Root } from 'mdast'

/** A tree as lines that a person can check: type, lines, and text with markers in place. */
export function outline(tree: Root): string {
  const lines = tree.children.map(node => {
    const { start, end } = node.position ?? { start: { line: 0 }, end: { line: 0 } }
    const name = node.type === 'footnoteDefinition' ? `note ${node.identifier}` : node.type
    const cut = node.type === 'footnoteDefinition' && node.data?.truncated ? ' (breaks off)' : ''
    return `${name}${cut} ${start.line}-${end.line}: ${textWithMarkers(node)}`
  })
  return `${lines.join('\n')}\n`
}

/** What is shown between the children of nodes that hold blocks. */
const separators: Partial<Record<Nodes['type'], string>> = {
  list: ' • ',
  listItem: ' › ',
  table: ' / ',
  tableRow: ' | ',
  blockquote: ' ¶ ',
}

function textWithMarkers(node: Nodes): string {
  if (node.type === 'text') return node.value.replace(/\n/g, ' ')
  if (node.type === 'footnoteReference') return `[^${node.identifier}]`
  const between = separators[node.type] ?? ''
  return 'children' in node ? node.children.map(textWithMarkers).join(between) : ''
}
