/**
 * Reads the areas of a GOST description one after the other, each as whatever it proves to be.
 */
import type { Locator } from '../contract/bibliography.ts'
import { mediumMark } from './marks.ts'
import { parseArea } from './parse-area.ts'
import type { Draft } from './reference.ts'
import { splitSentences } from './split-sentences.ts'

/** Reads areas in order; gives the places they print. */
export function parseAreas(areas: readonly string[], fields: Draft): readonly Locator[] {
  const places: Locator[] = []
  const read = (area: string, split: boolean): void => {
    const clean = area.replaceAll(mediumMark, ' ').replace(/(?<=\d)\.$/u, '')
    const reading = parseArea(clean, fields, false)
    if (reading.locator) places.push(reading.locator)
    if (reading.known || !split) return
    const parts = splitSentences(clean, true)
    if (parts.length > 1) for (const part of parts) read(part, false)
    else if (!/:/u.test(clean)) parseCommas(clean, fields, places)
  }
  for (const area of areas) read(area, true)
  return places
}

/** `Минск, 2020, № 3, с. 12`: parts with commas between; gives what is left at the front, `least` parts of it. */
export function parseCommas(text: string, fields: Draft, places: Locator[], least = 0): string {
  const parts = text.split(/,\s/u)
  let count = parts.length
  while (count > least) {
    const { known, locator } = parseArea(parts[count - 1] ?? '', fields, true)
    if (locator) places.push(locator)
    if (!known) break
    count -= 1
  }
  return parts.slice(0, count).join(', ')
}
