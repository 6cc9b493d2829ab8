/**
 * What a brief shows of its citations: the marks in the text, in the form of the citation style, the notes and the list
 * of references they lead to, and the notes whose text is lost.
 */
import type { CitationStatus, ImportedEntry } from './bibliography.ts'

/** A citation as it is shown: in the form of the citation style, or the seed's own note number if the note is lost. */
export interface Cite {
  readonly kind: 'cite'
  /** The note's label in the seed. */
  readonly note: string
  readonly status: CitationStatus
  /** Anchor of this place, for links back; unique in the brief. */
  readonly id: string
  /** The anchor of the reference, of the note, or of the list of lost notes, such as `#ref-3`. */
  readonly href: string
  /** What stands before the link: an opening bracket, or what parts this work from the one before. */
  readonly before: string
  /** The words of the link, such as `3, p. 45` or `Novak, 2020`. */
  readonly runs: readonly { readonly text: string; readonly italic?: boolean }[]
  /** The same as plain text. */
  readonly text: string
  readonly after: string
  /** Whether it is a raised number, as the style has it. */
  readonly raised: boolean
}

export interface TextRun {
  readonly kind: 'text'
  readonly text: string
}

/** Words of the seed that are left out. */
export interface Gap {
  readonly kind: 'gap'
}

/** A quotation mark that the sentence left with its neighbours and cannot stand alone without; not the seed's words. */
export interface AddedMark {
  readonly kind: 'added'
  readonly text: string
}

export type Inline = TextRun | AddedMark | Gap | Cite

/** Words of a reference; an address is a run of its own. */
export interface ReferenceRun {
  readonly text: string
  readonly url?: string
  readonly italic?: boolean
}

/** A note of the brief, in a style that cites in notes. */
export interface NoteView {
  readonly number: number
  /** Anchor, such as `note-5`. */
  readonly id: string
  /** `reference` is the anchor of the work that the words cite. */
  readonly runs: readonly (ReferenceRun & { readonly reference?: string })[]
  readonly truncated: boolean
  /** Anchor of the place in the text. */
  readonly backLink: string
}

/** An entry of the brief's reference list, in the order of the citation style. */
export interface ReferenceView {
  /** Place in the list; shown where the style numbers its entries. */
  readonly number: number
  /** Anchor, such as `ref-3`. */
  readonly id: string
  readonly workId: string
  readonly runs: readonly ReferenceRun[]
  /** What the notes that name the work say besides. */
  readonly comments: readonly { readonly note: string; readonly text: string }[]
  readonly truncated: boolean
  /** Path of the overlay that a note naming the work was supplied by, where one was. */
  readonly suppliedBy?: string
  /** The library's entry that gave what the notes do not print. */
  readonly imported?: ImportedEntry
  /** Labels of the notes in the seed that name the work. */
  readonly notes: readonly string[]
  /** Anchors of the places that cite it. */
  readonly backLinks: readonly { readonly id: string; readonly label: string }[]
}

/** Notes cited in the brief whose text is lost, by seed. */
export interface LostNotesView {
  readonly seedTitle: string
  readonly seedId: string
  readonly count: number
  /** Ranges such as `25–30, 44`. */
  readonly ranges: string
  readonly anchors: readonly { readonly note: string; readonly id: string }[]
}
