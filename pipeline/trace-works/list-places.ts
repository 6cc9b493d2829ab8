/**
 * The markers in the seeds that lead to each work, with the sentence each stands in.
 */
import type { Point, Position } from 'unist'
import type { Citation } from '../contract/bibliography.ts'
import type { CitedDocument, Paragraph } from '../contract/document.ts'
import type { PlaceOfUse } from '../contract/uses.ts'
import { createCallCheck } from '../tree/called-citations.ts'
import { isBefore } from '../tree/is-before.ts'

/** A place with the note's identifier, which is its own where numbers restart. */
export interface MarkedPlace extends PlaceOfUse {
  readonly identifier: string
}

/** By work, in the order of the seeds. */
export function listPlaces(documents: readonly CitedDocument[]): ReadonlyMap<string, readonly MarkedPlace[]> {
  const works = new Map<string, MarkedPlace[]>()
  for (const document of documents) {
    const isCalled = createCallCheck(document)
    const paragraphs = groupByNote(document.paragraphs)
    for (const citation of document.citations) {
      const { workId, identifier } = citation
      if (workId === undefined || !isCalled(citation)) continue
      const places = works.get(workId) ?? []
      works.set(workId, places)
      places.push(describe(citation, paragraphs.get(identifier) ?? []))
    }
  }
  return works
}

function describe(citation: Citation, candidates: readonly Paragraph[]): MarkedPlace {
  const { identifier, note, status, locator, origin } = citation
  const { start } = origin.position
  const paragraph = candidates.find(({ position }) => holds(position, start)) ?? only(candidates)
  const marked = (paragraph?.sentences ?? []).filter(({ notes }) => notes.some(mark => mark.identifier === identifier))
  const sentence = marked.find(({ position }) => holds(position, start)) ?? marked[0]
  return {
    seed: origin.seed,
    line: start.line,
    column: start.column,
    note,
    status,
    locator: locator ?? null,
    paragraph: paragraph?.id ?? null,
    sentence: sentence?.text ?? null,
    identifier,
  }
}

function groupByNote(paragraphs: readonly Paragraph[]): ReadonlyMap<string, readonly Paragraph[]> {
  const groups = new Map<string, Paragraph[]>()
  for (const paragraph of paragraphs) {
    for (const identifier of new Set(paragraph.notes.map(mark => mark.identifier))) {
      groups.set(identifier, [...(groups.get(identifier) ?? []), paragraph])
    }
  }
  return groups
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}

/** Whether a point lies in a stretch, its end included: a marker stands right behind the words. */
function holds({ start, end }: Position, point: Point): boolean {
  return !isBefore(point, start) && !isBefore(end, point)
}
