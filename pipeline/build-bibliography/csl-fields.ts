/**
 * The fields of CSL-JSON that the pipeline knows, by what they hold, and an item with its fields in a fixed order.
 */
import type { CslItem } from '../contract/bibliography.ts'
import type { Draft } from './reference.ts'

export const nameFields = ['author', 'editor', 'translator'] as const
export const dateFields = ['issued', 'accessed'] as const
const descriptive = [
  'container-title',
  'collection-title',
  'publisher',
  'publisher-place',
  'volume',
  'issue',
  'edition',
  'genre',
  'number',
  'event-title',
  'medium',
  'page',
  'number-of-pages',
] as const
const identifying = ['URL', 'DOI', 'ISBN', 'ISSN', 'language'] as const
export const textFields = ['title', ...descriptive, ...identifying] as const

const order = ['title', ...nameFields, ...descriptive, ...dateFields, ...identifying] as const

/** The item of a work; a field that is not known is absent. */
export function toCsl(id: string, fields: Draft): CslItem {
  const present = order.flatMap(field => (fields[field] === undefined ? [] : [[field, fields[field]]]))
  return { id, type: fields.type ?? 'document', ...Object.fromEntries(present) }
}
