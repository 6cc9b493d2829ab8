/**
 * Endnotes below their title: how far they go. They may fill many pages, and in a book whose chapters have each their
 * own, text follows them.
 */
import { readOpening } from './note-openings.ts'
import type { Line } from './read-lines.ts'

/** What endnotes have been read so far, over page ends. */
export interface Endnotes {
  readonly lines: Line[]
  /** Number of the last note. */
  last: number
}

const endnoteTitles =
  /^(?:end)?notes?(?: and references)?$|^(?:references|footnotes|примечани[ея]|сноски|ссылки|примечания и ссылки|комментарии|anmerkungen|fußnoten|endnoten|einzelnachweise|notes de fin|notes de bas de page|notes et références|références|notas|注|注释|注釋|註|註釋|註解|尾注|脚注|参考文献)$/iu

/** Index of the title of endnotes; -1 if there is none. */
export function findEndnotesTitle(lines: readonly Line[]): number {
  return lines.findIndex((line, index) => {
    if (line.blank || !endnoteTitles.test(line.text.replace(/^[\d.\s]+|[\s:：.]+$/gu, ''))) return false
    const next = lines.slice(index + 1).filter(other => !other.blank)
    return next.slice(0, 2).some(other => (readOpening(other.text)?.value ?? 0) === 1)
  })
}

/** Adds the lines that go on with the endnotes; returns how many of the lines these are. */
export function takeEndnotes(lines: readonly Line[], endnotes: Endnotes): number {
  let gap = false
  for (const [index, line] of lines.entries()) {
    if (line.blank) {
      gap = endnotes.last > 0
      continue
    }
    const value = readOpening(line.text)?.value
    const goesOn = value !== undefined && value > endnotes.last && value <= endnotes.last + 3
    if (gap && !goesOn && !isResumed(lines, index, endnotes)) return index
    if (goesOn) endnotes.last = value
    else if (value === 1) endnotes.last = 1
    endnotes.lines.push(line)
    gap = false
  }
  return lines.length
}

/** Whether, after an empty line, a line that opens no note still stands among notes. */
function isResumed(lines: readonly Line[], index: number, endnotes: Endnotes): boolean {
  const line = lines[index] as Line
  if (/^\p{Ll}/u.test(line.text)) return true
  const next = lines.slice(index + 1, index + 8).filter(other => !other.blank)
  const values = next.slice(0, 4).map(other => readOpening(other.text)?.value)
  return values.includes(endnotes.last + 1) || values[0] === 1
}
