/**
 * Compares what a reader found with the truth. Everything is compared as sets of short keys: white space and hyphens
 * do not count, so that line breaks and hyphenation are not measured twice.
 */
import type { Expected } from './expect-truth.ts'

/** What a reader found, in a form that every reader can give. */
export interface Found {
  readonly blocks: readonly { readonly heading: boolean; readonly text: string }[]
  /** `identifier` is shared by a marker and its definition. */
  readonly markers: readonly { readonly label: string; readonly before: string; readonly identifier: string }[]
  readonly definitions: readonly { readonly label: string; readonly text: string; readonly identifier: string }[]
}

export const measures = ['markers', 'definitions', 'links', 'whole notes', 'paragraphs', 'headings'] as const
export type Measure = (typeof measures)[number]

export interface Tally {
  readonly hits: number
  readonly missed: readonly string[]
  readonly invented: readonly string[]
}

/** What of each measure was found. */
export type Result = Readonly<Record<Measure, Tally>>

/** The keys of the truth and of the reader, compared measure by measure. */
export function score(expected: Expected, found: Found): Result {
  const marker = (label: string, before: string) => `${label}|${normalize(before).slice(-12)}`
  const definition = (label: string, text: string) => `${label}|${normalize(text).slice(0, 20)}`
  const texts = new Map(expected.definitions.map(({ note, text }) => [note, text]))
  const found2 = new Map(found.definitions.map(({ identifier, text }) => [identifier, text]))
  const tables = expected.blocks.filter(({ kind }) => kind === 'table').map(({ text }) => text)
  const table = normalize(tables.join(''))
  const cells = new Set(tables.join(' ').split(/\s+/u).map(normalize))
  // An extract may give a table row by row or column by column.
  const isTable = (text: string) =>
    table.includes(normalize(text).slice(0, 12)) || text.split(/\s+/u).every(word => cells.has(normalize(word)))
  // A reader may keep the number of a list's item in the text or in the list.
  const head = (text: string) => normalize(text.replace(/^\s*(?:[•–-]|\(?\w{1,2}[.)])\s+/u, '')).slice(0, 16)
  return {
    markers: compare(
      expected.markers.map(({ label, before }) => marker(label, before)),
      found.markers.map(({ label, before }) => marker(label, before)),
    ),
    definitions: compare(
      expected.definitions.map(({ label, text }) => definition(label, text)),
      found.definitions.map(({ label, text }) => definition(label, text)),
    ),
    links: compare(
      expected.markers.flatMap(({ label, before, note }) => {
        const text = texts.get(note)
        return text === undefined ? [] : [`${marker(label, before)}|${definition(label, text)}`]
      }),
      found.markers.flatMap(({ label, before, identifier }) => {
        const text = found2.get(identifier)
        return text === undefined ? [] : [`${marker(label, before)}|${definition(label, text)}`]
      }),
    ),
    'whole notes': compare(
      expected.definitions.map(({ label, text }) => `${label}|${normalize(text)}`),
      found.definitions.map(({ label, text }) => `${label}|${normalize(text)}`),
    ),
    paragraphs: compare(
      expected.blocks.filter(({ kind }) => kind !== 'table').map(({ text }) => head(text)),
      found.blocks.filter(({ text }) => !isTable(text)).map(({ text }) => head(text)),
    ),
    headings: compare(
      expected.blocks.filter(({ kind }) => /title|heading/.test(kind)).map(({ text }) => normalize(text)),
      found.blocks.filter(({ heading, text }) => heading && !isTable(text)).map(({ text }) => normalize(text)),
    ),
  }
}

/** Two tallies as one. */
export function add(left: Tally, right: Tally): Tally {
  return {
    hits: left.hits + right.hits,
    missed: [...left.missed, ...right.missed],
    invented: [...left.invented, ...right.invented],
  }
}

/** The harmonic mean of precision and recall; 1 where there was nothing to find and nothing was found. */
export function f1({ hits, missed, invented }: Tally): number {
  const all = 2 * hits + missed.length + invented.length
  return all === 0 ? 1 : (2 * hits) / all
}

/** Precision and recall. */
export function rates({ hits, missed, invented }: Tally): { readonly precision: number; readonly recall: number } {
  return { precision: hits / Math.max(1, hits + invented.length), recall: hits / Math.max(1, hits + missed.length) }
}

function compare(expected: readonly string[], found: readonly string[]): Tally {
  const left = new Map<string, number>()
  for (const key of expected) left.set(key, (left.get(key) ?? 0) + 1)
  const invented: string[] = []
  let hits = 0
  for (const key of found) {
    const count = left.get(key) ?? 0
    if (count > 0) {
      hits += 1
      left.set(key, count - 1)
    } else invented.push(key)
  }
  const missed = [...left].flatMap(([key, count]) => Array.from({ length: count }, () => key))
  return { hits, missed, invented }
}

/** Fonts print the apostrophe and the letter U+02BC with one sign, so that a PDF may give either for it. */
function normalize(text: string): string {
  return text.replace(/\u02bc/gu, '’').replace(/[\s\u00ad\-‐]/gu, '')
}
