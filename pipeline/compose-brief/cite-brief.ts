/**
 * Describes a brief as a work that can be cited: an entry in CSL-JSON, and the same in the citation style of the brief.
 */
import type { CslItem } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { ReferenceRun } from '../contract/citing.ts'
import type { Audience, Config } from '../contract/config.ts'
import type { EditionEntries } from '../contract/reference-list.ts'
import { formatReferences } from './format-references.ts'

type Citable = Pick<Brief, 'theme' | 'audience' | 'title' | 'date' | 'language'>

/** The entry of a brief; the publisher is the author, as nobody else has written it. */
export function describeBrief({ theme, audience, title, date, language }: Citable, config: Config): CslItem {
  return {
    id: [theme.id, audience.id, ...(date === null ? [] : [date])].join('-'),
    type: 'report',
    title,
    ...(config.publisher === '' ? {} : { author: [{ literal: config.publisher }] }),
    'collection-title': config.title,
    ...(date === null ? {} : { issued: { 'date-parts': [date.split('-').map(Number)] } }),
    ...(config.url === null ? {} : { URL: `${config.url}/briefs/${theme.id}/${audience.id}.html` }),
    language,
  }
}

/** The entries of all briefs of an edition. */
export function describeBriefs(briefs: readonly Brief[], config: Config): EditionEntries {
  return { entries: briefs.map(brief => describeBrief(brief, config)), date: briefs[0]?.date ?? config.date }
}

/** The entry as the style of `audience` has it. */
export function citeBrief(entry: CslItem, { citationStyle, locale }: Audience): readonly ReferenceRun[] {
  const work = { id: entry.id, csl: entry, confidence: {}, raw: [entry.title ?? entry.id], origins: [] }
  return formatReferences({ works: [work], style: citationStyle, locale })[0] ?? []
}
