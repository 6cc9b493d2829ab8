/**
 * Counts how well a brief's statements are backed: what an honest reader asks before trusting it.
 */
import type { CitationStatus } from '../contract/bibliography.ts'
import type { Brief, QualityView } from '../contract/brief.ts'
import type { ShownStatement } from './write-statements.ts'

/** Counts over the statements a brief shows, each sentence once. */
export function measureQuality(
  statements: readonly ShownStatement[],
  parts: Pick<Brief, 'keyFigures' | 'figures' | 'quotations'>,
): QualityView {
  const bySentence = new Map(statements.map(({ id, citations }) => [id, citations]))
  const states = [...bySentence.values()].map(citations => {
    if (citations.length === 0) return 'unsourced'
    return citations.some(({ status }) => status !== 'missing') ? 'backed' : 'lost'
  })
  const notes = new Map(
    [...bySentence.values()].flat().map(({ origin, identifier, status }) => [`${origin.seed} ${identifier}`, status]),
  )
  const count = (status: CitationStatus) => [...notes.values()].filter(value => value === status).length
  const malformed = new Set(
    [...parts.figures, ...parts.keyFigures].filter(({ wellFormed }) => !wellFormed).map(({ id }) => id),
  )
  return {
    statements: states.length,
    backed: states.filter(state => state === 'backed').length,
    lost: states.filter(state => state === 'lost').length,
    unsourced: states.filter(state => state === 'unsourced').length,
    citations: { resolved: count('resolved'), truncated: count('truncated'), missing: count('missing') },
    malformedFigures: malformed.size,
    openQuotations: parts.quotations.filter(({ closed }) => !closed).length,
  }
}
