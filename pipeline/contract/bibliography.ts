/**
 * The works that the notes of all seeds cite, and each place that cites them. A note that is lost is a citation too, so
 * that it can be said.
 */
import type { Origin } from './origin.ts'

/** A personal or institutional name in CSL-JSON. */
export interface CslName {
  readonly family?: string
  readonly given?: string
  /** `van der`, sorted with the family name, and `von`, which is not. */
  readonly 'non-dropping-particle'?: string
  readonly 'dropping-particle'?: string
  readonly suffix?: string
  readonly literal?: string
}

/** A date in CSL-JSON: `[[year, month, day]]`, shortened from the right. */
export interface CslDate {
  readonly 'date-parts': readonly (readonly number[])[]
}

/** One work as CSL-JSON 1.0.2; a field that the note does not print is absent. */
export interface CslItem {
  readonly id: string
  readonly type: string
  readonly title?: string
  readonly author?: readonly CslName[]
  readonly editor?: readonly CslName[]
  readonly translator?: readonly CslName[]
  readonly 'container-title'?: string
  readonly 'collection-title'?: string
  readonly publisher?: string
  readonly 'publisher-place'?: string
  readonly volume?: string
  readonly issue?: string
  readonly edition?: string
  readonly genre?: string
  /** Of a report, an act or a case. */
  readonly number?: string
  readonly 'event-title'?: string
  readonly medium?: string
  readonly page?: string
  readonly 'number-of-pages'?: string
  readonly issued?: CslDate
  readonly accessed?: CslDate
  readonly URL?: string
  readonly DOI?: string
  readonly ISBN?: string
  readonly ISSN?: string
  readonly language?: string
}

/** An entry of an imported file. */
export interface ImportedEntry {
  /** Path of the imported file in the project. */
  readonly file: string
  /** The entry's key in it. */
  readonly key: string
}

/** What an imported entry gave a work that the notes do not print. */
export interface ImportedFields extends ImportedEntry {
  /** Names of the CSL fields. */
  readonly fields: readonly string[]
}

/** A cited work, with every definition it was read from. */
export interface Work {
  readonly id: string
  readonly csl: CslItem
  /** How sure the reading of each printed field is, 0 to 1, by the field's name in `csl`. */
  readonly confidence: Readonly<Record<string, number>>
  readonly imported?: ImportedFields
  /** The notes' own words, in document order. */
  readonly raw: readonly string[]
  readonly origins: readonly Origin[]
}

/** `resolved`: the note was read whole; `truncated`: its text breaks off; `missing`: there is no note text. */
export type CitationStatus = 'resolved' | 'truncated' | 'missing'

/** A place inside a work, with a CSL locator label such as `page`. */
export interface Locator {
  readonly label: string
  readonly value: string
}

/** One use of a note: the marker in the text, and the work its note names. */
export interface Citation {
  /** The note's label as printed, such as `24`. */
  readonly note: string
  /** The footnote's identifier in its document's tree. */
  readonly identifier: string
  /** Absent when the note is missing. */
  readonly workId?: string
  readonly locator?: Locator
  /** The note's words around the reference, such as `which argues the contrary`; absent where it says nothing more. */
  readonly comment?: string
  readonly status: CitationStatus
  /** The marker; the definition for a note that no marker calls. */
  readonly origin: Origin
  /** The note's text, where there is one. */
  readonly definition?: Origin
  /** Path of the overlay that the note's text comes from, where it is not the seed's. */
  readonly suppliedBy?: string
}

/** Every work cited in any seed, in order of first definition. */
export interface Bibliography {
  readonly works: readonly Work[]
}
