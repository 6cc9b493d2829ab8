/**
 * Ranks passages within a theme by BM25 with the theme as one query term: the weights of all its names are added up
 * before saturation, as in BM25F (Robertson and Zaragoza, 2009, "The Probabilistic Relevance Framework").
 */

const saturation = 1.2
const lengthShare = 0.5

/** Score from 0 to 2.2, two decimals: how densely the paragraph speaks of the theme. */
export function scorePassage(weight: number, length: number, average: number): number {
  const norm = saturation * (1 - lengthShare + (lengthShare * length) / Math.max(1, average))
  return Math.round(((weight * (saturation + 1)) / (weight + norm)) * 100) / 100
}

/** Mean length of the paragraphs, in characters. */
export function averageLength(paragraphs: readonly { readonly text: string }[]): number {
  const total = paragraphs.reduce((sum, { text }) => sum + text.length, 0)
  return total / Math.max(1, paragraphs.length)
}
