/**
 * The text of a page as it is given to the parser, and the way back from its offsets to places in the seed. The two
 * differ for XHTML, where `<a id="x"/>` is a whole element: to an HTML parser it opens one, so it is written out.
 */
import type { Point } from 'unist'
import { lastAtMost } from '../../tree/last-at-most.ts'

/** A page's text and its places. */
export interface Source {
  readonly text: string
  /** The place in the seed of an offset in `text`. */
  readonly pointAt: (offset: number) => Point
}

const voidTags = /^(?:area|base|br|col|embed|hr|img|input|link|meta|param|source|track|wbr)$/iu

/** The source of a seed's text; as XHTML where it begins with an XML declaration. */
export function createSource(seedText: string): Source {
  const lineStarts = [0]
  for (const match of seedText.matchAll(/\r\n|\n|\r/gu)) lineStarts.push(match.index + match[0].length)
  const { text, insertions } = /^\s*<\?xml\s/u.test(seedText)
    ? closeElements(seedText)
    : { text: seedText, insertions: [] }
  const pointAt = (offset: number): Point => {
    const place = toSeedOffset(insertions, offset)
    const line = lastAtMost(lineStarts, place, start => start)
    return { line: line + 1, column: place - (lineStarts[line] as number) + 1, offset: place }
  }
  return { text, pointAt }
}

interface Insertion {
  /** Offset in the new text behind what was put in. */
  readonly after: number
  /** How many characters have been put in up to there. */
  readonly length: number
}

function closeElements(seedText: string): { readonly text: string; readonly insertions: readonly Insertion[] } {
  const insertions: Insertion[] = []
  let length = 0
  const text = seedText.replace(
    /<([a-z][\w:.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*)\/>/giu,
    (whole: string, tag: string, attributes: string, offset: number) => {
      if (voidTags.test(tag)) return whole
      // The slash goes, the closing tag comes.
      const written = `<${tag}${attributes}></${tag}>`
      length += written.length - whole.length
      insertions.push({ after: offset + whole.length + length, length })
      return written
    },
  )
  return { text, insertions }
}

function toSeedOffset(insertions: readonly Insertion[], offset: number): number {
  if (insertions.length === 0 || offset < (insertions[0] as Insertion).after) return offset
  return offset - (insertions[lastAtMost(insertions, offset, ({ after }) => after)] as Insertion).length
}
