/**
 * A number as it was found in a text, before anything is known of what it counts.
 */

/** A number found in the text; `to` is the token after it. */
export interface NumberRead {
  readonly from: number
  readonly to: number
  readonly value: number | null
  readonly digits: boolean
  /** What the number was multiplied by in words, such as 1000000; 1 where nothing was printed. */
  readonly scale: number
  readonly shape: 'cardinal' | 'ordinal' | 'fraction' | 'multiple'
}
