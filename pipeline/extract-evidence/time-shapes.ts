/**
 * Time expressions between reading and resolving: which part of which year the words name. Resolving turns a shape
 * into ISO 8601 once the year the text speaks of is known.
 */
import type { Edge, TimeRole } from './languages/language.ts'

/** A part of a year. */
export type TimeShape =
  | { readonly kind: 'year' }
  | { readonly kind: 'months'; readonly from: number; readonly to: number }
  | { readonly kind: 'days'; readonly month: number; readonly from: number; readonly to: number }
  /** The last period the text named: `this period`. */
  | { readonly kind: 'same' }
  /** A length of time without a place in the calendar: `for 15 years`. */
  | { readonly kind: 'length' }

/** Which year: printed, relative to the text's own year, or not said. */
export type YearRef =
  | { readonly kind: 'given'; readonly year: number; readonly to?: number }
  | { readonly kind: 'relative'; readonly offset: number }
  | { readonly kind: 'unsaid' }

/** A time that was read; `to` is the token after it. */
export interface TimeRead {
  readonly to: number
  readonly shape: TimeShape
  readonly year: YearRef
}

/** A time expression in a sentence; `from` and `to` count its tokens. */
export interface TimeExpression {
  readonly from: number
  readonly to: number
  readonly shape: TimeShape
  readonly year: YearRef
  readonly edge?: Edge
  readonly role: 'plain' | 'scope' | 'aside' | TimeRole
  /** Whether it dates a figure that another is compared with: `from 21% in 2015 to 14%`. */
  readonly compared: boolean
  /** Whether its numbers are part of the time and cannot be figures. */
  readonly masks: boolean
}

/** The ISO 8601 form of a shape in a year, such as `2022-01/2022-09`. */
export function isoOf(shape: TimeShape, year: number, toYear?: number): string {
  const y = String(year).padStart(4, '0')
  if (shape.kind === 'months') {
    const from = `${y}-${two(shape.from)}`
    if (shape.from === shape.to) return from
    return `${from}/${shape.from > shape.to ? year + 1 : y}-${two(shape.to)}`
  }
  if (shape.kind === 'days') {
    const day = (n: number) => `${y}-${two(shape.month)}-${two(n)}`
    return shape.from === shape.to ? day(shape.from) : `${day(shape.from)}/${day(shape.to)}`
  }
  return toYear === undefined || toYear === year ? y : `${y}/${toYear}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The last day of a month; of February in a leap year, for the year is not always known. */
export function lastDay(month: number): number {
  return [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 31
}
