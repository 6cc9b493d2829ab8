/**
 * The reader of text extracted from a paginated document: lines in, mdast with GFM footnotes out. The passes stand in
 * order; each is a pure function of the ones before.
 */
import type { Root } from 'mdast'
import type { Reader, Reading, ReadingOptions } from '../reader.ts'
import { buildTree } from './build-tree.ts'
import { findMarkers } from './find-markers.ts'
import { findNoteBlocks } from './find-note-blocks.ts'
import { findPages } from './find-pages.ts'
import { findParagraphs } from './find-paragraphs.ts'
import { joinBody } from './join-body.ts'
import { judgeNumbers, type Passes } from './judge-numbers.ts'
import { readDefinitions } from './read-definitions.ts'
import { type Line, readLines } from './read-lines.ts'
import { countWords } from './soft-hyphens.ts'

/** Reads a seed of paginated text. */
export const readPaginated: Reader = ({ text }, _config, options) => ({
  value: parseLines(readLines(text), options),
  messages: [],
})

/** Parses one paginated text. */
export function parsePaginatedText(text: string): Root {
  return parseLines(readLines(text)).tree
}

/** Parses the lines of a document, which may know how they were printed. */
export function parseLines(lines: readonly Line[], { explain = false }: ReadingOptions = {}): Reading {
  const passes = runPasses(lines)
  const tree = buildTree(passes)
  return explain ? { tree, judgements: judgeNumbers(passes) } : { tree }
}

/** The passes from the lines of a document to the parts of its tree. */
function runPasses(lines: readonly Line[]): Passes {
  const pages = findPages(lines)
  const { body, blocks } = findNoteBlocks(pages)
  const notes = readDefinitions(blocks)
  const words = countWords(lines)
  const joined = joinBody(findParagraphs(body), body, words)
  const { markers, numbering, candidates } = findMarkers(joined, {
    ...notes,
    printed: lines.some(({ print }) => print !== undefined),
  })
  const { definitions, stray, openings } = notes
  return { lines, joined, blocks: joined.blocks, markers, numbering, candidates, definitions, stray, openings, words }
}
