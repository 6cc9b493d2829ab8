/**
 * What the readings of a judgment and of an act give beside the fields.
 */
import type { Locator } from '../contract/bibliography.ts'

/** The place cited; `host` is what is left for the parser of the container. */
export interface LegalReading {
  readonly locator?: Locator
  readonly host?: string
  /** `host` is set as in GOST. */
  readonly gost?: boolean
}
