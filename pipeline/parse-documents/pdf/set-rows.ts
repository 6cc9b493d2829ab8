/**
 * The runs of a page as rows: what stands on one baseline, with raised and lowered small figures put beside the words
 * they belong to. Text that does not read from left to right on the page, or lies outside of it, is left out.
 */
import type { ExtractedPage, Run } from './extracted-page.ts'
import { partRuns } from './part-runs.ts'
import type { Piece, Row } from './piece.ts'

/** The rows of a page from top to bottom. */
export function setRows(page: ExtractedPage): readonly Row[] {
  const pieces = listPieces(page).sort((left, right) => left.y - right.y || left.x - right.x)
  const rows: Piece[][] = []
  for (const piece of pieces) {
    const row = rows.at(-1)
    const first = row?.[0]
    if (row && first && Math.abs(piece.y - first.y) <= 0.12 * Math.max(piece.size, first.size)) row.push(piece)
    else rows.push([piece])
  }
  return seatScripts(rows.map(measureRow))
}

function listPieces({ runs, width, height }: ExtractedPage): Piece[] {
  const pieces: Piece[] = []
  let space = false
  let drawn: string | undefined
  for (const run of runs) {
    const text = run.text.trim()
    const last = pieces.at(-1)
    if (text === '') {
      space = true
      if (last) pieces[pieces.length - 1] = { ...last, spaceAfter: true }
      continue
    }
    const outside = run.x < -1 || run.y < 0 || run.x > width + 1 || run.y > height + 1
    if (!run.upright || outside || !isMeasured(run)) continue
    // A shadow or a poor man's bold prints the same run twice, a hair apart.
    const key = `${text} ${Math.round(run.x / 2)} ${Math.round(run.y / 2)}`
    if (key === drawn) continue
    drawn = key
    pieces.push(trimRun(run, text, space))
    space = false
  }
  return pieces
}

/** Whether a run has a size that paper can have; in a damaged file it may have none. */
function isMeasured({ x, y, width, size }: Run): boolean {
  return [x, y, width, size].every(Number.isFinite) && size > 0.5 && size < 2000 && width >= 0 && width < 20_000
}

function trimRun(run: Run, text: string, space: boolean): Piece {
  const lead = run.text.length - run.text.trimStart().length
  const trail = run.text.length - run.text.trimEnd().length
  const blank = Math.min(run.size / 4, run.width / run.text.length)
  return {
    text,
    x: run.x + lead * blank,
    end: run.x + run.width - trail * blank,
    y: run.y,
    size: run.size,
    bold: run.bold,
    italic: run.italic,
    spaceBefore: space || lead > 0,
    spaceAfter: trail > 0,
    raised: false,
  }
}

/** A row of pieces in any order. */
export function measureRow(pieces: readonly Piece[]): Row {
  const sorted = [...(pieces.length > mostPieces ? pieces : partRuns(pieces))].sort((left, right) => left.x - right.x)
  const base = sorted.find(({ size }) => size === sizeOfRow(sorted))
  return { y: base?.y ?? 0, size: base?.size ?? 0, pieces: sorted }
}

/** The largest size that a fair share of the row is set in: on a short line the figures may outnumber the letters. */
function sizeOfRow(pieces: readonly Piece[]): number {
  const level = pieces.some(({ raised }) => !raised) ? pieces.filter(({ raised }) => !raised) : pieces
  const all = level.reduce((sum, { text }) => sum + text.length, 0)
  const sizes = [...new Set(level.map(({ size }) => size))].sort((left, right) => right - left)
  const shareOf = (size: number) =>
    level.reduce((sum, piece) => sum + (Math.abs(piece.size - size) < 0.1 ? piece.text.length : 0), 0) / all
  return sizes.find(size => shareOf(size) > 0.25) ?? sizes[0] ?? 0
}

/** A line of print has no more runs than this; one that has is not looked at closely. */
const mostPieces = 500

/** How far off a row's baseline its raised and lowered figures stand, in ems of the row. */
const highest = 0.65
const lowest = 0.3

/** Moves each small figure from the row of its own to the row whose words it touches. */
function seatScripts(rows: readonly Row[]): readonly Row[] {
  const seated = rows.map(row => [...row.pieces])
  rows.forEach((row, index) => {
    for (const piece of row.pieces) {
      const seat = findSeat(piece, row, index, rows)
      if (seat === undefined) continue
      const { y, size } = rows[seat] as Row
      const own = seated[index] as Piece[]
      own.splice(own.indexOf(piece), 1)
      seated[seat]?.push({ ...piece, raised: piece.y < y - 0.1 * size })
    }
  })
  return seated.filter(pieces => pieces.length > 0).map(measureRow)
}

function findSeat(piece: Piece, own: Row, index: number, rows: readonly Row[]): number | undefined {
  let best: number | undefined
  let nearest = Number.POSITIVE_INFINITY
  for (let other = Math.max(0, index - 4); other <= Math.min(rows.length - 1, index + 4); other += 1) {
    const row = rows[other] as Row
    const figure = /^[\d*†‡§,;[\]()\s]+$/u.test(piece.text)
    const small = piece.size <= 0.86 * row.size
    if (other === index || !(small || (figure && own.pieces.length < row.pieces.length))) continue
    const rise = (row.y - piece.y) / row.size
    if (rise > highest || rise < -lowest || Math.abs(rise) < 0.05 || !touches(piece, row)) continue
    // A raised figure is the rule; a lowered one must be nearer.
    const distance = rise > 0 ? rise : -rise * 2
    if (distance < nearest) {
      nearest = distance
      best = other
    }
  }
  return best
}

function touches(piece: Piece, row: Row): boolean {
  if (row.pieces.length > mostPieces) return false
  return row.pieces.some(
    other =>
      other.size > piece.size * 0.99 &&
      piece.x > other.x - row.size * 1.2 - (piece.end - piece.x) &&
      piece.x < other.end + row.size,
  )
}
