/**
 * How much more often two things stand together than by chance: the log-likelihood ratio (Dunning, 1993, "Accurate
 * Methods for the Statistics of Surprise and Coincidence", Computational Linguistics 19), which holds for rare words too.
 */

/** The ratio above which chance is less than one in a hundred (chi-squared with one degree of freedom). */
export const significant = 6.63

/** How many sentences hold both, the one, the other, and how many there are. */
export interface Counts {
  readonly both: number
  readonly one: number
  readonly other: number
  readonly all: number
}

/** The ratio; negative where the two avoid each other. */
export function measureAssociation({ both, one, other, all }: Counts): number {
  const table = [both, one - both, other - both, all - one - other + both]
  const rows = [one, all - one]
  const columns = [other, all - other]
  const ratio = 2 * (entropy(table) - entropy(rows) - entropy(columns) + entropy([all]))
  return both * all >= one * other ? ratio : -ratio
}

function entropy(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + (count > 0 ? count * Math.log(count) : 0), 0)
}
