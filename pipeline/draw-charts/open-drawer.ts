/**
 * Draws charts in a thread of their own: loading Vega takes as long as composing a brief, which is done meanwhile.
 */
import type { Picture } from '../contract/chart.ts'
import type { Config } from '../contract/config.ts'
import { openThread } from '../threads/ask-thread.ts'
import type { DrawQuestion } from './serve-drawing.ts'

/** A thread that draws charts. */
export interface Drawer {
  /** Rejects with a ConfigError where a specification cannot be drawn. */
  readonly draw: (question: DrawQuestion) => Promise<Picture>
  /** Must be called in all cases; without charts there is no thread. */
  readonly close: () => Promise<void>
}

/** A drawer, whose thread starts at once if the templates have charts, so that it is there when the first is to be drawn. */
export function openDrawer({ charts }: Pick<Config, 'charts'>): Drawer {
  const { start, ask, end } = openThread<DrawQuestion, Picture>({ module: 'draw-charts/serve-drawing' })
  if (charts.length > 0) start()
  return { draw: ask, close: end }
}
