/**
 * Ranks sentences that can stand alone as a brief's key points. Centrality is LexRank (Erkan and Radev, 2004, JAIR 22):
 * the sentences most like the rest of the theme; the order is maximal marginal relevance (Carbonell and Goldstein,
 * 1998, SIGIR), so that no two say the same.
 */
import type { Theme } from '../contract/config.ts'
import type { Event, Figure } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'
import type { Library } from './library.ts'
import type { LiftedSentence } from './lift-sentence.ts'
import { cosine, rankByCentrality, toVectors } from './sentence-vectors.ts'
import { standsAlone, themeNames } from './stands-alone.ts'

/** At most this many are ranked; no brief shows more. */
const most = 24
/** How much relevance counts against novelty. */
const relevanceShare = 0.7

/** Ids of self-contained sentences, best first. */
export function rankKeyPoints(
  theme: Theme,
  chosen: ReadonlyMap<string, Passage>,
  figures: readonly Figure[],
  events: readonly Event[],
  library: Library,
): readonly string[] {
  const entries = [...chosen].flatMap(([id, passage]) => {
    const sentence = library.lift(id)
    return sentence && standsAlone(sentence.text, themeNames(theme)) ? [{ id, passage, sentence }] : []
  })
  const vectors = toVectors(entries.map(({ sentence }) => sentence.text))
  const centrality = rankByCentrality(vectors)
  const agreed = new Set(events.filter(({ kind }) => kind === 'agreement').map(({ sentenceId }) => sentenceId))
  const withMoney = new Set(figures.filter(({ unit }) => /^[A-Z]{3}$/u.test(unit)).map(({ sentenceId }) => sentenceId))
  const withFigures = new Set(figures.filter(({ wellFormed }) => wellFormed).map(({ sentenceId }) => sentenceId))
  const relevance = entries.map(({ id, passage, sentence }, index) => {
    const backing = backingOf(sentence, passage, library)
    const names = passage.naming.includes(id) ? 0.5 : 0
    const figure = (withFigures.has(id) ? 0.35 : 0) + (withMoney.has(id) ? 0.35 : 0) + (agreed.has(id) ? 0.4 : 0)
    return (
      0.6 * (centrality[index] ?? 0) +
      passage.score / 8 +
      names +
      figure +
      backing +
      (passage.grade === 'about' ? 0.15 : 0)
    )
  })
  const ranked: number[] = []
  const paragraphs = new Map<string, number>()
  while (ranked.length < Math.min(most, entries.length)) {
    let best = -1
    let bestScore = Number.NEGATIVE_INFINITY
    entries.forEach(({ passage }, index) => {
      if (ranked.includes(index)) return
      const nearest = ranked.reduce((highest, other) => Math.max(highest, cosine(vectors[index], vectors[other])), 0)
      const crowded = 0.25 * (paragraphs.get(passage.id) ?? 0)
      const score = relevanceShare * (relevance[index] ?? 0) - (1 - relevanceShare) * nearest * 2 - crowded
      if (score > bestScore) {
        best = index
        bestScore = score
      }
    })
    if (best < 0) break
    ranked.push(best)
    const id = entries[best]?.passage.id ?? ''
    paragraphs.set(id, (paragraphs.get(id) ?? 0) + 1)
  }
  return ranked.map(index => entries[index]?.id ?? '')
}

/** A sentence with a note is worth more, and with a note whose text survives, more still. */
function backingOf(sentence: LiftedSentence, passage: Passage, library: Library): number {
  const citations = sentence.notes.flatMap(mark => library.citationsOf(passage.origin.seed, mark))
  if (citations.length === 0) return 0
  return citations.some(({ workId }) => workId !== undefined) ? 0.5 : 0.25
}
