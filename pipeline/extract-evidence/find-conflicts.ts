/**
 * Finds figures that contradict each other: claims of one key whose values have nothing in common. Claims are grouped
 * by key and compared with the bounds of their group, so that thousands of seeds take no longer than reading them.
 */
import type { VFileMessage } from 'vfile-message'
import type { Conflict, Figure } from '../contract/evidence.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import type { Claim } from './describe-claims.ts'
import { rangeOf, type ValueRange } from './value-range.ts'

/** The conflicts among claims in document order, and a message for each at the place of its second figure. */
export function findConflicts(claims: readonly Claim[]): {
  readonly conflicts: readonly Conflict[]
  readonly messages: readonly VFileMessage[]
} {
  const groups = Array.from(groupByKey(claims).values(), onePerSentence).map(disagreeing)
  const found = groups.filter(group => group.length > 1)
  return { conflicts: found.map(toConflict), messages: found.map(reportConflict) }
}

function groupByKey(claims: readonly Claim[]): ReadonlyMap<string, readonly Claim[]> {
  const groups = new Map<string, Claim[]>()
  for (const claim of claims) {
    const group = groups.get(claim.key)
    if (group) group.push(claim)
    else groups.set(claim.key, [claim])
  }
  return groups
}

/** Two figures of one sentence are a range, a list or a change, and neither stands for the whole. */
function onePerSentence(group: readonly Claim[]): readonly Claim[] {
  if (group.length < 2) return []
  const counts = new Map<string, number>()
  for (const { figure } of group) counts.set(figure.sentenceId, (counts.get(figure.sentenceId) ?? 0) + 1)
  return group.filter(({ figure }) => counts.get(figure.sentenceId) === 1)
}

/** The claims that some other of the group leaves no room for. */
function disagreeing(group: readonly Claim[]): readonly Claim[] {
  const ranges = group.map(({ figure }): ValueRange => rangeOf(figure, figure.value ?? 0))
  const lowestHigh = ranges.reduce((low, { high }) => Math.min(low, high), Number.POSITIVE_INFINITY)
  const highestLow = ranges.reduce((high, { low }) => Math.max(high, low), Number.NEGATIVE_INFINITY)
  return group.filter((_, index) => {
    const range = ranges[index]
    return range !== undefined && (range.low >= lowestHigh || range.high <= highestLow)
  })
}

function toConflict(group: readonly Claim[]): Conflict {
  const [{ figure, about }] = group as readonly [Claim]
  return {
    id: `${figure.id}-conflict`,
    figures: group.map(claim => claim.figure.id),
    unit: figure.unit,
    measure: figure.measure,
    ...(figure.period === undefined ? {} : { period: figure.period.iso }),
    subject: figure.subject,
    about,
  }
}

function reportConflict(group: readonly Claim[]): VFileMessage {
  const [first, second] = group.map(({ figure }) => figure) as [Figure, Figure]
  const others = group.slice(2).map(({ figure }) => `, ${printPlace(figure)}`)
  const reason = `${second.valueText} disagrees with ${printPlace(first)}${others.join('')}, on the same subject and period`
  return createMessage('figure-is-consistent', reason, { file: second.origin.seed, position: second.origin.position })
}

function printPlace({ valueText, origin }: Figure): string {
  return `${valueText} at ${origin.seed}:${origin.position.start.line}`
}
