/**
 * What ends the reading of one seed: thrown anywhere in this folder, caught in its index, and told as a message. The
 * other seeds are read all the same.
 */
import type { RuleId } from '../../diagnostics/rules.ts'

/** A file that cannot be read, with the rule it breaks; the message says what was found, in one sentence. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly rule: RuleId
  /** What to do about it, where the rule's own remedy does not fit. */
  readonly remedy: string | undefined

  constructor(rule: RuleId, reason: string, remedy?: string) {
    super(reason)
    this.rule = rule
    this.remedy = remedy
  }
}

/** A clock for one seed: throws Unreadable once more than `seconds` have gone by. Ask it inside long loops. */
export function startClock(seconds: number): () => void {
  const end = performance.now() + seconds * 1000
  return () => {
    if (performance.now() <= end) return
    throw new Unreadable(
      'seed-fits',
      `Reading takes longer than the ${seconds} s that limits.readSeconds allows`,
      'Split the document, or raise limits.readSeconds in briefwright.yml.',
    )
  }
}
