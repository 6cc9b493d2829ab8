/**
 * The citations of one brief: remembers each place that cites, in order, and keeps count of the notes whose text is lost.
 * What a place says is known only when all are: a style may have to tell two works of a year apart, or say `Ibid.`
 */
import type { Citation } from '../contract/bibliography.ts'
import type { Cite, LostNotesView, NoteView, ReferenceView } from '../contract/citing.ts'
import type { Audience } from '../contract/config.ts'
import type { NoteMark } from '../contract/document.ts'
import { formatRanges } from '../tree/format-ranges.ts'
import { type FormattedCitations, formatCitations } from './format-citations.ts'
import { linkAddress } from './format-references.ts'
import type { Library } from './library.ts'
import { type CitationForm, citationForm, isRaised } from './open-style.ts'
import type { MarkupRun } from './read-markup.ts'

export interface CitationIndex {
  /** Whether citations stand in brackets, and so before the stop of a sentence that they end. */
  readonly beforeStop: boolean
  /**
   * Cites a marker at one more place of the brief; the same marker twice in a brief is two places. The words of the
   * citations are there once `list` has been called.
   */
  readonly cite: (seed: string, mark: NoteMark) => readonly Cite[]
  /** The notes, the reference list and the lost notes, after everything has been cited. */
  readonly list: () => CitationLists
}

/** What stands at a brief's end. */
export interface CitationLists {
  readonly citationForm: CitationForm
  readonly notes: readonly NoteView[]
  readonly references: readonly ReferenceView[]
  readonly lostNotes: readonly LostNotesView[]
}

/** A citation whose words are not known yet. */
type Draft = { -readonly [Key in keyof Cite]: Cite[Key] }
/** A citation of a work. */
type Resolved = Citation & { readonly workId: string }

/** The works that one marker cites at one place. */
interface Place {
  readonly citations: readonly Resolved[]
  readonly cites: readonly Draft[]
}

/** An empty index for a new brief for `audience`. */
export function createCitationIndex(library: Library, { citationStyle, locale }: Audience): CitationIndex {
  const form = citationForm(citationStyle)
  const places: Place[] = []
  const lost = new Map<string, { note: string; id: string }[]>()
  let count = 0
  const draft = ({ note, status }: Citation): Draft => {
    count += 1
    const id = `cite-${count}`
    return { kind: 'cite', note, status, id, href: '', before: '', runs: [], text: '', after: '', raised: false }
  }

  const cite: CitationIndex['cite'] = (seed, mark) => {
    const citations = library.citationsOf(seed, mark)
    const resolved = citations.filter((citation): citation is Resolved => citation.workId !== undefined)
    // A note of the brief has one mark, however many works it names.
    const cites = form === 'note' ? resolved.slice(0, 1).map(draft) : resolved.map(draft)
    if (resolved.length > 0) places.push({ citations: resolved, cites })
    const missing = citations.filter(({ workId }) => workId === undefined).map(draft)
    for (const each of missing) {
      push(lost, seed, { note: each.note, id: each.id })
      Object.assign(each, { href: '#lost', runs: [{ text: `†${each.note}` }], text: each.note, raised: true })
    }
    return [...cites, ...missing]
  }

  const list: CitationIndex['list'] = () => {
    const clusters = places.map(({ citations }) => ({
      items: citations.map(({ workId, locator }) => ({ workId, ...(locator ? { locator } : {}) })),
    }))
    const formatted = formatCitations(clusters, library.works, citationStyle, locale)
    const numbers = new Map(formatted.entries.map(({ work }, index) => [work.id, index + 1]))
    const notes: NoteView[] = []
    const shown = places.map((place, index): Place => {
      const runs = formatted.clusters[index] ?? []
      if (form !== 'note') return writeInText(place, runs, numbers)
      notes.push(writeNote(place, runs, notes.length + 1, numbers, library))
      return place
    })
    const references = listReferences(formatted, shown)
    return { citationForm: form, notes, references, lostNotes: listLost(lost, library) }
  }
  return { beforeStop: form !== 'note' && !isRaised(citationStyle), cite, list }
}

/**
 * Gives each citation of a place its words; what stands around the items goes to the nearest. A style may sort the works
 * of a place: the citations come back in the order in which it shows them.
 */
