/**
 * Word documents: the package is opened, its text read into blocks and pieces, notes are numbered as they are printed,
 * and all of it becomes one mdast. Lines of positions are paragraphs of the document, columns characters in them. A file
 * that cannot be read is a message and no tree.
 */
import type { Root } from 'mdast'
import type { Config } from '../../contract/config.ts'
import type { Outcome } from '../../contract/outcome.ts'
import { createMessage } from '../../diagnostics/create-message.ts'
import { closeUpMarkers } from '../close-up-markers.ts'
import type { Reader, Reading } from '../reader.ts'
import { markTypedNotes } from '../typed-notes/index.ts'
import { buildBlocks } from './build-blocks.ts'
import { findTypedNotes } from './find-typed-notes.ts'
import { listReferences, markReferences } from './mark-references.ts'
import { numberNotes } from './number-notes.ts'
import { openPackage } from './open-package.ts'
import { hasText } from './pieces.ts'
import { promoteHeadings } from './promote-headings.ts'
import { type Body, readBody } from './read-body.ts'
import { readNotes } from './read-notes.ts'
import { readNumbering } from './read-numbering.ts'
import { readProperties } from './read-properties.ts'
import { readSections } from './read-sections.ts'
import { readStyles } from './read-styles.ts'
import { startClock, Unreadable } from './unreadable.ts'
import { childOf } from './xml-elements.ts'

/** Reads a Word seed. */
export const readDocx: Reader = (seed, config): Outcome<Reading | undefined> => {
  try {
    return { value: readContent(seed.content ?? new Uint8Array(), config.limits), messages: [] }
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const message = createMessage(error.rule, error.message, { file: seed.path }, error.remedy)
    return { value: undefined, messages: [message] }
  }
}

function readContent(content: Uint8Array, limits: Config['limits']): Reading {
  const checkClock = startClock(limits.readSeconds)
  const pack = openPackage(content, limits, checkClock)
  const container = childOf(pack.document.root, 'w:body')
  if (!container) throw new Unreadable('seed-is-readable', 'The document has no body')
  const sections = readSections(container, pack.settings)
  const styles = readStyles(pack.styles)
  const settings = { styles, sections, checkClock }
  const read = readText(keepContents =>
    readBody(container, pack.document, {
      ...settings,
      countItem: readNumbering(pack.numbering),
      firstLine: 1,
      page: 1,
      keepContents,
    }),
  )
  const body = { ...read, blocks: promoteHeadings(read.blocks) }

  const numbered = numberNotes(listReferences(body.blocks), sections)
  const notes = readNotes(numbered, pack, body, { ...settings, countItem: readNumbering(pack.numbering) })
  const references = markReferences(body.blocks, numbered)
  const typed = findTypedNotes(body.blocks, references, new Set(numbered.map(({ identifier }) => identifier)))
  checkClock()
  const marks = new Map([...references, ...typed.marks])
  const hasTitle = body.blocks.some(
    block => block.kind === 'paragraph' && block.role === 'title' && hasText(block.pieces),
  )
  const children = buildBlocks([...typed.blocks, ...notes], { marks, hasTitle })
  if (children.length === 0) throw new Unreadable('seed-has-text', 'The document holds no text')
  const start = { line: 1, column: 1 }
  const tree: Root = { type: 'root', children, position: { start, end: children.at(-1)?.position?.end ?? start } }
  markTypedNotes(tree)
  closeUpMarkers(tree)
  return { tree, metadata: readProperties(pack.core, styles.language, tree) }
}

/** Reads twice where the first reading ends in a field that was never ended, and so may have passed over text. */
function readText(read: (keepContents: boolean) => Body): Body {
  const body = read(false)
  return body.endsInField ? read(true) : body
}
