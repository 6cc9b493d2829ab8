/**
 * Reads the definitions of one document as works with places in them, and finds the works that `Ibid.` and `op. cit.`
 * repeat. This is the one step in which the order of the notes matters.
 */
import type { Locator } from '../contract/bibliography.ts'
import type { Origin } from '../contract/origin.ts'
import type { Definition, Notes } from '../tree/list-notes.ts'
import type { GatheredWork, Gatherer } from './gather-works.ts'
import type { Library } from './library/import-library.ts'
import { type NamedEntry, nameEntries, parseKeys } from './library/parse-keys.ts'
import { parseNote } from './parse-note.ts'
import { type NamedWorks, recallWork, rememberWork } from './recall-work.ts'
import type { Reference, Repetition, UrlFault } from './reference.ts'

/** What a definition says: one entry for each work it names. */
export interface Reading {
  readonly definition: Definition
  readonly entries: readonly {
    /** Absent when the note repeats one that is lost. */
    readonly work?: GatheredWork
    readonly locator?: Locator
    /** The pages of an article as this note prints them. */
    readonly page?: string
    /** What the note says of the work besides. */
    readonly comment?: string
    readonly repeats?: Repetition
    readonly truncated: boolean
    readonly urlFault?: UrlFault
    readonly url?: string
    /** A key that no entry of the library has. */
    readonly unknownKey?: string
  }[]
}

/** Reads the definitions of one document, and adds their works to `gatherer`. */
export function readDefinitions(notes: Notes, seed: string, gatherer: Gatherer, library: Library): readonly Reading[] {
  const lost = lostBetween(notes)
  const known: NamedWorks = { byFamily: new Map(), byNote: new Map() }
  let last:
    | { readonly work: GatheredWork; readonly definition: Definition; readonly place: Locator | undefined }
    | undefined
  return notes.definitions.map(definition => {
    const origin: Origin = { seed, position: definition.position }
    const named = parseKeys(definition.text)
    const parts = named && nameEntries(named, library) ? named : parseNote(definition.text)
    const entries = parts.map((part, index) => {
      const reference = 'key' in part ? readNamed(part, library) : part
      if ('key' in part && !reference.entry) {
        // What `Ibid.` would repeat is not known.
        last = undefined
        return { truncated: false, unknownKey: part.key }
      }
      const { locator, urlFault, comment, repeats } = reference
      const atEnd = index === parts.length - 1
      const truncated = reference.truncated ? atEnd : atEnd && definition.truncated
      let work: GatheredWork | undefined
      if (reference.repeats) {
        const preceding =
          last && (last.definition === definition || !lost(last.definition, definition)) ? last.work : undefined
        work = recallWork(reference.repeats, preceding, known)
        work?.origins.push(origin)
      } else work = gatherer.add(withAuthor(reference, last?.work), origin, definition.label)
      // `Ibid.` without a place is the same place.
      const place = locator ?? (repeats?.of === 'preceding' ? last?.place : undefined)
      last = work && { work, definition, place }
      if (work) rememberWork(work, definition.label, known)
      const { page } = reference.fields
      const url = reference.fields.URL
      return {
        ...(work ? { work } : {}),
        ...(place ? { locator: place } : {}),
        ...(page ? { page } : {}),
        ...(comment ? { comment } : {}),
        ...(repeats ? { repeats } : {}),
        truncated,
        ...(urlFault ? { urlFault } : {}),
        ...(url ? { url } : {}),
      }
    })
    return { definition, entries }
  })
}

/** `Ders.` stands for the author of the work before. */
function withAuthor(reference: Reference, before: GatheredWork | undefined): Reference {
  const author = reference.sameAuthor && before?.fields.author
  if (!author || reference.fields.author) return reference
  const confidence = { ...reference.confidence, author: 0.8 }
  return { ...reference, fields: { ...reference.fields, author }, confidence }
}

function readNamed({ key, raw, locator, comment }: NamedEntry, library: Library): Reference {
  const entry = library.entries.get(key)
  return {
    raw,
    fields: {},
    confidence: {},
    truncated: false,
    ...(entry ? { entry } : {}),
    ...(locator ? { locator } : {}),
    ...(comment === undefined ? {} : { comment }),
  }
}

/** Tells whether the text calls a note without a definition between two that have one: `ibid.` then means the lost one. */
function lostBetween(notes: Notes): (before: Definition, after: Definition) => boolean {
  const defined = new Set(notes.definitions.map(({ identifier }) => identifier))
  const first = new Map<string, number>()
  const lostUpTo: number[] = []
  let count = 0
  notes.markers.forEach(({ identifier }, index) => {
    if (!first.has(identifier)) first.set(identifier, index)
    if (!defined.has(identifier)) count += 1
    lostUpTo.push(count)
  })
  return (before, after) => {
    const [from, to] = [first.get(before.identifier), first.get(after.identifier)]
    return from !== undefined && to !== undefined && from < to && lostUpTo[from] !== lostUpTo[to]
  }
}