function writeInText(
  { citations, cites }: Place,
  runs: readonly MarkupRun[],
  numbers: ReadonlyMap<string, number>,
): Place {
  const order = [...new Set([...runs.flatMap(({ item }) => item ?? []), ...citations.keys()])]
  const sorted = order.flatMap(index => citations[index] ?? [])
  sorted.forEach(({ status, workId }, index) => {
    Object.assign(cites[index] ?? {}, { status, href: `#ref-${numbers.get(workId)}` })
  })
  let last: Draft | undefined
  let before = ''
  for (const { text, italic, raised, item } of runs) {
    const cite = item === undefined ? undefined : cites[order.indexOf(item)]
    if (!cite) {
      before += text
      continue
    }
    if (cite.runs.length === 0) cite.before = before
    before = ''
    cite.runs = [...cite.runs, { text, ...(italic ? { italic } : {}) }]
    cite.text += text
    if (raised) cite.raised = true
    last = cite
  }
  if (last) last.after = before
  const [first] = cites
  // The marker of the seed stands close to its word; words in brackets do not.
  if (first && !first.raised) first.before = `\u00A0${first.before}`
  return { citations: sorted, cites }
}

/** A note for a place; its number is what the text shows, and all that its further works show. */
function writeNote(
  { citations, cites }: Place,
  runs: readonly MarkupRun[],
  number: number,
  numbers: ReadonlyMap<string, number>,
  library: Library,
): NoteView {
  const [first] = cites
  const truncated = citations.some(({ status }) => status === 'truncated')
  if (first)
    Object.assign(first, {
      status: truncated ? 'truncated' : 'resolved',
      href: `#note-${number}`,
      runs: [{ text: String(number) }],
      text: String(number),
      raised: true,
    })
  const linked = runs.flatMap(({ text, italic, item }): NoteView['runs'] => {
    const run = { text, ...(italic ? { italic } : {}) }
    const work = item === undefined ? undefined : library.works.get(citations[item]?.workId ?? '')
    if (!work) return [run]
    const reference = `ref-${numbers.get(work.id)}`
    return linkAddress([run], work).map(each => (each.url === undefined ? { ...each, reference } : each))
  })
  return {
    number,
    id: `note-${number}`,
    runs: linked,
    truncated,
    backLink: first?.id ?? '',
  }
}

function listReferences({ entries }: FormattedCitations, places: readonly Place[]): readonly ReferenceView[] {
  const cited = new Map<string, { readonly citation: Citation; readonly id: string }[]>()
  for (const { citations, cites } of places) {
    citations.forEach((citation, index) => {
      push(cited, citation.workId, { citation, id: (cites[index] ?? cites[0])?.id ?? '' })
    })
  }
  return entries.map(({ work, runs }, index): ReferenceView => {
    const uses = cited.get(work.id) ?? []
    const suppliedBy = uses.find(({ citation }) => citation.suppliedBy !== undefined)?.citation.suppliedBy
    const comments = uses.flatMap(({ citation: { note, comment } }) => (comment ? [{ note, text: comment }] : []))
    return {
      number: index + 1,
      id: `ref-${index + 1}`,
      workId: work.id,
      runs,
      comments: comments.filter(({ note }, at) => comments.findIndex(other => other.note === note) === at),
      truncated: uses.some(({ citation }) => citation.status === 'truncated'),
      ...(suppliedBy === undefined ? {} : { suppliedBy }),
      ...(work.imported ? { imported: { file: work.imported.file, key: work.imported.key } } : {}),
      notes: [...unique(uses.map(({ citation }) => citation.note))].sort(byNumber),
      backLinks: unique(uses.map(({ id }) => id)).map((id, place) => ({ id, label: String(place + 1) })),
    }
  })
}

function listLost(
  lost: ReadonlyMap<string, readonly { note: string; id: string }[]>,
  library: Library,
): readonly LostNotesView[] {
  return [...lost].map(([seed, anchors]) => {
    const source = library.documents.get(seed)?.seed
    const first = anchors.filter((anchor, index) => anchors.findIndex(({ note }) => note === anchor.note) === index)
    const sorted = first.sort((left, right) => byNumber(left.note, right.note))
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

function byNumber(left: string, right: string): number {
  return left.localeCompare(right, 'en', { numeric: true })
}

function unique(values: readonly string[]): readonly string[] {
  return [...new Set(values)]
}
