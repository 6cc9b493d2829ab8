/**
 * Narrows what was found in the sources to one brief: findings on notes and works that it cites, and notes of its
 * sources that no marker calls, as one of them may belong to a statement shown.
 */
import type { Citation } from '../contract/bibliography.ts'
import type { Finding, FindingView } from '../contract/quality.ts'
import { noteAnchor } from '../tree/note-anchor.ts'
import { noteKey } from '../tree/note-key.ts'
import type { Library } from './library.ts'

/** The findings that concern a brief which makes `citations` and draws on `seeds`, with links to their notes. */
export function listFindings(
  findings: readonly Finding[],
  citations: readonly Citation[],
  seeds: ReadonlySet<string>,
  library: Library,
): readonly FindingView[] {
  const notes = new Set(citations.map(({ origin, identifier }) => noteKey(origin.seed, identifier)))
  const works = new Set(citations.map(({ workId }) => workId))
  const concerns = ({ kind, origin, identifier, workId, other }: Finding) =>
    kind === 'uncited'
      ? seeds.has(origin.seed)
      : notes.has(noteKey(origin.seed, identifier)) ||
        (isOfWork(kind) && workId !== undefined && works.has(workId)) ||
        (other !== undefined && works.has(other.workId))
  return findings.filter(concerns).map(({ kind, note, identifier, origin, url, years, other }) => ({
    kind,
    note,
    ...linkTo(origin.seed, identifier, library),
    ...(url === undefined ? {} : { url }),
    ...(years === undefined ? {} : { printedYear: String(years.printed), urlYear: String(years.inUrl) }),
    ...(other === undefined ? {} : { other: { note: other.note, ...linkTo(other.seed, other.identifier, library) } }),
  }))
}

/** Whether a finding is on the work, whichever note cites it. */
function isOfWork(kind: Finding['kind']): boolean {
  return kind === 'otherYear' || kind === 'lookalike'
}

function linkTo(seed: string, identifier: string, library: Library): { href: string; seedTitle: string } {
  const source = library.documents.get(seed)?.seed
  return {
    href: `../../sources/${source?.id}.html#${noteAnchor(identifier)}`,
    seedTitle: source?.metadata.title ?? seed,
  }
}
