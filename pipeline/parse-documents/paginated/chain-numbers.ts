/**
 * The global alignment: of many numbers that might be notes, the subset that reads as one numbering. Each candidate has
 * a score of its own (how much it looks like a note) and each number left out costs; the best total wins. It is the
 * weighted longest increasing subsequence, solved left to right with a Fenwick tree for distant predecessors.
 */

/** A number that may be a note. */
export interface Candidate {
  readonly value: number
  /** How much it looks like a note by itself; may be negative. */
  readonly score: number
  /** Page it stands on, from 1. */
  readonly page: number
}

/** How note numbers run: through the whole text, from 1 on each page, or from 1 at each chapter. */
export type Numbering = 'continuous' | 'page' | 'chapter'

export interface Chain {
  /** Indices of the chosen candidates, ascending. */
  readonly chosen: readonly number[]
  readonly score: number
  readonly numbering: Numbering
}

/** What a number left out costs, and the most that one gap can cost. */
const gapCost = 1
const gapMost = 6
/** What it costs to start again from 1 in mid-text. */
const restartCost: Readonly<Record<Numbering, number>> = {
  continuous: Number.POSITIVE_INFINITY,
  page: 0.5,
  chapter: 3.5,
}

/**
 * The best chain of the numbering that suits the candidates best. Candidates are in text order; `expected` is the
 * numbering that other witnesses speak for, `restart` what it costs a chapter to begin again, `byPage` whether numbers may
 * begin again on each page.
 */
export function chainNumbers(
  candidates: readonly Candidate[],
  {
    expected,
    restart = restartCost.chapter,
    byPage = true,
  }: { readonly expected?: Numbering | undefined; readonly restart?: number; readonly byPage?: boolean } = {},
): Chain {
  const costs = { ...restartCost, chapter: restart }
  const chains = (['continuous', 'page', 'chapter'] as const)
    .filter(numbering => byPage || numbering !== 'page')
    .map(numbering => findChain(candidates, numbering, costs[numbering]))
  const favour = ({ score, numbering }: Chain) => score + (numbering === expected ? 4 : 0)
  return chains.reduce((best, chain) => (favour(chain) > favour(best) + 2 ? chain : best))
}

interface Link {
  readonly total: number
  readonly index: number
}

const none: Link = { total: 0, index: -1 }

function findChain(candidates: readonly Candidate[], numbering: Numbering, restart: number): Chain {
  const previous = new Int32Array(candidates.length).fill(-1)
  let ends = new Map<number, Link>()
  let distant = new PrefixMaximum()
  let best = none
  let base = none
  let page = 0
  candidates.forEach((candidate, index) => {
    if (numbering === 'page' && candidate.page !== page) {
      page = candidate.page
      base = best
      ends = new Map()
      distant = new PrefixMaximum()
    }
    const from = bestPredecessor(candidate.value, ends, distant, numbering === 'chapter' ? best : base, restart)
    const link = { total: from.total + candidate.score, index }
    previous[index] = from.index
    if (link.total > (ends.get(candidate.value)?.total ?? Number.NEGATIVE_INFINITY)) {
      ends.set(candidate.value, link)
      distant.raise(candidate.value, link)
    }
    if (link.total > best.total) best = link
  })
  const chosen: number[] = []
  for (let index = best.index; index >= 0; index = previous[index] as number) chosen.push(index)
  return { chosen: chosen.reverse(), score: best.total, numbering }
}

function bestPredecessor(
  value: number,
  ends: ReadonlyMap<number, Link>,
  distant: PrefixMaximum,
  base: Link,
  restart: number,
): Link {
  const anew = base === none ? 0 : restart
  let best: Link = { total: base.total - anew - Math.min(gapMost, gapCost * (value - 1)), index: base.index }
  for (let below = 1; below * gapCost <= gapMost + 1 && value - below > 0; below += 1) {
    const end = ends.get(value - below)
    if (!end) continue
    const total = end.total - Math.min(gapMost, gapCost * (below - 1))
    if (total > best.total) best = { total, index: end.index }
  }
  const far = distant.below(value)
  if (far.total - gapMost > best.total) best = { total: far.total - gapMost, index: far.index }
  return best
}

/** Fenwick tree of the best link ending at or below a value. */
class PrefixMaximum {
  readonly #links = new Map<number, Link>()

  raise(value: number, link: Link): void {
    for (let at = value; at < 65_536; at += at & -at) {
      const held = this.#links.get(at)
      if (!held || held.total < link.total) this.#links.set(at, link)
    }
  }

  below(value: number): Link {
    let best: Link = { total: Number.NEGATIVE_INFINITY, index: -1 }
    for (let at = value - 1; at > 0; at -= at & -at) {
      const held = this.#links.get(at)
      if (held && held.total > best.total) best = held
    }
    return best
  }
}
