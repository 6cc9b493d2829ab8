/**
 * Makes headings of paragraphs and paragraphs of headings.
 */
import type { Root } from 'mdast'
import type { Correction, HeadingCorrection, Overlay } from '../../contract/overlay.ts'
import type { CorrectionReport } from './correction-report.ts'
import { findBlockAt } from './list-blocks.ts'
import { reportMismatch } from './report-mismatch.ts'

/** Changes the blocks of `tree` that begin on the lines named. */
export function correctHeadings(tree: Root, seed: string, { path, headings }: Overlay): CorrectionReport {
  const corrections: Correction[] = []
  const messages = headings.flatMap(entry => {
    const changed = setDepth(tree, entry, seed)
    if (typeof changed === 'string') return [reportMismatch(path, entry.key, entry.position, changed)]
    corrections.push(changed)
    return []
  })
  return { corrections, messages }
}

function setDepth(tree: Root, { line, depth }: HeadingCorrection, seed: string): Correction | string {
  const placed = findBlockAt(tree, line, seed)
  if (typeof placed === 'string') return placed
  const { block, siblings } = placed
  const before = block.type === 'heading' ? block.depth : 0
  if (before === depth)
    return depth === 0
      ? `line ${line} of ${seed} is no heading as it is`
      : `line ${line} of ${seed} is a heading of depth ${depth} as it is`
  const { children, position } = block
  siblings[siblings.indexOf(block)] =
    depth === 0 ? { type: 'paragraph', children, position } : { type: 'heading', depth, children, position }
  return { kind: 'heading', position, from: nameDepth(before), to: nameDepth(depth) }
}

/** As it is written in an overlay. */
function nameDepth(depth: number): string {
  return depth === 0 ? 'none' : String(depth)
}
