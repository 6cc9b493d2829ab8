/**
 * Joins the blocks of the body to one string, so that a marker can be weighed with what stands around it even where a
 * line or a page ends in between; blocks are parted by an empty line.
 */
import { lastAtMost } from '../../tree/last-at-most.ts'
import type { BodyText } from './find-markers.ts'
import type { BodyLine } from './find-note-blocks.ts'
import type { Block } from './find-paragraphs.ts'
import { joinLines, type RunningText } from './join-lines.ts'
import type { Vocabulary } from './soft-hyphens.ts'

/** A block as running text, and where it begins in the body text. */
export interface JoinedBlock extends RunningText, Pick<Block, 'kind' | 'opening' | 'table'> {
  readonly start: number
}

export interface JoinedBody extends BodyText {
  readonly blocks: readonly JoinedBlock[]
}

/** The body text of all blocks. */
export function joinBody(blocks: readonly Block[], body: readonly BodyLine[], words: Vocabulary): JoinedBody {
  const joined: JoinedBlock[] = []
  let length = 0
  for (const { lines, ...block } of blocks) {
    const running = joinLines(lines, words)
    joined.push({ ...running, ...block, start: length })
    length += running.text.length + 2
  }
  const pages = listPageStarts(body)
  return {
    text: joined.map(({ text }) => text).join('\n\n'),
    blocks: joined,
    placeAt: offset => {
      const block = joined[lastAtMost(joined, offset, ({ start }) => start)]
      const segments = block?.segments ?? []
      const order = segments[lastAtMost(segments, offset - (block?.start ?? 0), ({ at }) => at)]?.line.order ?? 0
      return { page: pages[lastAtMost(pages, order, ({ from }) => from)]?.page ?? 1, order }
    },
  }
}

/** Where each page of a body begins, in reading order. */
function listPageStarts(body: readonly BodyLine[]): readonly { readonly from: number; readonly page: number }[] {
  return body.flatMap(({ line, page }, index) => (body[index - 1]?.page === page ? [] : [{ from: line.order, page }]))
}
