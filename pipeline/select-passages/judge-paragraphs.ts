/**
 * Which sentences of which paragraphs belong to a theme. A sentence belongs by the theme's own names; by names that go
 * with it (`the park`, `Beijing`) only where the theme is already being spoken of: the paragraph opens on it, the one
 * before is about it, or nearly every paragraph of the section names it.
 */
import type { Theme } from '../contract/config.ts'
import type { Paragraph, Sentence } from '../contract/document.ts'
import type { Grade } from '../contract/passage.ts'
import type { ThemeMatches } from './compile-themes.ts'
import { describeJudgement, describeTerms } from './describe-judgement.ts'
import { followsOn } from './follows-on.ts'
import { none, type SentenceWeight, weighSentences } from './weigh-sentences.ts'

/** What was found of one paragraph. */
export interface Judgement {
  readonly grade: Grade | 'not'
  /** The sentences that belong. */
  readonly sentences: readonly Sentence[]
  /** Those that name the theme themselves. */
  readonly naming: readonly Sentence[]
  /** What the terms in each of its sentences weigh, as far as they count there. */
  readonly weights: readonly number[]
  /** All weights of its terms in the sentences that belong, added up. */
  readonly weight: number
  /** The terms that count, in words. */
  readonly terms: readonly string[]
  /** Why: for a paragraph that does not belong too, where it holds terms of the theme. */
  readonly reasons: readonly string[]
}

/** Where a paragraph stands: in a section on the theme; after a paragraph about it in the same section. */
export interface Surroundings {
  readonly onSection: boolean
  readonly follows: boolean
}

/** Share of a section's paragraphs that name the theme, from which on the section itself is on it. */
const sectionShare = 0.85
/** A section of fewer paragraphs says nothing by their share. */
const fewestParagraphs = 4
/** What a related name counts where the theme is being spoken of. */
const inContext = 2

/** Judges the paragraphs of one document in order, by what was found in each. */
export function judgeParagraphs(
  paragraphs: readonly Paragraph[],
  theme: Theme,
  found: readonly ThemeMatches[],
): readonly Judgement[] {
  const sections = listSections(paragraphs, found)
  let before: Judgement | undefined
  return paragraphs.map((paragraph, index) => {
    const surroundings = {
      onSection: sections.has(paragraph.sectionIndex),
      follows: paragraphs[index - 1]?.sectionIndex === paragraph.sectionIndex && before?.grade === 'about',
    }
    before = judge(paragraph, found[index] ?? { counting: [], setAside: [] }, theme, surroundings)
    return before
  })
}

/** Indices of the sections in which nearly every paragraph names the theme. */
function listSections(paragraphs: readonly Paragraph[], found: readonly ThemeMatches[]): ReadonlySet<number> {
  const sections = new Map<number, { all: number; named: number }>()
  paragraphs.forEach(({ sectionIndex }, index) => {
    const section = sections.get(sectionIndex) ?? { all: 0, named: 0 }
    section.all += 1
    if (found[index]?.counting.some(({ related }) => !related)) section.named += 1
    sections.set(sectionIndex, section)
  })
  const on = [...sections].filter(([, { all, named }]) => all >= fewestParagraphs && named / all >= sectionShare)
  return new Set(on.map(([section]) => section))
}

function judge({ sentences }: Paragraph, found: ThemeMatches, theme: Theme, around: Surroundings): Judgement {
  const weights = weighSentences(sentences, found.counting)
  const opens = (weights[0]?.sure ?? 0) >= theme.mentions
  const spokenOf = around.onSection || around.follows || opens
  const counted = weights.map(({ sure, related }) => sure + (spokenOf ? inContext * related : 0))
  const belongs = counted.map(weight => weight >= theme.mentions)
  const grade = gradeOf(sentences, weights, belongs, theme, around)
  // In a section on the theme, half a paragraph would tell less than none.
  const isWhole = grade === 'about' || (grade === 'mentions' && (around.onSection || !belongs.includes(true)))
  const chosen = grade === 'not' ? [] : sentences.filter((_, index) => isWhole || isTaken(index, sentences, belongs))
  const naming = sentences.filter((_, index) => (weights[index]?.sure ?? 0) >= theme.mentions)
  return {
    grade,
    sentences: chosen,
    naming,
    weights: counted,
    weight: found.counting
      .filter(({ start }) => chosen.some(sentence => start >= sentence.start && start < sentence.end))
      .reduce((sum, { weight }) => sum + weight, 0),
    terms: describeTerms(found.counting),
    reasons: describeJudgement({ grade, found, weights, belongs, opens, theme, around }),
  }
}

/** A sentence that belongs, or goes on from one that does. */
function isTaken(index: number, sentences: readonly Sentence[], belongs: readonly boolean[]): boolean {
  if (belongs[index]) return true
  const sentence = sentences[index]
  return belongs[index - 1] === true && sentence !== undefined && followsOn(sentence.text)
}

function gradeOf(
  sentences: readonly Sentence[],
  weights: readonly SentenceWeight[],
  belongs: readonly boolean[],
  { about, mentions }: Theme,
  { onSection, follows }: Surroundings,
): Judgement['grade'] {
  const [first] = sentences
  if (!first) return 'not'
  if (!belongs.includes(true)) {
    if (onSection) return follows ? 'about' : 'mentions'
    return follows && followsOn(first.text) ? 'mentions' : 'not'
  }
  // A sentence that names the theme only as one of several belongs, and is about none of them.
  const speaking = belongs.filter((each, index) => each && !isOneOfSeveral(weights[index])).length
  const share = speaking / sentences.length
  const [opening = none] = weights
  const opens = opening.alone >= mentions
  const isNamed = weights.some(({ own }) => own > 0)
  const isAbout =
    (share >= about && (opens || speaking > 1)) ||
    (share >= about / 2 && ((opens && opening.own > 0) || onSection || (follows && belongs[0] === true))) ||
    (follows && opens) ||
    (onSection && (isNamed || follows))
  return isAbout ? 'about' : 'mentions'
}

function isOneOfSeveral({ sure, alone, related }: SentenceWeight | undefined = none): boolean {
  return sure > 0 && alone === 0 && related === 0
}
