/**
 * The reader of text extracted from a paginated document: lines in, mdast with GFM footnotes out. The passes stand in
 * order; each is a pure function of the ones before.
 */
import type { Root } from 'mdast'
import type { Reader } from '../reader.ts'
import { buildTree } from './build-tree.ts'
import { findMarkers } from './find-markers.ts'
import { findNoteBlocks } from './find-note-blocks.ts'
import { findPages } from './find-pages.ts'
import { findParagraphs } from './find-paragraphs.ts'
import { joinBody } from './join-body.ts'
import { countWords } from './join-lines.ts'
import { readDefinitions } from './read-definitions.ts'
import { type Line, readLines } from './read-lines.ts'

/** Reads a seed of paginated text. */
export const readPaginated: Reader = seed => ({ value: { tree: parsePaginatedText(seed.text) }, messages: [] })

/** Parses one paginated text. */
export function parsePaginatedText(text: string): Root {
  return parseLines(readLines(text), text)
}

/** Parses the lines of a text, which may know how they were printed. */
export function parseLines(lines: readonly Line[], text: string): Root {
  const pages = findPages(lines)
  const { body, blocks } = findNoteBlocks(pages)
  const { definitions, numbering: noteNumbering, stray } = readDefinitions(blocks)
  const words = countWords(lines)
  const paragraphs = findParagraphs(body)
  const joined = joinBody(paragraphs, body, words)
  const { markers, numbering } = findMarkers(joined, {
    definitions,
    numbering: noteNumbering,
    printed: lines.some(({ print }) => print !== undefined),
  })
  return buildTree({ text, lines, blocks: joined.blocks, markers, numbering, definitions, stray, words })
}
