/**
 * How well the sources and the briefs hold up, for people and for scripts: the numbers that the briefs show too, from
 * the same data.
 */
import type { Brief } from '../contract/brief.ts'
import type { CheckedLink, LinkState } from '../contract/links.ts'
import type { Origin } from '../contract/origin.ts'
import type { Finding, FindingKind, NoteCounts, NoteStates, SourceQuality } from '../contract/quality.ts'
import { placeIn } from './report-messages.ts'

type Measured = Pick<Brief, 'id' | 'quality'>

/** Lines of text: the notes of each seed, what there is to look at, and a line for each brief. */
export function reportSources(
  sources: SourceQuality,
  briefs: readonly Measured[],
  links?: readonly CheckedLink[],
): string {
  const { seeds, notes, works, completed, findings } = sources
  if (seeds.length === 0) return ''
  const total = seeds.length > 1 ? [`  ${seeds.length} seeds together`, `    ${listCounts(notes)}`] : []
  return `${[
    'Sources',
    ...seeds.flatMap(seed => [`  ${seed.seed}`, `    ${listStates(seed.notes)}`]),
    ...total,
    `  ${countWorks(works)}${completed > 0 ? `, ${completed} completed from the library` : ''}`,
    ...(findings.length > 0 ? ['  To check:', ...findings.slice(0, mostListed).flatMap(describeFinding)] : []),
    ...(findings.length > mostListed ? [`    and ${findings.length - mostListed} more; --json lists them all`] : []),
    ...(links ? [`  ${countLinks(links)}`] : []),
    ...listBriefs(briefs),
  ].join('\n')}\n`
}

/** How many findings are listed; the rest are counted. */
const mostListed = 20

function listStates({ cited, resolved, truncated, missing }: NoteStates): string {
  const state = ({ count, ranges }: NoteStates['cited'], name: string) =>
    count > 0 ? `${count} ${name} (${ranges})` : `0 ${name}`
  return `${cited.count} notes cited: ${resolved.count} read, ${state(truncated, 'cut off')}, ${state(missing, 'lost')}`
}

function listCounts({ cited, resolved, truncated, missing }: NoteCounts): string {
  return `${cited} notes cited: ${resolved} read, ${truncated} cut off, ${missing} lost`
}

function countWorks({ cited, uncited }: SourceQuality['works']): string {
  return `${cited} works cited${uncited > 0 ? `, ${uncited} more in notes that no marker calls` : ''}`
}

function countLinks(links: readonly CheckedLink[]): string {
  const count = (wanted: LinkState) => links.filter(({ state }) => state === wanted).length
  return `${links.length} addresses asked: ${count('alive')} alive, ${count('moved')} moved, ${count('dead')} dead, ${count('unknown')} could not be checked`
}

const kinds: Readonly<Record<FindingKind, string>> = {
  truncated: 'the text breaks off',
  cutAddress: 'the address breaks off',
  brokenAddress: 'the address cannot be followed',
  otherYear: 'the address is of another year than the note prints',
  lookalike: 'the work may be the same as in note',
  uncited: 'no marker calls it',
}

function describeFinding({ kind, note, origin, url, years, other }: Finding): readonly string[] {
  const details = [
    ...(other ? [` ${other.note}${other.seed === origin.seed ? '' : ` of ${other.seed}`}`] : []),
    ...(years ? [` (${years.inUrl}, ${years.printed})`] : []),
    ...(url ? [`: ${url}`] : []),
  ]
  const { line, column } = origin.position.start
  return [`    note ${note}: ${kinds[kind]}${details.join('')}`, `      at ${placeIn(origin.seed, line, column)}`]
}

/** A table: how many statements a brief shows, and what backs them. */
function listBriefs(briefs: readonly Measured[]): readonly string[] {
  if (briefs.length === 0) return []
  const width = Math.max(...briefs.map(({ id }) => id.length), 6)
  const rows = briefs.map(({ id, quality }) => {
    const { statements, share, backed, cut, lost, unsourced } = quality
    const numbers = [statements, backed, `${share}%`, cut, lost, unsourced]
    return `  ${id.padEnd(width)}${numbers.map(number => String(number).padStart(12)).join('')}`
  })
  const heads = ['statements', 'backed', 'share', 'cut off', 'lost', 'no note']
  return [`Briefs${' '.repeat(width - 4)}${heads.map(head => head.padStart(12)).join('')}`, ...rows]
}

/** The same as plain JSON, with lines instead of positions. */
export function describeSources(
  { seeds, notes, works, findings }: SourceQuality,
  briefs: readonly Measured[],
  links?: readonly CheckedLink[],
) {
  return {
    total: { notes, works },
    seeds,
    findings: findings.map(({ kind, note, identifier, workId, origin, url, years, other }) => ({
      kind,
      note,
      identifier,
      workId: workId ?? null,
      ...lineOf(origin),
      url: url ?? null,
      years: years ?? null,
      other: other ?? null,
    })),
    ...(links ? { links: links.map(({ origin, ...link }) => ({ ...link, ...lineOf(origin) })) } : {}),
    briefs: briefs.map(({ id, quality }) => {
      const { statements, backed, share, cut, lost, unsourced, seeds: own, findings: about, moreFindings } = quality
      return {
        id,
        statements,
        backed,
        share,
        cut,
        lost,
        unsourced,
        notes: own.map(({ path, notes: states }) => ({ seed: path, ...states })),
        findings: about.length + moreFindings,
      }
    }),
  }
}

function lineOf({ seed, position }: Origin) {
  return { seed, line: position.start.line, column: position.start.column }
}
