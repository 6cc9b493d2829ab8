/**
 * One paragraph as mdast, and the places of paragraphs: characters for positions, page and paragraph for people.
 */
import type { Paragraph } from 'mdast'
import type { Position } from 'unist'
import type { PaperPlace } from '../../contract/origin.ts'
import '../../tree/node-place.ts'
import { buildInlines } from './build-inlines.ts'
import type { Marks, ParagraphBlock } from './pieces.ts'

/** A paragraph with its place. */
export function buildParagraph(block: ParagraphBlock, marks: Marks): Paragraph {
  return {
    type: 'paragraph',
    children: buildInlines(block.pieces, marks),
    position: positionOf(block),
    data: placeOfBlock(block),
  }
}

/** Page and paragraph of a block. */
export function placeOfBlock({ page, line }: Pick<ParagraphBlock, 'page' | 'line'>): PaperPlace {
  return { page, paragraph: line }
}

/** From the paragraph's first character to its last; a paragraph that goes on with another begins in that. */
export function positionOf(block: ParagraphBlock): Position {
  const { line, column } = block.pieces[0]?.at ?? { line: block.line, column: 1 }
  const start = line < block.line ? { line, column } : { line: block.line, column: 1 }
  const last = block.pieces.at(-1)
  const end = last && block.length === 0 ? { line: last.at.line, column: last.at.column + lengthOf(last) } : undefined
  return { start, end: end ?? { line: block.line, column: block.length + 1 } }
}

function lengthOf(piece: ParagraphBlock['pieces'][number]): number {
  return piece.kind === 'text' ? piece.value.length : 1
}

/** From the first block's start to the last one's end. */
export function spanOfBlocks(blocks: readonly ParagraphBlock[]): Position {
  const [first, last] = [blocks[0], blocks.at(-1)]
  if (!first || !last) return { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
  return { start: positionOf(first).start, end: positionOf(last).end }
}
