/**
 * Composes the briefs of a theme: for each audience, what was selected and extracted becomes the view model that
 * templates show. The brief takes its words from the seeds alone; what is decided here is order, number and citation.
 */
import type { Bibliography } from '../contract/bibliography.ts'
import type { Brief } from '../contract/brief.ts'
import type { Audience, Config, Theme } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Evidence } from '../contract/evidence.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Passage } from '../contract/passage.ts'
import type { SourceQuality } from '../contract/quality.ts'
import { formatDay } from '../tree/format-period.ts'
import { type Plot, plotTheme } from './charts/plot-theme.ts'
import { citeBrief, describeBrief } from './cite-brief.ts'
import { createCitationIndex } from './cite-notes.ts'
import { composeAnnex } from './compose-annex.ts'
import { composeParts } from './compose-parts.ts'
import { createLibrary, type Library } from './library.ts'
import { measureQuality } from './measure-quality.ts'
import { joinNames, type ThemeNames } from './stands-alone.ts'
import { gatherTheme, namesOf, type ThemeMaterial } from './theme-material.ts'
import { createStatementWriter } from './write-statements.ts'

export interface BriefMaterial {
  readonly documents: readonly CitedDocument[]
  readonly bibliography: Bibliography
  readonly sources: SourceQuality
  readonly passages: readonly Passage[]
  readonly evidence: Evidence
}

/** The briefs of a theme: one for each selected audience. */
export function composeBrief(material: BriefMaterial, theme: Theme, config: Config): Outcome<readonly Brief[]> {
  const index = indexes.get(material) ?? createIndex(material, config)
  indexes.set(material, index)
  const { library, namesOfTheme } = index
  const gathered = gatherTheme(theme, material.passages, material.evidence, library, namesOfTheme.get(theme.id))
  const plots = plotTheme(theme, gathered, library, config)
  const audiences = config.audiences.filter(({ id }) => config.selected.audiences.includes(id))
  const briefs = audiences.map(audience =>
    composeOne(theme, audience, gathered, plots.value, library, material.sources, config),
  )
  return { value: briefs, messages: plots.messages }
}

/** What is worked out once for all themes. */
interface Index {
  readonly library: Library
  readonly namesOfTheme: ReadonlyMap<string, ThemeNames>
}

/** One analysis is one run. */
const indexes = new WeakMap<BriefMaterial, Index>()

function createIndex({ documents, bibliography, evidence, passages }: BriefMaterial, config: Config): Index {
  const namesOfTheme = new Map(config.themes.map(theme => [theme.id, namesOf(theme, passages)]))
  return {
    library: createLibrary(documents, bibliography, evidence, joinNames([...namesOfTheme.values()])),
    namesOfTheme,
  }
}

function composeOne(
  theme: Theme,
  audience: Audience,
  material: ThemeMaterial,
  plots: readonly Plot[],
  library: Library,
  sources: SourceQuality,
  config: Config,
): Brief {
  const citations = createCitationIndex(library, audience)
  const writer = createStatementWriter(library, citations)
  const parts = composeParts(theme, material, plots, audience, library, writer)
  const lists = citations.list()
  const date = config.date ?? newestDate(library)
  const title = `${theme.title}: ${lowerFirst(audience.title)}`
  return {
    id: `${theme.id}/${audience.id}`,
    theme: { id: theme.id, title: theme.title },
    audience: { id: audience.id, title: audience.title },
    title,
    publication: config.title,
    publisher: config.publisher,
    language: audience.locale,
    date,
    dateText: date === null ? null : formatDay(date, audience.locale),
    cite: citeBrief(describeBrief({ theme, audience, title, date, language: audience.locale }, config), audience),
    sources: writer.listSources(),
    counts: {
      passages: material.passages.length,
      sentences: material.sentences.length,
      figures: material.figures.length,
      events: material.events.length,
      agreements: material.agreements.length,
      quotations: material.quotations.length,
      references: lists.references.length,
      lostNotes: lists.lostNotes.reduce((sum, { count }) => sum + count, 0),
    },
    ...parts,
    ...lists,
    annex: audience.parts.includes('annex')
      ? composeAnnex(writer, audience.select.annex, lists.references, library)
      : [],
    quality: measureQuality({ writer, parts }, sources, library),
    shortens: shortens(parts),
  }
}

/** Whether the mark of what is left out stands anywhere in the parts. */
function shortens({ keyFigures, figures, keyPoints, sections, quotations, timeline }: ReturnType<typeof composeParts>) {
  const excerpts = [...keyFigures, ...figures].map(({ excerpt }) => excerpt)
  return (
    excerpts.some(({ cutBefore, cutAfter }) => cutBefore || cutAfter) ||
    [...excerpts, ...timeline].some(({ context }) => context?.gap) ||
    quotations.some(({ contexts }) => contexts.some(({ gap }) => gap)) ||
    keyPoints.some(({ inlines }) => inlines.some(({ kind }) => kind === 'gap')) ||
    sections.some(({ passages }) => passages.some(({ partial }) => partial))
  )
}

function newestDate(library: Library): string | null {
  const dates = Array.from(library.documents.values()).flatMap(({ seed }) =>
    seed.metadata.date ? [seed.metadata.date] : [],
  )
  return dates.sort().at(-1) ?? null
}

/** `Executive brief` after a colon; words in capitals stay. */
function lowerFirst(text: string): string {
  return /^\p{Lu}\p{Ll}/u.test(text) ? (text[0] ?? '').toLowerCase() + text.slice(1) : text
}
