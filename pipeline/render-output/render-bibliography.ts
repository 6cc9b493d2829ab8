/**
 * Writes the bibliography as files for other programs: CSL-JSON for Zotero, Pandoc and the like, and biblatex for LaTeX.
 * Both hold every work of the build, in the order of the bibliography.
 */
import { plugins } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import type { Bibliography, CslItem } from '../contract/bibliography.ts'

/** The text of `references.json` and `references.bib`; each ends in a line feed. */
export function renderBibliography(bibliography: Bibliography): { readonly json: string; readonly bib: string } {
  const items = bibliography.works.map(({ csl }) => csl)
  return { json: `${JSON.stringify(items, null, 2)}\n`, bib: renderBiblatex(items) }
}

function renderBiblatex(items: readonly CslItem[]): string {
  if (items.length === 0) return '% No works.\n'
  // Keys are the works' own identifiers; letters beyond ASCII stay, or Cyrillic titles would be lost.
  Object.assign(plugins.config.get('@bibtex').format, { useIdAsLabel: true, checkLabel: false, asciiOnly: false })
  return `${plugins.output.format('biblatex', items.map(escapeItem)).trimEnd()}\n`
}

/** Fields that LaTeX takes as they are. */
const verbatim = new Set(['id', 'type', 'ISBN', 'language', 'issued', 'accessed', 'page'])

/** Fields that it takes as they are too, and in which what would break the file can be written in another way. */
const addresses = new Set(['URL', 'DOI'])

/** citation-js escapes for TeX only when it may also drop letters beyond ASCII, so that is done here. */
function escapeItem(item: CslItem): object {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => {
      if (addresses.has(key)) return [key, String(value).replace(/[{}\\\s]/gu, encodeURIComponent)]
      return [key, verbatim.has(key) ? structuredClone(value) : escapeValue(value)]
    }),
  )
}

function escapeValue(value: unknown): unknown {
  if (typeof value === 'string')
    return value.replace(/[\\{}$&%#_~^<>]/gu, character => commands[character] ?? character)
  if (Array.isArray(value)) return value.map(escapeValue)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, escapeValue(part)]))
}

const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\textbraceleft{}',
  '}': '\\textbraceright{}',
  $: '\\textdollar{}',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\textunderscore{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
}
