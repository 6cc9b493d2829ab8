/**
 * From the page's tree to mdast. The conversion joins and trims texts; each keeps pieces that say where its characters
 * stand, and every node gets its place in the seed.
 */
import type { Element, Root as HastRoot, Text as HastText } from 'hast'
import { defaultHandlers, type Handle, type State, toMdast } from 'hast-util-to-mdast'
import type { BlockContent, DefinitionContent, Nodes, Root, RootContent, Text } from 'mdast'
import type { Point } from 'unist'
import { pointInText } from '../../tree/text-segments.ts'
import { alignText, dropInvisible, listSegments } from './align-text.ts'
import type { Source } from './create-source.ts'
import { attribute } from './elements.ts'

/** One text as it stood in the page, before texts are joined. */
interface Piece {
  readonly value: string
  readonly offsets: readonly number[]
  /** The object that the joined text takes as its end. */
  readonly end: Point | undefined
}

/** Converts clean content to mdast; the source gives the places. */
export function convertTree(content: HastRoot, source: Source): Root {
  const pieces: Piece[] = []
  const firstPiece = new Map<Nodes, number>()
  const text = (_: State, node: HastText): Text => {
    const value = dropInvisible(node.value)
    const from = node.position?.start.offset ?? 0
    const to = node.position?.end.offset ?? from
    const end = node.position && { ...node.position.end }
    const converted: Text = { type: 'text', value }
    if (node.position && end) converted.position = { start: { ...node.position.start }, end }
    firstPiece.set(converted, pieces.length)
    pieces.push({ value, offsets: alignText(value, source, from, to), end })
    return converted
  }
  const tree = toMdast(content, {
    document: true,
    handlers: { a, 'fn-ref': reference, 'fn-def': definition },
    nodeHandlers: { text },
  }) as Root
  placeTexts(tree, pieces, firstPiece, source)
  placeNodes(tree, source)
  tree.position = { start: source.pointAt(0), end: source.pointAt(source.text.length) }
  return tree
}

/** A link that leads out of the page; of any other its words stay. */
const a: Handle = (state, element) => {
  if (/^(?:https?:|mailto:)/iu.test(attribute(element, 'href'))) return defaultHandlers.a?.(state, element)
  return state.all(element) as Nodes[]
}

const reference: Handle = (state, element) => {
  const node: Nodes = { type: 'footnoteReference', ...namesOf(element) }
  state.patch(element, node)
  return node
}

const definition: Handle = (state, element) => {
  const children = state.toFlow(state.all(element)) as (BlockContent | DefinitionContent)[]
  const node: Nodes = { type: 'footnoteDefinition', ...namesOf(element), children }
  state.patch(element, node)
  return node
}

function namesOf(element: Element) {
  return { identifier: attribute(element, 'dataIdentifier'), label: attribute(element, 'dataLabel') }
}

/** Gives every text its segments: those of the pieces that were joined into it, less what was trimmed. */
function placeTexts(
  tree: Root,
  pieces: readonly Piece[],
  firstPiece: ReadonlyMap<Nodes, number>,
  source: Source,
): void {
  const enter = (node: Nodes) => {
    if (node.type === 'text') placeText(node, pieces, firstPiece.get(node), source)
    else if ('children' in node) for (const child of node.children) enter(child)
  }
  enter(tree)
}

function placeText(node: Text, pieces: readonly Piece[], first: number | undefined, source: Source): void {
  if (first === undefined) return
  let joined = ''
  const offsets: number[] = []
  for (let index = first; index < pieces.length; index += 1) {
    const piece = pieces[index] as Piece
    joined += piece.value
    for (const offset of piece.offsets) offsets.push(offset)
    if (piece.end === node.position?.end) break
  }
  const at = Math.max(0, joined.indexOf(node.value))
  const own = offsets.slice(at, at + node.value.length)
  if (own.length === 0) return
  const segments = listSegments(own, source)
  node.data = { ...node.data, segments }
  const last = source.pointAt((own.at(-1) as number) + 1)
  node.position = { start: pointInText(node, 0), end: last }
}

/** Points of the seed for all nodes; a node that the conversion made has the place of what it holds. */
function placeNodes(tree: Root, source: Source): void {
  const enter = (node: Nodes | RootContent) => {
    if ('children' in node) for (const child of node.children) enter(child)
    if (node.type === 'text' && node.data?.segments) return
    if (node.position) {
      const { start, end } = node.position
      node.position = { start: source.pointAt(start.offset ?? 0), end: source.pointAt(end.offset ?? 0) }
    } else if ('children' in node) {
      const start = node.children.find(child => child.position)?.position?.start
      const end = node.children.findLast(child => child.position)?.position?.end
      if (start && end) node.position = { start, end }
    }
  }
  enter(tree)
}
