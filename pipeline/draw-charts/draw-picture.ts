/**
 * One picture: the specification in the style of the house, compiled by Vega-Lite and drawn by Vega to text. Nothing is
 * loaded from anywhere, and what either has to complain of is a mistake in the template author's file.
 */
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Chart, Picture } from '../contract/chart.ts'
import { ConfigError } from '../diagnostics/config-error.ts'
import { cleanSvg } from './clean-svg.ts'
import { estimateWidth } from './estimate-width.ts'
import { houseStyle } from './house-style.ts'

/** A row as a specification sees it. */
export interface DrawnRow {
  readonly category: string
  readonly label: string
  readonly value: number | null
  readonly period: string
  readonly start: string
  readonly end: string
  readonly year: number
}

/** Vega exports it and does not declare it. */
const { textMetrics } = vega as unknown as { readonly textMetrics: object }

/** Draws a chart's rows. Throws a ConfigError. */
export async function drawPicture(chart: Chart, id: string, rows: readonly DrawnRow[]): Promise<Picture> {
  const refuse = (complaint: unknown) =>
    new ConfigError('template-broken', `The chart cannot be drawn: ${describe(complaint)}`, {
      place: chart.file,
      remedy: 'Correct the specification under `spec`; docs/charts.md has an example.',
      cause: complaint,
    })
  const { config, ...spec } = chart.spec
  const whole = { ...houseStyle, ...spec, config: mergeConfig(config), data: { name: 'rows', values: rows } }
  // Vega reports in the middle of its own work, where an exception would be lost; so it is heard out, and then refused.
  const complaints: unknown[] = []
  const logger = createLogger(complaints)
  let svg: string
  try {
    // Drawn without a canvas, Vega takes every letter to be as wide as a capital M.
    Object.assign(textMetrics, { width: estimateWidth })
    vega.resetSVGDefIds()
    const compiled = compile(whole as unknown as TopLevelSpec, { logger })
    if (complaints.length > 0) throw complaints[0]
    const view = new vega.View(vega.parse(compiled.spec), {
      renderer: 'none',
      logger,
      loader: createLoader(complaints),
    })
    svg = await view.toSVG()
    view.finalize()
  } catch (error) {
    throw refuse(error)
  }
  const picture = cleanSvg(svg, id)
  if (complaints.length > 0) throw refuse(complaints[0])
  if (typeof picture === 'string') throw refuse(picture)
  return picture
}

function mergeConfig(own: unknown): object {
  return { ...houseStyle.config, ...(typeof own === 'object' ? own : {}) }
}

/** Keeps errors and warnings: an unknown property would else just be left out. */
function createLogger(complaints: unknown[]): vega.LoggerInterface {
  const keep = (...words: readonly unknown[]) => {
    complaints.push(words.find(word => word instanceof Error) ?? words.map(describe).join(' '))
    return logger
  }
  const ignore = () => logger
  const logger = { level: ignore, error: keep, warn: keep, info: ignore, debug: ignore } as vega.LoggerInterface
  return logger
}

/** Loads nothing: addresses, files and links have no place in a chart, whose data are the rows. */
function createLoader(complaints: unknown[]): vega.Loader {
  const refuse = async (address: string) => {
    complaints.push(`it may not load or link to ${address}, as its data are the rows`)
    return { href: '' }
  }
  return { load: refuse, sanitize: refuse, http: refuse, file: refuse } as unknown as vega.Loader
}

function describe(complaint: unknown): string {
  const text = complaint instanceof Error ? complaint.message : String(complaint)
  return (text.split('\n')[0] ?? text).replace(/[.\s]+$/u, '')
}
