/**
 * Notes typed by hand: raised numbers beside words, and paragraphs that open with the same number, raised or under a title
 * such as “Notes”. A raised number is a marker when a note has it or when it goes on with the count from 1; powers, units
 * and ordinals stay what they are.
 */
import type { Point } from 'unist'
import { isBefore } from '../../tree/is-before.ts'
import { lastAtMost } from '../../tree/last-at-most.ts'
import { type Candidate, findCandidates } from './find-typed-markers.ts'
import { findOpenings, type Opening } from './find-typed-openings.ts'
import {
  type Block,
  hasText,
  type Mark,
  type Marks,
  type NoteBlock,
  type ParagraphBlock,
  type Piece,
} from './pieces.ts'

export interface TypedNotes {
  /** With the notes in the place of their paragraphs. */
  readonly blocks: readonly Block[]
  readonly marks: ReadonlyMap<Piece, readonly Mark[]>
}

/** Finds them; `references` are the markers of real notes, and `taken` the identifiers of these. */
export function findTypedNotes(blocks: readonly Block[], references: Marks, taken: ReadonlySet<string>): TypedNotes {
  const found = findCandidates(blocks)
  const typed = findTypedAmong(found, blocks, taken)
  const first = listFirstCalls(references)
  // A number that no typed note has, and a real note above, calls that again.
  const repeated = found.filter(
    ({ piece, labels }) => !typed.marks.has(piece) && labels.every(label => wasCalled(first.get(label), piece.at)),
  )
  const marks = repeated.map(
    ({ piece, labels }) => [piece, labels.map(label => ({ label, identifier: label }))] as const,
  )
  return { ...typed, marks: new Map([...typed.marks, ...marks]) }
}

/** Where each number of a real note is first called. */
function listFirstCalls(references: Marks): ReadonlyMap<string, Point> {
  const places = new Map<string, Point>()
  for (const [piece, marks] of references)
    for (const { identifier, label } of marks)
      if (/^\d+$/u.test(label) && identifier === label && !places.has(label)) places.set(label, piece.at)
  return places
}

function wasCalled(place: Point | undefined, other: Point): boolean {
  return place !== undefined && isBefore(place, other)
}

function findTypedAmong(
  candidates: readonly Candidate[],
  blocks: readonly Block[],
  taken: ReadonlySet<string>,
): TypedNotes {
  const labels = new Set(candidates.flatMap(candidate => candidate.labels))
  const openings = candidates.length === 0 ? [] : findOpenings(blocks, labels)
  const defined = new Set(openings.map(({ label }) => label))
  const markers = chooseMarkers(candidates, defined, taken.size > 0)
  if (markers.length === 0) return { blocks, marks: new Map() }
  const called = new Set(markers.flatMap(marker => marker.labels))
  const notes = nameNotes(openings, called, taken)
  const byLabel = groupByLabel(notes)
  const marks = new Map<Piece, readonly Mark[]>()
  for (const { piece, labels: own, line } of markers) {
    marks.set(
      piece,
      own.map(label => ({
        label,
        identifier: identify(line, byLabel.get(label)) ?? plainIdentifier(label, taken),
      })),
    )
  }
  return { blocks: replaceBlocks(blocks, notes), marks }
}

/** In a document that has lost its notes the count must reach this far to be one. */
const leastCount = 3

/** The candidates that are markers, in order. */
function chooseMarkers(
  candidates: readonly Candidate[],
  defined: ReadonlySet<string>,
  hasRealNotes: boolean,
): readonly Candidate[] {
  let last = 0
  const counted = new Set<Candidate>()
  for (const candidate of candidates) {
    const value = Number(candidate.labels[0])
    if (candidate.afterNumber && !(defined.has(candidate.labels[0] ?? '') && value === last + 1)) continue
    if (value === last + 1) {
      counted.add(candidate)
      last = Number(candidate.labels.at(-1))
    } else if (Number.isInteger(value) && defined.has(candidate.labels[0] ?? '')) last = value
  }
  const counts = !hasRealNotes && (defined.size > 0 || counted.size >= leastCount)
  return candidates.filter(candidate => {
    if (candidate.afterNumber) return counted.has(candidate)
    if (candidate.piece.look.noteNumber || candidate.labels.every(label => defined.has(label))) return true
    return counts && counted.has(candidate)
  })
}

interface TypedNote extends Opening {
  readonly identifier: string
}

/** Notes that a marker calls, each with an identifier of its own; others stay paragraphs. */
function nameNotes(
  openings: readonly Opening[],
  called: ReadonlySet<string>,
  taken: ReadonlySet<string>,
): readonly TypedNote[] {
  const counts = new Map<string, number>()
  return openings.flatMap(opening => {
    if (!called.has(opening.label) && !opening.underTitle) return []
    const count = (counts.get(opening.label) ?? 0) + 1
    counts.set(opening.label, count)
    const plain = plainIdentifier(opening.label, taken)
    return [{ ...opening, identifier: count === 1 ? plain : `${plain}-${count}` }]
  })
}

function plainIdentifier(label: string, taken: ReadonlySet<string>): string {
  return taken.has(label) ? `typed-${label}` : label
}

function groupByLabel(notes: readonly TypedNote[]): ReadonlyMap<string, readonly TypedNote[]> {
  const groups = new Map<string, TypedNote[]>()
  for (const note of notes) {
    const group = groups.get(note.label)
    if (group) group.push(note)
    else groups.set(note.label, [note])
  }
  return groups
}

/** The next note of the label below the marker, as on a page; else the last one above. */
function identify(line: number, notes: readonly TypedNote[] = []): string | undefined {
  const above = lastAtMost(notes, line, ({ block }) => block.line)
  const first = (notes[0]?.block.line ?? 0) > line ? notes[0] : notes[above + 1]
  return (first ?? notes.at(-1))?.identifier
}

function replaceBlocks(blocks: readonly Block[], notes: readonly TypedNote[]): readonly Block[] {
  const byBlock = new Map<Block, TypedNote>(notes.map(note => [note.block, note]))
  const replaced: Block[] = []
  let open: { readonly note: NoteBlock; readonly blocks: ParagraphBlock[]; readonly underTitle: boolean } | undefined
  for (const block of blocks) {
    const note = byBlock.get(block)
    if (note) {
      const { list: _, ...paragraph } = note.block
      const own: ParagraphBlock[] = [{ ...paragraph, pieces: note.pieces }]
      const { label, identifier, underTitle } = note
      open = { note: { kind: 'definition', label, identifier, blocks: own }, blocks: own, underTitle }
      replaced.push(open.note)
    } else if (open?.underTitle && block.kind === 'paragraph' && !block.list && block.role === 'text') {
      // Under the title, a paragraph without a number goes on with the note above.
      if (hasText(block.pieces)) open.blocks.push(block)
    } else {
      open = undefined
      replaced.push(block)
    }
  }
  return replaced
}
