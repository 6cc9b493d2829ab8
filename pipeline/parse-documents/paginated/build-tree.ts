/**
 * Seventh pass: the mdast. Markers become footnoteReferences between text nodes, notes become footnoteDefinitions, and
 * the spaces that a raised number leaves around itself in an extract are closed up.
 */
import type { FootnoteDefinition, FootnoteReference, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Point } from 'unist'
import { pointInText, type TextSegment } from '../../tree/text-segments.ts'
import type { Numbering } from './chain-numbers.ts'
import type { Marker } from './find-markers.ts'
import type { JoinedBlock } from './join-body.ts'
import { joinLines, type RunningText, type Vocabulary } from './join-lines.ts'
import { matchNotes } from './match-notes.ts'
import type { Definition } from './read-definitions.ts'
import type { Line } from './read-lines.ts'

export interface TreeParts {
  readonly text: string
  readonly lines: readonly Line[]
  readonly blocks: readonly JoinedBlock[]
  readonly markers: readonly Marker[]
  readonly numbering: Numbering
  readonly definitions: readonly Definition[]
  /** Lines of note blocks that belong to no note; kept as a paragraph each. */
  readonly stray: readonly Line[]
  readonly words: Vocabulary
}

/** The tree of a paginated text. */
export function buildTree(parts: TreeParts): Root {
  const { markers: markerIds, definitions: definitionIds } = matchNotes(
    parts.markers,
    parts.definitions,
    parts.numbering,
  )
  let next = 0
  const blocks = parts.blocks.map(block => {
    const end = block.start + block.text.length
    const from = next
    while ((parts.markers[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1
    const markers = parts.markers.slice(from, next).map((marker, index) => ({
      ...marker,
      identifier: markerIds[from + index] as string,
    }))
    return buildBlock(block, markers)
  })
  const notes = parts.definitions.map((definition, index) =>
    buildDefinition(definition, definitionIds[index] as string, parts.words),
  )
  const stray = parts.stray.map(line =>
    buildBlock({ ...joinLines([line], parts.words), kind: 'paragraph', start: 0 }, []),
  )
  const children = [...blocks, ...notes, ...stray].sort((left, right) => startOf(left) - startOf(right))
  const last = parts.lines.at(-1)
  const end = { line: last?.number ?? 1, column: (last?.raw.length ?? 0) + 1, offset: parts.text.length }
  return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } }
}

function startOf(node: RootContent): number {
  return node.position?.start.offset ?? 0
}

type PlacedMarker = Marker & { readonly identifier: string }

function buildBlock(block: JoinedBlock, markers: readonly PlacedMarker[]): RootContent {
  const children: PhrasingContent[] = []
  let from = 0
  const placed = markers.map(marker => ({
    ...marker,
    start: marker.start - block.start,
    end: marker.end - block.start,
  }))
  placed.forEach((marker, index) => {
    const until = placed[index + 1]?.start ?? block.text.length
    const seam = closeUp(block.text, from, marker.start, marker.end, until)
    pushText(children, block, seam.before)
    children.push(buildReference(block, marker))
    from = seam.after
    pushText(children, block, seam.between)
  })
  pushText(children, block, [[from, block.text.length]])
  const position = { start: pointAt(block, 0), end: endPoint(block, block.text.length) }
  return block.kind === 'heading'
    ? { type: 'heading', depth: headingDepth(block.text), children, position }
    : { type: 'paragraph', children, position }
}

/** The depth a heading's own number gives it; 2 without one. */
function headingDepth(text: string): 2 | 3 | 4 | 5 | 6 {
  const parts = /^\d+(?:\.\d+)*/u.exec(text)?.[0].split('.').length ?? 1
  return Math.min(6, parts + 1) as 2 | 3 | 4 | 5 | 6
}

type Range = readonly [from: number, to: number]

/**
 * Which characters are kept around a marker. A raised number is often parted from the stop it belongs to
 * (`word"1 . Next`, `word" . 18`): the space goes; so does a stop printed a second time (`word.7 . Next`).
 */
function closeUp(text: string, from: number, start: number, end: number, until: number) {
  const left = text.slice(from, start)
  const leftEnd = start - (left.length - left.trimEnd().length)
  const kept = text.slice(from, leftEnd)
  const gap = /(\s+)[.,;:!?]$/u.exec(kept)
  const before: Range[] = gap?.[1]
    ? [
        [from, from + gap.index],
        [from + gap.index + gap[1].length, leftEnd],
      ]
    : [[from, leftEnd]]
  const right = text.slice(end, until)
  const lead = right.length - right.trimStart().length
  const closing = /^\s*["”»]?\s?[.,;:!?]/u.test(right)
  const between: Range[] = []
  let after = end
  if (closing && right.trimStart() !== '') {
    after = end + lead
    const rest = text.slice(after, until)
    const doubled =
      (/[.!?]["”»)]*$/u.test(kept) && /^\.(?!\.)/u.test(rest)) || (/,["”»)]*$/u.test(kept) && /^,/u.test(rest))
    if (doubled) after += 1
  } else if (lead === 0 && leftEnd < start) between.push([leftEnd, start])
  return { before, between, after }
}

function pushText(children: PhrasingContent[], block: RunningText, ranges: readonly Range[]): void {
  const segments: TextSegment[] = []
  let value = ''
  let end: Point | undefined
  for (const [from, to] of ranges) {
    if (to <= from) continue
    segments.push({ at: value.length, point: pointAt(block, from) })
    for (const segment of block.segments) {
      if (segment.at > from && segment.at < to)
        segments.push({ at: value.length + segment.at - from, point: segment.point })
    }
    value += block.text.slice(from, to)
    end = endPoint(block, to)
  }
  const start = segments[0]?.point
  if (!start || !end) return
  const previous = children.at(-1)
  if (previous?.type === 'text' && previous.position) mergeText(previous, value, segments, end)
  else children.push({ type: 'text', value, data: { segments }, position: { start, end } })
}

function mergeText(node: Text, value: string, segments: readonly TextSegment[], end: Point): void {
  const shift = node.value.length
  node.data?.segments?.push(...segments.map(({ at, point }) => ({ at: at + shift, point })))
  node.value += value
  if (node.position) node.position.end = end
}

function buildReference(block: RunningText, marker: PlacedMarker): FootnoteReference {
  return {
    type: 'footnoteReference',
    identifier: marker.identifier,
    label: marker.label,
    position: { start: pointAt(block, marker.start), end: endPoint(block, marker.end) },
  }
}

function buildDefinition(definition: Definition, identifier: string, words: Vocabulary): FootnoteDefinition {
  const running = joinLines(definition.lines, words, definition.textColumn)
  const children: PhrasingContent[] = []
  pushText(children, running, [[0, running.text.length]])
  const first = definition.lines[0] as Line
  const column = first.raw.length - first.raw.trimStart().length + 1
  const start = { line: first.number, column, offset: first.offset + column - 1 }
  const end = endPoint(running, running.text.length)
  return {
    type: 'footnoteDefinition',
    identifier,
    label: definition.label,
    children: [{ type: 'paragraph', children, position: { start: pointAt(running, 0), end } }],
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

function pointAt(block: RunningText, offset: number): Point {
  return pointInText({ type: 'text', value: block.text, data: { segments: block.segments as TextSegment[] } }, offset)
}

function endPoint(block: RunningText, offset: number): Point {
  const last = pointAt(block, Math.max(0, offset - 1))
  return { ...last, column: last.column + 1, ...(last.offset === undefined ? {} : { offset: last.offset + 1 }) }
}
