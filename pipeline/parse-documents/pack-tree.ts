/**
 * Keeps a tree in as little memory as it needs, since it stays there until the last page is made. V8 stores whatever was
 * cut from a text in the way it stores the text, so that one dash in a seed costs every word of it a second byte; and it
 * leaves room for a dozen more in a list that was pushed to.
 */
import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Stores texts anew that have a byte for each character, and lists as long as their items; what they say stays the same. */
export function packTree(tree: Root): void {
  visit(tree, node => {
    if ('children' in node) Object.assign(node, { children: [...node.children] })
    if (node.type !== 'text') return
    if (!/[^\0-\xff]/u.test(node.value)) node.value = Buffer.from(node.value, 'latin1').toString('latin1')
    if (node.data?.segments) node.data.segments = [...node.data.segments]
  })
}
