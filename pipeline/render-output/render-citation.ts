/**
 * Writes how the edition and its briefs are cited: `CITATION.cff` for platforms and people, and CSL-JSON for reference
 * managers. https://citation-file-format.github.io, version 1.2.0.
 */
import { stringify } from 'yaml'
import type { CslItem } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { Artifact } from '../contract/page.ts'
import type { EditionEntries } from '../contract/reference-list.ts'
import { textArtifact } from './text-artifact.ts'

/** `CITATION.cff` and `bibliography/briefs.json`, from the entries of the briefs and the edition's date. */
export function renderCitations({ entries, date }: EditionEntries, config: Config): readonly Artifact[] {
  // Many readers of CFF know YAML 1.1, to which a date without quotation marks is no text.
  const edition = stringify(describeEdition({ entries, date }, config), {
    lineWidth: 0,
    version: '1.1',
    aliasDuplicateObjects: false,
  })
  return [
    textArtifact('CITATION.cff', 'text/yaml', edition),
    textArtifact(
      'bibliography/briefs.json',
      'application/vnd.citationstyles.csl+json',
      `${JSON.stringify(entries, null, 2)}\n`,
    ),
  ]
}

/** The keys of a CFF file: the edition as a whole, and each brief as a reference. */
function describeEdition({ entries, date }: EditionEntries, { title, publisher, url }: Config): object {
  const authors = [{ name: publisher === '' ? title : publisher }]
  return {
    'cff-version': '1.2.0',
    message: 'To cite one brief, use its entry under references; to cite them all, cite this edition.',
    type: 'dataset',
    title,
    authors,
    ...(isDay(date) ? { 'date-released': date } : {}),
    ...(date === null ? {} : { version: date }),
    ...(url === null ? {} : { url: `${url}/` }),
    ...(entries.length === 0 ? {} : { references: entries.map(entry => describeBrief(entry, authors)) }),
  }
}

function describeBrief(entry: CslItem, authors: readonly object[]): object {
  const { title, issued, URL } = entry
  const [year, month, day] = issued?.['date-parts'][0] ?? []
  const two = (n: number) => String(n).padStart(2, '0')
  return {
    type: 'report',
    title,
    authors,
    'collection-title': entry['collection-title'],
    ...(year && month && day
      ? { 'date-published': `${year}-${two(month)}-${two(day)}` }
      : { ...(year ? { year } : {}), ...(month ? { month } : {}) }),
    ...(URL === undefined ? {} : { url: URL }),
    languages: entry.language === undefined ? undefined : [entry.language.split('-')[0]],
  }
}

/** CFF knows whole days alone. */
function isDay(date: string | null): date is string {
  return date !== null && /^\d{4}-\d{2}-\d{2}$/u.test(date)
}
