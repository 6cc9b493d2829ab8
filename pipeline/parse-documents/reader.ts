/**
 * What every format's reader gives: the tree in the one form that all later stages read, and what the document itself
 * says of its title, author, language and date.
 */
import type { Root } from 'mdast'
import type { Config } from '../contract/config.ts'
import type { Judgement } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Seed, SeedMetadata } from '../contract/seed.ts'

export interface Reading {
  readonly tree: Root
  /** The text that places count in, where it is not the seed's own: a file that is no text has none. */
  readonly ownText?: string
  /** Taken where neither an overlay nor front matter gives a title. */
  readonly metadata?: Partial<SeedMetadata>
  readonly judgements?: readonly Judgement[]
}

/** What is asked of a reader besides the tree. */
export interface ReadingOptions {
  /** Whether it is to say why it took or refused each marker and note. */
  readonly explain?: boolean
}

/** Reads one seed; without a value where it cannot be read, with the message that says why. */
export type Reader = (
  seed: Seed,
  config: Config,
  options?: ReadingOptions,
) => Outcome<Reading | undefined> | Promise<Outcome<Reading | undefined>>
