/**
 * What every format's reader gives: the tree in the one form that all later stages read, and what the document itself
 * says of its title, author, language and date.
 */
import type { Root } from 'mdast'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Seed, SeedMetadata } from '../contract/seed.ts'

export interface Reading {
  readonly tree: Root
  /** The text that places count in, where it is not the seed's own: a file that is no text has none. */
  readonly text?: string
  /** Taken where no sidecar describes the seed. */
  readonly metadata?: Partial<SeedMetadata>
}

/** Reads one seed; without a value where it cannot be read, with the message that says why. */
export type Reader = (
  seed: Seed,
  config: Config,
) => Outcome<Reading | undefined> | Promise<Outcome<Reading | undefined>>
