/**
 * What the thread that draws charts answers: a specification and its rows come in, the picture goes out. A file of its own
 * because it is where that thread, which alone loads Vega, begins.
 */
import type { Chart, Picture } from '../contract/chart.ts'
import type { Served } from '../threads/ask-thread.ts'
import { type DrawnRow, drawPicture } from './draw-picture.ts'

export { packError } from '../threads/pack-error.ts'

/** A chart to draw; `id` begins the identifiers in its picture. */
export interface DrawQuestion {
  readonly chart: Chart
  readonly id: string
  readonly rows: readonly DrawnRow[]
}

/** Answers with pictures, one after the other, as Vega counts what it draws. */
export function serve(): (question: DrawQuestion) => Promise<Served<Picture>> {
  let last: Promise<unknown> = Promise.resolve()
  return ({ chart, id, rows }) => {
    const drawn = last.then(async () => ({ answer: await drawPicture(chart, id, rows) }))
    last = drawn.catch(() => undefined)
    return drawn
  }
}
