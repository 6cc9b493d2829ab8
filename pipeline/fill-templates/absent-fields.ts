/**
 * Handlebars in strict mode stops at a field that is not there, which is what catches a misspelt name in a template. But
 * a view model's optional fields may rightly be absent, and a template must be able to ask for them. So every object of
 * a view is copied onto a prototype that has each optional field as null; any other name still stops the template.
 */
import type { View } from '../contract/views.ts'

/** Names of the optional fields anywhere in T. */
type OptionalNames<T> = T extends readonly (infer Item)[]
  ? OptionalNames<Item>
  : T extends object
    ? { [K in keyof T & string]-?: (undefined extends T[K] ? K : never) | OptionalNames<NonNullable<T[K]>> }[keyof T &
        string]
    : never

/** The type makes the compiler point here when a contract gains an optional field. */
const absent: Readonly<Record<OptionalNames<View>, null>> = {
  author: null,
  context: null,
  date: null,
  dateEdge: null,
  dateText: null,
  depth: null,
  edge: null,
  figure: null,
  goesOn: null,
  imported: null,
  instrument: null,
  iso: null,
  italic: null,
  lines: null,
  namedInNote: null,
  opening: null,
  other: null,
  page: null,
  pages: null,
  pageStart: null,
  period: null,
  periodText: null,
  printedYear: null,
  qualifier: null,
  reference: null,
  sentence: null,
  speaker: null,
  status: null,
  subject: null,
  suppliedBy: null,
  text: null,
  url: null,
  urlYear: null,
}

// Not frozen: what it has could then not be set on a copy, only defined, which takes several times as long.
const prototype = { ...absent }

/** A deep copy of `value` in which an optional field that is absent reads as null. */
export function withAbsentFields<T>(value: T): T {
  if (Array.isArray(value)) return value.map(withAbsentFields) as T
  if (typeof value !== 'object' || value === null) return value
  const copy = Object.create(prototype)
  for (const [name, field] of Object.entries(value)) copy[name] = withAbsentFields(field)
  return copy
}
