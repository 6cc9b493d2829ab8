/**
 * Reads the definitions of one document as works with places in them, and finds the works that `Ibid.` and `op. cit.`
 * repeat. This is the one step in which the order of the notes matters.
 */
import type { Locator } from '../contract/bibliography.ts'
import type { Origin } from '../contract/origin.ts'
import type { Definition, Notes } from '../tree/list-notes.ts'
import type { GatheredWork, Gatherer } from './gather-works.ts'
import { parseNote } from './parse-note.ts'
import type { Repetition, UrlFault } from './reference.ts'

/** What a definition says: one entry for each work it names. */
export interface Reading {
  readonly definition: Definition
  readonly entries: readonly {
    /** Absent when the note repeats one that is lost. */
    readonly work?: GatheredWork
    readonly locator?: Locator
    /** The pages of an article as this note prints them. */
    readonly page?: string
    readonly comment?: string
    readonly repeats?: Repetition
    readonly truncated: boolean
    readonly urlFault?: UrlFault
    readonly url?: string
  }[]
}

/** Reads the definitions of one document, and adds their works to `gatherer`. */
export function readDefinitions(notes: Notes, seed: string, gatherer: Gatherer): readonly Reading[] {
  const lost = lostBetween(notes)
  const named: Named = { byFamily: new Map(), byNote: new Map() }
  let last: { readonly work: GatheredWork; readonly definition: Definition } | undefined
  return notes.definitions.map(definition => {
    const origin: Origin = { seed, position: definition.position }
    const references = parseNote(definition.text)
    const entries = references.map((reference, index) => {
      const { locator, urlFault, comment, repeats } = reference
      const atEnd = index === references.length - 1
      const truncated = reference.truncated ? atEnd : atEnd && definition.truncated
      let work: GatheredWork | undefined
      if (reference.repeats) {
        const preceding =
          last && (last.definition === definition || !lost(last.definition, definition)) ? last.work : undefined
        work = recall(reference.repeats, preceding, named)
        work?.origins.push(origin)
      } else work = gatherer.add(reference, origin, definition.label)
      last = work && { work, definition }
      if (work) remember(work, definition.label, named)
      const { page } = reference.fields
      const url = reference.fields.URL
      return {
        ...(work ? { work } : {}),
        ...(locator ? { locator } : {}),
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

/** Works that notes have named so far, the latest last. */
interface Named {
  readonly byFamily: Map<string, GatheredWork[]>
  readonly byNote: Map<string, GatheredWork[]>
}

function remember(work: GatheredWork, note: string, { byFamily, byNote }: Named): void {
  const add = (map: Map<string, GatheredWork[]>, key: string) => {
    map.set(key, [...(map.get(key) ?? []).filter(known => known !== work).slice(-20), work])
  }
  for (const { family } of [...(work.fields.author ?? []), ...(work.fields.editor ?? [])])
    if (family) add(byFamily, plainText(family))
  add(byNote, note)
}

function recall(
  repeats: Repetition,
  preceding: GatheredWork | undefined,
  { byFamily, byNote }: Named,
): GatheredWork | undefined {
  if (repeats.of === 'preceding') return preceding
  const works = byFamily.get(plainText(repeats.family)) ?? []
  const noted = repeats.note === undefined ? [] : (byNote.get(repeats.note) ?? [])
  const [inNote] = noted.filter(work => works.includes(work))
  if (inNote ?? noted[0]) return inNote ?? noted[0]
  if (repeats.title === undefined || works.length < 2) return works.at(-1)
  const words = plainText(repeats.title)
  return works.findLast(({ fields }) => plainText(fields.title ?? '').startsWith(words))
}

function plainText(text: string): string {
  return text
    .toLowerCase()
    .replace(/ё/gu, 'е')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
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
