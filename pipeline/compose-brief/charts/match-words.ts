/**
 * Finds the words that a chart asks for in texts of the seeds: by their stems, so that `export` finds `exported`, or as
 * they are written. A phrase is found where its words follow one another.
 */
import type { Stem } from '../../tree/stem-words.ts'

/** The words of a text; quotation marks, hyphens and other signs part them. */
export function splitWords(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? []
}

/** Whether one of the phrases stands in the text, word by word of the same stem. */
export function holdsStems(text: string, phrases: readonly string[], stem: Stem): boolean {
  const words = stemAll(text, stem)
  return phrases.some(phrase => {
    const wanted = stemAll(phrase, stem)
    return words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
  })
}

/** The stems of a text's words. */
export function stemAll(text: string, stem: Stem): readonly string[] {
  return splitWords(text).map(word => stem(word.replace(/['’]s?$/u, '')))
}

/** Matches the phrases as written, in any case and across quotation marks; a * stands for any ending. Matches nothing where there are none. */
export function writtenPattern(phrases: readonly string[]): RegExp {
  if (phrases.length === 0) return /(?!)/gu
  const written = phrases
    .toSorted((left, right) => right.length - left.length)
    .map(phrase =>
      (phrase.match(/[\p{L}\p{N}*]+/gu) ?? [])
        .map(word => word.replaceAll('*', '[\\p{L}\\p{N}]*'))
        .join('[^\\p{L}\\p{N}.!?;:()]+'),
    )
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${written.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}
