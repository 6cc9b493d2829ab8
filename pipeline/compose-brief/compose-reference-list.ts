/**
 * Composes a list of references for people who want the works and no brief: those of all seeds, or those that the
 * passages of some themes cite, formatted by the citation style of an audience.
 */
import type { Work } from '../contract/bibliography.ts'
import type { Audience } from '../contract/config.ts'
import type { ReferenceList } from '../contract/reference-list.ts'
import { describeWorks } from './describe-works.ts'
import { formatEntry, readBibliography } from './format-references.ts'
import { citationForm, withStyle } from './open-style.ts'

/** The works in the order of the style; throws a ConfigError if the style cannot be used. */
export function composeReferenceList(
  works: readonly Work[],
  title: string,
  { citationStyle, locale }: Pick<Audience, 'citationStyle' | 'locale'>,
): ReferenceList {
  const byId = new Map(works.map(work => [work.id, work]))
  const entries = withStyle(citationStyle, locale, describeWorks(works), engine => {
    engine.updateItems(works.map(({ id }) => id))
    return [...readBibliography(engine)].flatMap(([id, html]) => {
      const work = byId.get(id)
      return work ? [{ workId: id, runs: formatEntry(work, html) }] : []
    })
  })
  return { title, language: locale, numbered: citationForm(citationStyle) === 'numeric', entries }
}
