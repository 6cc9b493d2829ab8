/**
 * Where the pages of a paginated text begin among the blocks of its source page: before a block, or inside one that goes
 * on over the end of a page.
 */
import type { Position } from 'unist'
import { lastAtMost } from '../tree/last-at-most.ts'
import type { FlatBlock, PageBreak } from './compose-parts.ts'

/** The pages that begin at a block: the one before it, if there is, and those inside. */
export interface BlockPages {
  readonly pageStart?: string
  readonly breaks: readonly PageBreak[]
}

/** `starts` are the lines on which the second page and each further one begin; `after` is the last line of the block before. */
export function findBreaks(
  starts: readonly number[],
  after: number,
  { start, end }: Position,
  block: FlatBlock,
): BlockPages {
  const from = countUpTo(starts, after)
  const begun = starts
    .slice(from, countUpTo(starts, end.line))
    .map((line, index) => ({ line, page: String(from + index + 2) }))
  const before = begun.filter(({ line }) => line <= start.line).at(-1)
  const inside = begun.filter(({ line }) => line > start.line)
  return {
    ...(before ? { pageStart: before.page } : {}),
    breaks: inside.flatMap(({ line, page }) => {
      const offset = findLine(line, block)
      return offset === undefined ? [] : [{ offset, page }]
    }),
  }
}

/** How many of the ascending numbers are at most `limit`. */
function countUpTo(numbers: readonly number[], limit: number): number {
  const last = lastAtMost(numbers, limit, number => number)
  return (numbers[last] ?? Number.POSITIVE_INFINITY) <= limit ? last + 1 : last
}

/** Offset of the first character that stands on a line, or below it. */
function findLine(line: number, { text, pointAt }: FlatBlock): number | undefined {
  if (!pointAt) return undefined
  const offsets = Array.from(text.matchAll(/\S+/gu), ({ index }) => index)
  const last = lastAtMost(offsets, line - 1, offset => pointAt(offset).line)
  return offsets[last + 1]
}
