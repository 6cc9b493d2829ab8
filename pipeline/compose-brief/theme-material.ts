/**
 * What one theme has to draw on, in reading order: its passages, and the evidence that stands in the sentences which
 * belong to it. Audiences choose from this.
 */
import type { Theme } from '../contract/config.ts'
import type { Sentence } from '../contract/document.ts'
import type { Conflict, Event, Evidence, Figure, Quotation, Statement } from '../contract/evidence.ts'
import type { Passage } from '../contract/passage.ts'
import { groupAgreements } from './group-agreements.ts'
import type { Library } from './library.ts'
import { rankFigures } from './rank-figures.ts'
import { rankKeyPoints } from './rank-key-points.ts'
import { rankQuotations } from './rank-quotations.ts'
import { type ThemeNames, themeNames } from './stands-alone.ts'
import { type WeighedSentence, weighSentences } from './weigh-sentences.ts'

export interface ThemeMaterial {
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
  readonly figures: readonly Figure[]
  /** Of which at least one figure belongs to the theme. */
  readonly conflicts: readonly Conflict[]
  readonly events: readonly Event[]
  /** Each paper with the statements that tell of it. */
  readonly agreements: readonly (readonly Event[])[]
  /** What an event is worth where only some are shown. */
  readonly eventWeight: (event: Event) => number
  readonly quotations: readonly Quotation[]
  /** Best first. */
  readonly keyFigures: readonly Figure[]
  readonly keyPoints: readonly WeighedSentence[]
  readonly bestQuotations: readonly Quotation[]
}

/** Gathers a theme's passages and evidence, and ranks what briefs show only the best of. */
export function gatherTheme(
  theme: Theme,
  allPassages: readonly Passage[],
  evidence: Evidence,
  library: Library,
  names: ThemeNames = namesOf(theme, allPassages),
): ThemeMaterial {
  const passages = allPassages.filter(passage => passage.theme === theme.id)
  const chosen = new Map(passages.flatMap(passage => passage.sentences.map(id => [id, passage] as const)))
  const belongs = ({ sentenceId }: Statement) => chosen.has(sentenceId)
  const figures = evidence.figures.filter(belongs)
  const ids = new Set(figures.map(({ id }) => id))
  const events = evidence.events.filter(belongs)
  const dated = onePerSentence(events.filter(({ date }) => date !== undefined))
  const quotations = evidence.quotations.filter(belongs)
  const weighed = weighSentences(names, chosen, library)
  const newest = dated.map(yearOf).reduce((latest, year) => Math.max(latest, year), 0)
  const sentences = [...chosen.keys()].flatMap(id => library.sentences.get(id)?.sentence ?? [])
  return {
    passages,
    sentences,
    figures,
    conflicts: evidence.conflicts.filter(conflict => conflict.figures.some(id => ids.has(id))),
    events: sortByDate(dated),
    agreements: groupAgreements(sortByDate(events.filter(({ kind }) => kind === 'agreement'))),
    eventWeight: event => weighEvent(event, chosen.get(event.sentenceId), newest),
    quotations,
    keyFigures: rankFigures(figures, weighed, names),
    keyPoints: rankKeyPoints(weighed, figures, events, names, library),
    bestQuotations: rankQuotations(quotations, chosen, quotation => library.isBacked(quotation)),
  }
}

/** What a theme is called in its passages, among others'. */
export function namesOf(theme: Theme, passages: readonly Passage[]): ThemeNames {
  const own = passages.filter(passage => passage.theme === theme.id)
  return themeNames(
    theme,
    own.map(({ text }) => text),
  )
}

/** By the beginning of the date; of one beginning, the wider span first; then as in the seeds. Undated ones come last. */
function sortByDate(events: readonly Event[]): readonly Event[] {
  const startOf = ({ date }: Event) => date?.iso.split('/')[0] ?? '~'
  return events.toSorted((left, right) =>
    startOf(left) < startOf(right) ? -1 : startOf(left) > startOf(right) ? 1 : 0,
  )
}

/** A sentence that tells of several dates counts once, at the date it names first. */
function onePerSentence(events: readonly Event[]): readonly Event[] {
  const seen = new Set<string>()
  return events.filter(({ sentenceId }) => !seen.has(sentenceId) && seen.add(sentenceId))
}

/** Recent events, agreements, and sentences that name the theme come first. */
function weighEvent(event: Event, passage: Passage | undefined, newest: number): number {
  return (
    Math.max(-3, yearOf(event) - newest) +
    (event.kind === 'agreement' ? 0.4 : 0) +
    (event.date?.basis === 'sentence' ? 0.5 : 0) +
    (passage?.grade === 'about' ? 0.5 : 0) +
    (passage?.naming.includes(event.sentenceId) ? 0.7 : 0)
  )
}

function yearOf({ date }: Event): number {
  return Number(date?.iso.slice(0, 4) ?? 0)
}
