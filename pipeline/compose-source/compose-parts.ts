/**
 * The inline content of a block on a source page: text, note markers, the words that an overlay has put in, each of which
 * leads to its row in the table of corrections, and the places where a page of the paper begins.
 */
import type { Point, Position } from 'unist'
import type { NoteMark, Sentence } from '../contract/document.ts'
import type { CorrectionView, SourceBlock, SourceRun } from '../contract/views.ts'
import { noteAnchor } from '../tree/note-anchor.ts'
import { placeAnchor } from '../tree/place-anchor.ts'
import type { Anchors } from './anchors.ts'

/** A block as plain text; `pointAt` is absent where nothing is known of its characters. */
export interface FlatBlock {
  readonly text: string
  readonly notes: readonly NoteMark[]
  readonly pointAt?: (offset: number) => Point
}

/** Words that an overlay has put in: where, and the row that says so. */
export interface PutIn {
  readonly position: Position
  readonly row: CorrectionView
}

/** A page of the paper that begins inside a block. */
export interface PageBreak {
  readonly offset: number
  readonly page: string
}

/** What a block is composed with. */
export interface BlockMaterial {
  readonly seedId: string
  readonly sentences: readonly Sentence[]
  /** Identifiers of notes whose text is lost. */
  readonly missing: ReadonlySet<string>
  readonly anchors: Anchors
  readonly putIn: readonly PutIn[]
  readonly breaks: readonly PageBreak[]
}

/** The text of a block, in order: its sentences where it is a paragraph, and what stands between them. */
export function composeParts(
  block: FlatBlock,
  { seedId, sentences, missing, anchors, putIn, breaks }: BlockMaterial,
): SourceBlock['parts'] {
  const stretches = [...findStretches(block, putIn), ...breaks.map(toStretch)].sort(byStart)
  const parts: SourceBlock['parts'][number][] = []
  const notes = [...block.notes]
  const push = (from: number, to: number, sentence?: string) => {
    const end = notes.findIndex(({ offset }) => offset > to)
    const own = notes.splice(0, end < 0 ? notes.length : end)
    const runs = composeRuns(block.text, from, to, own, stretches, missing, anchors)
    if (runs.length === 0) return
    parts.push({
      ...(sentence === undefined ? {} : { sentence: { id: sentence, anchor: placeAnchor(seedId, sentence) } }),
      runs,
    })
  }
  let from = 0
  for (const { id, start, end } of sentences) {
    if (start > from) push(from, start)
    push(start, end, id)
    from = end
  }
  push(from, block.text.length)
  return parts
}

function composeRuns(
  text: string,
  start: number,
  end: number,
  notes: readonly NoteMark[],
  stretches: readonly Stretch[],
  missing: ReadonlySet<string>,
  anchors: Anchors,
): readonly SourceRun[] {
  const runs: SourceRun[] = []
  let from = start
  for (const { note, identifier, offset } of notes) {
    runs.push(...composeText(text, from, offset, stretches))
    const lost = missing.has(identifier)
    runs.push({
      kind: 'note',
      note,
      href: lost ? '#lost' : `#${noteAnchor(identifier)}`,
      id: anchors.next(identifier),
      missing: lost,
    })
    from = offset
  }
  return [...runs, ...composeText(text, from, end, stretches)]
}

/** Characters of a block that are shown as something else than text; a page begins between two. */
interface Stretch {
  readonly start: number
  readonly end: number
  readonly show: (text: string) => SourceRun
}

function toStretch({ offset, page }: PageBreak): Stretch {
  return { start: offset, end: offset, show: () => ({ kind: 'page', page }) }
}

function byStart(left: Stretch, right: Stretch): number {
  return left.start - right.start
}

/** Where in a block's text the words stand that were put in. */
function findStretches({ text, pointAt }: FlatBlock, putIn: readonly PutIn[]): readonly Stretch[] {
  if (!pointAt || putIn.length === 0) return []
  const points = Array.from({ length: text.length }, (_, offset) => pointAt(offset))
  return putIn.flatMap(({ position, row }) => {
    const start = points.findIndex(point => isWithin(point, position))
    if (start < 0) return []
    const show = (words: string): SourceRun => ({
      kind: 'corrected',
      text: words,
      was: row.from ?? '',
      href: `#${row.id}`,
    })
    return [{ start, end: points.findLastIndex(point => isWithin(point, position)) + 1, show }]
  })
}

/** By offset where both have one, as columns are counted from the page's end in some lines. */
function isWithin({ line, column, offset }: Point, { start, end }: Position): boolean {
  if (offset !== undefined && start.offset !== undefined && end.offset !== undefined)
    return start.offset <= offset && offset < end.offset
  return line === start.line && start.column <= column && column < end.column
}

function composeText(text: string, from: number, to: number, stretches: readonly Stretch[]): readonly SourceRun[] {
  const runs: SourceRun[] = []
  let at = from
  const pushText = (until: number) => {
    if (until > at) runs.push({ kind: 'text', text: text.slice(at, until) })
    at = Math.max(at, until)
  }
  for (const { start, end, show } of stretches) {
    const [first, last] = [Math.max(start, at), Math.min(end, to)]
    const isBetween = start === end && from <= start && start < to
    if (first >= last && !isBetween) continue
    pushText(first)
    runs.push(show(text.slice(first, last)))
    at = last
  }
  pushText(to)
  return runs
}
