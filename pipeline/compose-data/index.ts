/**
 * Composes what a theme's evidence gives to people with spreadsheets: flat records of figures, events and quotations, each
 * with its sentence, its place and the work behind it. What belongs to a theme is what stands in its sentences.
 */
import type { Config, Theme } from '../contract/config.ts'
import type { CitedDocument } from '../contract/document.ts'
import type { Evidence, Statement } from '../contract/evidence.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Passage } from '../contract/passage.ts'
import type { ThemeData } from '../contract/theme-data.ts'
import { createOriginComposer } from './compose-origin.ts'
import { composePeriod } from './compose-period.ts'

export interface DataMaterial {
  readonly documents: readonly CitedDocument[]
  readonly passages: readonly Passage[]
  readonly evidence: Evidence
  /** Works in words, by id. */
  readonly references: ReadonlyMap<string, string>
  /** The edition's. */
  readonly date: string | null
}

/** The data of each selected theme. */
export function composeData(material: DataMaterial, config: Config): Outcome<readonly ThemeData[]> {
  const originOf = createOriginComposer(material.documents, material.references, config)
  const themes = config.themes.filter(({ id }) => config.selected.themes.includes(id))
  return { value: themes.map(theme => composeTheme(theme, material, originOf, config)), messages: [] }
}

function composeTheme(
  { id, title }: Theme,
  { passages, evidence, date }: DataMaterial,
  originOf: ReturnType<typeof createOriginComposer>,
  config: Config,
): ThemeData {
  const chosen = new Set(passages.flatMap(({ theme, sentences }) => (theme === id ? sentences : [])))
  const own = <T extends Statement>(items: readonly T[]) => items.filter(({ sentenceId }) => chosen.has(sentenceId))
  return {
    schema: 'urn:briefwright:theme-data:1',
    theme: { id, title },
    publication: config.title,
    publisher: config.publisher,
    date,
    figures: own(evidence.figures).map(figure => ({
      kind: 'figure',
      ...originOf(figure, id),
      value: figure.value,
      valueText: figure.valueText,
      unit: figure.unit,
      qualifier: figure.qualifier ?? null,
      measure: figure.measure,
      subject: figure.subject,
      wellFormed: figure.wellFormed,
      ...composePeriod(figure.period),
    })),
    events: own(evidence.events).map(event => ({
      kind: event.kind,
      ...originOf(event, id),
      parties: event.parties,
      instrument: event.instrument ?? null,
      status: event.status ?? null,
      ...composePeriod(event.date),
    })),
    quotations: own(evidence.quotations).map(quotation => ({
      kind: 'quotation',
      ...originOf(quotation, id),
      text: quotation.text,
      speaker: quotation.speaker ?? null,
      closed: quotation.closed,
    })),
  }
}
