/**
 * The readers that are measured: the pipeline's, and a few regular expressions as most scripts would have them.
 */
import type { Root } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import { parsePaginatedText } from '../../../pipeline/parse-documents/paginated/index.ts'
import type { Found } from './score.ts'

/** The pipeline's reader of text. */
export function readWithPipeline(text: string): Found {
  return listFound(parsePaginatedText(text))
}

/** What stands in a tree of the pipeline. */
export function listFound(tree: Root): Found {
  const blocks: { heading: boolean; text: string }[] = []
  const markers: { label: string; before: string; identifier: string }[] = []
  const definitions: { label: string; text: string; identifier: string }[] = []
  visit(tree, node => {
    if (node.type === 'footnoteDefinition') {
      definitions.push({ label: node.label ?? '', text: textOf(node), identifier: node.identifier })
      return SKIP
    }
    if (node.type !== 'heading' && node.type !== 'paragraph' && node.type !== 'tableRow') return
    let before = ''
    visit(node, child => {
      if (child.type === 'text') before += child.value
      else if (child.type === 'footnoteReference')
        markers.push({ label: child.label ?? '', before, identifier: child.identifier })
    })
    blocks.push({ heading: node.type === 'heading', text: before })
    return SKIP
  })
  return { blocks, markers, definitions }
}

const marker = /(?<=[\p{L}.,;:!?"”»“’)])(\d{1,3})(?=[\s.,;:]|$)|\[(\d{1,3})\]|([⁰¹²³⁴⁵⁶⁷⁸⁹]+)/gu
const note = /^\s*(?:\[(\d{1,3})\]|(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]+)[.)]?)\s+(\p{L}.*)$/u

/** Regular expressions: a number after a letter or stop is a marker, a line that opens with one is a note. */
export function readWithPatterns(text: string): Found {
  const blocks: { heading: boolean; text: string }[] = []
  const markers: { label: string; before: string; identifier: string }[] = []
  const definitions: { label: string; text: string; identifier: string }[] = []
  for (const part of text.replace(/\r/gu, '').split(/\n\s*\n|\f/u)) {
    let block = ''
    for (const line of part.split('\n')) {
      const [, bracketed, bare, rest] = note.exec(line) ?? []
      const label = (bracketed ?? bare)?.normalize('NFKC')
      if (label !== undefined && rest !== undefined) definitions.push({ label, text: rest, identifier: label })
      else block += `${line}\n`
    }
    if (block.trim() === '') continue
    const plain = block.trim().replace(marker, '')
    for (const match of block.trim().matchAll(marker)) {
      const label = (match[1] ?? match[2] ?? match[3] ?? '').normalize('NFKC')
      markers.push({ label, before: block.trim().slice(0, match.index).replace(marker, ''), identifier: label })
    }
    blocks.push({ heading: plain.length < 80 && !/[.!?]$/u.test(plain), text: plain })
  }
  return { blocks, markers, definitions }
}
