/**
 * Ranks sentences that can stand alone as a brief's key points: those that say most, in the order of maximal marginal
 * relevance (Carbonell and Goldstein, 1998, SIGIR), so that no two say the same, and spread over the theme's subtopics,
 * for which the seed's own sections and paragraphs stand.
 */
import type { Event, Figure } from '../contract/evidence.ts'
import type { Library } from './library.ts'
import { cosine } from './sentence-vectors.ts'
import type { ThemeNames } from './stands-alone.ts'
import { pointOf, type WeighedSentence } from './weigh-sentences.ts'

/** At most this many are ranked; no brief shows more. */
const most = 24
/** How much relevance counts against novelty. */
const relevanceShare = 0.7
/** Likeness from which on two sentences say the same. */
const sameness = 0.6
/** What each point that was chosen before from the same paragraph or section takes away. */
const crowding = { paragraph: 0.35, section: 0.12 }

/** Self-contained sentences, best first. */
export function rankKeyPoints(
  sentences: ReadonlyMap<string, WeighedSentence>,
  figures: readonly Figure[],
  events: readonly Event[],
  names: ThemeNames,
  library: Library,
): readonly WeighedSentence[] {
  const bySentence = groupBySentence([...figures, ...events])
  const bonus = createBonus(bySentence, names)
  const sums = ({ id }: WeighedSentence) => listSums(bySentence.get(id) ?? [])
  const open = [...sentences.values()]
    .filter(sentence => sentence.standsAlone)
    .map(sentence => ({ sentence, relevance: sentence.weight + bonus(sentence), nearest: 0 }))
  const ranked: WeighedSentence[] = []
  const taken = new Map<string, number>()
  const crowd = ({ passage }: WeighedSentence) => {
    const { paragraph, section } = placesOf(passage.id, library)
    return crowding.paragraph * (taken.get(paragraph) ?? 0) + crowding.section * (taken.get(section) ?? 0)
  }
  while (ranked.length < most && open.length > 0) {
    let best = -1
    let bestScore = Number.NEGATIVE_INFINITY
    open.forEach(({ sentence, relevance, nearest }, index) => {
      if (nearest >= sameness) return
      const score = relevanceShare * relevance - 2 * (1 - relevanceShare) * nearest - crowd(sentence)
      if (score > bestScore) [best, bestScore] = [index, score]
    })
    const [next] = best < 0 ? [] : open.splice(best, 1)
    if (!next) break
    ranked.push(next.sentence)
    for (const place of Object.values(placesOf(next.sentence.passage.id, library)))
      taken.set(place, (taken.get(place) ?? 0) + 1)
    for (const other of open) {
      const isSameSum = sums(other.sentence).some(sum => sums(next.sentence).includes(sum))
      const likeness = isSameSum ? 1 : cosine(other.sentence.vector, next.sentence.vector)
      other.nearest = Math.max(other.nearest, likeness)
    }
  }
  return ranked
}

/**
 * What figures and agreements add to a sentence: a number tells more than a statement without one, and a paper that the
 * theme itself signs, such as a state, more than one between firms.
 */
function createBonus(
  bySentence: ReadonlyMap<string, readonly Evidenced[]>,
  names: ThemeNames,
): (sentence: WeighedSentence) => number {
  return sentence => {
    const words = pointOf(sentence)
    const bonuses = (bySentence.get(sentence.id) ?? []).map(item => {
      if ('valueText' in item) return words.includes(item.valueText) ? weighFigure(item) : 0
      if (item.kind !== 'agreement' || !words.includes(item.instrument ?? '')) return 0
      return item.parties.some(party => isOwnName(party, names)) ? 1.3 : 0.8
    })
    return bonuses.reduce((highest, bonus) => Math.max(highest, bonus), 0)
  }
}

type Evidenced = Figure | Event

function groupBySentence(items: readonly Evidenced[]): ReadonlyMap<string, readonly Evidenced[]> {
  const groups = new Map<string, Evidenced[]>()
  for (const item of items) {
    const group = groups.get(item.sentenceId)
    if (group) group.push(item)
    else groups.set(item.sentenceId, [item])
  }
  return groups
}

/** Sums of money: two sentences that tell the same one say the same, however they put it. */
function listSums(items: readonly Evidenced[]): readonly string[] {
  return items.flatMap(item =>
    'value' in item && item.value !== null && /^[A-Z]{3}$/u.test(item.unit) ? [`${item.value} ${item.unit}`] : [],
  )
}

/** `Republic of Norway` for Norway, and not `Norway's Aker province`. */
function isOwnName(party: string, { find }: ThemeNames): boolean {
  return find(party).some(({ end }) => end === party.length)
}

function weighFigure({ wellFormed, value, unit, measure, period }: Figure): number {
  if (!wellFormed || value === null) return 0
  if (measure === 'rank') return 0.1
  // A number whose time only the text before tells does not stand alone.
  const dated = period === undefined ? 0 : period.basis === 'paragraph' ? -0.4 : 0.15
  if (/^[A-Z]{3}$/u.test(unit)) return 1.2 + dated
  if (unit === '%' || unit === 'times') return 0.9 + dated
  return (value < 10 ? 0.2 : 0.8) + dated
}

function placesOf(paragraphId: string, library: Library): { readonly paragraph: string; readonly section: string } {
  const paragraph = library.paragraphs.get(paragraphId)
  return { paragraph: paragraphId, section: `${paragraph?.seed}\n${paragraph?.sectionIndex}` }
}
