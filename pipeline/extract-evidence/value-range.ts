/**
 * What a printed number leaves open: rounding, and limits such as `more than`. Two figures contradict each other only
 * where their ranges have nothing in common.
 */
import type { Figure } from '../contract/evidence.ts'

/** The values that a figure allows, both ends exclusive. */
export interface ValueRange {
  readonly low: number
  readonly high: number
}

/** How far a round number without a scale word may be from what was counted. */
const roundest = 0.05

/** How far `about` and `almost` reach. */
const nearness = 0.1

/** The values that a figure's print and its qualifier allow. */
export function rangeOf({ valueText, qualifier }: Figure, value: number): ValueRange {
  const half = halfStep(valueText, value)
  const near = Math.abs(value) * nearness
  switch (qualifier) {
    case 'more than':
    case 'at least':
      return { low: value - half, high: Number.POSITIVE_INFINITY }
    case 'less than':
    case 'up to':
      return { low: Number.NEGATIVE_INFINITY, high: value + half }
    case 'almost':
      return { low: value - near, high: value + half }
    case 'about':
      return { low: value - near, high: value + near }
    default:
      return { low: value - half, high: value + half }
  }
}

/** Half of the last place that the print gives: 0.05 million for `12.3 million`, 50 for `3,200`. */
function halfStep(valueText: string, value: number): number {
  const printed = valueText.replace(/[²³]/gu, '').replace(/\D+$/u, '').replace(/^\D+/u, '')
  const digits = (printed === '' ? String(Math.abs(value)) : printed).replace(/\D/gu, '')
  const step = Number(digits) === 0 ? 1 : Math.abs(value) / Number(digits)
  const zeros = /[.,]\d{1,2}$/u.test(printed) ? 0 : (/0*$/u.exec(digits)?.[0].length ?? 0)
  const round = step * 10 ** zeros
  return printed === '' ? round / 2 : Math.max(step / 2, Math.min(round / 2, Math.abs(value) * roundest))
}
