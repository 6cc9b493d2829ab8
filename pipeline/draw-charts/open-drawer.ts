/**
 * Draws charts in a thread of their own: loading Vega takes as long as composing a brief, which is done meanwhile.
 */
import type { Picture } from '../contract/chart.ts'
import type { Config } from '../contract/config.ts'
import { openThread } from '../threads/ask-thread.ts'
import type { DrawnRow } from './draw-picture.ts'
import type { DrawQuestion } from './serve-drawing.ts'

/** A thread that draws charts. */
export interface Drawer {
  /** Rejects with a ConfigError where a specification cannot be drawn. */
  readonly draw: (question: DrawQuestion) => Promise<Picture>
  /** Must be called in all cases; without charts there is no thread. */
  readonly close: () => Promise<void>
}

const sample = {
  category: 'A',
  label: '1',
  value: 1,
  period: '2020',
  start: '2020-01-01',
  end: '2020-12-31',
  year: 2020,
} as const satisfies DrawnRow

/** A drawer, whose thread starts at once if the templates have charts, so that it is there when the first is to be drawn. */
export function openDrawer({ charts }: Pick<Config, 'charts'>): Drawer {
  const { ask, end } = openThread<DrawQuestion, Picture>({ module: 'draw-charts/serve-drawing' })
  // The first drawing takes several times as long as the next, as nothing of Vega is compiled yet; a row of no chart pays for it.
  for (const chart of charts) ask({ chart, id: 'sample', rows: [sample] }).catch(() => undefined)
  return { draw: ask, close: end }
}
