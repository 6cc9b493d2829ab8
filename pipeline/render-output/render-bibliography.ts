/**
 * Writes works in the formats of other programs, and lists of references for people. The same works give the same text.
 */
import type { Work } from '../contract/bibliography.ts'
import type { BibliographyFormat, ReferenceList } from '../contract/reference-list.ts'
import { writeBibtex } from './bibliography/write-bibtex.ts'
import { writeHtml } from './bibliography/write-html.ts'
import { writeMarkdown } from './bibliography/write-markdown.ts'
import { writeRis } from './bibliography/write-ris.ts'

/** The text of a format that is data; each ends in a line feed. */
export function renderBibliography(
  works: readonly Pick<Work, 'csl'>[],
  format: Exclude<BibliographyFormat, 'markdown' | 'html'>,
): string {
  const items = works.map(({ csl }) => csl)
  if (format === 'ris') return writeRis(items)
  if (format === 'csl-json') return `${JSON.stringify(items, null, 2)}\n`
  return writeBibtex(items, format)
}

/** The text of a list of references. */
export function renderReferenceList(list: ReferenceList, format: 'markdown' | 'html'): string {
  return format === 'html' ? writeHtml(list) : writeMarkdown(list)
}
