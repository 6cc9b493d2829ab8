/**
 * Writes the bibliography as files for other programs: CSL-JSON for Zotero, Pandoc and the like, and biblatex for LaTeX.
 * Both hold every work of the build, in the order of the bibliography.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { Bibliography } from '../contract/bibliography.ts'

/** The text of `references.json` and `references.bib`; each ends in a line feed. */
export function renderBibliography(bibliography: Bibliography): { readonly json: string; readonly bib: string } {
  const items = bibliography.works.map(({ csl }) => csl)
  return { json: `${JSON.stringify(items, null, 2)}\n`, bib: renderBiblatex(items) }
}

function renderBiblatex(items: readonly object[]): string {
  if (items.length === 0) return '% No works.\n'
  // Keys are the works' own identifiers; letters beyond ASCII stay, or Cyrillic titles would be lost.
  Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false })
  return `${plugins.output.format('biblatex', structuredClone(items)).trimEnd()}\n`
}
