import { describe, expect, it } from 'vitest'
import { extractEvidence } from '../../pipeline/extract-evidence/index.ts'
import { readSet } from '../../scripts/bench/figures-read.ts'
import { judgeFigures, sumFigures } from '../../scripts/bench/figures-score.ts'
import { config } from './read-text.ts'

/** Documents and labels of a writer who had not seen the rules; the floors are a little below what is reached. */
describe('figures of sixteen documents in four languages', () => {
  const documents = readSet('blind')
  const judged = documents.flatMap(labelled =>
    judgeFigures(labelled, extractEvidence([labelled.document], config).value.figures),
  )

  it('has every label at its words', () => {
    const places = documents.flatMap(({ labels, document }) =>
      labels.map(({ paragraphId, start, end }) =>
        document.paragraphs
          .find(({ id }) => id === paragraphId)
          ?.text.slice(start, end)
          .replace(/\s/gu, ' '),
      ),
    )
    const words = documents.flatMap(({ labels }) => labels.map(({ text }) => text))
    // One sign, the raised 2 of `per m²`, is taken for a note's.
    expect(places.filter((place, index) => place !== words[index])).toEqual([
      '95 to 140 złoty per m.',
      '95 to 140 złoty per m.',
    ])
  })

  it('are found, right, dated and told apart', () => {
    const totals = sumFigures(judged)
    expect(totals.labels).toBe(416)
    expect(totals.recall).toBeGreaterThanOrEqual(0.92)
    expect(totals.precision).toBeGreaterThanOrEqual(0.95)
    expect(totals.period).toBeGreaterThanOrEqual(0.81)
    expect(totals.measure).toBeGreaterThanOrEqual(0.93)
    expect(totals.qualifier).toBeGreaterThanOrEqual(0.97)
  })

  it.each(['en', 'ru', 'de', 'fr'])('reach nine of ten in %s', language => {
    const totals = sumFigures(judged.filter(each => each.language === language))
    expect(totals.recall).toBeGreaterThanOrEqual(0.9)
    expect(totals.precision).toBeGreaterThanOrEqual(0.9)
  })
})
