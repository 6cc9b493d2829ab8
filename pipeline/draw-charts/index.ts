/**
 * Draws the charts of briefs: rows and a template author's Vega-Lite specification become inline SVG, on the server and
 * without a browser. Nothing is started where there is no chart to draw; the same rows are drawn once.
 */
import type { Brief } from '../contract/brief.ts'
import type { ChartRow, ChartView, Picture } from '../contract/chart.ts'
import type { Config } from '../contract/config.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { DrawnRow } from './draw-picture.ts'
import type { Drawer } from './open-drawer.ts'

/** The briefs with their pictures. A specification that cannot be drawn throws a ConfigError that names its file. */
export async function drawCharts(
  briefs: readonly Brief[],
  config: Config,
  drawer: Pick<Drawer, 'draw'>,
): Promise<Outcome<readonly Brief[]>> {
  const drawn = new Map<string, Promise<Picture>>()
  const draw = (view: ChartView): Promise<Picture | null> | null => {
    const chart = config.charts.find(({ name }) => name === view.name)
    if (!chart || view.rows.length === 0) return null
    const rows = view.rows.map(toDrawn)
    const key = JSON.stringify([view.name, rows])
    const picture = drawn.get(key) ?? drawer.draw({ chart, id: view.id, rows })
    drawn.set(key, picture)
    return picture
  }
  const value = await Promise.all(
    briefs.map(async brief => ({
      ...brief,
      charts: await Promise.all(brief.charts.map(async view => ({ ...view, picture: await draw(view) }))),
    })),
  )
  return { value, messages: [] }
}

function toDrawn({ category, label, value, periodText, start, end }: ChartRow): DrawnRow {
  return { category, label, value, period: periodText, start, end, year: Number(start.slice(0, 4)) }
}
