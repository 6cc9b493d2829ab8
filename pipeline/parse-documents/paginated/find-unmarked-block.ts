/**
 * Notes that nothing parts from the text: of the lines of a page that open with a number, those that count up to the
 * page's end and are called by the text above them. A list in the text counts up as well, but nobody calls its numbers,
 * and what calls the notes stands below it.
 */
import { isLoneNumber, type NoteOpening, readOpeningAt } from './note-openings.ts'
import { readCalls } from './read-calls.ts'
import type { Line } from './read-lines.ts'

interface PlacedOpening extends NoteOpening {
  readonly index: number
  /** How much the line looks like a note by itself. */
  readonly look: number
}

/** Where a number is called first, by line: glued to a word or dressed, or only standing in the text. */
interface Calls {
  readonly strong: ReadonlyMap<number, number>
  readonly weak: ReadonlyMap<number, number>
}

/** More openings than this on one page are not weighed. */
const mostOpenings = 600
const leastScore = 1.4
/** Characters of a full line, and of a note that would be long. */
const fullLine = 80
/** Thousandths of an em that a character takes on average. */
const columnWidth = 480
const longNote = 7 * fullLine
/** How far behind a block's last number the numbers are that text, but not notes, would call. */
const nextSteps = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]

/** Index of the first line of the block; -1 if there is none. `previous` is the last note number of the pages before. */
export function findUnmarkedBlock(lines: readonly Line[], previous: number): number {
  const openings = listOpenings(lines)
  if (openings.length === 0) return -1
  const calls = listCalls(lines)
  const next = chainBackwards(openings, calls, lines)
  let best = leastScore
  let start = -1
  for (let index = openings.length - 1; index >= 0; index -= 1) {
    const score = scoreStart(index, openings, next, calls, lines, previous)
    if (score > best) {
      best = score
      start = (openings[index] as PlacedOpening).index
    }
  }
  return start
}

function listOpenings(lines: readonly Line[]): readonly PlacedOpening[] {
  return lines
    .flatMap((line, index) => {
      const opening = line.blank ? undefined : readOpeningAt(lines, index)
      if (!opening || opening.value === 0 || opening.value > 1500) return []
      const text = line.text.slice(opening.length) || (lines.slice(index + 1).find(other => !other.blank)?.text ?? '')
      return [{ ...opening, index, look: isLoneNumber(lines, index - 1) ? -3 : weighText(text, lines, index) }]
    })
    .slice(-mostOpenings)
}

/** How much the text of an opening looks like a note's and not like a heading's. */
function weighText(text: string, lines: readonly Line[], index: number): number {
  if (/^\p{Ll}/u.test(text)) return -1.5
  if (!/\p{L}/u.test(text)) return -1
  const below = lines[index + 1]
  const opensText = below !== undefined && !below.blank && /^\p{Lu}/u.test(below.text)
  return opensText && text.length < fullLine / 2 && !/[.!?…。！？)\]»”"\d]$/u.test(text) ? -1.5 : 0.5
}

function listCalls(lines: readonly Line[]): Calls {
  const strong = new Map<number, number>()
  const weak = new Map<number, number>()
  lines.forEach((line, index) => {
    for (const { value, glued } of readCalls(line.text)) {
      const calls = glued ? strong : weak
      if (!calls.has(value)) calls.set(value, index)
    }
  })
  return { strong, weak }
}

/** How much it tells that the number of an opening is called above a line. */
function weighCall(value: number, above: number, { strong, weak }: Calls): number {
  if ((strong.get(value) ?? Number.POSITIVE_INFINITY) < above) return 2
  return (weak.get(value) ?? Number.POSITIVE_INFINITY) < above ? 0.5 : -1
}

/** For each opening the one that goes on best with its count, by index; -1 at the end. */
function chainBackwards(openings: readonly PlacedOpening[], calls: Calls, lines: readonly Line[]): readonly number[] {
  const totals: number[] = []
  const next: number[] = []
  for (let index = openings.length - 1; index >= 0; index -= 1) {
    const here = openings[index] as PlacedOpening
    let best = 0
    next[index] = -1
    for (let after = index + 1; after < openings.length && after < index + 30; after += 1) {
      const there = openings[after] as PlacedOpening
      const step = there.value - here.value
      if (there.style !== here.style || there.stop !== here.stop || step > 3 || (step < 1 && there.value !== 1))
        continue
      const total = (totals[after] as number) - linkCost(here, there, lines)
      if (total > best) {
        best = total
        next[index] = after
      }
    }
    totals[index] = best + here.look + weighCall(here.value, here.index, calls)
  }
  return next
}

/** What it costs that one opening follows another: numbers left out, and more text between them than a note has. */
function linkCost(here: PlacedOpening, there: PlacedOpening, lines: readonly Line[]): number {
  const length = measureText(lines, here.index, there.index)
  return stepCost(there.value - here.value) + (length > longNote * 2 ? 6 : length > longNote ? 1.5 : 0)
}

/** What it costs that numbers are left out, or begin again, as they do where a chapter begins on the page. */
function stepCost(step: number): number {
  return step < 1 ? 1.5 : step - 1
}

/** The score of the block that begins at an opening; only calls above the block count. */
function scoreStart(
  index: number,
  openings: readonly PlacedOpening[],
  next: readonly number[],
  calls: Calls,
  lines: readonly Line[],
  previous: number,
): number {
  const first = openings[index] as PlacedOpening
  let score = lines[first.index - 1]?.blank ? 1 : 0
  score += first.value === 1 || (previous > 0 && first.value > previous && first.value <= previous + 2) ? 1 : -1
  if (first.index === 0) score -= 1
  let before = first
  for (let at = index; at >= 0; at = next[at] as number) {
    const opening = openings[at] as PlacedOpening
    score += opening.look + weighCall(opening.value, first.index, calls)
    if (at !== index) score -= linkCost(before, opening, lines)
    before = opening
  }
  const { value, index: last } = before
  // Where the next notes are called below, or much text follows, this is a list in the text.
  const below = nextSteps.filter(step => (calls.strong.get(value + step) ?? -1) > first.index)
  if (below.length > 1 || (below[0] ?? 9) < 3) score -= below.length > 2 ? 5 : 3
  // Text that calls the very next note stands above the notes of its page.
  if ((calls.strong.get(value + 1) ?? -1) > last + 1) score -= 5
  const gap = lines.findIndex((line, at) => at > last + 1 && line.blank)
  const behindGap = gap < 0 ? 0 : lines.slice(gap).filter(line => !line.blank).length
  const tail = measureText(lines, last, lines.length)
  if (tail > 40 * fullLine) score -= 4
  return tail > 24 * fullLine || behindGap > 3 ? score - 3 : score
}

/** Characters of the lines from one to before another. */
function measureText(lines: readonly Line[], from: number, to: number): number {
  let length = 0
  for (let index = from; index < to; index += 1)
    length += Math.max(fullLine / 2, (lines[index]?.width ?? 0) / columnWidth)
  return length
}
