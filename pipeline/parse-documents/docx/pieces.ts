/**
 * What the text part is read into before it becomes a tree: blocks with the place of every paragraph, and in a paragraph
 * its pieces, each with its place and its face. Notes are still numbers of the file, and lists still lie flat.
 */
import type { Point } from 'unist'
import type { ListPlace } from './read-numbering.ts'
import type { NoteKind } from './read-sections.ts'
import type { Role } from './read-styles.ts'

/** The face of a piece, and where it leads. */
export interface Look {
  readonly strong: boolean
  readonly emphasis: boolean
  readonly deleted: boolean
  readonly raised: boolean
  readonly noteNumber: boolean
  readonly url: string | undefined
}

/** `at` is where the piece begins; a piece that is not text counts as one character. */
export type Piece = { readonly at: Point; readonly look: Look } & (
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'break' }
  | { readonly kind: 'image'; readonly alt: string }
  | NotePiece
  /** The number of a note that another reference has, printed again. */
  | { readonly kind: 'repeat'; readonly label: string }
)

interface NotePiece {
  readonly kind: 'note'
  readonly series: NoteKind
  /** Of the note in its part. */
  readonly id: string
  /** The sign that is printed instead of a number. */
  readonly custom?: string
  readonly page: number
  readonly section: number
}

export interface ParagraphBlock {
  readonly kind: 'paragraph'
  readonly role: Role
  /** Of a heading, from 1. */
  readonly level: number
  readonly list?: ListPlace
  /** Paragraph of the document, from 1. */
  readonly line: number
  readonly page: number
  /** Characters of the paragraph. */
  readonly length: number
  readonly pieces: readonly Piece[]
}

export interface TableBlock {
  readonly kind: 'table'
  readonly rows: readonly (readonly Cell[])[]
}

export interface Cell {
  /** Columns it stands in. */
  readonly span: number
  /** It goes on with the cell above. */
  readonly continues: boolean
  readonly blocks: readonly Block[]
}

/** The text of a note: of its own part, or typed by hand among the paragraphs. */
export interface NoteBlock {
  readonly kind: 'definition'
  readonly label: string
  readonly identifier: string
  readonly blocks: readonly Block[]
}

export type Block = ParagraphBlock | TableBlock | NoteBlock

/** A note marker found in a piece. */
export interface Mark {
  readonly label: string
  readonly identifier: string
}

/** The markers in pieces; in a piece of text they stand one behind the other. */
export type Marks = ReadonlyMap<Piece, readonly Mark[]>

/** Whether anything of a paragraph is shown. */
export function hasText(pieces: readonly Piece[]): boolean {
  return pieces.some(piece => piece.kind !== 'break' && (piece.kind !== 'text' || piece.value.trim() !== ''))
}
