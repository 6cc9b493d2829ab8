/**
 * The briefs that cite each work, with the number of places in each of their parts.
 */
import type { Brief } from '../contract/brief.ts'
import type { BriefOfUse } from '../contract/uses.ts'

const parts = [
  'keyFigures',
  'keyPoints',
  'sections',
  'figures',
  'conflicts',
  'timeline',
  'agreements',
  'quotations',
] as const

/** By work, in the order of the briefs. */
export function listBriefUses(briefs: readonly Brief[]): ReadonlyMap<string, readonly BriefOfUse[]> {
  const works = new Map<string, BriefOfUse[]>()
  for (const brief of briefs) {
    const cites = parts.map(part => [part, new Set(citesIn(brief[part]))] as const)
    for (const { workId, backLinks } of brief.references) {
      const counts = cites.map(([part, ids]) => [part, backLinks.filter(({ id }) => ids.has(id)).length] as const)
      const use: BriefOfUse = {
        brief: brief.id,
        places: backLinks.length,
        parts: Object.fromEntries(counts.filter(([, count]) => count > 0)),
      }
      works.set(workId, [...(works.get(workId) ?? []), use])
    }
  }
  return works
}

/** The ids of the citations anywhere in a part. */
function citesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(citesIn)
  const { kind, id } = value as { readonly kind?: unknown; readonly id?: unknown }
  if (kind === 'cite' && typeof id === 'string') return [id]
  return Object.values(value).flatMap(citesIn)
}
