/**
 * The blocks of the text as mdast: headings, paragraphs, lists put together from paragraphs that have a place in one,
 * quotations, tables and notes typed by hand. Every block says its paragraph and its page.
 */
import type { Blockquote, FootnoteDefinition, RootContent } from 'mdast'
import { buildHeadingInlines } from './build-inlines.ts'
import { buildList } from './build-list.ts'
import { buildParagraph, placeOfBlock, positionOf, spanOfBlocks } from './build-paragraph.ts'
import { buildTable } from './build-table.ts'
import { type Block, hasText, type Marks, type NoteBlock, type ParagraphBlock } from './pieces.ts'

export interface BuildSettings {
  readonly marks: Marks
  /** The document has a title, so that its headings stand below it. */
  readonly hasTitle: boolean
}

/** The nodes of blocks; paragraphs without text, and tables of contents, give none. */
export function buildBlocks(blocks: readonly Block[], settings: BuildSettings): RootContent[] {
  const shown = blocks.filter(isShown)
  const nodes: RootContent[] = []
  for (let from = 0, to = 0; from < shown.length; from = to) {
    const kind = groupOf(shown[from] as Block)
    to = from + 1
    if (kind !== 'single') while (to < shown.length && groupOf(shown[to] as Block) === kind) to += 1
    const run = shown.slice(from, to)
    if (kind === 'quotation') nodes.push(buildQuotation(run as ParagraphBlock[], settings.marks))
    else if (kind === 'single') nodes.push(...buildBlock(run[0] as Block, settings))
    else for (const node of buildList(run as ParagraphBlock[], settings.marks)) nodes.push(node)
  }
  return nodes
}

function isShown(block: Block): boolean {
  return block.kind !== 'paragraph' || (block.role !== 'contents' && hasText(block.pieces))
}

/** What stands together with its neighbours of the same kind. */
function groupOf(block: Block): 'list' | 'quotation' | 'single' {
  if (block.kind !== 'paragraph') return 'single'
  if (block.list) return 'list'
  return block.role === 'quotation' ? 'quotation' : 'single'
}

function buildBlock(block: Block, settings: BuildSettings): readonly RootContent[] {
  const { marks, hasTitle } = settings
  if (block.kind === 'table') return buildTable(block, marks)
  if (block.kind === 'definition') return [buildNote(block, settings)]
  if (block.role !== 'title' && block.role !== 'heading') return [buildParagraph(block, marks)]
  const depth = block.role === 'title' ? 1 : Math.min(6, block.level + (hasTitle ? 1 : 0))
  return [
    {
      type: 'heading',
      depth: depth as 1 | 2 | 3 | 4 | 5 | 6,
      children: buildHeadingInlines(block.pieces, marks),
      position: positionOf(block),
      data: placeOfBlock(block),
    },
  ]
}

function buildQuotation(blocks: readonly ParagraphBlock[], marks: Marks): Blockquote {
  const children = blocks.map(block => buildParagraph(block, marks))
  return { type: 'blockquote', children, position: spanOfBlocks(blocks) }
}

function buildNote({ label, identifier, blocks }: NoteBlock, settings: BuildSettings): FootnoteDefinition {
  const children = buildBlocks(blocks, settings) as FootnoteDefinition['children']
  const [first, last] = [children[0], children.at(-1)]
  const start = first?.position?.start ?? { line: 1, column: 1 }
  const page = blocks.find(block => block.kind === 'paragraph')?.page ?? 1
  return {
    type: 'footnoteDefinition',
    identifier,
    label,
    children,
    position: { start, end: last?.position?.end ?? start },
    data: { page, paragraph: start.line },
  }
}
