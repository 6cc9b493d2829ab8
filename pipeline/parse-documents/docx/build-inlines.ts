/**
 * The pieces of a paragraph as phrasing content: markers become footnoteReferences, neighbours of one face one node, and
 * white space stands outside emphasis, as Markdown has it. White space at the paragraph's ends is left out.
 */
import type { Image, Link, PhrasingContent } from 'mdast'
import type { Point, Position } from 'unist'
import '../../tree/text-segments.ts'
import type { Look, Marks, Piece } from './pieces.ts'

interface Item {
  readonly node: PhrasingContent & { position: Position }
  readonly look: Look
}

/** The content of a paragraph; `marks` says which pieces are note markers. */
export function buildInlines(pieces: readonly Piece[], marks: Marks): PhrasingContent[] {
  return group(listItems(pieces, marks), ['url', 'deleted', 'strong', 'emphasis'])
}

/** The content of a heading, which is set bold as a whole or in no part that matters. */
export function buildHeadingInlines(pieces: readonly Piece[], marks: Marks): PhrasingContent[] {
  return group(listItems(pieces, marks), ['url', 'deleted', 'emphasis'])
}

function listItems(pieces: readonly Piece[], marks: Marks): readonly Item[] {
  return shareSpaces(trimEnds(pieces.flatMap(piece => itemsOf(piece, marks))))
}

function itemsOf(piece: Piece, marks: Marks): Item[] {
  const { look, at } = piece
  const found = marks.get(piece)
  if (found) {
    const length = piece.kind === 'text' ? piece.value.trimEnd().length : 1
    const references = found.map(
      ({ identifier, label }): Item => ({
        node: { type: 'footnoteReference', identifier, label, position: spanOf(at, length) },
        look: { ...look, url: undefined },
      }),
    )
    return piece.kind === 'text' ? [...references, ...spaceAfter(piece.value, at, look)] : references
  }
  switch (piece.kind) {
    case 'text':
      return splitSpaces(look.raised ? raise(piece.value) : piece.value, at, look)
    case 'break':
      return [{ node: { type: 'break', position: spanOf(at, 1) }, look: { ...look, url: undefined } }]
    case 'image': {
      const node: Image & { position: Position } = {
        type: 'image',
        url: '',
        alt: piece.alt,
        position: spanOf(at, 1),
      }
      return [{ node, look }]
    }
    case 'repeat':
      return [textItem(raise(piece.label), at, look)]
    case 'note':
      return []
  }
}

function spanOf({ line, column }: Point, length: number): Position {
  return { start: { line, column }, end: { line, column: column + length } }
}

function textItem(value: string, at: Point, look: Look): Item {
  return { node: { type: 'text', value, position: spanOf(at, value.length) }, look }
}

function spaceAfter(value: string, at: Point, look: Look): Item[] {
  const end = value.trimEnd().length
  return end < value.length ? [textItem(value.slice(end), { line: at.line, column: at.column + end }, look)] : []
}

/** Text, and the white space around it, as items of their own. */
function splitSpaces(value: string, { line, column }: Point, look: Look): Item[] {
  const end = value.trimEnd().length
  const start = Math.min(end, value.length - value.trimStart().length)
  const bounds = [0, start, end, value.length]
  return bounds.slice(1).flatMap((to, index) => {
    const from = bounds[index] as number
    return to > from ? [textItem(value.slice(from, to), { line, column: column + from }, look)] : []
  })
}

const raisedSigns: Readonly<Record<string, string>> = {
  '0': '⁰',
  '1': '¹',
  '2': '²',
  '3': '³',
  '4': '⁴',
  '5': '⁵',
  '6': '⁶',
  '7': '⁷',
  '8': '⁸',
  '9': '⁹',
  '+': '⁺',
  '-': '⁻',
  '−': '⁻',
  '‑': '⁻',
}

/** Raised digits as the characters for them, so that ten to the sixth is not read as 106; other letters stay. */
function raise(value: string): string {
  const trimmed = value.trim()
  if (!/^[+\-−‑]?\d+$/u.test(trimmed)) return value
  return value.replace(/[\d+\-−‑]/gu, sign => raisedSigns[sign] ?? sign)
}

function isBlank({ node }: Item): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

function trimEnds(items: readonly Item[]): readonly Item[] {
  const isEdge = (item: Item) => isBlank(item) || item.node.type === 'break'
  let from = 0
  let to = items.length
  while (from < to && isEdge(items[from] as Item)) from += 1
  while (to > from && isEdge(items[to - 1] as Item)) to -= 1
  return items.slice(from, to)
}

/** White space has the face that its neighbours share. */
function shareSpaces(items: readonly Item[]): readonly Item[] {
  const after: (Look | undefined)[] = []
  let next: Look | undefined
  for (let index = items.length - 1; index >= 0; index -= 1) {
    after[index] = next
    const item = items[index] as Item
    if (!isBlank(item)) next = item.look
  }
  let before: Look | undefined
  return items.map((item, index) => {
    if (!isBlank(item)) {
      before = item.look
      return item
    }
    return { ...item, look: shareLook(item.look, before, after[index]) }
  })
}

function shareLook(own: Look, left: Look | undefined, right: Look | undefined): Look {
  const both = (name: 'strong' | 'emphasis' | 'deleted') => left?.[name] === true && right?.[name] === true
  return {
    ...own,
    strong: both('strong'),
    emphasis: both('emphasis'),
    deleted: both('deleted'),
    url: left?.url === right?.url ? left?.url : undefined,
  }
}

type Wrapping = 'url' | 'deleted' | 'strong' | 'emphasis'

function group(items: readonly Item[], wrappings: readonly Wrapping[]): PhrasingContent[] {
  const [wrapping, ...rest] = wrappings
  if (wrapping === undefined) return joinTexts(items)
  const nodes: PhrasingContent[] = []
  for (let from = 0, to = 0; from < items.length; from = to) {
    const value = (items[from] as Item).look[wrapping]
    while (to < items.length && items[to]?.look[wrapping] === value) to += 1
    const children = group(items.slice(from, to), rest)
    if (value === false || value === undefined) for (const child of children) pushNode(nodes, child)
    else nodes.push(wrap(wrapping, value, children))
  }
  return nodes
}

function wrap(wrapping: Wrapping, value: string | true, children: PhrasingContent[]): PhrasingContent {
  const start = children[0]?.position?.start as Point
  const end = children.at(-1)?.position?.end as Point
  const position = { start, end }
  if (wrapping === 'url') return { type: 'link', url: String(value), children: children as Link['children'], position }
  return { type: wrapping === 'deleted' ? 'delete' : wrapping, children, position }
}

function joinTexts(items: readonly Item[]): PhrasingContent[] {
  const nodes: PhrasingContent[] = []
  for (const { node } of items) pushNode(nodes, node)
  return nodes
}

/** Adds a node; a text after a text goes on with it, in segments where something was left out between them. */
function pushNode(nodes: PhrasingContent[], node: PhrasingContent): void {
  const last = nodes.at(-1)
  if (last?.type !== 'text' || node.type !== 'text' || !last.position || !node.position) {
    nodes.push(node)
    return
  }
  const { end } = last.position
  const { start } = node.position
  const goesOn = end.line === start.line && end.column === start.column
  const added = node.data?.segments ?? (goesOn ? [] : [{ at: 0, point: start }])
  if (added.length > 0) {
    const segments = last.data?.segments ?? [{ at: 0, point: last.position.start }]
    for (const { at, point } of added) segments.push({ at: at + last.value.length, point })
    last.data = { segments }
  }
  last.value += node.value
  last.position.end = node.position.end
}
