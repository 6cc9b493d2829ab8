/**
 * Reports what the tree alone tells of a document's notes: markers whose note is lost, notes that break off, and notes
 * that no marker calls. What takes a reading of the notes as references is reported by build-bibliography.
 */
import type { Root } from 'mdast'
import type { VFileMessage } from 'vfile-message'
import { createMessage } from '../diagnostics/create-message.ts'
import { formatRanges } from '../tree/format-ranges.ts'
import { describeBreak, listNotes, type Notes } from '../tree/list-notes.ts'

/** Messages on the notes of the seed at `path`. */
export function checkNotes(tree: Root, path: string): readonly VFileMessage[] {
  const notes = listNotes(tree)
  return [...reportLost(notes, path), ...reportBroken(notes, path), ...reportUncalled(notes, path)]
}

/** One message for all lost notes of a seed, at the first marker. */
function reportLost({ markers, definitions }: Notes, file: string): readonly VFileMessage[] {
  const defined = new Set(definitions.filter(({ text }) => text !== '').map(({ identifier }) => identifier))
  const lost = markers.filter(({ identifier }) => !defined.has(identifier))
  const [first] = lost
  if (!first) return []
  const identifiers = new Map(lost.map(({ identifier, label }) => [identifier, label]))
  const ranges = formatRanges([...identifiers.values()])
  const reason =
    identifiers.size === 1
      ? `Note ${ranges} has no text in the seed`
      : `${identifiers.size} notes have no text in the seed: ${ranges}`
  return [createMessage('footnote-is-defined', reason, { file, position: first.position })]
}

function reportBroken({ definitions }: Notes, file: string): readonly VFileMessage[] {
  return definitions
    .filter(({ truncated, text }) => truncated && text !== '')
    .map(note => createMessage('definition-is-whole', describeBreak(note), { file, position: note.position }))
}

function reportUncalled({ markers, definitions }: Notes, file: string): readonly VFileMessage[] {
  const called = new Set(markers.map(({ identifier }) => identifier))
  return definitions
    .filter(({ identifier, repeated }) => !repeated && !called.has(identifier))
    .map(({ label, position }) =>
      createMessage('footnote-is-cited', `No marker in the text calls note ${label}`, { file, position }),
    )
}
