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
import { judgeNumbers, type Passes } from './judge-numbers.ts'
import { readDefinitions } from './read-definitions.ts'
import { type Line, readLines } from './read-lines.ts'

/** Reads a seed of paginated text. */
export const readPaginated: Reader = ({ text }, _config, { explain = false } = {}) => {
  const passes = runPasses(readLines(text))
  const judgements = explain ? judgeNumbers(passes) : undefined
  return { value: { tree: buildTree(passes), ...(judgements ? { judgements } : {}) }, messages: [] }
}

/** Parses one paginated text. */
export function parsePaginatedText(text: string): Root {
  return buildTree(runPasses(readLines(text)))
}

/** The passes from the lines of a document to the parts of its tree. */
function runPasses(lines: readonly Line[]): Passes {
  const pages = findPages(lines)
  const { body, blocks } = findNoteBlocks(pages)
  const notes = readDefinitions(blocks)
  const words = countWords(lines)
  const joined = joinBody(findParagraphs(body), body, words)
  const { markers, numbering, candidates } = findMarkers(joined, notes)
  const { definitions, stray, openings } = notes
  return { lines, joined, blocks: joined.blocks, markers, numbering, candidates, definitions, stray, openings, words }
}
