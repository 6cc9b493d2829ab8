/**
 * Finds out which references name the same work: by DOI, by address, or by title and authors. Works that only look
 * alike stay apart; `findLookalikes` names them.
 */
import type { Origin } from '../contract/origin.ts'
import type { LibraryEntry } from './library/library-entry.ts'
import { continuesAddress, differsByPart, families, plain, plainUrl } from './plain-fields.ts'
import type { Draft, Reference } from './reference.ts'

/** A work while references to it are being gathered. */
export interface GatheredWork {
  /** What notes print. */
  readonly fields: Draft
  /** The library's entry that a note names by its key. */
  entry?: LibraryEntry
  readonly confidence: Record<string, number>
  readonly raw: string[]
  readonly origins: Origin[]
  /** Label of the note that named it first. */
  readonly note: string
}

/** Takes references one by one and gives the work of each. */
export interface Gatherer {
  readonly works: readonly GatheredWork[]
  readonly add: (reference: Reference, origin: Origin, note: string) => GatheredWork
}

/** Works of one key that a reference is held against. */
const mostCandidates = 40

/** Starts with no works. */
export function gatherWorks(): Gatherer {
  const works: GatheredWork[] = []
  const byKey = new Map<string, GatheredWork[]>()
  const remember = (work: GatheredWork, reference: Reference) => {
    for (const key of keysOf(knownOf(work), reference)) {
      const known = byKey.get(key) ?? []
      // Many works may begin with the same words; the latest are the likeliest to be meant.
      if (!known.includes(work)) byKey.set(key, [...known.slice(-mostCandidates), work])
    }
  }
  const add = (reference: Reference, origin: Origin, note: string): GatheredWork => {
    const asked = knownOf(reference)
    const candidates = keysOf(asked, reference).flatMap(key => byKey.get(key) ?? [])
    let work = candidates.find(candidate => isSameEntry(candidate, reference) || agree(knownOf(candidate), asked))
    if (work) {
      if (reference.fields.page && spans(reference.fields.page, work.fields.page))
        work.fields.page = reference.fields.page
      for (const [field, value] of Object.entries(reference.fields)) {
        // The first reading stands; what it lacks is taken from later ones.
        if (field in work.fields || field === 'type') continue
        Object.assign(work.fields, { [field]: value })
        Object.assign(work.confidence, { [field]: reference.confidence[field] })
      }
    } else {
      work = { fields: { ...reference.fields }, confidence: { ...reference.confidence }, raw: [], origins: [], note }
      works.push(work)
    }
    if (reference.entry) work.entry ??= reference.entry
    if (!work.raw.includes(reference.raw)) work.raw.push(reference.raw)
    work.origins.push(origin)
    remember(work, reference)
    return work
  }
  return { works, add }
}

/** What notes print of a work, and what the entry says that one of them names. */
function knownOf({ fields, entry }: Pick<GatheredWork, 'fields' | 'entry'>): Draft {
  return entry ? { ...entry.fields, ...fields } : fields
}

function isSameEntry(work: GatheredWork, { entry }: Reference): boolean {
  return entry !== undefined && work.entry === entry
}

function keysOf(fields: Draft, reference: Reference): readonly string[] {
  const keys: string[] = []
  const title = plain(fields.title ?? '')
  if (reference.entry) keys.push(`entry ${reference.entry.key}`)
  if (fields.DOI) keys.push(`doi ${fields.DOI.toLowerCase()}`)
  if (fields.URL && !reference.urlFault) {
    const url = plainUrl(fields.URL)
    // A bare host is the address of all its pages.
    keys.push(url.includes('/') || title === '' ? `url ${url}` : `url ${url} ${title}`)
  }
  const year = fields.issued?.['date-parts'][0]?.[0]
  if (fields.author && year !== undefined) keys.push(`dated ${families(fields).split(';')[0]} ${year}`)
  if (title !== '') keys.push(`title ${title} ${families(fields)}`)
  if (title.length > 9 && fields.author)
    keys.push(`short ${title.split(' ').slice(0, 2).join(' ')} ${families(fields).split(';')[0]}`)
  if (keys.length === 0) keys.push(`raw ${plain(reference.raw)}`)
  return keys
}

