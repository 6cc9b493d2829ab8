/**
 * What a look at the addresses of works on the web found. It is said by `check --check-links`, and never part of an
 * edition: a build does not depend on the network.
 */
import type { Origin } from './origin.ts'

/**
 * `alive`: it answers; `moved`: it answers, and says for good that its address is another; `dead`: the page or its host
 * is gone; `unknown`: it could not be told.
 */
export type LinkState = 'alive' | 'moved' | 'dead' | 'unknown'

/** What one address answered. */
export interface LinkAnswer {
  readonly state: LinkState
  /** In words, such as `answers 404` or `takes longer than 10 seconds`. */
  readonly reason: string
  /** HTTP status of the last answer, where there was one. */
  readonly status?: number
  /** Where it has moved to for good. */
  readonly movedTo?: string
}

/** One address of a work, with its answer. */
export interface CheckedLink extends LinkAnswer {
  readonly workId: string
  /** As printed. */
  readonly url: string
  /** The note that prints it. */
  readonly origin: Origin
  /** Whether the answer was kept from an earlier run. */
  readonly cached: boolean
}
