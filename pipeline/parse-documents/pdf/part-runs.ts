/**
 * Parts a run of text where another piece stands inside it: a sign of another face in a room left for it, or a raised
 * number that the page draws after the rest of the line. The run's own letters say where in it the place is.
 */
import { measureWidth } from '../paginated/measure-width.ts'
import type { Piece } from './piece.ts'

/** The pieces of a row, with those that span the place of another one parted there. */
export function partRuns(pieces: readonly Piece[]): readonly Piece[] {
  let parted = [...pieces]
  for (const inner of pieces) {
    const at = parted.findIndex(outer => spans(outer, inner))
    const outer = parted[at]
    const gap = outer && findPlace(outer, inner)
    if (outer && gap !== undefined) parted = parted.toSpliced(at, 1, ...partAt(outer, inner, gap))
  }
  return parted
}

function spans({ text, x, end, size }: Piece, inner: Piece): boolean {
  const after = inner.raised ? 0.1 : 0.3
  if (x >= inner.x - size * 0.3 || end <= inner.end + size * after || text.length <= inner.text.length) return false
  return inner.raised || /\s/u.test(text)
}

/** What a place between two letters must be nearer than a space, and a stop after a space speaks for it; in ems. */
const betweenLetters = 1.5
const beforeStop = 1

/** Characters of the outer run that stand before the inner piece; undefined where none is near. */
function findPlace(outer: Piece, inner: Piece): number | undefined {
  const { text, size } = outer
  const room = inner.end - inner.x
  const scale = (outer.end - outer.x - room) / (measureWidth(text) || 1)
  let best: number | undefined
  let least = inner.raised ? Number.POSITIVE_INFINITY : size * 3
  let x = outer.x
  for (let index = 1; index < text.length; index += 1) {
    x += measureWidth(text[index - 1] as string) * scale
    const spaced = text[index] === ' '
    if (!spaced && (!inner.raised || text[index - 1] === ' ')) continue
    const off = Math.abs(x - inner.x)
    const stop = spaced && inner.raised && /[.,]/u.test(text[index + 1] ?? '') ? beforeStop * size : 0
    const distance = off + (spaced ? 0 : betweenLetters * size) - stop
    if (distance < least) {
      least = distance
      best = index
    }
  }
  return best
}

/** The two parts of a run. After a raised number goes on a word, after a space, or a stop without one. */
function partAt(outer: Piece, inner: Piece, index: number): readonly Piece[] {
  const rest = outer.text.slice(index)
  const words = inner.raised && /^\s+[^\s.,;:!?)\]»”’…]/u.test(rest)
  return [
    { ...outer, text: outer.text.slice(0, index).trimEnd(), end: inner.x, spaceAfter: false },
    { ...outer, text: rest.trimStart(), x: inner.end + (words ? outer.size * 0.2 : 0), spaceBefore: words },
  ]
}
