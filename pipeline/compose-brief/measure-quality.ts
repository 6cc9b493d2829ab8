/**
 * Counts how well a brief's statements are backed: what an honest reader asks before trusting it.
 */
import type { Brief, Cite, QualityView } from '../contract/brief.ts'
import type { ShownStatement } from './write-statements.ts'

/** Counts over the statements a brief shows, each sentence once. */
export function measureQuality(
  statements: readonly ShownStatement[],
  parts: Pick<Brief, 'keyFigures' | 'figures' | 'quotations'>,
): QualityView {
  const bySentence = new Map<string, Cite[]>()
  for (const { id, cites } of statements) bySentence.set(id, [...(bySentence.get(id) ?? []), ...cites])
  const states = [...bySentence.values()].map(cites => {
    if (cites.length === 0) return 'unsourced'
    return cites.some(({ status }) => status !== 'missing') ? 'backed' : 'lost'
  })
  const notes = new Map([...bySentence.values()].flat().map(cite => [cite.note, cite.status]))
  const count = (status: Cite['status']) => [...notes.values()].filter(value => value === status).length
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
