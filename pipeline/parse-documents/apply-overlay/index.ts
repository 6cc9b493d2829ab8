/**
 * Reads a seed with its overlay: words are replaced before the reader sees them, places are brought back to the seed as
 * it is on disk, and then the tree is corrected. A seed without corrections is read as it is.
 */
import type { Config } from '../../contract/config.ts'
import type { Outcome } from '../../contract/outcome.ts'
import type { Correction, Overlay } from '../../contract/overlay.ts'
import type { Seed } from '../../contract/seed.ts'
import type { Reader, Reading, ReadingOptions } from '../reader.ts'
import { correctBlocks } from './correct-blocks.ts'
import { correctHeadings } from './correct-headings.ts'
import { correctText } from './correct-text.ts'
import { correctWords } from './correct-words.ts'
import type { CorrectionReport } from './correction-report.ts'
import { restorePlaces } from './restore-places.ts'
import { createRestorer, type RestorePoint } from './restore-point.ts'
import { supplyNotes } from './supply-notes.ts'

export interface CorrectedReading extends Reading {
  readonly corrections: readonly Correction[]
  /** The text that was read, and the way from its places to those of the seed. */
  readonly text: string
  readonly restore: RestorePoint
}

/** Reads a seed and corrects what was read. */
export async function readCorrected(
  seed: Seed,
  read: Reader,
  config: Config,
  options: ReadingOptions = {},
): Promise<Outcome<CorrectedReading | undefined>> {
  const { overlay } = seed
  if (!overlay || !corrects(overlay)) {
    const { value, messages } = await read(seed, config, options)
    return { value: value && { ...value, corrections: [], text: seed.text, restore: point => point }, messages }
  }
  const isText = seed.encoding !== null
  const source = correctText(seed, isText ? overlay.replace : [], overlay.path)
  const { value, messages } = await read({ ...seed, text: source.text }, config, options)
  if (!value) return { value, messages }
  const tree = structuredClone(value.tree)
  const restore = createRestorer(source.text, source.edits)
  if (source.edits.length > 0) restorePlaces(tree, source.text, source.edits, restore)
  // A heading may be what a break has just cut off, and a note's marker may stand in what was joined.
  const reports: readonly CorrectionReport[] = [
    source,
    correctWords(tree, seed, isText ? [] : overlay.replace, overlay.path),
    correctBlocks(tree, seed.path, overlay),
    correctHeadings(tree, seed.path, overlay),
    supplyNotes(tree, seed.path, overlay),
  ]
  const corrections = reports.flatMap(report => report.corrections).toSorted(byPlace)
  return {
    value: { ...value, tree, corrections, text: source.text, restore },
    messages: [...messages, ...reports.flatMap(report => report.messages)],
  }
}

function corrects({ notes, replace, breaks, joins, headings }: Overlay): boolean {
  return [notes, replace, breaks, joins, headings].some(entries => entries.length > 0)
}

function byPlace({ position: { start: left } }: Correction, { position: { start: right } }: Correction): number {
  return left.line - right.line || left.column - right.column
}
