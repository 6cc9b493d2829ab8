/**
 * A quantity as the readers of numbers, parts and ranks hand it on, before it is given a period, a subject and a note.
 */
import type { NumberRead } from './number-read.ts'

/** A number with its unit; `from` and `to` are the tokens of both as printed. */
export interface Quantity {
  readonly from: number
  readonly to: number
  readonly number: NumberRead
  readonly value: number | null
  readonly unit: string
  readonly kind: 'amount' | 'count' | 'share' | 'rank'
}
