/**
 * Pages of a text that shows none: where a stretch of lines between empty lines opens with the numbers that the text
 * above has just called, all of them, it is the foot of a page, and the next page begins below it.
 */
import { type NoteStyle, readOpeningAt } from './note-openings.ts'
import { mayCall, readCalls } from './read-calls.ts'
import type { Line } from './read-lines.ts'

/** Indices of the first lines below such notes. */
export function findLooseNotes(lines: readonly Line[]): readonly number[] {
  const starts: number[] = []
  const called = new Map<number, NoteStyle>()
  let last = 0
  let style: NoteStyle | undefined
  let index = 0
  while (index < lines.length) {
    const opens = !lines[index]?.blank && (index === 0 || lines[index - 1]?.blank)
    const opening = opens ? readOpeningAt(lines, index) : undefined
    const value = opening && (style ?? opening.style) === opening.style ? opening.value : undefined
    if (
      value !== undefined &&
      called.has(value) &&
      mayCall(called.get(value) as NoteStyle, opening?.style ?? 'bare') &&
      (value === last + 1 || value === 1)
    ) {
      const foot = followNotes(lines, index, value)
      if (foot.last >= lastCalled(called, value) - 1) {
        last = foot.last
        style = opening?.style
        called.clear()
        index = foot.end
        if (index < lines.length) starts.push(index)
        continue
      }
    }
    for (const call of readCalls(lines[index]?.text ?? '')) if (call.glued) called.set(call.value, call.style)
    index += 1
  }
  return starts
}

/** The last number of the unbroken count that was called from a number on. */
function lastCalled(called: ReadonlyMap<number, NoteStyle>, from: number): number {
  let value = from
  while (called.has(value + 1)) value += 1
  return value
}

/** How far the notes go that begin at a line: over empty lines only where the next number follows. */
function followNotes(
  lines: readonly Line[],
  from: number,
  first: number,
): { readonly last: number; readonly end: number } {
  let last = first
  let index = from + 1
  for (; index < lines.length; index += 1) {
    if (lines[index]?.blank) continue
    const value = readOpeningAt(lines, index)?.value
    if (value !== undefined && value > last && value <= last + 2) last = value
    else if (lines[index - 1]?.blank) break
  }
  return { last, end: index }
}
