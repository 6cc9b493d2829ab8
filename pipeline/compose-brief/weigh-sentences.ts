/**
 * What each sentence of a theme is worth for a reader in a hurry, whichever part of a brief shows it: how central it is
 * to the theme, whether it names it, whether it can be read alone, what backs it. Centrality is LexRank (Erkan and
 * Radev, 2004, JAIR 22).
 */
import type { Passage } from '../contract/passage.ts'
import type { Library } from './library.ts'
import type { LiftedSentence } from './lift-sentence.ts'
import { rankByCentrality, toVectors, type Vector } from './sentence-vectors.ts'
import { fewestWords, mostWords, standsAlone, type ThemeNames } from './stands-alone.ts'
import { trimStatement } from './trim-statement.ts'

/** A sentence with what is known of it. */
export interface WeighedSentence {
  readonly id: string
  readonly passage: Passage
  readonly lifted: LiftedSentence
  /** The part of `lifted.text` that says it: characters `from` to `to`. */
  readonly point: { readonly from: number; readonly to: number }
  readonly standsAlone: boolean
  /** Higher is more to the point; comparable within a theme only. */
  readonly weight: number
  readonly vector: Vector
}

/** The words of a sentence that say it. */
export function pointOf({ lifted, point }: WeighedSentence): string {
  return lifted.text.slice(point.from, point.to)
}

/** Sentences that centrality is worked out for: the time it takes grows with the square of their number. */
const poolSize = 400

/** It adds to something said before, without pointing to it. */
const adding = /\b(?:also|too|again|another|no less|as well)\b/iu

/** Plans and possibilities. */
const planned =
  /\b(?:plans? to|planned|planning|plans|will|intends?|intend|expected|expects|makes it possible|should|could|may|would|going to|has to|is to)\b|\b(?:план\p{L}*|буд[уе]т|намерен\p{L}*|ожида\p{L}*|может|могут)(?!\p{L})/iu

/** The theme's sentences that say most, by id. */
export function weighSentences(
  names: ThemeNames,
  chosen: ReadonlyMap<string, Passage>,
  library: Library,
): ReadonlyMap<string, WeighedSentence> {
  const read = [...chosen].flatMap(([id, passage]) => {
    const lifted = library.lift(id)
    return lifted ? [weigh(id, passage, lifted, names, library)] : []
  })
  const pool = best(read, poolSize)
  const vectors = toVectors(
    pool.map(({ lifted, passage }) => ({ text: lifted.text, language: languageOf(passage, library) })),
  )
  const centrality = rankByCentrality(vectors)
  return new Map(
    pool.map((sentence, index) => [
      sentence.id,
      { ...sentence, weight: sentence.weight + (centrality[index] ?? 0), vector: vectors[index] ?? new Map() },
    ]),
  )
}

function weigh(
  id: string,
  passage: Passage,
  lifted: LiftedSentence,
  names: ThemeNames,
  library: Library,
): Omit<WeighedSentence, 'vector'> {
  const point = trimStatement(lifted.text, mostWords)
  const statement = lifted.text.slice(point.from, point.to)
  const words = statement.split(/\s+/u).length
  const isCut = point.to < lifted.text.length
  // What names the theme may stand in the part that is left out.
  const isOnTheme = !isCut || names.find(statement).length > 0
  const alone =
    isOnTheme &&
    standsAlone(statement, names, {
      opens: id === library.sentences.get(id)?.paragraph.sentences[0]?.id,
      cutBefore: point.from > 0,
      cutAfter: isCut,
    })
  let weight = passage.score / 4 + (passage.grade === 'about' ? 0.2 : 0)
  if (passage.naming.includes(id)) weight += 0.5
  if (alone) weight += 0.5
  if (planned.test(statement)) weight -= 0.8
  if (adding.test(statement)) weight -= 0.2
  if (words < fewestWords) weight -= 1
  else if (words > mostWords) weight -= 0.2
  return {
    id,
    passage,
    lifted,
    point,
    standsAlone: alone,
    weight: weight + backingOf(lifted, passage, library),
  }
}

/** A sentence with a note is worth more, and with a note whose text survives, more still. */
function backingOf({ notes }: LiftedSentence, { origin }: Passage, library: Library): number {
  if (notes.length === 0) return 0
  const citations = notes.flatMap(mark => library.citationsOf(origin.seed, mark))
  return citations.some(({ workId }) => workId !== undefined) ? 0.5 : 0.25
}

function best<T extends { readonly weight: number }>(items: readonly T[], count: number): readonly T[] {
  if (items.length <= count) return items
  const kept = new Set(items.toSorted((left, right) => right.weight - left.weight).slice(0, count))
  return items.filter(item => kept.has(item))
}

function languageOf({ origin }: Passage, library: Library): string {
  return library.documents.get(origin.seed)?.seed.metadata.language ?? 'en'
}
