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
  const pages = new Map(body.map(({ line, page }) => [line.order, page]))
  const joined: JoinedBlock[] = []
  const stretches: { readonly from: number; readonly page: number; readonly order: number }[] = []
  const texts: string[] = []
  let length = 0
  for (const { lines, ...block } of blocks) {
    const running = joinLines(lines, words)
    joined.push({ ...running, ...block, start: length })
    for (const { at, line } of running.segments) {
      stretches.push({ from: length + at, page: pages.get(line.order) ?? 1, order: line.order })
    }
    texts.push(running.text)
    length += running.text.length + 2
  }
  return {
    text: texts.join('\n\n'),
    blocks: joined,
    placeAt: offset => stretches[lastAtMost(stretches, offset, ({ from }) => from)] ?? { page: 1, order: 0 },
  }
}
