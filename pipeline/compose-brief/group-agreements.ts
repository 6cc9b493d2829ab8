/**
 * Brings together the statements of one paper: texts come back to a treaty they have told of. Only what is certain is
 * joined: the same date, the same kind of paper, the same parties by name, and no subject that differs.
 */
import type { Event } from '../contract/evidence.ts'

/** The agreements in their order, those of one paper together at the place of the first. */
export function groupAgreements(agreements: readonly Event[]): readonly (readonly Event[])[] {
  const groups: Event[][] = []
  // Only papers of one date and kind are compared with each other.
  const alike = new Map<string, Event[][]>()
  for (const agreement of agreements) {
    const key = `${agreement.date?.iso} ${agreement.instrument?.toLowerCase()}`
    const candidates = alike.get(key) ?? []
    const group = candidates.find(members => members.every(member => isSamePaper(member, agreement)))
    if (group) group.push(agreement)
    else {
      const opened = [agreement]
      groups.push(opened)
      alike.set(key, [...candidates, opened])
    }
  }
  return groups
}

function isSamePaper(left: Event, right: Event): boolean {
  if (left.date === undefined || left.date.iso !== right.date?.iso || left.sentenceId === right.sentenceId) return false
  if (left.instrument?.toLowerCase() !== right.instrument?.toLowerCase() || left.parties.length < 2) return false
  const isSame = (a: readonly string[], b: readonly string[]) => a.every(name => b.includes(name))
  if (!isSame(left.parties, right.parties) || !isSame(right.parties, left.parties)) return false
  const [one = '', other = ''] = [left.subject, right.subject]
  return one.startsWith(other) || other.startsWith(one)
}
