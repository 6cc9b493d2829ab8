/**
 * The references to footnotes and endnotes in the text, and the markers they become once the notes are numbered.
 */
import type { NoteReference, NumberedNote } from './number-notes.ts'
import type { Block, Mark, Piece } from './pieces.ts'

/** The references in document order, in tables too. */
export function listReferences(blocks: readonly Block[]): readonly NoteReference[] {
  return listPieces(blocks).filter(piece => piece.kind === 'note')
}

/** The marker of every reference; a note's number printed again is one if just one note has it. */
export function markReferences(
  blocks: readonly Block[],
  notes: readonly NumberedNote[],
): ReadonlyMap<Piece, readonly Mark[]> {
  const byId = new Map(notes.map(note => [`${note.series} ${note.id}`, note]))
  const byLabel = new Map<string, NumberedNote | undefined>()
  for (const note of notes) byLabel.set(note.label, byLabel.has(note.label) ? undefined : note)
  const marks = new Map<Piece, readonly Mark[]>()
  for (const piece of listPieces(blocks)) {
    const note =
      piece.kind === 'note'
        ? byId.get(`${piece.series} ${piece.id}`)
        : piece.kind === 'repeat'
          ? byLabel.get(piece.label)
          : undefined
    if (note) marks.set(piece, [{ label: note.label, identifier: note.identifier }])
  }
  return marks
}

function listPieces(blocks: readonly Block[]): readonly Piece[] {
  const pieces: Piece[] = []
  const walk = (list: readonly Block[]) => {
    for (const block of list) {
      if (block.kind === 'paragraph') for (const piece of block.pieces) pieces.push(piece)
      else if (block.kind === 'table') for (const row of block.rows) for (const cell of row) walk(cell.blocks)
      else walk(block.blocks)
    }
  }
  walk(blocks)
  return pieces
}
