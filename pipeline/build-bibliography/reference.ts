/**
 * What the parsers of this stage hand to each other: a reference as read from a note, before it is known which work it
 * is. The fields are those of CSL-JSON; one that the note does not print is absent.
 */
import type { CslItem, Locator } from '../contract/bibliography.ts'
import type { LibraryEntry } from './library/library-entry.ts'

/** The fields of a work while they are being gathered. */
export type Draft = { -readonly [Key in keyof Omit<CslItem, 'id' | 'type'>]?: CslItem[Key] } & { type?: string }

/** One reference of a note: a work with a place in it, or a pointer to a work named before. */
export interface Reference {
  readonly raw: string
  readonly fields: Draft
  /** How sure the reading of each field is, 0 to 1, by the field's name. */
  readonly confidence: Readonly<Record<string, number>>
  readonly locator?: Locator
  /** What the note says besides the reference. */
  readonly comment?: string
  /** The author is that of the work named before: `Ders.: Salzrecht`. */
  readonly sameAuthor?: true
  /** The text stops before the reference is complete. */
  readonly truncated: boolean
  readonly urlFault?: UrlFault
  readonly repeats?: Repetition
  /** The library's entry that the note names by its key, in place of describing the work. */
  readonly entry?: LibraryEntry
}

/** What is wrong with an address: it stops at a hyphen, or no machine could follow it. */
export type UrlFault = 'cut' | 'malformed'

/** `Ibid.` names the work of the note before, `supra note 12` that of note 12, `op. cit.` the last work of an author. */
export type Repetition =
  | {
      readonly of: 'preceding'
      /** An author whom that work must have: `Novak, ibid.` */
      readonly family?: string
    }
  | { readonly of: 'note'; readonly note: string }
  | {
      readonly of: 'author'
      readonly family: string
      /** Words of the title, which choose among several works of the author. */
      readonly title?: string
      /** The number of the note that named the work, as OSCOLA prints it. */
      readonly note?: string
    }
