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
import { parseMarkdown } from './markdown.ts'
import { paginatedText } from './paginated/index.ts'

/** Parses every seed. */
export function parseDocuments(seeds: readonly Seed[], _config: Config): Outcome<readonly ParsedDocument[]> {
  const messages: VFileMessage[] = []
  const documents = seeds.map(seed => {
    const tree = parseSeed(seed)
    messages.push(...checkText(seed), ...checkMarkerOrder(tree, seed))
    return { seed, tree, paragraphs: listParagraphs(tree, seed) }
  })
  return { value: documents, messages }
}

const paginated = unified().use(paginatedText).freeze()

function parseSeed(seed: Seed): Root {
  return seed.mediaType === 'text/markdown' ? parseMarkdown(seed.text) : paginated.parse(seed.text)
}
