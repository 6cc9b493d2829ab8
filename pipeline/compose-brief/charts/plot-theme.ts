/**
 * What the charts of one theme draw, before any audience chooses among them: figures by figure charts, signed papers by
 * timelines. Where figures were asked for but cannot be compared, there is a plot without rows, and a message.
 */
import type { VFileMessage } from 'vfile-message'
import type { Chart } from '../../contract/chart.ts'
import type { Config, Theme } from '../../contract/config.ts'
import type { Event, Period } from '../../contract/evidence.ts'
import type { Outcome } from '../../contract/outcome.ts'
import { createMessage } from '../../diagnostics/create-message.ts'
import type { Library } from '../library.ts'
import type { ThemeMaterial } from '../theme-material.ts'
import { type ChosenRows, chooseRows } from './choose-rows.ts'

export type DatedEvent = Event & { readonly date: Period }

/** A chart and what it shows of a theme. */
export type Plot =
  | ({ readonly chart: Chart; readonly of: 'figures' } & ChosenRows)
  | {
      readonly chart: Chart
      readonly of: 'agreements'
      readonly rows: readonly DatedEvent[]
      readonly leftOut: readonly Event[]
    }

/** The plots of a theme: first those that can be drawn, charts made for this theme before charts for all. */
export function plotTheme(
  theme: Theme,
  material: Pick<ThemeMaterial, 'figures' | 'passages' | 'agreements'>,
  library: Library,
  { charts }: Pick<Config, 'charts'>,
): Outcome<readonly Plot[]> {
  const plots = charts
    .filter(({ themes }) => themes.length === 0 || themes.includes(theme.id))
    .toSorted((left, right) => Number(left.themes.length === 0) - Number(right.themes.length === 0))
    .flatMap(chart => plot(chart, theme, material, library))
  const drawn = plots.filter(({ rows }) => rows.length > 0)
  const refused = plots.filter(({ rows }) => rows.length === 0)
  return { value: [...drawn, ...refused], messages: refused.flatMap(each => report(each, theme)) }
}

function plot(
  chart: Chart,
  theme: Theme,
  material: Pick<ThemeMaterial, 'figures' | 'passages' | 'agreements'>,
  library: Library,
): readonly Plot[] {
  if (chart.figures) {
    const chosen = chooseRows(chart, chart.figures, theme, material, library)
    return chosen.rows.length + chosen.leftOut.length === 0 ? [] : [{ chart, of: 'figures', ...chosen }]
  }
  const papers = material.agreements.flatMap(([first]) => first ?? [])
  const isDrawn = (paper: Event): paper is DatedEvent => paper.date !== undefined && paper.status !== 'planned'
  const rows = papers.filter(isDrawn)
  return rows.length < chart.fewest
    ? []
    : [{ chart, of: 'agreements', rows, leftOut: papers.filter(paper => !isDrawn(paper)) }]
}

function report({ chart, leftOut }: Plot, theme: Theme): readonly VFileMessage[] {
  const [first] = leftOut
  if (!first) return []
  const { origin } = 'figure' in first ? first.figure : first
  const reason =
    `The chart ${chart.name} of the theme ${theme.id} is not drawn: ` +
    `of ${leftOut.length} figures no ${chart.fewest} can be compared`
  return [createMessage('figures-are-comparable', reason, { file: origin.seed, position: origin.position })]
}
