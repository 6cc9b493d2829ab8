/**
 * Markdown seeds: remark with GFM and front matter. GFM leaves `[^x]` without a definition as literal text; here it
 * becomes a footnoteReference like any other marker whose note is lost, so that it is found and said.
 */
import type { FootnoteReference, PhrasingContent, Root, Text } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { SKIP, visit } from 'unist-util-visit'
import { sliceText } from '../tree/slice-text.ts'
import { pointInText } from '../tree/text-segments.ts'
import { placeLines } from './place-lines.ts'
import type { Reader } from './reader.ts'
import { markTypedNotes } from './typed-notes/index.ts'

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter, ['yaml', 'toml']).freeze()

/** Reads a Markdown seed. */
export const readMarkdown: Reader = seed => {
  const tree = parseMarkdown(seed.text)
  markTypedNotes(tree)
  return { value: { tree }, messages: [] }
}

/** Parses Markdown; every `[^label]` is a footnoteReference, defined or not. */
export function parseMarkdown(text: string): Root {
  const tree = processor.parse(text)
  placeLines(tree, text)
  visit(tree, 'text', (node, index, parent) => {
    if (!parent || index === undefined || !node.value.includes('[^')) return
    const parts = splitMarkers(node)
    parent.children.splice(index, 1, ...parts)
    return [SKIP, index + parts.length]
  })
  return tree
}

function splitMarkers(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let from = 0
  for (const match of node.value.matchAll(/\[\^([^\]\s[]+)\]/gu)) {
    const label = match[1] as string
    if (match.index > from) parts.push(sliceText(node, from, match.index))
    const end = match.index + match[0].length
    const reference: FootnoteReference = { type: 'footnoteReference', identifier: label.toLowerCase(), label }
    parts.push({ ...reference, position: { start: pointInText(node, match.index), end: pointInText(node, end) } })
    from = end
  }
  if (from < node.value.length) parts.push(sliceText(node, from, node.value.length))
  return parts
}
