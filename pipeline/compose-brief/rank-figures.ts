/**
 * Ranks a theme's figures for the places where only a few are shown: whole numbers of weight with a period and a note
 * come first, and no sentence or section has all the say.
 */
import type { Figure } from '../contract/evidence.ts'
import { fewestWords, speaksOfAll, type ThemeNames } from './stands-alone.ts'
import type { WeighedSentence } from './weigh-sentences.ts'

/** What is said of all zones weighs more than what is said of one. */
const ofAll = 1.8

/** At most this many are ranked; no brief shows more. */
const most = 24

/** The figures fit to stand alone, best first; at most one of a sentence. */
export function rankFigures(
  figures: readonly Figure[],
  sentences: ReadonlyMap<string, WeighedSentence>,
  names: ThemeNames,
): readonly Figure[] {
  const open = figures
    .filter(isFit)
    .flatMap(figure => {
      const sentence = sentences.get(figure.sentenceId)
      if (!sentence) return []
      const scope = speaksOfAll(figure.sentence, names) ? ofAll : 0
      // A short sentence says little alone; before a sum stand the words that say whose it is.
      const short = isMoney(figure) && figure.sentence.split(/\s+/u).length < fewestWords ? 1.5 : 0
      return [{ figure, weight: 1.5 * sentence.weight + weighFigure(figure) + scope + short }]
    })
    .sort((left, right) => right.weight - left.weight)
  const ranked: Figure[] = []
  const told = new Set<string>()
  const sections = new Map<string, number>()
  while (open.length > 0 && ranked.length < most) {
    let best = 0
    open.forEach((candidate, index) => {
      if (spread(candidate, sections) > spread(open[best] ?? candidate, sections)) best = index
    })
    const [next] = open.splice(best, 1)
    if (!next || told.has(next.figure.sentenceId) || ranked.some(other => saysTheSame(other, next.figure))) continue
    ranked.push(next.figure)
    told.add(next.figure.sentenceId)
    const { paragraphId } = next.figure
    sections.set(paragraphId, (sections.get(paragraphId) ?? 0) + 1)
  }
  return ranked
}

function saysTheSame(left: Figure, right: Figure): boolean {
  return left.value === right.value && left.unit === right.unit
}

/** A number with a subject of its own that is no rank. */
function isFit(figure: Figure): boolean {
  if (!figure.wellFormed || figure.value === null || figure.measure === 'rank') return false
  const words = figure.subject.split(/\s+/u).length
  return words <= 22
}

/** Money first, and large sums before small; a count of a few says little. */
function isMoney({ unit }: Pick<Figure, 'unit'>): boolean {
  return /^[A-Z]{3}$/u.test(unit)
}

function weighFigure({ value, unit, period }: Figure): number {
  const dated = period ? (period.basis === 'sentence' ? 1.2 : 0.5) : 0
  const size = Math.log10(Math.max(1, value ?? 1))
  if (isMoney({ unit })) return dated + 2 + Math.min(2, Math.max(-1, (size - 7) / 1.2))
  if (unit === '%' || unit === 'times') return dated + 1
  return dated + (size < 1 ? -1.5 : Math.min(0.7, size / 5))
}

function spread(
  candidate: { readonly figure: Figure; readonly weight: number },
  sections: ReadonlyMap<string, number>,
): number {
  return candidate.weight - 0.8 * (sections.get(candidate.figure.paragraphId) ?? 0)
}
