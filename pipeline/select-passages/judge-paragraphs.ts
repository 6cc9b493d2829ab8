/**
 * Which sentences of which paragraphs belong to a theme. A sentence belongs by the theme's own names; by names that go
 * with it (`the park`, `Beijing`) only where the theme is already being spoken of: the paragraph opens on it, the one
 * before is about it, or nearly every paragraph of the section names it.
 */
import type { Theme } from '../contract/config.ts'
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { TermMatch, ThemeMatcher } from './match-terms.ts'

/** What was found of one paragraph. */
export interface Judgement {
  readonly grade: 'about' | 'mentions' | 'not'
  /** Ids of the sentences that belong. */
  readonly sentences: readonly string[]
  /** Ids of those that name the theme themselves. */
  readonly naming: readonly string[]
  /** All weights of its terms, added up. */
  readonly weight: number
  readonly reasons: readonly string[]
}

/** Share of a section's paragraphs that name the theme, from which on the section itself is on it. */
const sectionShare = 0.85
/** A section of fewer paragraphs says nothing by their share. */
const fewestParagraphs = 4
/** What a related name counts where the theme is being spoken of. */
const inContext = 2

/** Judges the paragraphs of one document in order. */
export function judgeParagraphs(
  paragraphs: readonly Paragraph[],
  theme: Theme,
  matcher: ThemeMatcher,
): readonly Judgement[] {
  const matches = paragraphs.map(({ text }) => matcher(text))
  const sections = listSections(paragraphs, matches)
  let before: Judgement | undefined
  return paragraphs.map((paragraph, index) => {
    const follows = paragraphs[index - 1]?.sectionIndex === paragraph.sectionIndex && before?.grade === 'about'
    const judgement = judge(paragraph, matches[index] ?? [], theme, sections.has(paragraph.sectionIndex), follows)
    before = judgement
    return judgement
  })
}

/** Indices of the sections in which nearly every paragraph names the theme. */
function listSections(
  paragraphs: readonly Paragraph[],
  matches: readonly (readonly TermMatch[])[],
): ReadonlySet<number> {
  const sections = new Map<number, { all: number; named: number }>()
  paragraphs.forEach(({ sectionIndex }, index) => {
    const section = sections.get(sectionIndex) ?? { all: 0, named: 0 }
    section.all += 1
    if (matches[index]?.some(({ related }) => !related)) section.named += 1
    sections.set(sectionIndex, section)
  })
  const found = [...sections].filter(([, { all, named }]) => all >= fewestParagraphs && named / all >= sectionShare)
  return new Set(found.map(([section]) => section))
}

function judge(
  paragraph: Paragraph,
  matches: readonly TermMatch[],
  theme: Theme,
  onSection: boolean,
  follows: boolean,
): Judgement {
  const { sentences } = paragraph
  const first = sentences[0]
  const opens = first !== undefined && weigh(first, matches, 0) >= theme.mentions
  const spokenOf = onSection || follows || opens
  const own = sentences.filter(sentence => weigh(sentence, matches, spokenOf ? inContext : 0) >= theme.mentions)
  const weight = matches.reduce((sum, match) => sum + match.weight, 0)
  if (own.length === 0) {
    if (!onSection) return { grade: 'not', sentences: [], naming: [], weight: 0, reasons: [] }
    return {
      grade: 'mentions',
      sentences: sentences.map(({ id }) => id),
      naming: [],
      weight,
      reasons: ['stands in a section on the theme'],
    }
  }
  const share = own.length / sentences.length
  const named = matches.some(({ related }) => !related)
  const isAbout =
    (share >= theme.about && (opens || weight > 1)) ||
    (opens && (share >= theme.about / 2 || follows)) ||
    (onSection && (named || share >= theme.about / 2))
  const reasons = [
    ...describeTerms(matches),
    `${own.length} of ${sentences.length} sentences${opens ? ', the first among them' : ''}`,
  ]
  if (onSection) reasons.push('stands in a section on the theme')
  else if (follows && !opens) reasons.push('goes on from a paragraph about the theme')
  return {
    grade: isAbout ? 'about' : 'mentions',
    // Where the theme is being spoken of, half a paragraph would tell less than none.
    sentences: (isAbout || onSection || follows ? sentences : own).map(({ id }) => id),
    naming: sentences.filter(sentence => weigh(sentence, matches, 0) >= theme.mentions).map(({ id }) => id),
    weight,
    reasons,
  }
}

/** The weight of the terms in a sentence; related names weighing 1 or more count anywhere. */
function weigh(sentence: Sentence, matches: readonly TermMatch[], related: number): number {
  let weight = 0
  for (const match of matches) {
    if (match.offset < sentence.start || match.offset >= sentence.end) continue
    weight += match.related && match.weight < 1 ? match.weight * related : match.weight
  }
  return weight
}

function describeTerms(matches: readonly TermMatch[]): readonly string[] {
  const counts = new Map<string, { count: number; related: boolean }>()
  for (const { term, related } of matches) counts.set(term, { count: (counts.get(term)?.count ?? 0) + 1, related })
  return [...counts].map(
    ([term, { count, related }]) =>
      `"${term}" ${count === 1 ? 'once' : `${count} times`}${related ? ' (related)' : ''}`,
  )
}
