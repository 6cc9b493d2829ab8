/**
 * Turns a document's tree into its paragraphs as plain text: white space single, note markers taken out and remembered
 * by offset, sentences split, and every character able to say where in the seed it stands.
 */
import type { Nodes, Root, Text } from 'mdast'
import type { Point, Position } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import type { NoteMark, Paragraph, Sentence } from '../contract/document.ts'
import type { Seed } from '../contract/seed.ts'
import { lastAtMost } from './last-at-most.ts'
import { createPlaceReader } from './node-place.ts'
import { splitSentences } from './split-sentences.ts'
import { pointInText } from './text-segments.ts'

/** The paragraphs of the body, in document order; definitions of notes are not among them. */
export function listParagraphs(tree: Root, seed: Seed): readonly Paragraph[] {
  const paragraphs: Paragraph[] = []
  let section = seed.metadata.title
  let sectionIndex = 0
  const placeOf = createPlaceReader(tree)
  visit(tree, node => {
    if (node.type === 'footnoteDefinition') return SKIP
    if (node.type === 'heading') {
      section = flatten(node).text
      sectionIndex += 1
      return SKIP
    }
    if (node.type !== 'paragraph' && node.type !== 'tableRow') return
    const flat = flatten(node)
    if (flat.text === '' || !node.position) return SKIP
    const id = `${seed.id}-p${paragraphs.length + 1}`
    const sentences = listSentences(id, flat, seed.metadata.language)
    const { text, notes, pointAt } = flat
    const place = placeOf(node)
    paragraphs.push({
      id,
      seed: seed.path,
      section,
      sectionIndex,
      text,
      notes,
      sentences,
      position: node.position,
      ...(place ? { place } : {}),
      pointAt,
    })
    return SKIP
  })
  return paragraphs
}

interface FlatText {
  readonly text: string
  readonly notes: readonly NoteMark[]
  readonly pointAt: (offset: number) => Point
}

/** From `start` on, the text is that of the node from `at` on. */
interface Piece {
  readonly start: number
  readonly node: Text
  readonly at: number
}

/** The text of a node's inline content, white space collapsed, with its markers. */
export function flatten(node: Nodes): FlatText {
  const pieces: Piece[] = []
  const notes: NoteMark[] = []
  const parts: string[] = []
  let length = 0
  let afterBlank = true
  const addText = (leaf: Text) => {
    for (const match of leaf.value.matchAll(/\s+|\S+/gu)) {
      const blank = match[0].trim() === ''
      if (blank && afterBlank) continue
      const last = pieces.at(-1)
      // Words go on a piece as long as nothing between them was left out: a piece a word would fill the memory.
      if (last?.node !== leaf || length - last.start !== match.index - last.at)
        pieces.push({ start: length, node: leaf, at: match.index })
      parts.push(blank ? ' ' : match[0])
      length += blank ? 1 : match[0].length
      afterBlank = blank
    }
  }
  const addValue = (value: string, leaf: Nodes) => addText({ type: 'text', value, ...positionOf(leaf) })
  visit(node, (leaf, index) => {
    if (leaf.type === 'text') addText(leaf)
    else if (leaf.type === 'inlineCode') addValue(leaf.value, leaf)
    else if (leaf.type === 'break') addValue(' ', leaf)
    else if (leaf.type === 'image' && leaf.alt) addValue(leaf.alt, leaf)
    // Cells are parted as they are in the seed.
    else if (leaf.type === 'tableCell' && index) addValue(' | ', leaf)
    else if (leaf.type === 'footnoteReference') {
      // A marker after a space belongs to the words before it.
      const offset = afterBlank && length > 0 ? length - 1 : length
      notes.push({ note: leaf.label ?? leaf.identifier, identifier: leaf.identifier, offset })
    }
  })
  const text = parts.join('').trimEnd()
  return {
    text,
    notes: notes.map(note => ({ ...note, offset: Math.min(note.offset, text.length) })),
    pointAt: createPointReader(pieces, node),
  }
}

/** A function of its own, because a closure made in flatten would keep all the words that flatten saw. */
function createPointReader(pieces: readonly Piece[], parent: Nodes): (offset: number) => Point {
  return offset => {
    const piece = pieces[lastAtMost(pieces, offset, ({ start }) => start)]
    if (!piece) return parent.position?.start ?? { line: 1, column: 1 }
    return pointInText(piece.node, piece.at + offset - piece.start)
  }
}

function positionOf(node: Nodes): { position?: Position } {
  return node.position ? { position: node.position } : {}
}

function listSentences(paragraphId: string, flat: FlatText, language: string): readonly Sentence[] {
  return splitSentences(flat.text, language).map(({ start, end }, index) => ({
    id: `${paragraphId}.${index + 1}`,
    start,
    end,
    text: flat.text.slice(start, end),
    notes: flat.notes
      .filter(note => (note.offset > start || start === 0) && note.offset <= end)
      .map(note => ({ ...note, offset: note.offset - start })),
    position: { start: flat.pointAt(start), end: endPoint(flat, end) },
  }))
}

function endPoint(flat: FlatText, end: number): Point {
  const last = flat.pointAt(end - 1)
  return { ...last, column: last.column + 1, ...(last.offset === undefined ? {} : { offset: last.offset + 1 }) }
}
