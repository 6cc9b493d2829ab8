/**
 * Formats works as the entries of a reference list, after a CSL style, in runs of text.
 */
import type { Work } from '../contract/bibliography.ts'
import type { ReferenceRun } from '../contract/citing.ts'
import type { CitationStyle } from '../contract/config.ts'
import { describeWorks, isDescribed } from './describe-works.ts'
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
  const entries = withStyle(style, locale, describeWorks(works), engine => {
    engine.updateItems(works.map(({ id }) => id))
    return readBibliography(engine)
  })
  return works.map(work => formatEntry(work, entries.get(work.id) ?? ''))
}

/** The entries of an engine by work, in the order of the style. */
export function readBibliography(engine: {
  makeBibliography(): [{ entry_ids: string[][] }, string[]] | false
}): ReadonlyMap<string, string> {
  const bibliography = engine.makeBibliography()
  if (!bibliography) throw new Error('it has no bibliography')
  const [{ entry_ids: order }, entries] = bibliography
  return new Map(entries.map((entry, index) => [order[index]?.[0] ?? '', entry]))
}

/** The runs of one entry, from citeproc's HTML. */
export function formatEntry(work: Work, html: string): Runs {
  const runs = isDescribed(work)
    ? readMarkup(html).map(({ text, italic }) => ({ text, ...(italic ? { italic } : {}) }))
    : []
  // What CSL cannot describe is shown in the note's own words.
  const shown = runs.some(({ text }) => /[\p{L}\d]/u.test(text)) ? runs : [{ text: work.raw[0] ?? work.id }]
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
