/**
 * A place in a seed, as people write it. Text has lines; a Word document has paragraphs and, where it tells them, pages.
 * The words around the numbers are the locale's.
 */
import type { Position } from 'unist'
import type { PaperPlace } from '../contract/origin.ts'
import type { MediaType } from '../contract/seed.ts'

/** What a place is counted in: `pages` are pages with paragraphs. */
export type PlaceUnit = 'lines' | 'paragraphs' | 'pages'

/** The numbers of a place. */
export interface ShownPlace {
  readonly unit: PlaceUnit
  /** Lines or paragraphs: `58–94`, or `58` where there is one. */
  readonly lines: string
  readonly page?: string
}

/** The place `position` in a seed of a format; `place` is what the reader left on the node. */
export function formatPlace(position: Position, mediaType: MediaType, place?: PaperPlace): ShownPlace {
  const unit = unitOf(mediaType)
  const lines = unit === 'lines' && place ? String(place.paragraph) : formatRange(position)
  if (place?.page !== undefined) return { unit: 'pages', lines, page: String(place.page) }
  return { unit: place ? 'paragraphs' : unit, lines }
}

/** What the lines of positions are in a format. */
export function unitOf(mediaType: MediaType): Exclude<PlaceUnit, 'pages'> {
  return mediaType.endsWith('wordprocessingml.document') ? 'paragraphs' : 'lines'
}

function formatRange({ start, end }: Position): string {
  return start.line === end.line ? `${start.line}` : `${start.line}–${end.line}`
}
