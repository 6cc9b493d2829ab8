/**
 * Blocks that open notes typed by hand: a paragraph that begins with a number in brackets, raised or with a stop, one with
 * several such lines, or a list whose items are numbered. Each gives its notes without the numbers.
 */
import type { BlockContent, Break, List, ListItem, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Position } from 'unist'
import { sliceText } from '../../tree/slice-text.ts'

/** How a number is set: `[1]`, `(1)`, `¹`, `1.`, or by the list. */
export type Dress = 'square' | 'round' | 'raised' | 'plain' | 'item'

export interface TypedNote {
  readonly number: number
  readonly dress: Dress
  /** Without the number. */
  readonly blocks: BlockContent[]
  readonly position: Position | undefined
  readonly data: Paragraph['data']
}

/** The notes that a block opens; none where it is something else, or where its numbers do not rise. */
export function openNotes(node: RootContent): readonly TypedNote[] {
  const notes =
    node.type === 'paragraph' ? splitLines(node).map(openParagraph) : node.type === 'list' ? openList(node) : []
  const opened = notes.filter(note => note !== undefined)
  const rising = opened.every(
    ({ number, dress }, index) =>
      index === 0 || (dress === opened[0]?.dress && number > (opened[index - 1]?.number ?? 0)),
  )
  return rising && opened.length === notes.length ? opened : []
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const opening =
  /^\s*(?:[[［【〔]\s*(?<square>\d{1,3})\s*[\]］】〕][.:]?|[(（]\s*(?<round>\d{1,3})\s*[)）][.:]?|(?<raised>[⁰¹²³⁴-⁹]{1,3})|(?<plain>\d{1,3})(?:[.)](?=\s)|(?=\s)))\s*/u

/** The number that raised digits write. */
export function readRaised(digits: string): number {
  return Number([...digits].map(digit => raisedDigits.indexOf(digit)).join(''))
}

function openParagraph(paragraph: Paragraph): TypedNote | undefined {
  const found = opening.exec(textOf(paragraph))
  const [dress, digits] = Object.entries(found?.groups ?? {}).find(([, value]) => value !== undefined) ?? []
  if (!found || !dress || !digits) return undefined
  const { children } = cutStart(paragraph.children, found[0].length)
  const first = children[0]
  if (!first) return undefined
  const start = first.position?.start
  const position = start && paragraph.position ? { start, end: paragraph.position.end } : undefined
  return {
    number: dress === 'raised' ? readRaised(digits) : Number(digits),
    dress: dress as Dress,
    blocks: [{ ...paragraph, children, ...(position ? { position } : {}) }],
    position: paragraph.position,
    data: paragraph.data,
  }
}

function openList(list: List): readonly (TypedNote | undefined)[] {
  return list.children.map((item, index) => {
    const [first, ...rest] = item.children
    const typed = first?.type === 'paragraph' ? openParagraph(first) : undefined
    if (typed && typed.dress !== 'plain') return { ...typed, blocks: [...typed.blocks, ...blocksOf(rest)] }
    if (!list.ordered || item.children.length === 0) return undefined
    return { number: (list.start ?? 1) + index, dress: 'item', blocks: blocksOf(item.children), ...placeOf(item) }
  })
}

function placeOf({ position, data }: ListItem): Pick<TypedNote, 'position' | 'data'> {
  return { position, data: data as Paragraph['data'] }
}

function blocksOf(children: ListItem['children']): BlockContent[] {
  return children.filter(child => child.type !== 'footnoteDefinition' && child.type !== 'definition')
}

/** A paragraph in parts, where a line of it begins with a number as its first one does. */
function splitLines(paragraph: Paragraph): readonly Paragraph[] {
  if (!opening.test(textOf(paragraph).slice(0, 20))) return [paragraph]
  const lines: PhrasingContent[][] = [[]]
  for (const node of paragraph.children.flatMap(splitBreaks)) {
    const line = lines.at(-1) as PhrasingContent[]
    if (line.at(-1)?.type === 'break' && opensLine(node)) lines.push([node])
    else line.push(node)
  }
  if (lines.length === 1) return [paragraph]
  return lines.map(children => {
    const kept = children.at(-1)?.type === 'break' ? children.slice(0, -1) : children
    const [start, end] = [kept[0]?.position?.start, kept.at(-1)?.position?.end]
    return { ...paragraph, children: kept, ...(start && end ? { position: { start, end } } : {}) }
  })
}

function opensLine(node: PhrasingContent): boolean {
  const found = opening.exec(textOf(node))
  return found !== null && (found.groups?.square ?? found.groups?.raised ?? found.groups?.plain) !== undefined
}

/** A text in parts, with a break in the place of a line end before a bracketed or raised number. */
function splitBreaks(node: PhrasingContent): readonly PhrasingContent[] {
  if (node.type !== 'text' || !node.value.includes('\n')) return [node]
  const parts: (Text | Break)[] = []
  let from = 0
  for (const { index } of node.value.matchAll(/\n(?=[[［【〔]\s*\d{1,3}\s*[\]］】〕]|[⁰¹²³⁴-⁹]+\s)/gu)) {
    if (index > from) parts.push(sliceText(node, from, index))
    parts.push({ type: 'break' })
    from = index + 1
  }
  return from === 0 ? [node] : [...parts, sliceText(node, from, node.value.length)]
}

/** Phrasing content without its first characters. */
function cutStart(
  nodes: readonly PhrasingContent[],
  length: number,
): { readonly children: PhrasingContent[]; readonly left: number } {
  let left = length
  const children: PhrasingContent[] = []
  for (const node of nodes) {
    if (left === 0) children.push(node)
    else if (node.type === 'text') {
      const cut = Math.min(left, node.value.length)
      left -= cut
      if (cut < node.value.length) children.push(sliceText(node, cut, node.value.length))
    } else if ('children' in node) {
      const inner = cutStart(node.children as PhrasingContent[], left)
      left = inner.left
      if (inner.children.length > 0) children.push({ ...node, children: inner.children } as PhrasingContent)
    } else if (node.type !== 'break') children.push(node)
  }
  return { children, left }
}
