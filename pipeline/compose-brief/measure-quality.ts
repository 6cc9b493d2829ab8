/**
 * Measures how well a brief's statements are backed: what an honest reader asks before trusting it. The notes behind
 * them are counted as those of a seed are; what was found in the sources is narrowed to what the brief rests on.
 */
import type { Citation } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { Paragraph } from '../contract/document.ts'
import type { QualityView, SourceQuality } from '../contract/quality.ts'
import { sumNotes, tallyNotes } from '../tree/tally-notes.ts'
import type { Library } from './library.ts'
import { listFindings } from './list-findings.ts'
import type { ShownStatement, StatementWriter } from './write-statements.ts'

/** What is measured: a finished brief's parts, and the writer that wrote them. */
export interface MeasuredBrief {
  readonly writer: Pick<StatementWriter, 'shown' | 'linkTo' | 'listSources'>
  readonly parts: Pick<Brief, 'keyFigures' | 'figures' | 'quotations'>
}

/** How many findings are listed. */
const mostFindings = 24
/** How many places of unsourced statements are listed. */
const mostPlaces = 24

/** Measures over the statements a brief shows, each sentence once. */
export function measureQuality(
  { writer, parts }: MeasuredBrief,
  sources: SourceQuality,
  library: Library,
): QualityView {
  const statements = mergeShown(writer.shown)
  const states = statements.map(stateOf)
  const count = (wanted: StatementState) => states.filter(state => state === wanted).length
  const places = listUnsourced(statements, library)
  const citations = statements.flatMap(statement => statement.citations)
  const bySeed = groupCitations(citations)
  const seeds = writer
    .listSources()
    .map(({ title, path, href }) => ({ title, path, href, notes: tallyNotes(bySeed.get(path) ?? []) }))
  const { resolved, truncated, missing } = sumNotes(seeds.map(({ notes }) => notes))
  const findings = listFindings(sources.findings, citations, new Set(seeds.map(({ path }) => path)), library)
  const openQuotations = parts.quotations.filter(({ closed }) => !closed).length
  const malformed = [...parts.figures.flatMap(({ figures }) => figures), ...parts.keyFigures].filter(
    ({ wellFormed }) => !wellFormed,
  )
  return {
    statements: statements.length,
    backed: count('backed'),
    cut: count('cut'),
    lost: count('lost'),
    unsourced: count('unsourced'),
    share: percent(count('backed'), statements.length),
    citations: { resolved, truncated, missing },
    seeds: seeds.filter(({ notes }) => notes.cited.count > 0),
    findings: findings.slice(0, mostFindings),
    moreFindings: Math.max(0, findings.length - mostFindings),
    unsourcedPlaces: groupBySeed(places.slice(0, mostPlaces), writer),
    moreUnsourced: Math.max(0, places.length - mostPlaces),
    malformedFigures: new Set(malformed.map(({ id }) => id)).size,
    openQuotations,
    toCheck: findings.length + [malformed.length, places.length, openQuotations].filter(number => number > 0).length,
  }
}

/** Each sentence once, with all notes that were shown with it. */
function mergeShown(shown: readonly ShownStatement[]): readonly ShownStatement[] {
  const merged = new Map<string, readonly Citation[]>()
  for (const { id, citations } of shown) merged.set(id, [...new Set([...(merged.get(id) ?? []), ...citations])])
  return [...merged].map(([id, citations]) => ({ id, citations }))
}

function groupCitations(citations: readonly Citation[]): ReadonlyMap<string, readonly Citation[]> {
  const groups = new Map<string, Citation[]>()
  for (const citation of citations) {
    const group = groups.get(citation.origin.seed) ?? []
    groups.set(citation.origin.seed, group)
    group.push(citation)
  }
  return groups
}

type StatementState = 'backed' | 'cut' | 'lost' | 'unsourced'

/** By the best note that a statement has. */
function stateOf({ citations }: ShownStatement): StatementState {
  if (citations.length === 0) return 'unsourced'
  const has = (wanted: Citation['status']) => citations.some(({ status }) => status === wanted)
  if (has('resolved')) return 'backed'
  return has('truncated') ? 'cut' : 'lost'
}

/** Rounded, but never to all or nothing where it is neither. */
function percent(part: number, whole: number): number {
  if (part === 0 || whole === 0) return 0
  if (part === whole) return 100
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)))
}

interface UnsourcedPlace {
  readonly paragraph: Paragraph
  readonly count: number
}

/** The paragraphs in which statements carry no note, in reading order. */
function listUnsourced(statements: readonly ShownStatement[], library: Library): readonly UnsourcedPlace[] {
  const counts = new Map<Paragraph, number>()
  for (const statement of statements) {
    const paragraph = library.sentences.get(statement.id)?.paragraph
    if (paragraph && stateOf(statement) === 'unsourced') counts.set(paragraph, (counts.get(paragraph) ?? 0) + 1)
  }
  return [...counts]
    .map(([paragraph, count]) => ({ paragraph, count }))
    .toSorted((left, right) => library.rankOf(left.paragraph.id) - library.rankOf(right.paragraph.id))
}

function groupBySeed(
  unsourced: readonly UnsourcedPlace[],
  { linkTo }: Pick<StatementWriter, 'linkTo'>,
): QualityView['unsourcedPlaces'] {
  const groups = new Map<
    string,
    { seedTitle: string; places: QualityView['unsourcedPlaces'][number]['places'][number][] }
  >()
  for (const { paragraph, count } of unsourced) {
    const { href, unit, lines, page, seedTitle } = linkTo(paragraph)
    const group = groups.get(paragraph.seed) ?? { seedTitle, places: [] }
    groups.set(paragraph.seed, group)
    group.places.push({ href, unit, lines, ...(page === undefined ? {} : { page }), count })
  }
  return [...groups.values()]
}
