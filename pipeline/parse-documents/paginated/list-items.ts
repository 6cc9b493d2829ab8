/**
 * Which lines open an item of a list: lines that begin with the same bullet, or with letters or numbers that count up,
 * where no other text stands between one item and the next. A line alone is no list.
 */
import type { Line } from './read-lines.ts'

/** How an item opens. */
export interface ItemOpening {
  /** Characters of the bullet or number and the white space after it. */
  readonly length: number
  readonly ordered: boolean
  /** From 1; 0 for a bullet. */
  readonly value: number
  /** What the items of one list share. */
  readonly style: string
}

/** Items farther apart than this many lines are no list. */
const farthest = 14

const bullet = /^([•▪▫◦●○■□·‣⁃∙➢➤✓*–—-])\s+(?=\S)/u
const counted = /^(\(?)(\d{1,2}|[a-zа-я]|[ivx]{2,4})([.)])\s+(?=\S)/u
/** Brackets need no space after them. */
const bracketed = /^([[（［【])(\d{1,2})([\]）］】])\s*(?=\S)/u

/** The opening of an item at the head of a line's text, if it looks like one. */
export function readItemOpening(text: string): ItemOpening | undefined {
  const dot = bullet.exec(text)
  if (dot) return { length: dot[0].length, ordered: false, value: 0, style: dot[1] as string }
  const match = counted.exec(text) ?? bracketed.exec(text)
  if (!match) return undefined
  const [whole, before, label, after] = match as unknown as [string, string, string, string]
  const digits = /\d/u.test(label)
  const value = digits ? Number(label) : label.length > 1 ? romanValue(label) : letterValue(label)
  const kind = digits ? '1' : label.length > 1 ? 'i' : /[a-z]/u.test(label) ? 'a' : 'а'
  return value > 0 ? { length: whole.length, ordered: true, value, style: `${before}${kind}${after}` } : undefined
}

/** The lines of a body that open an item, each with its opening. */
export function findListItems(
  lines: readonly Line[],
  blanksBefore: (line: Line) => number,
): ReadonlyMap<Line, ItemOpening> {
  const found = new Map<Line, ItemOpening>()
  let run: { readonly line: Line; readonly index: number; readonly opening: ItemOpening }[] = []
  const close = () => {
    if (isList(run)) for (const { line, opening } of run) found.set(line, opening)
    run = []
  }
  lines.forEach((line, index) => {
    const last = run.at(-1)
    const opening = readItemOpening(line.text)
    // Text below an empty line is no more of the list.
    if (last && (index - last.index > farthest || (!opening && blanksBefore(line) > 0))) close()
    if (!opening) return
    const before = run.at(-1)?.opening
    const goesOn = before?.style === opening.style && (!opening.ordered || opening.value === before.value + 1)
    if (!goesOn) {
      close()
      if (opening.ordered && opening.value !== 1) return
    }
    run.push({ line, index, opening })
  })
  close()
  return found
}

function isList(run: readonly { readonly line: Line; readonly opening: ItemOpening }[]): boolean {
  if (run.length < 2) return false
  const style = run[0]?.opening.style ?? ''
  // Dashes open speech in many languages; items of a list end in a semicolon or comma, or begin small.
  if (!/^[–—*-]$/u.test(style)) return true
  const small = run.filter(({ line, opening }) => /^[\p{Ll}\d]/u.test(line.text.slice(opening.length))).length
  return style === '*' || small > run.length / 2
}

function letterValue(letter: string): number {
  const latin = 'abcdefghijklmnopqrstuvwxyz'.indexOf(letter)
  return (latin >= 0 ? latin : 'абвгдежзиклмнопрст'.indexOf(letter)) + 1
}

function romanValue(text: string): number {
  return ['', 'i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'].indexOf(text)
}
