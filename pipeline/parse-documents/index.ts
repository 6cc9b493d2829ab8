/**
 * Turns seeds into documents: one mdast each, whatever the format was, with GFM footnotes and places in the seed, and
 * the same text as paragraphs and sentences. What is wrong with the text itself is reported here, at its line.
 */
import type { Root } from 'mdast'
import { unified } from 'unified'
import type { VFileMessage } from 'vfile-message'
import type { Config } from '../contract/config.ts'
import type { ParsedDocument } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Seed } from '../contract/seed.ts'
import { listParagraphs } from '../tree/list-paragraphs.ts'
import { checkMarkerOrder } from './check-marker-order.ts'
import { checkText } from './check-text.ts'
import { paginatedText } from './paginated/index.ts'

/** Parses every seed. */
export async function parseDocuments(
  seeds: readonly Seed[],
  _config: Config,
): Promise<Outcome<readonly ParsedDocument[]>> {
  const messages: (readonly VFileMessage[])[] = []
  const readers = await loadReaders(seeds)
  const documents = seeds.map(seed => {
    const tree = readers[seed.mediaType](seed.text)
    messages.push(checkText(seed), checkMarkerOrder(tree, seed))
    return { seed, tree, paragraphs: listParagraphs(tree, seed) }
  })
  return { value: documents, messages: messages.flat() }
}

type Readers = Readonly<Record<Seed['mediaType'], (text: string) => Root>>

const paginated = unified().use(paginatedText).freeze()

/** A reader for each media type. Those of Markdown are many modules, and loaded only where there is Markdown. */
async function loadReaders(seeds: readonly Seed[]): Promise<Readers> {
  const hasMarkdown = seeds.some(({ mediaType }) => mediaType === 'text/markdown')
  const { parseMarkdown } = hasMarkdown ? await import('./markdown.ts') : { parseMarkdown: missingReader }
  return { 'text/plain': text => paginated.parse(text), 'text/markdown': parseMarkdown }
}

function missingReader(): never {
  throw new Error('no seed was Markdown when the readers were loaded')
}
