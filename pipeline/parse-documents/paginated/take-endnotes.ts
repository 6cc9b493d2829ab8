/**
 * Endnotes below their title: how far they go. They may fill many pages, and in a book whose chapters have each their
 * own, text follows them.
 */
import { isLoneNumber, readOpeningAt } from './note-openings.ts'
import type { Line } from './read-lines.ts'

/** What endnotes have been read so far, over page ends. */
export interface Endnotes {
  readonly lines: Line[]
  /** Number of the last note. */
  last: number
  /** Lines of the text that may be headings. */
  readonly headings: ReadonlySet<string>
}

const endnoteTitles =
  /^(?:(?:end)?notes?(?: and references)?|references|footnotes|примечани[ея]|сноски|ссылки|примечания и ссылки|комментарии|anmerkungen|fußnoten|endnoten|einzelnachweise|notes de fin|notes de bas de page|notes et références|références|notas|注|注释|注釋|註|註釋|註解|尾注|脚注|参考文献)(?: (?:to|on|for|к|zu[rm]?|du|de la|des?|pour) [^.]{1,40})?$/iu

/** Whether a title may as well head a bibliography. */
export function isListTitle(text: string): boolean {
  return /^(?:references|références|ссылки|参考文献)$/iu.test(text.replace(/^[\d.\s]+|[\s:：.]+$/gu, ''))
}

/** Whether a line says that notes follow. */
export function isEndnotesTitle(text: string): boolean {
  return endnoteTitles.test(text.replace(/^[\d.\s]+|[\s:：.]+$/gu, ''))
}

/** Index of the title of endnotes; -1 if there is none. The notes may begin on the page after it. */
export function findEndnotesTitle(
  lines: readonly Line[],
  isTitle: (text: string) => boolean,
  following: readonly Line[] = [],
): number {
  return lines.findIndex((line, index) => {
    if (line.blank || !isTitle(line.text)) return false
    const next = [...lines.slice(index + 1), ...following].filter(other => !other.blank)
    const values = next.slice(0, 10).flatMap((_, at) => readOpeningAt(next, at)?.value ?? [])
    return (
      readOpeningAt(next, 0)?.value === 1 ||
      readOpeningAt(next, 1)?.value === 1 ||
      values.filter(isEarly).length > 1 ||
      // Notes that stand behind each chapter may count on from those of the one before.
      values.some((value, at) => value === (values[at - 1] ?? Number.NaN) + 1)
    )
  })
}

/** The first numbers; one of them may stand elsewhere in an extract. */
function isEarly(value: number): boolean {
  return value > 0 && value < 6
}

/** Adds the lines that go on with the endnotes, up to a chapter's heading; returns how many of the lines these are. */
export function takeEndnotes(lines: readonly Line[], endnotes: Endnotes, doubleSpaced: boolean): number {
  // At a page's head a note may go on, but not one that has come to its stop.
  let gap = endnotes.last > 0 && /[.!?。！？)\]]$/u.test(endnotes.lines.at(-1)?.text ?? '')
  for (const [index, line] of lines.entries()) {
    if (line.blank) {
      gap =
        endnotes.last > 0 && !isLoneNumber(lines, index - 1) && (!doubleSpaced || (lines[index - 1]?.blank ?? false))
      continue
    }
    if (endnotes.headings.has(line.text) && (index === 0 || lines[index - 1]?.blank)) return index
    const value = readOpeningAt(lines, index)?.value
    const goesOn = value !== undefined && (endnotes.last === 0 || (value > endnotes.last && value <= endnotes.last + 3))
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
  const next = lines.slice(index + 1, index + 12).filter(other => !other.blank)
  const values = next.slice(0, 6).map((_, at) => readOpeningAt(next, at)?.value)
  const value = readOpeningAt(lines, index)?.value
  // The next chapter's notes may begin here.
  if (value === 1 && values.includes(2)) return true
  // The number may be damaged.
  if (
    value !== undefined &&
    values.some(next => next !== undefined && next > endnotes.last && next <= endnotes.last + 3)
  )
    return true
  return values.includes(endnotes.last + 1) || values[0] === 1
}
