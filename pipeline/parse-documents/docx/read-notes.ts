/**
 * The texts of footnotes and endnotes, in the order of their references; their paragraphs are counted on from the body's.
 * Separators are passed over, and so are notes whose reference was deleted or hidden. A note that nothing ever referred
 * to is kept, so that it can be said.
 */
import type { NumberedNote } from './number-notes.ts'
import type { TextPart, WordPackage } from './open-package.ts'
import type { XmlElement } from './parse-xml.ts'
import { type Block, hasText, type NoteBlock, type ParagraphBlock } from './pieces.ts'
import { type Body, type BodySettings, readBody } from './read-body.ts'
import type { NoteKind } from './read-sections.ts'
import { childrenOf } from './xml-elements.ts'

type NoteSettings = Omit<BodySettings, 'firstLine' | 'page' | 'keepContents'>

/** The notes that have a text: footnotes, then endnotes. */
export function readNotes(
  numbered: readonly NumberedNote[],
  pack: WordPackage,
  body: Body,
  settings: NoteSettings,
): readonly NoteBlock[] {
  const mentioned = new Set<string>()
  listMentions(pack.document.root, mentioned)
  let line = body.lastLine
  return (['footnote', 'endnote'] as const).flatMap(series => {
    const part = series === 'footnote' ? pack.footnotes : pack.endnotes
    const elements = listNotes(part, series)
    const called = numbered.filter(note => note.series === series)
    const orphans = [...elements.keys()].filter(id => !mentioned.has(`${series} ${id}`))
    return [...called, ...orphans.map(id => nameOrphan(series, id, body.lastPage))].flatMap(note => {
      const element = elements.get(note.id)
      if (!part || !element) return []
      // Endnotes stand at the end.
      const page = series === 'endnote' ? body.lastPage : note.page
      const { blocks, lastLine } = readBody(element, part, {
        ...settings,
        firstLine: line + 1,
        page,
        keepContents: true,
      })
      line = lastLine
      const own = note.custom ? dropSign(blocks, note.label) : blocks
      if (!own.some(block => block.kind !== 'paragraph' || hasText(block.pieces))) return []
      return [{ kind: 'definition' as const, label: note.label, identifier: note.identifier, blocks: own }]
    })
  })
}

function listMentions(element: XmlElement, found: Set<string>): void {
  for (const child of childrenOf(element)) {
    const id = child.attributes['w:id'] ?? ''
    if (child.name === 'w:footnoteReference') found.add(`footnote ${id}`)
    else if (child.name === 'w:endnoteReference') found.add(`endnote ${id}`)
    else listMentions(child, found)
  }
}

/** The notes of a part by identifier, without the lines that separate notes from the text. */
function listNotes(part: TextPart | undefined, series: NoteKind): ReadonlyMap<string, XmlElement> {
  const notes = childrenOf(part?.root, `w:${series}`).filter(
    ({ attributes }) => (attributes['w:type'] ?? 'normal') === 'normal',
  )
  return new Map(notes.map(note => [note.attributes['w:id'] ?? '', note]))
}

function nameOrphan(series: NoteKind, id: string, page: number): NumberedNote {
  const name = `${series}-${id}`
  return { series, id, label: name, identifier: name, custom: false, page }
}

/** A note with a sign of its own repeats it before its text. */
function dropSign(blocks: readonly Block[], sign: string): readonly Block[] {
  const [first, ...rest] = blocks
  if (first?.kind !== 'paragraph') return blocks
  const index = first.pieces.findIndex(piece => piece.kind === 'text' && piece.value.trim() !== '')
  const piece = first.pieces[index]
  if (piece?.kind !== 'text' || !piece.value.trimStart().startsWith(sign)) return blocks
  const from = piece.value.indexOf(sign) + sign.length
  const at = { line: piece.at.line, column: piece.at.column + from }
  const pieces = first.pieces.with(index, { ...piece, value: piece.value.slice(from), at })
  const trimmed: ParagraphBlock = { ...first, pieces }
  return [trimmed, ...rest]
}
