/**
 * A parsed seed: one mdast tree whatever the format was, and the same text as paragraphs and sentences that know their
 * way back to the seed. Notes are GFM footnotes in the tree; a marker whose note is lost has no definition.
 */
import type { Root } from 'mdast'
import type { Point, Position } from 'unist'
import type { Citation } from './bibliography.ts'
import type { PaperPlace } from './origin.ts'
import type { Correction } from './overlay.ts'
import type { Seed } from './seed.ts'

/** A note marker inside a text: it stands before the character at `offset`. */
export interface NoteMark {
  /** The note's label as printed, such as `24`. */
  readonly note: string
  /** The footnote's identifier in the tree; equal to `note` while numbers do not restart. */
  readonly identifier: string
  /** Offset in the text (UTF-16 units) the marker stands at; the marker's own digits are not part of the text. */
  readonly offset: number
}

/** One sentence of a paragraph. White space is single; the seed's words and punctuation are untouched. */
export interface Sentence {
  /** `<paragraph id>.<n>`, n from 1. */
  readonly id: string
  /** The sentence is `paragraph.text.slice(start, end)`. */
  readonly start: number
  readonly end: number
  readonly text: string
  /** Markers in this sentence, with offsets in the sentence's own text. */
  readonly notes: readonly NoteMark[]
  readonly position: Position
}

/** One paragraph of a document's body, in a list item or quotation too; a table's row is one, its cells parted by ` | `. */
export interface Paragraph {
  /** `<seed id>-p<n>`, n from 1 in document order; also the anchor on the source page. */
  readonly id: string
  /** Path of the seed. */
  readonly seed: string
  /** Text of the nearest heading above, or the document's title where there is none. */
  readonly section: string
  /** Number of the section in the document, from 0; 0 is what stands before the first heading. */
  readonly sectionIndex: number
  readonly text: string
  readonly notes: readonly NoteMark[]
  readonly sentences: readonly Sentence[]
  readonly position: Position
  /** Page and paragraph, where the format has no lines. */
  readonly place?: PaperPlace
  /** Where in the seed the character at an offset of `text` stands. */
  readonly pointAt: (offset: number) => Point
}

/** Why the reader took a number for a marker or for a note's, or did not. */
export interface Judgement {
  readonly kind: 'marker' | 'definition'
  readonly verdict: 'taken' | 'refused'
  readonly label: string
  /** What the number scored by itself; the numbering as a whole decides. */
  readonly score: number
  readonly reasons: readonly string[]
  /** What stands around the number. */
  readonly context: string
  readonly line: number
  readonly column: number
}

/** A seed after parsing. */
export interface ParsedDocument {
  readonly seed: Seed
  readonly tree: Root
  readonly paragraphs: readonly Paragraph[]
  /** Where it was asked for, and the format has no markers of its own. */
  readonly judgements?: readonly Judgement[]
  /** What the overlay changed, in the order of the seed. */
  readonly corrections: readonly Correction[]
}

/** A parsed document whose notes have been read. */
export interface CitedDocument extends ParsedDocument {
  readonly citations: readonly Citation[]
}
