/**
 * Running text to phrasing content: text nodes that know their places, with footnoteReferences between them. The spaces
 * that a raised number leaves around itself in an extract are closed up.
 */
import type { FootnoteReference, PhrasingContent, Text } from 'mdast'
import type { Point } from 'unist'
import { pointInText, type TextSegment } from '../../tree/text-segments.ts'
import type { Marker } from './find-markers.ts'
import type { RunningText } from './join-lines.ts'

/** A marker with the identifier that it shares with its note, and offsets in the running text. */
export type PlacedMarker = Pick<Marker, 'start' | 'end' | 'label'> & { readonly identifier: string }

/** The content of a stretch of running text; markers outside it are passed over. */
export function buildPhrasing(
  running: RunningText,
  markers: readonly PlacedMarker[],
  start = 0,
  end = running.text.length,
): PhrasingContent[] {
  const children: PhrasingContent[] = []
  const text = running.text.slice(0, end)
  const inside = markers.filter(marker => marker.start >= start && marker.end <= end)
  let from = start
  inside.forEach((marker, index) => {
    const until = inside[index + 1]?.start ?? end
    const seam = closeUp(text, from, marker.start, marker.end, until)
    pushText(children, running, seam.before)
    children.push(buildReference(running, marker))
    from = seam.after
    pushText(children, running, seam.between)
    // Nothing but a comma parts two notes called at one place.
    const next = inside[index + 1]
    if (next && /^\s*[,;]\s*$/u.test(text.slice(marker.end, next.start))) from = next.start
  })
  pushText(children, running, [[from, end]])
  return children
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

function pushText(children: PhrasingContent[], running: RunningText, ranges: readonly Range[]): void {
  const segments: TextSegment[] = []
  let value = ''
  let end: Point | undefined
  for (const [from, to] of ranges) {
    if (to <= from) continue
    segments.push({ at: value.length, point: pointAt(running, from) })
    for (const segment of running.segments) {
      if (segment.at > from && segment.at < to)
        segments.push({ at: value.length + segment.at - from, point: segment.point })
    }
    value += running.text.slice(from, to)
    end = endPoint(running, to)
  }
  const start = segments[0]?.point
  if (!start || !end) return
  const previous = children.at(-1)
  if (previous?.type === 'text' && previous.position) mergeText(previous, value, segments, end)
  else children.push({ type: 'text', value, data: { segments }, position: { start, end } })
}

function mergeText(node: Text, value: string, segments: readonly TextSegment[], end: Point): void {
  const shift = node.value.length
  for (const { at, point } of segments) node.data?.segments?.push({ at: at + shift, point })
  node.value += value
  if (node.position) node.position.end = end
}

function buildReference(running: RunningText, marker: PlacedMarker): FootnoteReference {
  return {
    type: 'footnoteReference',
    identifier: marker.identifier,
    label: marker.label,
    position: { start: pointAt(running, marker.start), end: endPoint(running, marker.end) },
  }
}

/** Where in the seed the character at an offset of running text stands. */
export function pointAt(running: RunningText, offset: number): Point {
  return pointInText(
    {
      type: 'text',
      value: running.text,
      data: { segments: running.segments as readonly TextSegment[] as TextSegment[] },
    },
    offset,
  )
}

/** Where the character before an offset of running text ends. */
export function endPoint(running: RunningText, offset: number): Point {
  const last = pointAt(running, Math.max(0, offset - 1))
  return { ...last, column: last.column + 1, ...(last.offset === undefined ? {} : { offset: last.offset + 1 }) }
}
