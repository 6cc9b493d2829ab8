/**
 * How one paragraph was weighed for one theme, as data for people who ask: the terms found, the reasons, and what became
 * of each sentence.
 */
import type { Theme } from '../contract/config.ts'
import type { Paragraph } from '../contract/document.ts'
import type { Explanation } from '../contract/passage.ts'
import type { ThemeMatches } from './compile-themes.ts'
import type { Judgement } from './judge-paragraphs.ts'

/** All but the score, which is known only when all passages are. */
export type Weighing = Omit<Explanation, 'score'>

/** Explains a paragraph. */
export function explainParagraph(
  { id, section, seed, position, sentences }: Paragraph,
  theme: Theme,
  { grade, reasons, weights, sentences: taken }: Judgement,
  { counting, setAside }: ThemeMatches,
): Weighing {
  const terms = new Map<string, Explanation['terms'][number]>()
  for (const { term, weight } of [...counting, ...setAside])
    terms.set(term, { text: term, weight, count: (terms.get(term)?.count ?? 0) + 1 })
  return {
    id,
    theme: theme.id,
    grade,
    section,
    origin: { seed, position },
    terms: [...terms.values()],
    reasons,
    sentences: sentences.map((sentence, index) => ({
      text: sentence.text,
      weight: weights[index] ?? 0,
      taken: taken.includes(sentence),
    })),
  }
}
