/**
 * Ranks the passages of a theme by BM25 (Robertson and Zaragoza, 2009, "The Probabilistic Relevance Framework") as
 * MiniSearch reckons it. All names of the theme are one query term, their weights added up before saturation, as in
 * BM25F: with a term for each name, rare names such as those of towns count more than the theme's own.
 */
import MiniSearch, { type AsPlainObject } from 'minisearch'

/** What the ranking needs to know of a passage. */
export interface Weighed {
  /** All weights of the theme's terms in it, added up. */
  readonly weight: number
  /** Words of its paragraph. */
  readonly length: number
}

/** How soon more of the same tells no more, how much a paragraph's length counts, and no floor for long ones. */
const bm25 = { k: 1.2, b: 0.5, d: 0 }
const field = 'text'
const query = 'theme'

/** Scores from 0 to 2.2, two decimals, in the order given; `all` is how many paragraphs there are, of a mean length. */
export function rankPassages(
  passages: readonly Weighed[],
  all: { readonly count: number; readonly meanLength: number },
): readonly number[] {
  const index = MiniSearch.loadJS<number>(prepareIndex(passages, all), { fields: [field] })
  // The same for all passages of a theme; without it, a score says the same whatever else there is among the seeds.
  const rarity = Math.log(1 + (all.count - passages.length + 0.5) / (passages.length + 0.5))
  const scores = passages.map(() => 0)
  for (const { id, score } of index.search(query, { bm25, boostTerm: () => 1 / rarity })) {
    scores[Number(id)] = Math.round(score * 100) / 100
  }
  return scores
}

/** An index as MiniSearch keeps it, of what was found already: its own words know neither phrases nor forms. */
function prepareIndex(
  passages: readonly Weighed[],
  all: { readonly count: number; readonly meanLength: number },
): AsPlainObject {
  const numbered = <T>(pick: (passage: Weighed, index: number) => T) =>
    Object.fromEntries(passages.map((passage, index) => [index, pick(passage, index)]))
  return {
    documentCount: all.count,
    nextId: passages.length,
    documentIds: numbered((_, index) => index),
    fieldIds: { [field]: 0 },
    fieldLength: numbered(({ length }) => [length]),
    averageFieldLength: [all.meanLength],
    storedFields: {},
    index: [[query, { 0: numbered(({ weight }) => weight) }]],
    serializationVersion: 2,
  }
}
