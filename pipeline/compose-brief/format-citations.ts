/**
 * Formats everything that one brief cites, in the order in which it does: what stands in the text or in the note at each
 * place, after the places before it (`Ibid.`, `2020a`), and the list of references in the order of the style.
 */
import type { Locator, Work } from '../contract/bibliography.ts'
import type { ReferenceRun } from '../contract/citing.ts'
import type { CitationStyle } from '../contract/config.ts'
import { describeWorks } from './describe-works.ts'
import { listEntries } from './format-references.ts'
import { citationForm, withStyle } from './open-style.ts'
import { type MarkupRun, markItem, readMarkup } from './read-markup.ts'

/** The works cited at one place. */
export interface Cluster {
  readonly items: readonly { readonly workId: string; readonly locator?: Locator }[]
}

export interface FormattedCitations {
  /** For each cluster its runs; `item` is the index in its items. */
  readonly clusters: readonly (readonly MarkupRun[])[]
  /** The works of the list in its order. */
  readonly entries: readonly { readonly work: Work; readonly runs: readonly ReferenceRun[] }[]
}

/** Formats the clusters of a brief and their works; throws a ConfigError if the style cannot be used. */
export function formatCitations(
  clusters: readonly Cluster[],
  works: ReadonlyMap<string, Work>,
  style: CitationStyle,
  locale: string,
): FormattedCitations {
  const inNotes = citationForm(style) === 'note'
  const cited = [...new Set(clusters.flatMap(({ items }) => items.map(({ workId }) => workId)))]
  const list = cited.flatMap(id => works.get(id) ?? [])
  if (list.length === 0) return { clusters: clusters.map(() => []), entries: [] }
  return withStyle(style, locale, describeWorks(list), engine => {
    // A place looks the same wherever it stands, unless the style looks at those before it.
    const places =
      inNotes || looksBack.test(style.xml) ? clusters.map((_cluster, index) => index) : indexAlike(clusters)
    const kept = [...new Set(places)]
    const written = engine.rebuildProcessorState(
      kept.map((place, index) => ({
        citationID: `place-${place}`,
        citationItems: (clusters[place]?.items ?? []).map(({ workId, locator }, item, { length }) => ({
          id: workId,
          ...(locator ? { locator: locator.value, label: locator.label } : {}),
          ...(length > 1 ? markItem(item) : {}),
        })),
        properties: { noteIndex: inNotes ? index + 1 : 0 },
      })),
      'html',
      [],
    )
    const runs = new Map(kept.map((place, index) => [place, readPlace(written[index]?.[2] ?? '', clusters[place])]))
    return { clusters: places.map(place => runs.get(place) ?? []), entries: listEntries(engine, list) }
  })
}

/** The runs of a place; where one work is cited, all of them are its own. */
function readPlace(html: string, cluster: Cluster | undefined): readonly MarkupRun[] {
  const runs = readMarkup(html)
  return cluster?.items.length === 1 ? runs.map(run => ({ ...run, item: 0 })) : runs
}

/** What a style has that shows a work differently when it is cited again. */
const looksBack = /\sposition\s*=|\set-al-subsequent-/u

/** For each cluster the index of the first one that cites the same. */
function indexAlike(clusters: readonly Cluster[]): readonly number[] {
  const first = new Map<string, number>()
  return clusters.map(({ items }, index) => {
    const key = JSON.stringify(items.map(({ workId, locator }) => [workId, locator?.label, locator?.value]))
    const known = first.get(key)
    if (known === undefined) first.set(key, index)
    return known ?? index
  })
}
