/**
 * What stands beside a seed in `<name>.yml`: its metadata, and corrections of its text that leave the seed as it is. Each
 * entry knows its key and its place in the YAML file, so that one that no longer fits the seed can be found.
 */
import type { Position } from 'unist'
import type { SeedMetadata } from './seed.ts'

/** What every correction carries for messages. */
export interface OverlayEntry {
  /** Path of the key, such as `replace[2]` or `notes.25`. */
  readonly key: string
  /** In the overlay file. */
  readonly position: Position
}

/** The text of a note that the seed has lost or cut. */
export interface SuppliedNote extends OverlayEntry {
  /** The note's label as printed, or its identifier. */
  readonly name: string
  readonly text: string
}

/** Other words for a stretch of one line. */
export interface Replacement extends OverlayEntry {
  readonly line: number
  readonly from: string
  readonly to: string
  /** Which of several occurrences on the line is meant, from 1. */
  readonly occurrence?: number
  readonly why?: string
  /** Places of the entry's own keys in the overlay file. */
  readonly positions: Readonly<Record<'line' | 'from' | 'occurrence', Position>>
}

/** A line at which the reader took a paragraph's beginning wrongly. */
export interface LineCorrection extends OverlayEntry {
  readonly line: number
}

/** A line that heads a section, or only seemed to. */
export interface HeadingCorrection extends LineCorrection {
  /** 0 where the line is no heading. */
  readonly depth: 0 | 1 | 2 | 3 | 4 | 5 | 6
}

/** One overlay file. */
export interface Overlay {
  /** Path in the project with forward slashes. */
  readonly path: string
  /** What it says of the seed; the rest is found elsewhere. */
  readonly metadata: Partial<SeedMetadata>
  readonly notes: readonly SuppliedNote[]
  readonly replace: readonly Replacement[]
  /** Lines before which a paragraph ends that the reader went on with. */
  readonly breaks: readonly LineCorrection[]
  /** Lines before which the reader ended a paragraph that goes on. */
  readonly joins: readonly LineCorrection[]
  readonly headings: readonly HeadingCorrection[]
  /** Other spellings, by name. */
  readonly glossary: Glossary
}

/** Other spellings of a name that one seed uses, by the name. */
export type Glossary = Readonly<Record<string, readonly string[]>>

/** One thing that an overlay changed. */
export interface Correction {
  readonly kind: 'replace' | 'note' | 'break' | 'join' | 'heading'
  /** In the seed as it is on disk. */
  readonly position: Position
  /** What stood there: words, the text of a broken note, or a heading's depth; absent where nothing did. */
  readonly from?: string
  /** What stands there now: words, the text of a note, or a heading's depth. */
  readonly to?: string
  /** The label of the note. */
  readonly note?: string
  readonly why?: string
}

declare module 'mdast' {
  interface FootnoteDefinitionData {
    /** Path of the overlay that the note's text comes from. */
    suppliedBy?: string
  }
}
