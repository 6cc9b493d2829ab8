/**
 * Makes a parsed document out of notes, so that a test says only what it is about.
 */
import type { FootnoteDefinition, Paragraph, Root } from 'mdast'
import type { Config } from '../../pipeline/contract/config.ts'
import type { ParsedDocument } from '../../pipeline/contract/document.ts'

/** A note: its label, its text if the seed has it, and whether the text calls it (once, unless told). */
export interface NoteInput {
  readonly label: string
  readonly text?: string
  readonly called?: number
  readonly truncated?: boolean
}

/** One paragraph with a marker a line, from line 1; definitions from line 1001. */
export function makeDocument(notes: readonly NoteInput[], path = 'seeds/sample.txt'): ParsedDocument {
  const at = (line: number) => ({ start: { line, column: 1 }, end: { line, column: 10 } })
  const body: Paragraph = {
    type: 'paragraph',
    position: at(1),
    children: notes.flatMap(({ label, called = 1 }, index) =>
      Array.from({ length: called }, () => ({
        type: 'footnoteReference' as const,
        identifier: label,
        label,
        position: at(index + 1),
      })),
    ),
  }
  const definitions = notes.flatMap(({ label, text, truncated }, index): FootnoteDefinition[] =>
    text === undefined
      ? []
      : [
          {
            type: 'footnoteDefinition',
            identifier: label,
            label,
            position: at(1001 + index),
            children: [{ type: 'paragraph', children: [{ type: 'text', value: text }] }],
            ...(truncated ? { data: { truncated: true } as object } : {}),
          },
        ],
  )
  const tree: Root = { type: 'root', children: [body, ...definitions] }
  const metadata = { title: 'Sample', language: 'en' }
  const seed = {
    id: 'sample',
    path,
    mediaType: 'text/plain',
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    text: '',
    metadata,
    described: true,
  } as const
  return { seed, tree, paragraphs: [], corrections: [] }
}

/** The stage reads nothing of the configuration but the library. */
export const config = { libraries: [] as Config['libraries'] } as Config
