/**
 * The table of the words that decide whether two figures speak of the same thing, apart from the tables for reading them.
 */
import type { PhraseTable } from '../phrases.ts'

/** What decides whether two figures speak of the same thing. */
export interface ClaimWords {
  /** Words that say nothing of what is measured: `total`, `amounted`. */
  readonly generics: ReadonlySet<string>
  /** Words that set a thing apart from another of its name: `new`, `daily`, `foreign`. */
  readonly contrasts: ReadonlySet<string>
  /** Words after which nothing is claimed. */
  readonly denials: ReadonlySet<string>
  /** What stands before a part of a whole: `of which`. */
  readonly parts: PhraseTable<'part'>
  readonly falls: ReadonlySet<string>
  /** Units that a verb makes more exact: `employed 300 people`. */
  readonly vague: ReadonlySet<string>
  /** Words that make a year its last day: `the end of 2020`. */
  readonly ends: ReadonlySet<string>
  /** Words that say the same of a figure, with the one that stands for them. */
  readonly synonyms: ReadonlyMap<string, string>
}
