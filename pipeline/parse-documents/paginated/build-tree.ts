/**
 * Seventh pass: the mdast. Markers become footnoteReferences between text nodes, notes become footnoteDefinitions, and
 * what stands in a block of notes without being one is kept as a paragraph.
 */
import type { FootnoteDefinition, Root } from 'mdast'
import { buildBlocks, type MarkedBlock } from './build-blocks.ts'
import { buildPhrasing, endPoint, pointAt } from './build-phrasing.ts'
import type { Numbering } from './chain-numbers.ts'
import type { Marker } from './find-markers.ts'
import type { JoinedBlock } from './join-body.ts'
import { joinLines } from './join-lines.ts'
import { matchNotes } from './match-notes.ts'
import type { Definition } from './read-definitions.ts'
import type { Line } from './read-lines.ts'
import type { Vocabulary } from './soft-hyphens.ts'

export interface TreeParts {
  readonly lines: readonly Line[]
  readonly blocks: readonly JoinedBlock[]
  readonly markers: readonly Marker[]
  readonly numbering: Numbering
  readonly definitions: readonly Definition[]
  /** Lines of note blocks that belong to no note; kept as a paragraph each. */
  readonly stray: readonly Line[]
  readonly words: Vocabulary
  /** Pages of the paper that were read column by column. */
  readonly columnPages: readonly number[]
  /** Lines on which the second page and each further one begin. */
  readonly pageStarts: readonly number[]
}

declare module 'mdast' {
  interface RootData {
    /** Pages of the paper that were read column by column. */
    columnPages?: readonly number[]
  }
}

/** The tree of a paginated text. */
export function buildTree(parts: TreeParts): Root {
  const { markers: markerIds, definitions: definitionIds } = matchNotes(
    parts.markers,
    parts.definitions,
    parts.numbering,
  )
  let next = 0
  const blocks = parts.blocks.map((block): Placed => {
    const end = block.start + block.text.length
    const from = next
    while ((parts.markers[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1
    const markers = parts.markers.slice(from, next).map(({ start, end, label }, index) => ({
      start: start - block.start,
      end: end - block.start,
      label,
      identifier: markerIds[from + index] as string,
    }))
    return { order: block.segments[0]?.line.order ?? 0, part: { block, markers } }
  })
  const notes = parts.definitions.map((definition, index): Placed => {
    const node = buildDefinition(definition, definitionIds[index] as string, parts.words)
    return { order: definition.lines[0]?.order ?? 0, part: node }
  })
  const stray = parts.stray.map((line): Placed => {
    const block: JoinedBlock = { ...joinLines([line], parts.words), kind: 'paragraph', start: 0 }
    return { order: line.order, part: { block, markers: [] } }
  })
  const placed = [...blocks, ...notes, ...stray].sort((left, right) => left.order - right.order)
  const children = buildBlocks(placed.map(({ part }) => part))
  const last = parts.lines.at(-1)
  const end = {
    line: last?.number ?? 1,
    column: (last?.column ?? 1) + (last?.raw.length ?? 0),
    offset: (last?.offset ?? 0) + (last?.raw.length ?? 0),
  }
  const { columnPages, pageStarts } = parts
  const data = {
    ...(columnPages.length > 0 ? { columnPages } : {}),
    ...(pageStarts.length > 0 ? { pageStarts } : {}),
  }
  return { type: 'root', children, data, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

interface Placed {
  readonly order: number
  readonly part: MarkedBlock | FootnoteDefinition
}

function buildDefinition(definition: Definition, identifier: string, words: Vocabulary): FootnoteDefinition {
  const running = joinLines(definition.lines, words, definition.textColumn)
  const children = buildPhrasing(running, [])
  const first = definition.lines[0] as Line
  const indent = first.raw.length - first.raw.trimStart().length
  const opening = { line: first.number, column: first.column + indent, offset: first.offset + indent }
  const text = { start: pointAt(running, 0), end: endPoint(running, running.text.length) }
  // An extract may set the number below the note.
  const start = (text.start.offset ?? 0) < opening.offset ? text.start : opening
  const numberEnd = { ...opening, column: opening.column + 1, offset: opening.offset + 1 }
  const end = (text.end.offset ?? 0) < opening.offset ? numberEnd : text.end
  return {
    type: 'footnoteDefinition',
    identifier,
    label: definition.label,
    children: [{ type: 'paragraph', children, position: text }],
    position: { start, end },
    ...(breaksOff(running.text) ? { data: { truncated: true } } : {}),
  }
}

declare module 'mdast' {
  interface FootnoteDefinitionData {
    /** The note's text breaks off in the seed. */
    truncated?: boolean
  }
}

/** Whether a note ends where no note ends: inside an address, or at an opening. */
function breaksOff(text: string): boolean {
  return /(?:https?:\/\/\S*[-_=&?%]|https?:\/*|\bURL:?|[(,[–-])$/iu.test(text.trim())
}
