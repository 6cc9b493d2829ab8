/**
 * How much speaks for a paragraph's end between two lines: how far the next word was from fitting on the line, whether
 * the next line leaves room for an indent, empty lines, indents, a stop at the line's end, a capital after it.
 */
import type { BodyLine } from './find-note-blocks.ts'
import { looksLikeHeading } from './is-heading.ts'
import { endsSentence, type Layout, roomAfter, trailingSpace } from './measure-layout.ts'
import { paragraphOpeners } from './paragraph-openers.ts'
import { weighPrintedBreak } from './print-paragraphs.ts'
import type { Line } from './read-lines.ts'

/** Above 0 where a paragraph ends between two lines; `opens` says that the first of them begins one, after an indent. */
export function scoreBreak(
  current: BodyLine,
  next: BodyLine,
  third: BodyLine | undefined,
  opens: boolean,
  layout: Layout,
): number {
  const here = current.line
  const below = next.line
  const samePage = current.page === next.page
  const opensSmall = /^\p{Ll}|^[,;.)\]]/u.test(below.text)
  const ends = endsSentence(here.text)
  const blanks = layout.blanksBefore(below)
  const long = blanks === 0 && here.width > layout.measure * 0.75 && /^[\d\p{Script=Han}]/u.test(below.text)
  let score = (ends ? 0 : long ? -4.5 : -2) + weighPrintedBreak(here, below, layout.print)
  score += opensSmall ? -3 : 0
  if (/[-,]$/u.test(here.text)) score -= 2
  // Where notes or a page's end were taken out, empty lines went with them: a short line with one below heads a section.
  const removed = !samePage || below.order - here.order > blanks + 1
  const gapBelow = third !== undefined && layout.blanksBefore(third.line) > 0
  if (removed && ends && gapBelow && !layout.doubleSpaced && looksLikeHeading(below.text)) score += 4
  if (layout.unbroken) return /[-\u00ad]$/u.test(here.text) ? -1 : 1
  if (samePage && !layout.doubleSpaced && blanks > 0) score += 4
  else if (samePage && layout.blankBetween) score -= 1
  if (samePage && layout.doubleSpaced && blanks > 1) score += 4
  if (below.indent > 1 && here.indent <= 1 && (samePage || below.indent > 2)) score += 2
  if (ends && trailingSpace(here) > layout.trailing) score += 3
  if (layout.measure === 0) return layout.blankBetween || layout.doubleSpaced ? score - 0.5 : score + (samePage ? 2 : 1)
  const room = roomAfter(here, below, layout.measure, layout.face) - (opens ? layout.indent : 0)
  const step = Math.max(layout.indent, layout.measure * 0.05)
  if (room > step * 1.3) score += 4
  else if (room > 0) score += 1
  else score -= 0.5
  if (layout.indent > 0 && third) score += scoreFirstLine(below, third.line, layout)
  return score - 0.25
}

/** Whether a line looks like a paragraph's first, from the room that the lost indent left on it. */
function scoreFirstLine(line: Line, next: Line, layout: Layout): number {
  const room = roomAfter(line, next, layout.measure, layout.face)
  if (line.width > layout.measure - layout.indent * 0.3) return -2
  if (room > layout.indent * 0.3) return 2
  const mayBeIndented = line.width <= layout.measure - layout.indent
  return mayBeIndented && paragraphOpeners.test(line.text) ? 1.5 : 0
}
