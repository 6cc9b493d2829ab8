/**
 * Says of every number that was weighed as a marker or as the opening of a note whether it was taken, what it scored,
 * and why: for people who ask how the reader came to a result.
 */
import type { Judgement } from '../../contract/document.ts'
import { lastAtMost } from '../../tree/last-at-most.ts'
import { pointAt } from './build-phrasing.ts'
import type { FoundMarkers, Marker } from './find-markers.ts'
import type { JoinedBlock } from './join-body.ts'
import type { JudgedOpening } from './read-definitions.ts'

/** What the passes found, with all that they weighed. */
export interface Weighed extends Pick<FoundMarkers, 'markers' | 'candidates'> {
  readonly blocks: readonly JoinedBlock[]
  readonly openings: readonly JudgedOpening[]
}

/** Characters shown on each side of a number. */
const shown = 24

/** The judgements in the order of the seed. */
export function judgeNumbers({ blocks, markers, candidates, openings }: Weighed): readonly Judgement[] {
  const taken = new Set(markers)
  return [
    ...candidates.map(candidate => judgeMarker(candidate, taken.has(candidate), blocks)),
    ...openings.map(judgeOpening),
  ].sort((left, right) => left.line - right.line || left.column - right.column)
}

function judgeMarker(candidate: Marker, taken: boolean, blocks: readonly JoinedBlock[]): Judgement {
  const { start, end, label, score, reasons } = candidate
  const block = blocks[lastAtMost(blocks, start, other => other.start)]
  if (!block) throw new Error('a marker stands in a block')
  const [from, to] = [start - block.start, end - block.start]
  const { line, column } = pointAt(block, from)
  const { text } = block
  const context = `${text.slice(Math.max(0, from - shown), from)}⟨${text.slice(from, to)}⟩${text.slice(to, to + shown)}`
  return describe('marker', taken, { label, score, reasons, context, line, column })
}

function judgeOpening({ taken, label, score, reasons, line, length }: JudgedOpening): Judgement {
  const context = `⟨${line.text.slice(0, length).trim()}⟩ ${line.text.slice(length, length + 2 * shown)}`
  const column = line.column + line.raw.length - line.raw.trimStart().length
  return describe('definition', taken, { label, score, reasons, context, line: line.number, column })
}

function describe(
  kind: Judgement['kind'],
  taken: boolean,
  { context, score, reasons, ...rest }: Omit<Judgement, 'kind' | 'verdict'>,
): Judgement {
  const verdict = taken ? 'taken' : 'refused'
  const why = taken || score <= 0 ? reasons : [...reasons, 'another choice makes the better sequence']
  const rounded = Math.round(score * 100) / 100
  return { kind, verdict, ...rest, score: rounded, reasons: why, context: context.replace(/\s+/gu, ' ') }
}
