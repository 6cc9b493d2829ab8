/**
 * Markers that stand at one place: nothing but a comma parts two notes called there, and in the text it would be left
 * over, so it goes.
 */
import type { Nodes, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Takes the commas between markers out of the tree. */
export function closeUpMarkers(tree: Root): void {
  visit(tree, node => {
    if (!('children' in node) || !node.children.some(isMarker)) return
    const children = node.children as PhrasingContent[]
    const kept = children.filter((child, index) => !isComma(child, children[index - 1], children[index + 1]))
    if (kept.length < children.length) children.splice(0, children.length, ...kept)
  })
}

function isMarker(node: Nodes | undefined): boolean {
  return node?.type === 'footnoteReference'
}

function isComma(node: Nodes, before: Nodes | undefined, after: Nodes | undefined): boolean {
  return node.type === 'text' && isMarker(before) && isMarker(after) && /^\s*[,;，、]?\s*$/u.test(node.value)
}
