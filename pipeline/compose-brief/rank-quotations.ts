/**
 * Ranks quotations for readers who want to quote: whole ones with a named speaker and a note, neither a scrap nor a page.
 */
import type { Quotation } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'

/** Quotations of a usable length, best first; `isBacked` tells whether the text of a quotation's note survives. */
export function rankQuotations(
  quotations: readonly Quotation[],
  chosen: ReadonlyMap<string, Passage>,
  isBacked: (quotation: Quotation) => boolean,
): readonly Quotation[] {
  const weigh = (quotation: Quotation) => {
    const words = quotation.text.split(/\s+/u).length
    const passage = chosen.get(quotation.sentenceId)
    return (
      (quotation.speaker ? 3 : 0) +
      (quotation.closed ? 1 : 0) +
      (quotation.note === undefined ? 0 : 1) +
      (isBacked(quotation) ? 1.5 : 0) +
      (/^\p{Lu}/u.test(quotation.text) ? 1.5 : 0) +
      (/[<[]\s?[.…]/u.test(quotation.text) ? -0.5 : 0) +
      (words >= 14 && words <= 50 ? 1.5 : 0) +
      (passage?.grade === 'about' ? 1 : 0) +
      // In steps, as a score moves a little with every document that is added.
      Math.round(passage?.score ?? 0) / 4
    )
  }
  return quotations
    .filter(({ text }) => text.split(/\s+/u).length >= 6)
    .map(quotation => ({ quotation, weight: weigh(quotation) }))
    .sort((left, right) => right.weight - left.weight)
    .map(({ quotation }) => quotation)
}
