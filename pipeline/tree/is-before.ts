/**
 * The order of two places in a file. Stages that bind words to places need it, and unist gives points without an order.
 */
import type { Point } from 'unist'

/** Whether one point stands before another; two at the same place do not. */
export function isBefore(left: Pick<Point, 'line' | 'column'>, right: Pick<Point, 'line' | 'column'>): boolean {
  return left.line < right.line || (left.line === right.line && left.column < right.column)
}
