/**
 * Sentences as tf-idf vectors over stems, their likeness, and their centrality in the graph that the likeness makes.
 */
import { stemmerFor } from '../tree/stem-words.ts'

/** Unit vector by term. */
export type Vector = ReadonlyMap<string, number>

/** tf-idf vectors of length 1; the sentences themselves are the collection. */
export function toVectors(texts: readonly { readonly text: string; readonly language: string }[]): readonly Vector[] {
  const counts = texts.map(({ text, language }) => {
    const stem = stemmerFor(language)
    const terms = new Map<string, number>()
    for (const [word] of text.matchAll(/[\p{L}\p{N}]{3,}/gu)) {
      const term = stem(word)
      terms.set(term, (terms.get(term) ?? 0) + 1)
    }
    return terms
  })
  const frequency = new Map<string, number>()
  for (const terms of counts) for (const term of terms.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1)
  return counts.map(terms => {
    const weighted = [...terms].map(
      ([term, count]) => [term, count * Math.log((texts.length + 1) / (frequency.get(term) ?? 1))] as const,
    )
    const length = Math.hypot(...weighted.map(([, weight]) => weight)) || 1
    return new Map(weighted.map(([term, weight]) => [term, weight / length]))
  })
}

/** Likeness of two unit vectors, 0 to 1. */
export function cosine(left: Vector, right: Vector): number {
  const [small, large] = left.size < right.size ? [left, right] : [right, left]
  let sum = 0
  for (const [term, weight] of small) sum += weight * (large.get(term) ?? 0)
  return sum
}

/** LexRank: PageRank (damping 0.85) over links between sentences with a cosine of 0.1 or more; the highest is 1. */
export function rankByCentrality(vectors: readonly Vector[]): readonly number[] {
  const links: number[][] = vectors.map(() => [])
  vectors.forEach((vector, index) => {
    for (let other = index + 1; other < vectors.length; other += 1) {
      if (cosine(vector, vectors[other] as Vector) < 0.1) continue
      links[index]?.push(other)
      links[other]?.push(index)
    }
  })
  let ranks = vectors.map(() => 1)
  for (let round = 0; round < 30; round += 1) {
    const next = vectors.map(() => 0.15)
    links.forEach((targets, index) => {
      for (const target of targets) next[target] = (next[target] ?? 0) + (0.85 * (ranks[index] ?? 0)) / targets.length
    })
    ranks = next
  }
  const highest = ranks.reduce((most, rank) => Math.max(most, rank), 1e-9)
  return ranks.map(rank => rank / highest)
}
