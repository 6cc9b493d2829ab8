/**
 * The contents of a source page, from the headings of its seed.
 */
import type { SourceView } from '../contract/views.ts'
import type { BareBlock } from './compose-beside.ts'

/**
 * Headings down to the highest depth that more than one heading has, and of the depth below it; none where there are not
 * two. A title that stands alone above them is one of them.
 */
export function listContents(blocks: readonly BareBlock[]): SourceView['contents'] {
  const headings = blocks.flatMap(({ id, depth, parts }) => (depth === undefined ? [] : [{ id, depth, parts }]))
  const depths = [...new Set(headings.map(({ depth }) => depth))].sort((left, right) => left - right)
  const top = depths.find(depth => headings.filter(heading => heading.depth === depth).length > 1)
  if (top === undefined) return []
  const below = depths[depths.indexOf(top) + 1]
  return headings
    .filter(({ depth }) => depth <= top || depth === below)
    .map(({ id, depth, parts }) => ({ id, text: wordsOf(parts), depth: depth <= top ? 1 : 2 }))
}

function wordsOf(parts: BareBlock['parts']): string {
  return parts.flatMap(({ runs }) => runs.map(run => ('text' in run ? run.text : ''))).join('')
}
