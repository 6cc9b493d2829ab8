/**
 * Says how sure the reading of each field is, from how the note prints it: a label or an identifier leaves no doubt, a
 * mark of the convention little, a position alone more.
 */
import { isPlace } from './places.ts'
import type { Draft, UrlFault } from './reference.ts'

/** Which grammar read the reference. */
export type Route = 'bare' | 'gost' | 'legal' | 'dated' | 'quoted' | 'running' | 'short'

/** How sure a title is that this grammar found. */
const titles: Readonly<Record<Route, number>> = {
  bare: 0.5,
  gost: 0.93,
  legal: 0.9,
  dated: 0.9,
  quoted: 0.93,
  running: 0.8,
  short: 0.8,
}

const labelled: readonly (keyof Draft)[] = ['DOI', 'ISBN', 'ISSN', 'medium', 'accessed', 'edition', 'number-of-pages']

/** The confidence of every field in `fields`, 0 to 1. */
export function scoreConfidence(
  fields: Draft,
  route: Route,
  text: string,
  urlFault: UrlFault | undefined,
): Readonly<Record<string, number>> {
  const scores: Record<string, number> = {}
  for (const field of Object.keys(fields) as (keyof Draft)[]) scores[field] = scoreField(fields, field, route, text)
  if (fields.URL) scores.URL = urlFault ? 0.4 : 0.99
  // A title that swallowed the imprint is long, and leaves nothing for the other fields.
  const alone = !fields.issued && !fields.URL && !fields['container-title'] && !fields.publisher
  if (scores.title !== undefined && alone && route !== 'short') scores.title = Math.min(scores.title, 0.55)
  return scores
}

function scoreField(fields: Draft, field: keyof Draft, route: Route, text: string): number {
  if (labelled.includes(field)) return 0.97
  switch (field) {
    case 'title':
      return titles[route]
    case 'author':
    case 'editor':
    case 'translator':
      return fields[field]?.every(({ family, given }) => family && given && /\p{Lu}\./u.test(given))
        ? 0.95
        : fields[field]?.some(({ literal }) => literal !== undefined)
          ? 0.75
          : 0.88
    case 'publisher-place':
      return isPlace(fields['publisher-place'] ?? '') ? 0.95 : followedByColon(text, fields[field]) ? 0.9 : 0.7
    case 'publisher':
      return /:\s?$/u.test(before(text, fields.publisher)) ? 0.95 : 0.7
    case 'volume':
    case 'issue':
    case 'page':
      return /(?:\p{L}\.?|[№°#])\s?$/u.test(before(text, fields[field])) ? 0.95 : 0.85
    case 'issued':
      return route === 'running' ? 0.9 : 0.96
    case 'type':
      return scoreType(fields, route)
    case 'language':
      return (fields.title?.split(' ').length ?? 0) > 3 ? 0.93 : 0.8
    default:
      return route === 'gost' ? 0.88 : 0.8
  }
}

function scoreType(fields: Draft, route: Route): number {
  if (fields.type === 'document') return 0.5
  if (fields.type === 'webpage' && (fields.medium || route === 'bare')) return 0.95
  if (fields.type === 'article-journal' && (fields.volume || fields.issue)) return 0.93
  if (fields.type === 'book' && fields.publisher && fields['publisher-place']) return 0.95
  return 0.8
}

function followedByColon(text: string, place = ''): boolean {
  return text.includes(`${place}:`) || text.includes(`${place} :`)
}

/** The characters before the last place where `value` is printed. */
function before(text: string, value = ''): string {
  const at = text.lastIndexOf(value)
  return at < 0 ? '' : text.slice(Math.max(0, at - 6), at)
}
