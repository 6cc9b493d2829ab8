/**
 * Charts: what a template author asks for in templates/charts/, and what a brief shows of it. The rows of a chart are
 * single figures or agreements as the seeds print them; no number in it is computed.
 */
import type { Cite } from './citing.ts'
import type { FigureView } from './figure-view.ts'
import type { Excerpt, SourceLink } from './statement-view.ts'

/** A text for every language under `*`, or texts by language tag. */
export type Texts = Readonly<Record<string, string>>

/** A file of templates/charts/. */
export interface Chart {
  /** The file's name without its extension. */
  readonly name: string
  /** Path in the project. */
  readonly file: string
  readonly title: Texts
  /** How the text alternative opens; the title where it is null. */
  readonly alt: Texts | null
  /** Ids of the themes it is for; empty for every theme. */
  readonly themes: readonly string[]
  readonly by: 'members' | 'periods' | 'agreements'
  /** What figures it takes; null for agreements. */
  readonly figures: FigureChoice | null
  /** Rows it must have at least to be drawn. */
  readonly fewest: number
  /** The Vega-Lite specification; its data is named `rows`. */
  readonly spec: Readonly<Record<string, unknown>>
}

/** Which figures a chart takes. Words of `subject` and `sentence` are found by their stems. */
export interface FigureChoice {
  /** Units, or `currency` for any money. */
  readonly unit: readonly string[]
  readonly measure: 'level' | 'growth' | 'index' | 'share'
  /** One of these stands in the figure's subject. */
  readonly subject: readonly string[]
  /** One of these stands in its sentence; empty where the subject is enough. */
  readonly sentence: readonly string[]
  /** As written, one of these in its sentence makes it something else. */
  readonly without: readonly string[]
}

/** A figure or agreement in a chart. */
export interface ChartRow {
  /** The evidence's id. */
  readonly id: string
  /** What the row is named by: the member, the period, or what was signed and by whom. */
  readonly category: string
  /** The value as printed, or the date for people. */
  readonly label: string
  /** The figure as it is printed; absent in a chart of agreements. */
  readonly figure?: DrawnFigure
  readonly value: number | null
  /** First and last day. */
  readonly start: string
  readonly end: string
  readonly periodText: string
  readonly excerpt: Excerpt
  readonly statement: { readonly id: string }
  readonly source: SourceLink
  readonly cites: readonly Cite[]
}

/** What of a figure is shown beside its picture. */
export type DrawnFigure = Pick<FigureView, 'id' | 'valueText' | 'wellFormed' | 'qualifier'> &
  Pick<ChartRow, 'statement'>

/** Why a figure or agreement that the chart asks for is not drawn; `charts.why.<reason>` says it in words. */
export type LeftOutReason =
  | 'malformed'
  | 'noPeriod'
  | 'planned'
  | 'undated'
  | 'part'
  | 'noMember'
  | 'otherPeriod'
  | 'otherUnit'
  | 'otherSubject'
  | 'conflict'
  | 'alone'

/** A figure or agreement that is not drawn. */
export interface LeftOutView {
  readonly id: string
  /** The member or subject, where one is known. */
  readonly category: string | null
  readonly periodText: string | null
  readonly figure?: DrawnFigure
  readonly reason: LeftOutReason
  /** What it has itself, and what the chart shows, where the two differ: periods, units, subjects, or a value. */
  readonly own: string
  readonly drawn: string
  readonly source: SourceLink
}

/** An SVG without its outermost element. */
export interface Picture {
  readonly viewBox: string
  /** As a CSS length. */
  readonly width: string
  /** Markup that may stand on a page as it is. */
  readonly body: string
}

/** A chart of a brief; one without rows says why there is none. */
export interface ChartView {
  /** Anchor. */
  readonly id: string
  /** The name of the template author's file. */
  readonly name: string
  readonly title: string
  readonly alt: string
  readonly by: Chart['by']
  /** The period that all rows share, for people; null where they have their own. */
  readonly periodText: string | null
  readonly rows: readonly ChartRow[]
  readonly leftOut: readonly LeftOutView[]
  /** Null until it is drawn, and where there are no rows. */
  readonly picture: Picture | null
}
