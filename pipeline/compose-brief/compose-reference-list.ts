/**
 * Composes a list of references for people who want the works and no brief: those of all seeds, or those that the
 * passages of some themes cite, formatted by the citation style of an audience.
 */
import type { Work } from '../contract/bibliography.ts'
import type { Config } from '../contract/config.ts'
import type { ReferenceList } from '../contract/reference-list.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { describeWorks } from './describe-works.ts'
import { listEntries } from './format-references.ts'
import { citationForm, withStyle } from './open-style.ts'

/**
 * The works in the order of the style of the first selected audience; the title names the selected themes where they are
 * what the works were chosen by. Throws a ConfigError if the style cannot be used.
 */
export function composeReferenceList(works: readonly Work[], byTheme: boolean, config: Config): ReferenceList {
  const { title, themes, audiences, selected } = config
  const names = themes.filter(({ id }) => byTheme && selected.themes.includes(id)).map(theme => theme.title)
  const audience = audiences.find(({ id }) => selected.audiences.includes(id))
  if (!audience) throw new ConfigError('unknown-audience', 'A list of references takes an audience, and there is none')
  const { citationStyle, locale } = audience
  const entries = withStyle(citationStyle, locale, describeWorks(works), engine => {
    engine.updateItems(works.map(({ id }) => id))
    return listEntries(engine, works).map(({ work, runs }) => ({ workId: work.id, runs }))
  })
  return {
    title: names.length === 0 ? title : `${title}: ${names.join(', ')}`,
    language: locale,
    numbered: citationForm(citationStyle) === 'numeric',
    entries,
  }
}

/** The references of works as plain text, by the work's id, in the style of the first selected audience. */
export function writeReferences(works: readonly Work[], config: Config): ReadonlyMap<string, string> {
  const { entries } = composeReferenceList(works, false, config)
  return new Map(entries.map(({ workId, runs }) => [workId, runs.map(({ text }) => text).join('')]))
}
