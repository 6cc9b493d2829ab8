/**
 * What the search for notes gives: the notes as nodes of the page, and the places in the text that call them.
 */
import type { Element, Nodes } from 'hast'
import type { Child } from './elements.ts'

/** The text of a note as nodes of the page. */
export interface Note {
  /** Nodes that stand side by side; what is taken out of the page. */
  readonly nodes: readonly Child[]
  /** The label that stands at the note itself, or the number that its list gives it. */
  readonly ownLabel: string | undefined
  /** Whether the list numbers it, so that its text begins with its words. */
  readonly numbered: boolean
  readonly hasHeading: boolean
  /** What holds it among other notes. */
  readonly inList: Nodes | undefined
}

/** A place in the text that calls a note. */
export interface Call {
  /** What is replaced: the link with the brackets and the raised element around it. */
  readonly element: Element
  readonly label: string
  /** Two calls of one note share the key. */
  readonly key: string
  /** Undefined where the note is lost. */
  readonly note?: Note
}

/** The calls and the notes of a page, each in document order. */
export interface Notes {
  readonly calls: readonly Call[]
  readonly notes: readonly Note[]
}
