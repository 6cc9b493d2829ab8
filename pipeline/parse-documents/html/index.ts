/**
 * The reader of HTML and XHTML: a page in, mdast with GFM footnotes out. The passes stand in order; notes are found on
 * the whole page, because they often stand outside the part that is its document.
 */
import type { Root as HastRoot } from 'hast'
import type { Root } from 'mdast'
import rehypeParse from 'rehype-parse'
import { unified } from 'unified'
import type { SeedMetadata } from '../../contract/seed.ts'
import { createMessage } from '../../diagnostics/create-message.ts'
import { closeUpMarkers } from '../close-up-markers.ts'
import type { Reader } from '../reader.ts'
import { markTypedNotes } from '../typed-notes/index.ts'
import { arrangeBlocks } from './arrange-blocks.ts'
import { chooseContent } from './choose-content.ts'
import { cleanContent } from './clean-content.ts'
import { convertTree } from './convert-tree.ts'
import { createSource } from './create-source.ts'
import { dropFurniture } from './drop-furniture.ts'
import { isElement, withChildren } from './elements.ts'
import { findNotes } from './find-notes.ts'
import { markNotes } from './mark-notes.ts'
import { deepest, measureDepth } from './measure-depth.ts'
import { promoteHeadings } from './promote-headings.ts'
import { readPageMetadata } from './read-page-metadata.ts'

const parser = unified().use(rehypeParse).freeze()

/** Reads an HTML seed; one without text, or nested too deeply, has no value. */
export const readHtml: Reader = seed => {
  const fail = (rule: 'seed-is-readable' | 'seed-has-text', reason: string) => ({
    value: undefined,
    messages: [createMessage(rule, reason, { file: seed.path })],
  })
  const tooDeep = 'The elements of the page stand inside one another too deeply to be read'
  if (measureDepth(seed.text) > deepest) return fail('seed-is-readable', tooDeep)
  try {
    const reading = parseHtml(seed.text)
    if (reading.tree.children.length === 0) return fail('seed-has-text', 'The page shows no text')
    return { value: reading, messages: [] }
  } catch (error) {
    // Only the stack can run out here; anything else is a fault of the program.
    if (error instanceof RangeError) return fail('seed-is-readable', tooDeep)
    throw error
  }
}

/** Parses one page. */
export function parseHtml(text: string): { readonly tree: Root; readonly metadata: Partial<SeedMetadata> } {
  const source = createSource(text)
  const parsed: HastRoot = parser.parse(source.text)
  const page = promoteHeadings(dropFurniture(parsed))
  const { body, definitions } = markNotes(page, findNotes(page), source)
  const blocks = [
    ...arrangeBlocks(chooseContent(body)),
    ...definitions.map(note => withChildren(note, arrangeBlocks(note.children))),
  ]
  const content = cleanContent({
    type: 'root',
    children: blocks.filter(node => isElement(node) || node.type === 'text'),
  })
  const tree = convertTree(content, source)
  markTypedNotes(tree)
  closeUpMarkers(tree)
  return { tree, metadata: readPageMetadata(parsed) }
}
