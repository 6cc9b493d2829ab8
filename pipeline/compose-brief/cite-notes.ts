/**
 * The citations of one brief: numbers works in the order the brief cites them, remembers each place for the links back,
 * and keeps count of the notes whose text is lost.
 */
import type { Cite, LostNotesView, ReferenceView } from '../contract/brief.ts'
import type { Audience } from '../contract/config.ts'
import type { NoteMark } from '../contract/document.ts'
import { formatRanges } from '../tree/format-ranges.ts'
import { formatLocator, formatReferences } from './format-references.ts'
import type { Library } from './library.ts'

export interface CitationIndex {
  /** Cites a marker at one more place of the brief; the same marker twice in a brief is two places. */
  readonly cite: (seed: string, mark: NoteMark, language: string) => readonly Cite[]
  /** The reference list and the lost notes, after everything has been cited. */
  readonly list: (audience: Audience) => {
    readonly references: readonly ReferenceView[]
    readonly lostNotes: readonly LostNotesView[]
  }
}

/** An empty index for a new brief. */
export function createCitationIndex(library: Library): CitationIndex {
  const numbers = new Map<string, number>()
  const places = new Map<string, { id: string; note: string }[]>()
  const truncated = new Set<string>()
  const supplied = new Map<string, string>()
  const lost = new Map<string, { note: string; id: string }[]>()
  let count = 0

  const cite: CitationIndex['cite'] = (seed, mark, language) =>
    library.citationsOf(seed, mark).map((citation): Cite => {
      count += 1
      const id = `cite-${count}`
      if (citation.workId === undefined) {
        push(lost, seed, { note: citation.note, id })
        return { kind: 'cite', note: citation.note, status: 'missing', id, href: '#lost-notes' }
      }
      const number = numbers.get(citation.workId) ?? numbers.size + 1
      numbers.set(citation.workId, number)
      push(places, citation.workId, { id, note: citation.note })
      if (citation.status === 'truncated') truncated.add(citation.workId)
      if (citation.suppliedBy !== undefined) supplied.set(citation.workId, citation.suppliedBy)
      const locator = citation.locator && formatLocator(citation.locator, language)
      return {
        kind: 'cite',
        note: citation.note,
        status: citation.status,
        id,
        number,
        href: `#ref-${number}`,
        ...(locator ? { locator } : {}),
      }
    })

  const list: CitationIndex['list'] = audience => {
    const works = [...numbers.keys()].flatMap(id => library.works.get(id) ?? [])
    const entries = formatReferences({ works, style: audience.citationStyle.xml, locale: audience.locale })
    const references = works.map((work, index): ReferenceView => {
      const cited = places.get(work.id) ?? []
      const suppliedBy = supplied.get(work.id)
      return {
        number: index + 1,
        id: `ref-${index + 1}`,
        workId: work.id,
        runs: entries[index] ?? [],
        truncated: truncated.has(work.id),
        ...(suppliedBy === undefined ? {} : { suppliedBy }),
        notes: unique(cited.map(({ note }) => note)),
        backLinks: cited.map(({ id }, place) => ({ id, label: String(place + 1) })),
      }
    })
    return { references, lostNotes: listLost(lost, library) }
  }
  return { cite, list }
}

function listLost(
  lost: ReadonlyMap<string, readonly { note: string; id: string }[]>,
  library: Library,
): readonly LostNotesView[] {
  return [...lost].map(([seed, anchors]) => {
    const source = library.documents.get(seed)?.seed
    const first = anchors.filter((anchor, index) => anchors.findIndex(({ note }) => note === anchor.note) === index)
    const sorted = first.sort((left, right) => left.note.localeCompare(right.note, 'en', { numeric: true }))
    return {
      seedTitle: source?.metadata.title ?? seed,
      seedId: source?.id ?? seed,
      count: sorted.length,
      ranges: formatRanges(sorted.map(({ note }) => note)),
      anchors: sorted,
    }
  })
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const list = map.get(key)
  if (list) list.push(value)
  else map.set(key, [value])
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
