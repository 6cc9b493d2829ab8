/**
 * Ranks a theme's figures for the places where only a few are shown: whole numbers of weight with a period and a note
 * come first, and no sentence or section has all the say.
 */
import type { Theme } from '../contract/config.ts'
import type { Figure } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'
import type { Library } from './library.ts'
import { leansOnOthers, standsAlone, themeNames } from './stands-alone.ts'

/** The figures fit to stand alone, best first; at most one of a sentence. */
export function rankFigures(
  theme: Theme,
  figures: readonly Figure[],
  chosen: ReadonlyMap<string, Passage>,
  library: Library,
): readonly Figure[] {
  const names = themeNames(theme)
  const candidates = figures
    .filter(isFit)
    .map(figure => ({ figure, weight: weigh(figure, chosen.get(figure.sentenceId), library, names) }))
    .sort((left, right) => right.weight - left.weight)
    .map((candidate, place) => ({ ...candidate, place }))
  const queues = queueBySection(candidates, library)
  const ranked: Figure[] = []
  const sentences = new Set<string>()
  const said = new Set<string>()
  for (let next = bestOf(queues); next; next = bestOf(queues)) {
    const { queue, figure } = next
    queue.waiting.pop()
    if (sentences.has(figure.sentenceId) || said.has(statementOf(figure))) continue
    ranked.push(figure)
    sentences.add(figure.sentenceId)
    said.add(statementOf(figure))
    queue.ranked += 1
  }
  return ranked
}

interface Candidate {
  readonly figure: Figure
  readonly weight: number
  /** Its place by weight alone. */
  readonly place: number
}

/** The candidates of one section: what was ranked of it lowers all of them alike, so that its best is always the last. */
interface Queue {
  readonly waiting: Candidate[]
  ranked: number
}

function queueBySection(candidates: readonly Candidate[], library: Library): readonly Queue[] {
  const queues = new Map<number, Queue>()
  for (const candidate of candidates.toReversed()) {
    const section = sectionOf(candidate.figure, library)
    const queue = queues.get(section) ?? { waiting: [], ranked: 0 }
    queues.set(section, queue)
    queue.waiting.push(candidate)
  }
  return [...queues.values()]
}

/** The figure that comes next: by weight, less for a section that has had its say. */
function bestOf(queues: readonly Queue[]): { readonly queue: Queue; readonly figure: Figure } | undefined {
  let best: { readonly queue: Queue; readonly figure: Figure } | undefined
  let [highest, first] = [Number.NEGATIVE_INFINITY, 0]
  for (const queue of queues) {
    const candidate = queue.waiting.at(-1)
    if (!candidate) continue
    const spread = candidate.weight - 0.6 * queue.ranked
    if (spread < highest || (spread === highest && candidate.place > first)) continue
    best = { queue, figure: candidate.figure }
    highest = spread
    first = candidate.place
  }
  return best
}

/** A sentence without the turn of phrase that only calls attention to it. */
function withoutOpener(sentence: string): string {
  const opener =
    /^(?:let us recall|recall|note|it should be (?:noted|recalled|added)|it will be recalled|we note) that |^(?:as a reminder|specifically|for reference|in particular)[,:] /iu
  const rest = sentence.replace(opener, '')
  return rest.charAt(0).toUpperCase() + rest.slice(1)
}

/** The same for figures that say the same. */
function statementOf({ value, unit }: Figure): string {
  return `${value} ${unit}`
}

/** A number with a subject of its own that is not a rank or a bare count of a few. */
function isFit(figure: Figure): boolean {
  if (!figure.wellFormed || figure.value === null || figure.measure === 'rank') return false
  const words = figure.subject.split(/\s+/u).length
  return words >= 2 && words <= 22
}

function weigh(figure: Figure, passage: Passage | undefined, library: Library, names: RegExp): number {
  const sentence = library.lift(figure.sentenceId)?.text ?? figure.sentence
  const statement = withoutOpener(sentence)
  let weight = passage?.grade === 'about' ? 1 : 0
  weight += standsAlone(statement, names) ? 1.5 : leansOnOthers(statement) ? -2 : -0.5
  if (/\b(?:plans?|planned|planning|will|intends?|expected|makes it possible|should)\b/u.test(sentence)) weight -= 1.5
  weight += passage?.naming.includes(figure.sentenceId) ? 1.2 : 0
  weight += (passage?.score ?? 0) / 2
  if (/^[A-Z]{3}$/u.test(figure.unit)) weight += 2.5
  else if (figure.unit === '%' || figure.unit === 'times') weight += 1
  if (figure.period) weight += figure.period.basis === 'sentence' ? 1.5 : 0.5
  if (figure.note !== undefined) weight += hasWork(figure, library) ? 1 : 0.25
  if (figure.value !== null && /^[A-Z]{3}$/u.test(figure.unit))
    weight += Math.log10(Math.max(1e5, figure.value)) / 2 - 2.5
  if (figure.value !== null && !/^[A-Z]{3}$|^%$|^times$/u.test(figure.unit))
    weight += figure.value < 10 ? -2.5 : Math.min(1, Math.log10(figure.value) / 4) - 1
  return weight
}

function hasWork(figure: Figure, library: Library): boolean {
  const paragraph = library.paragraphs.get(figure.paragraphId)
  const mark = paragraph?.notes.find(({ note }) => note === figure.note)
  return mark !== undefined && library.citationsOf(figure.origin.seed, mark).some(({ workId }) => workId !== undefined)
}

/** Paragraphs stand in for subtopics: neighbours count as one. */
function sectionOf(figure: Figure, library: Library): number {
  const paragraph = library.paragraphs.get(figure.paragraphId)
  return paragraph ? paragraph.position.start.line : 0
}
