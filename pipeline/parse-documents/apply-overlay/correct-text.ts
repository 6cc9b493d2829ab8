/**
 * Replaces words in the text of a seed before it is read. No line is added or taken away, so that lines keep their
 * numbers; the edits say how offsets in the corrected text come back to the seed.
 */
import type { Correction, Replacement } from '../../contract/overlay.ts'
import type { Seed } from '../../contract/seed.ts'
import type { CorrectionReport } from './correction-report.ts'
import { findOccurrence } from './find-occurrence.ts'
import { reportMismatch } from './report-mismatch.ts'

/** One stretch of the seed in whose place other words stand. Ends are exclusive. */
export interface Edit {
  readonly line: number
  /** Offsets in the seed as it is on disk. */
  readonly seedStart: number
  readonly seedEnd: number
  /** Offsets in the corrected text. */
  readonly start: number
  readonly end: number
  /** Of `start`, in the corrected text. */
  readonly column: number
}

export interface CorrectedText extends CorrectionReport {
  readonly text: string
  /** In the order of the text. */
  readonly edits: readonly Edit[]
}

/** The text of a seed with all replacements that fit it. Each is looked up in the seed as it is on disk. */
export function correctText(
  seed: Pick<Seed, 'path' | 'text'>,
  entries: readonly Replacement[],
  overlay: string,
): CorrectedText {
  if (entries.length === 0) return { text: seed.text, edits: [], corrections: [], messages: [] }
  const lines = listLines(seed.text)
  const found: Found[] = []
  const messages = entries.flatMap(entry => {
    const fail = (key: 'line' | 'from' | 'occurrence', reason: string) => [
      reportMismatch(overlay, `${entry.key}.${key}`, entry.positions[key], reason),
    ]
    const line = lines[entry.line - 1]
    if (!line) return fail('line', `${seed.path} has ${lines.length} lines, and none numbered ${entry.line}`)
    const occurrence = findOccurrence(entry, [line.text], seed.path)
    if ('reason' in occurrence) return fail(occurrence.key, occurrence.reason)
    const seedStart = line.start + occurrence.at
    const seedEnd = seedStart + entry.from.length
    const other = found.find(each => each.seedStart < seedEnd && seedStart < each.seedEnd)
    if (other) return fail('from', `these words are replaced by ${other.entry.key} already`)
    found.push({ entry, seedStart, seedEnd, column: occurrence.at + 1 })
    return []
  })
  found.sort((left, right) => left.seedStart - right.seedStart)
  return { ...replaceAll(seed.text, found), corrections: found.map(toCorrection), messages }
}

interface Found {
  readonly entry: Replacement
  readonly seedStart: number
  readonly seedEnd: number
  readonly column: number
}

function replaceAll(text: string, found: readonly Found[]): Pick<CorrectedText, 'text' | 'edits'> {
  const parts: string[] = []
  const edits: Edit[] = []
  let from = 0
  let shift = 0
  let lineShift = 0
  for (const { entry, seedStart, seedEnd, column } of found) {
    const { line, to } = entry
    parts.push(text.slice(from, seedStart), to)
    const start = seedStart + shift
    if (edits.at(-1)?.line !== line) lineShift = 0
    edits.push({ line, seedStart, seedEnd, start, end: start + to.length, column: column + lineShift })
    shift += to.length - (seedEnd - seedStart)
    lineShift += to.length - (seedEnd - seedStart)
    from = seedEnd
  }
  return { text: [...parts, text.slice(from)].join(''), edits }
}

function toCorrection({ entry, seedStart, seedEnd, column }: Found): Correction {
  const { line, from, to, why } = entry
  const start = { line, column, offset: seedStart }
  const end = { line, column: column + from.length, offset: seedEnd }
  return { kind: 'replace', position: { start, end }, from, to, ...(why === undefined ? {} : { why }) }
}

/** The lines of a text with their offsets, whatever its line ends. */
function listLines(text: string): readonly { readonly start: number; readonly text: string }[] {
  const lines: { start: number; text: string }[] = []
  let start = 0
  for (const { 0: end, index } of text.matchAll(/\r\n|\n|\r/gu)) {
    lines.push({ start, text: text.slice(start, index) })
    start = index + end.length
  }
  if (start < text.length) lines.push({ start, text: text.slice(start) })
  return lines
}
