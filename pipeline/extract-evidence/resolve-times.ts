/**
 * Gives time expressions their place in the calendar. What a sentence leaves unsaid comes from the text before it: the
 * year it was speaking of, the period it last named, and at the very last the document's own date.
 */
import type { Period } from '../contract/evidence.ts'
import { isoOf, type TimeExpression } from './time-shapes.ts'
import type { Token } from './tokens.ts'

/** What the text has said about time up to a place. */
export interface TimeContext {
  /** The year the text is speaking of. */
  readonly year: number | undefined
  /** The document's year: nothing later can have happened. */
  readonly documentYear: number | undefined
  /** `2023-01` of its date, where it tells the month. */
  readonly documentMonth: string | undefined
  /** The period named last in the paragraph, and where. */
  readonly last: (Omit<Period, 'basis'> & { readonly offset: number }) | undefined
}

/** A time expression with its period; without one where the text does not tell. */
export interface ResolvedTime extends TimeExpression {
  readonly period: Period | undefined
  /** For `January–June last year` in a comparison: the same months of this year. */
  readonly counterpart: Period | undefined
  readonly offset: number
}

/** The context at the start of a document dated `date`. */
export function openContext(date: string | undefined): TimeContext {
  const year = /^\d{4}/u.exec(date ?? '')?.[0]
  return {
    year: undefined,
    documentYear: year === undefined ? undefined : Number(year),
    documentMonth: /^\d{4}-\d{2}/u.exec(date ?? '')?.[0],
    last: undefined,
  }
}

/**
 * Resolves the expressions of one sentence in order, and says what they add to the context. Only a sentence that
 * `looksAhead` may speak of a month after the document's own.
 */
export function resolveTimes(
  times: readonly TimeExpression[],
  tokens: readonly Token[],
  text: string,
  context: TimeContext,
  looksAhead: boolean,
): { readonly times: readonly ResolvedTime[]; readonly context: TimeContext } {
  const resolved: ResolvedTime[] = []
  let now = context
  for (const time of times) {
    const offset = tokens[time.from]?.start ?? 0
    const words = text.slice(offset, tokens[time.to - 1]?.end ?? offset)
    const span = periodOf(time, words, now, looksAhead)
    const edge = edgeOf(time)
    const period = span && edge ? { ...span, edge } : span
    resolved.push({ ...time, period, counterpart: counterpartOf(time, words, now), offset })
    now = advance(now, time, period, offset)
  }
  return { times: resolved, context: now }
}

function periodOf(time: TimeExpression, text: string, context: TimeContext, looksAhead: boolean): Period | undefined {
  const { shape, year } = time
  if (shape.kind === 'length') return undefined
  if (shape.kind === 'same') return context.last && inherit(context.last)
  if (year.kind === 'given') return { iso: isoOf(shape, year.year, year.to), text, basis: 'sentence' }
  const known = context.year ?? context.documentYear
  if (known === undefined) return undefined
  if (year.kind === 'relative') return { iso: isoOf(shape, known + year.offset), text, basis: 'relative' }
  const iso = isoOf(shape, known)
  // `December` in a text of January is the last one.
  const isAhead = context.documentMonth !== undefined && iso.slice(0, 7) > context.documentMonth
  const isPart = shape.kind === 'months' || shape.kind === 'days'
  return { iso: isPart && isAhead && !looksAhead ? isoOf(shape, known - 1) : iso, text, basis: 'relative' }
}

/** `by the end of 2021`, `by 2025`; a day is exact. */
function edgeOf({ edge, role, shape }: TimeExpression): Period['edge'] {
  const isSpan = shape.kind === 'year' || (shape.kind === 'months' && shape.from === shape.to)
  return isSpan ? (edge ?? (role === 'status' ? 'by' : undefined)) : undefined
}

/** A period that the text before gives. */
export function inherit({ offset: _, ...period }: NonNullable<TimeContext['last']>): Period {
  return { ...period, basis: 'paragraph' }
}

function counterpartOf({ role, shape, year }: TimeExpression, text: string, context: TimeContext): Period | undefined {
  const known = context.year ?? context.documentYear
  const isPart = shape.kind === 'months' || shape.kind === 'days'
  if (role !== 'comparison' || !isPart || year.kind !== 'relative' || year.offset !== -1 || known === undefined) {
    return undefined
  }
  return { iso: isoOf(shape, known), text, basis: 'relative' }
}

/** Limits, comparisons and the lifetimes of plans do not change what the text is speaking of. */
function advance(context: TimeContext, time: TimeExpression, period: Period | undefined, offset: number): TimeContext {
  if (!period || time.compared || (time.role !== 'plain' && time.role !== 'status')) return context
  const year = time.year.kind === 'given' ? (time.year.to ?? time.year.year) : context.year
  const isLater = year !== undefined && context.documentYear !== undefined && year > context.documentYear
  return {
    ...context,
    year: isLater || year === undefined ? context.year : year,
    last: isLater || time.shape.kind === 'same' ? context.last : { ...withoutBasis(period), offset },
  }
}

function withoutBasis({ basis: _, ...period }: Period): Omit<Period, 'basis'> {
  return period
}
