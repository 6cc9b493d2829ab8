/**
 * Formats works as the entries of a reference list, after a CSL style, in runs of text.
 */
import type { Engine } from '@citation-js/core'
import type { Work } from '../contract/bibliography.ts'
import type { ReferenceRun } from '../contract/citing.ts'
import type { CitationStyle } from '../contract/config.ts'
import { describeWorks, isDescribed, quoteNote } from './describe-works.ts'
import { withStyle } from './open-style.ts'
import { readMarkup } from './read-markup.ts'

/** Works, a CSL style, and a BCP 47 tag. */
export interface ReferenceInput {
  readonly works: readonly Work[]
  readonly style: CitationStyle
  readonly locale: string
}

type Runs = readonly ReferenceRun[]

/** Gives the runs of every work, in the order of `works`; throws a ConfigError if the style is no CSL. */
export function formatReferences({ works, style, locale }: ReferenceInput): readonly Runs[] {
  if (works.length === 0) return []
  return withStyle(style, locale, describeWorks(works), engine => {
    engine.updateItems(works.map(({ id }) => id))
    const entries = new Map(listEntries(engine, works).map(({ work, runs }) => [work.id, runs]))
    return works.map(({ id }) => entries.get(id) ?? [])
  })
}

/** Works with their entries, in the order of the style; a work of a kind that it leaves out comes last, in its own words. */
export function listEntries(
  engine: Engine,
  works: readonly Work[],
): readonly { readonly work: Work; readonly runs: Runs }[] {
  const byId = new Map(works.map(work => [work.id, work]))
  const entries = readBibliography(engine)
  const listed = [...entries.keys()].flatMap(id => byId.get(id) ?? [])
  const left = works.filter(({ id }) => !entries.has(id))
  return [...listed, ...left].map(work => ({ work, runs: formatEntry(work, entries.get(work.id) ?? '') }))
}

function readBibliography(engine: Engine): ReadonlyMap<string, string> {
  const bibliography = engine.makeBibliography()
  if (!bibliography) throw new Error('it has no bibliography')
  const [{ entry_ids: ids, bibliography_errors: left }, entries] = bibliography
  // A work of which the style shows nothing has an id there, but no entry.
  const order = ids.filter(([id]) => !left.some(({ itemID }) => itemID === id))
  return new Map(entries.map((entry, index) => [order[index]?.[0] ?? '', entry]))
}

/** The runs of one entry, from citeproc's HTML. */
function formatEntry(work: Work, html: string): Runs {
  const runs = isDescribed(work)
    ? readMarkup(html).map(({ text, italic }) => ({ text, ...(italic ? { italic } : {}) }))
    : []
  // What CSL cannot describe is shown in the note's own words, and what a style leaves out by its title.
  const named = isDescribed(work) ? work.csl.title : undefined
  const shown = runs.some(({ text }) => /[\p{L}\d]/u.test(text)) ? runs : [{ text: named ?? quoteNote(work) }]
  return linkAddress(shown, work)
}

/** Makes the work's address, where the runs hold it, a run of its own that is a link. */
export function linkAddress(runs: Runs, work: Work): Runs {
  for (const { text: address, url } of addressesOf(work)) {
    const index = runs.findIndex(({ text }) => text.includes(address))
    const run = runs[index]
    if (!run) continue
    const at = run.text.indexOf(address)
    const pieces = [
      { ...run, text: run.text.slice(0, at) },
      { text: address, url },
      { ...run, text: run.text.slice(at + address.length) },
    ]
    return [...runs.slice(0, index), ...pieces.filter(({ text }) => text !== ''), ...runs.slice(index + 1)]
  }
  return runs
}

/** Addresses that may stand in an entry, with the link each makes. */
function addressesOf({ csl, raw }: Work): readonly { readonly text: string; readonly url: string }[] {
  const printed = csl.URL ?? /https?:\/\/[^\s<>"«»]+[^\s<>"«».,;)]/u.exec(raw[0] ?? '')?.[0]
  const doi = csl.DOI && `https://doi.org/${csl.DOI}`
  return [
    ...(printed ? [{ text: printed, url: absolute(printed) }] : []),
    ...(doi ? [{ text: doi, url: doi }] : []),
    ...(csl.DOI && doi ? [{ text: csl.DOI, url: doi }] : []),
  ]
}

function absolute(address: string): string {
  return /^[a-z]{3,5}:\/\//iu.test(address) ? address : `https://${address}`
}
