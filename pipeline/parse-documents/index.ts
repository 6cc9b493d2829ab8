/**
 * Turns seeds into documents: one mdast each, whatever the format was, with GFM footnotes and places in the seed, and
 * the same text as paragraphs and sentences. What is wrong with the text itself, its markers and its notes is reported
 * here, at its place.
 */
import { setFlagsFromString } from 'node:v8'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { ParsedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { MediaType, Seed } from '../contract/seed.ts'
import { listParagraphs } from '../tree/list-paragraphs.ts'
import { readCorrected } from './apply-overlay/index.ts'
import { checkMarkerOrder } from './check-marker-order.ts'
import { checkNotes } from './check-notes.ts'
import { checkText } from './check-text.ts'
import { packTree } from './pack-tree.ts'
import type { Reader, ReadingOptions } from './reader.ts'

/** Parses every seed; one that cannot be read is an error message, and the others are parsed all the same. */
export async function parseDocuments(
  seeds: readonly Seed[],
  config: Config,
  options: ReadingOptions = {},
): Promise<Outcome<readonly ParsedDocument[]>> {
  const documents: ParsedDocument[] = []
  const messages: (readonly VFileMessage[])[] = []
  if (seeds.reduce((sum, { bytes }) => sum + bytes, 0) > largeSeeds) spareMemory()
  for (const seed of seeds) {
    const read = await loadReader[seed.mediaType]()
    const outcome = await readCorrected(seed, read, config, options)
    messages.push(outcome.messages)
    if (!outcome.value) continue
    const { tree, metadata, judgements, corrections, text, restore } = outcome.value
    const known = {
      ...seed,
      text: outcome.value.ownText ?? seed.text,
      metadata: seed.described ? seed.metadata : { ...seed.metadata, ...metadata, ...seed.overlay?.metadata },
    }
    messages.push(
      checkText({ path: seed.path, text }, tree, restore),
      checkMarkerOrder(tree, known),
      checkNotes(tree, seed.path),
    )
    packTree(tree)
    documents.push({
      seed: known,
      tree,
      paragraphs: listParagraphs(tree, known),
      corrections,
      ...(judgements ? { judgements } : {}),
    })
  }
  return { value: documents, messages: messages.flat() }
}

/** Bytes of all seeds from which on memory is dearer than time. */
const largeSeeds = 16_000_000

/**
 * Lets the heap grow in small steps from now on: V8 else takes half as much again as is in use before it looks for what
 * can go. Costs a tenth of the time of a document of 50 MB, and saves a third of the memory.
 */
function spareMemory(): void {
  setFlagsFromString('--heap-growing-percent=30')
}

/** The readers. Each is many modules, and loaded only where there is a seed for it. */
const loadReader: Readonly<Record<MediaType, () => Promise<Reader>>> = {
  'text/plain': async () => (await import('./paginated/index.ts')).readPaginated,
  'application/pdf': async () => (await import('./pdf/index.ts')).readPdf,
  'text/markdown': async () => (await import('./markdown.ts')).readMarkdown,
  'text/html': async () => (await import('./html/index.ts')).readHtml,
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': async () =>
    (await import('./docx/index.ts')).readDocx,
}
