/**
 * Charts as a brief shows them, but for the drawing: rows with their values as printed, the words and places they come
 * from, and what is left out and why.
 */
import type { Chart, ChartRow, ChartView, DrawnFigure, LeftOutView, Texts } from '../../contract/chart.ts'
import type { Event, Figure, Statement } from '../../contract/evidence.ts'
import type { Excerpt } from '../../contract/statement-view.ts'
import { formatPeriod } from '../../tree/format-period.ts'
import type { Library } from '../library.ts'
import { excerptAround, type LiftedSentence } from '../lift-sentence.ts'
import type { StatementWriter } from '../write-statements.ts'
import type { ChosenFigure, LeftOutFigure } from './choose-rows.ts'
import type { DatedEvent, Plot } from './plot-theme.ts'
import { spanPeriod } from './span-period.ts'

/** What charts are composed with: one theme, one audience. */
export interface ChartTools {
  readonly library: Library
  readonly writer: StatementWriter
  readonly language: string
  /** The theme's title, for titles that hold `{theme}`. */
  readonly theme: string
  /** A figure in its sentence. */
  readonly excerpt: (figure: Figure) => Excerpt
}

/** The view of a plot. */
export function composeChart(plot: Plot, tools: ChartTools): ChartView {
  const { chart } = plot
  const rows =
    plot.of === 'figures'
      ? plot.rows.flatMap(row => composeFigureRow(row, chart, tools))
      : plot.rows.flatMap(event => composeEventRow(event, tools))
  const leftOut =
    plot.of === 'figures'
      ? plot.leftOut.flatMap(left => composeLeftOut(left, chart, rows, tools))
      : plot.leftOut.flatMap(event => composeUndrawn(event, tools))
  const title = inLanguage(chart.title, tools)
  return {
    id: `chart-${chart.name}`,
    name: chart.name,
    title,
    alt: chart.alt ? inLanguage(chart.alt, tools) : title,
    by: chart.by,
    periodText: chart.by === 'members' ? (rows[0]?.periodText ?? null) : null,
    rows,
    leftOut,
    picture: null,
  }
}

function inLanguage(texts: Texts, { language, theme }: ChartTools): string {
  const base = language.split('-')[0] ?? language
  const text = texts[language] ?? texts[base] ?? texts['*'] ?? texts.en ?? Object.values(texts)[0] ?? ''
  return text.replaceAll('{theme}', theme)
}

/** As a figure is shown everywhere in a brief: how exact it is, and the words of the print. */
function labelOf({ qualifier, valueText }: Figure): string {
  return qualifier === undefined ? valueText : `${qualifier} ${valueText}`
}

function drawnFigure({ id, valueText, wellFormed, qualifier, sentenceId }: Figure): DrawnFigure {
  return { id, valueText, wellFormed, ...(qualifier ? { qualifier } : {}), statement: { id: sentenceId } }
}

function composeFigureRow({ figure, who }: ChosenFigure, chart: Chart, tools: ChartTools): readonly ChartRow[] {
  const periodText = formatPeriod(figure.period?.iso ?? '', tools.language)
  return composeSource(figure, tools).map(source => ({
    id: figure.id,
    category: chart.by === 'periods' ? periodText : who,
    label: labelOf(figure),
    figure: drawnFigure(figure),
    value: figure.value,
    ...spanPeriod(figure.period?.iso ?? ''),
    periodText,
    excerpt: tools.excerpt(figure),
    statement: { id: figure.sentenceId },
    ...source,
  }))
}

function composeEventRow(event: DatedEvent, tools: ChartTools): readonly ChartRow[] {
  const periodText = formatPeriod(event.date.iso, tools.language)
  return composeSource(event, tools).map(source => ({
    id: event.id,
    category: nameEvent(event),
    label: periodText,
    value: null,
    ...spanPeriod(event.date.iso),
    periodText,
    excerpt: excerptAround(liftedOf(event, tools), []),
    statement: { id: event.sentenceId },
    ...source,
  }))
}

function liftedOf({ sentenceId, sentence }: Event, { library }: ChartTools): LiftedSentence {
  return library.lift(sentenceId) ?? { text: sentence, notes: [], opened: false, closed: false }
}

/** What was signed, and by whom. */
function nameEvent({ instrument, parties }: Event): string {
  return [instrument, parties.join(', ')].filter(Boolean).join(': ')
}

function composeLeftOut(
  { figure, who, reason, other }: LeftOutFigure,
  chart: Chart,
  rows: readonly ChartRow[],
  tools: ChartTools,
): LeftOutView[] {
  const tell = (of: Figure): string => {
    if (reason === 'otherPeriod') return formatPeriod(of.period?.iso ?? '', tools.language)
    if (reason === 'otherUnit') return of.unit
    return reason === 'otherSubject' ? of.subject : labelOf(of)
  }
  const periodText = figure.period ? formatPeriod(figure.period.iso, tools.language) : null
  return placeOf(figure, tools).map(source => ({
    id: figure.id,
    category: chart.by === 'members' ? who : periodText,
    periodText,
    figure: drawnFigure(figure),
    reason,
    own: tell(figure),
    drawn: reason === 'otherPeriod' ? listPeriods(rows) : other ? tell(other) : '',
    source,
  }))
}

function listPeriods(rows: readonly ChartRow[]): string {
  return [...new Set(rows.map(({ periodText }) => periodText))].join(', ')
}

function composeUndrawn(event: Event, tools: ChartTools): LeftOutView[] {
  return placeOf(event, tools).map(source => ({
    id: event.id,
    category: nameEvent(event),
    periodText: event.date ? formatPeriod(event.date.iso, tools.language) : null,
    reason: event.date ? 'planned' : 'undated',
    own: '',
    drawn: '',
    source,
  }))
}

function composeSource(statement: Statement, tools: ChartTools): readonly Pick<ChartRow, 'source' | 'cites'>[] {
  const { library, writer } = tools
  const paragraph = library.paragraphs.get(statement.paragraphId)
  if (!paragraph) return []
  return placeOf(statement, tools).map(source => ({ source, cites: writer.citeEvidence(statement, paragraph) }))
}

function placeOf({ paragraphId, sentenceId }: Statement, { library, writer }: ChartTools): ChartRow['source'][] {
  const paragraph = library.paragraphs.get(paragraphId)
  return paragraph ? [writer.linkTo(paragraph, library.sentences.get(sentenceId)?.sentence)] : []
}
