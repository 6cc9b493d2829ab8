/**
 * Puts paragraph breaks where the reader missed one, and takes those away that it wrongly made.
 */
import type { Root } from 'mdast'
import type { Position } from 'unist'
import type { Correction, LineCorrection, Overlay } from '../../contract/overlay.ts'
import type { CorrectionReport } from './correction-report.ts'
import { type Block, findBlockAt, listBlocks } from './list-blocks.ts'
import { reportMismatch } from './report-mismatch.ts'
import { firstLine, splitAtLine } from './split-block.ts'

/** Changes the blocks of `tree`: all breaks first, then all joins. */
export function correctBlocks(tree: Root, seed: string, { path, breaks, joins }: Overlay): CorrectionReport {
  const corrections: Correction[] = []
  const apply = (kind: 'break' | 'join', change: typeof breakBefore) => (entry: LineCorrection) => {
    const changed = change(tree, entry.line, seed)
    if (typeof changed === 'string') return [reportMismatch(path, entry.key, entry.position, changed)]
    corrections.push({ kind, position: changed })
    return []
  }
  const messages = [...breaks.flatMap(apply('break', breakBefore)), ...joins.flatMap(apply('join', joinBefore))]
  return { corrections, messages }
}

/** The place of the paragraph that begins now, or why none can. */
function breakBefore(tree: Root, line: number, seed: string): Position | string {
  const blocks = listBlocks(tree)
  const placed = blocks.find(({ block: { position } }) => position.start.line < line && line <= position.end.line)
  if (!placed) {
    const begins = blocks.some(({ block }) => block.position.start.line === line)
    return begins ? `line ${line} of ${seed} begins a paragraph already` : `line ${line} of ${seed} is in no paragraph`
  }
  const { block, siblings } = placed
  const [before, after] = splitAtLine(block.children, line)
  const [last, first] = [before.at(-1)?.position, after[0]?.position]
  if (!last || !first || firstLine(after) !== line) return `line ${line} of ${seed} holds no text`
  const { end } = block.position
  siblings.splice(siblings.indexOf(block) + 1, 0, {
    type: 'paragraph',
    children: [...after],
    position: { start: first.start, end },
  })
  block.children = [...before]
  block.position = { start: block.position.start, end: last.end }
  return { start: first.start, end }
}

/** The place of what was joined to the block before it, or why there is nothing to join. */
function joinBefore(tree: Root, line: number, seed: string): Position | string {
  const placed = findBlockAt(tree, line, seed)
  if (typeof placed === 'string') return placed
  const { block, siblings } = placed
  const index = siblings.indexOf(block)
  // Notes at a page's foot stand between the halves of a paragraph.
  const before = siblings.slice(0, index).findLast(({ type }) => type !== 'footnoteDefinition')
  if (before?.type !== 'paragraph' && before?.type !== 'heading')
    return `no paragraph stands before line ${line} of ${seed} that it could go on with`
  const joined: Block = block.type === 'paragraph' ? { ...block } : { ...(before as Block) }
  const last = before.children.at(-1)
  if (last?.type === 'text') last.value += '\n'
  else before.children.push({ type: 'text', value: '\n', ...(last?.position ? { position: last.position } : {}) })
  joined.children = [...before.children, ...block.children]
  joined.position = { start: before.position?.start ?? block.position.start, end: block.position.end }
  siblings.splice(index, 1)
  siblings.splice(siblings.indexOf(before), 1, joined)
  return block.position
}
