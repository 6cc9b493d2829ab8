/**
 * Loads Vega, which takes a quarter of a second: a build does so while it waits for the browser.
 */
import type { Config } from '../contract/config.ts'

/** Loads what draws charts, if the templates have any. */
export async function loadDrawing({ charts }: Pick<Config, 'charts'>): Promise<void> {
  if (charts.length > 0) await import('./draw-picture.ts')
}