/** Whether two readings can be of one work: nothing that both print speaks against it. */
function agree(a: Draft, b: Draft): boolean {
  if (a.DOI && b.DOI) return a.DOI.toLowerCase() === b.DOI.toLowerCase()
  if (a.URL && b.URL && !continuesAddress(a.URL, b.URL) && !continuesAddress(b.URL, a.URL))
    return plainUrl(a.URL) === plainUrl(b.URL)
  const [inside, within] = [plain(a['container-title'] ?? ''), plain(b['container-title'] ?? '')]
  if (differsByPart(a, b) || (inside !== '' && within !== '' && inside !== within)) return false
  const [left, right] = [a.issued?.['date-parts'][0], b.issued?.['date-parts'][0]]
  if (left && right && left.some((part, index) => right[index] !== undefined && right[index] !== part)) return false
  const [short, long] = [plain(a.title ?? ''), plain(b.title ?? '')].sort((x, y) => x.length - y.length)
  // `Treidel 2014` names a work by author and year alone.
  if (short === '') return long !== '' && Boolean(left && right) && isBare(a.title ? b : a, true) && sameAuthors(a, b)
  if (short === long) return sameAuthors(a, b)
  // A short title, as Chicago repeats a work: `Novak, Harbour Towns, 47`.
  return (
    short !== undefined &&
    long !== undefined &&
    short !== '' &&
    long.startsWith(`${short} `) &&
    families(a) !== '' &&
    sameAuthors(a, b) &&
    (isBare(a.title && plain(a.title) === short ? a : b) || (Boolean(left && right) && isMainTitle(short, a, b)))
  )
}

/** One list of authors goes on where the other stops, as with `et al.` */
function sameAuthors(a: Draft, b: Draft): boolean {
  const [short, long] = [families(a), families(b)].sort((x, y) => x.length - y.length)
  return short === long || (short !== '' && long !== undefined && long.startsWith(`${short};`))
}

/** `short` is the other's title without its subtitle. */
function isMainTitle(short: string, a: Draft, b: Draft): boolean {
  return [a, b].some(({ title = '' }) => plain(title) !== short && plain(title.split(/[:.]\s/u)[0] ?? '') === short)
}

/** Whether the pages of `outer` hold those of `inner`. */
function spans(outer: string, inner: string | undefined): boolean {
  const [from = 0, to = 0] = (outer.match(/\d+/gu) ?? []).map(Number)
  const [first, last = first] = (inner?.match(/\d+/gu) ?? []).map(Number)
  return first !== undefined && last !== undefined && outer !== inner && from <= first && to >= last
}

function isBare(fields: Draft, dated = false): boolean {
  return (dated || !fields.issued) && !fields.URL && !fields.publisher && !fields['container-title']
}

/** Pairs of works that look like one: the same title but another year or address, or titles that differ in a few letters. */
export function findLookalikes(works: readonly GatheredWork[]): readonly (readonly [GatheredWork, GatheredWork])[] {
  const pairs: (readonly [GatheredWork, GatheredWork])[] = []
  const buckets = new Map<string, { readonly work: GatheredWork; readonly words: ReadonlySet<string> }[]>()
  for (const work of works) {
    const words = plain(work.fields.title ?? '').split(' ')
    if (words.length < 3) continue
    const entry = { work, words: new Set(words) }
    const keys = new Set([`^${words.slice(0, 2).join(' ')}`, `$${words.slice(-2).join(' ')}`])
    const met = new Set<GatheredWork>()
    for (const key of keys) {
      const bucket = buckets.get(key) ?? []
      for (const other of bucket.slice(-50)) {
        if (met.has(other.work) || !alike(entry.words, other.words)) continue
        if (differsByPart(work.fields, other.work.fields)) continue
        met.add(other.work)
        pairs.push([other.work, work])
      }
      buckets.set(key, [...bucket.slice(-50), entry])
    }
  }
  return pairs
}

function alike(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const common = [...a].filter(word => b.has(word)).length
  const different = [...a, ...b].filter(word => !(a.has(word) && b.has(word)))
  if (different.some(word => /\d/u.test(word))) return false
  return common >= 3 && common / (a.size + b.size - common) >= 0.8
}
