/**
 * Headings of a document that uses no heading styles: short paragraphs that are bold as a whole. The first paragraph, if
 * it is such a line, is the title.
 */
import { areHeadings, isHeadingText } from '../heading-text.ts'
import { type Block, hasText, type ParagraphBlock } from './pieces.ts'

/** The blocks, with typed headings as headings. */
export function promoteHeadings(blocks: readonly Block[]): readonly Block[] {
  const paragraphs = blocks.filter(
    (block): block is ParagraphBlock => block.kind === 'paragraph' && hasText(block.pieces),
  )
  if (paragraphs.some(({ role }) => role === 'heading' || role === 'title')) return blocks
  const candidates = new Set<Block>(paragraphs.filter(isTypedHeading))
  if (!areHeadings(candidates.size, paragraphs.length)) return blocks
  return blocks.map(block => {
    if (block.kind !== 'paragraph' || !candidates.has(block)) return block
    return block === paragraphs[0] ? { ...block, role: 'title', level: 0 } : { ...block, role: 'heading', level: 1 }
  })
}

function isTypedHeading({ role, list, pieces }: ParagraphBlock): boolean {
  if (role !== 'text' || list) return false
  const isBold = pieces.every(
    piece => piece.kind !== 'text' || piece.look.strong || piece.look.raised || piece.value.trim() === '',
  )
  const text = pieces.map(piece => (piece.kind === 'text' && !piece.look.raised ? piece.value : '')).join('')
  return isBold && isHeadingText(text)
}
