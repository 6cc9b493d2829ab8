/**
 * The reader of text extracted from a paginated document: lines in, mdast with GFM footnotes out. The passes stand in
 * order; each is a pure function of the ones before.
 */
import type { Root } from 'mdast'
import { createMessage } from '../../diagnostics/create-message.ts'
import { formatRanges } from '../../tree/format-ranges.ts'
import type { Reader, Reading, ReadingOptions } from '../reader.ts'
import { buildTree, type TreeParts } from './build-tree.ts'
import { findMarkers } from './find-markers.ts'
import { findNoteBlocks } from './find-note-blocks.ts'
import { findPages } from './find-pages.ts'
import { findParagraphs } from './find-paragraphs.ts'
import { joinBody } from './join-body.ts'
import { judgeNumbers } from './judge-numbers.ts'
import { readDefinitions } from './read-definitions.ts'
import { type Line, readLines } from './read-lines.ts'
import { countWords, type Vocabulary } from './soft-hyphens.ts'

/** Reads a seed of paginated text. */
export const readPaginated: Reader = ({ text, path }, _config, options) => {
  const value = parseLines(readLines(text), options)
  const pages = value.tree.data?.columnPages
  const reason =
    pages && `Two columns on page ${formatRanges(pages)} are read one after the other; their order is a guess`
  return { value, messages: reason ? [createMessage('text-is-in-one-column', reason, { file: path })] : [] }
}

/** Parses one paginated text. */
export function parsePaginatedText(text: string): Root {
  return parseLines(readLines(text)).tree
}

/** Parses the lines of a document, which may know how they were printed. */
export function parseLines(lines: readonly Line[], { explain = false }: ReadingOptions = {}): Reading {
  const { judgements, ...parts } = runPasses(lines, explain)
  const tree = buildTree(parts)
  return judgements ? { tree, judgements } : { tree }
}

/** The passes from the lines of a document to the parts of its tree. What a pass alone needs goes when it is done. */
function runPasses(lines: readonly Line[], explain: boolean): TreeParts & Pick<Reading, 'judgements'> {
  const words = countWords(lines)
  const { notes, joined, columnPages, pageStarts } = readLayout(lines, words)
  const { markers, numbering, candidates } = findMarkers(joined, {
    ...notes,
    printed: lines.some(({ print }) => print !== undefined),
  })
  const { definitions, stray, openings } = notes
  const { blocks } = joined
  const judgements = explain ? judgeNumbers({ blocks, markers, candidates, openings }) : undefined
  const parts = { lines, blocks, markers, numbering, definitions, stray, words, columnPages, pageStarts }
  return judgements ? { ...parts, judgements } : parts
}

/** The notes of a document and the running text of its body. */
function readLayout(lines: readonly Line[], words: Vocabulary) {
  const pages = findPages(lines)
  const { body, blocks } = findNoteBlocks(pages)
  const columnPages = [...new Set(pages.filter(({ isColumn }) => isColumn).map(({ sheet }) => sheet))]
  const begun = pages.filter(({ sheet }, index) => index > 0 && sheet !== pages[index - 1]?.sheet)
  const pageStarts = begun.flatMap(page => page.lines.find(({ blank }) => !blank)?.number ?? [])
  return {
    notes: readDefinitions(blocks),
    joined: joinBody(findParagraphs(body), body, words),
    columnPages,
    pageStarts,
  }
}
