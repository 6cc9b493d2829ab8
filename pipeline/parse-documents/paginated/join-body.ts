/**
 * Joins the blocks of the body to one string, so that a marker can be weighed with what stands around it even where a
 * line or a page ends in between; blocks are parted by an empty line.
 */
import { lastAtMost } from '../../tree/last-at-most.ts'
import type { BodyText } from './find-markers.ts'
import type { BodyLine } from './find-note-blocks.ts'
import type { Block } from './find-paragraphs.ts'
import { joinLines, type RunningText, type Vocabulary } from './join-lines.ts'

/** A block as running text, and where it begins in the body text. */
export interface JoinedBlock extends RunningText {
  readonly kind: Block['kind']
  readonly start: number
}

export interface JoinedBody extends BodyText {
  readonly blocks: readonly JoinedBlock[]
}

/** The body text of all blocks. */
export function joinBody(blocks: readonly Block[], body: readonly BodyLine[], words: Vocabulary): JoinedBody {
  const pageOfLine = new Map(body.map(({ line, page }) => [line.number, page]))
  const joined: JoinedBlock[] = []
  const stretches: { readonly from: number; readonly page: number; readonly line: number }[] = []
  const texts: string[] = []
  let length = 0
  for (const { kind, lines } of blocks) {
    const running = joinLines(lines, words)
    joined.push({ ...running, kind, start: length })
    for (const { at, point } of running.segments) {
      const page = pageOfLine.get(point.line) ?? 1
      stretches.push({ from: length + at, page, line: point.line })
    }
    texts.push(running.text)
    length += running.text.length + 2
  }
  return {
    text: texts.join('\n\n'),
    blocks: joined,
    placeAt: offset => stretches[lastAtMost(stretches, offset, ({ from }) => from)] ?? { page: 1, line: 1 },
  }
}
