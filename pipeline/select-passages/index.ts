/**
 * Chooses what belongs to each theme: sentence by sentence first, then whole paragraphs where enough of their sentences
 * do. Each passage says why it was chosen. Nothing is chosen by article: a theme is found wherever it is spoken of.
 */
import type { Config, Theme } from '../contract/config.ts'
import type { CitedDocument, Paragraph } from '../contract/document.ts'
import type { Outcome } from '../contract/outcome.ts'
import type { Explanation, Passage } from '../contract/passage.ts'
import { createMessage } from '../diagnostics/create-message.ts'
import { splitWords } from '../tree/split-words.ts'
import { compileThemes, type ThemeMatcher, type ThemeMatches } from './compile-themes.ts'
import { explainParagraph, type Weighing } from './explain-paragraph.ts'
import { type Judgement, judgeParagraphs } from './judge-paragraphs.ts'
import { rankPassages } from './rank-passages.ts'

/** Passages, and where it was asked for, how each paragraph was weighed for each theme. */
export interface Chosen extends Outcome<readonly Passage[]> {
  readonly explanations?: readonly Explanation[]
}

/** A paragraph that was judged for a theme. */
interface Candidate {
  readonly paragraph: Paragraph
  readonly judgement: Judgement
  /** Words of the paragraph. */
  readonly length: number
  readonly weighing?: Weighing
}

/** What of the documents a score needs. */
interface Extent {
  paragraphs: number
  words: number
}

/** The passages of the selected themes, in the order of the themes and of the documents. */
export function selectPassages(
  documents: readonly CitedDocument[],
  config: Config,
  { explain = false }: { readonly explain?: boolean } = {},
): Chosen {
  const themes = config.themes.filter(({ id }) => config.selected.themes.includes(id))
  const candidates = themes.map((): Candidate[] => [])
  const extent = { paragraphs: 0, words: 0 }
  const matcherFor = rememberMatchers(themes)
  for (const document of documents) {
    const match = matcherFor(document)
    const read = document.paragraphs.map(({ text, section }) => {
      const words = splitWords(text)
      return { length: words.length, found: match(text, words, section) }
    })
    extent.paragraphs += read.length
    for (const { length } of read) extent.words += length
    themes.forEach((theme, index) => {
      const own = read.map(({ length, found }) => ({ length, found: found[index] ?? nothing }))
      candidates[index]?.push(...judgeDocument(document, own, theme, explain))
    })
  }
  const chosen = themes.map((theme, index) => chooseBest(candidates[index] ?? [], theme, extent))
  const empty = themes.filter((_, index) => chosen[index]?.passages.length === 0)
  return {
    value: chosen.flatMap(({ passages }) => passages),
    messages: empty.map(({ id }) =>
      createMessage('theme-has-passages', `No passage of any seed belongs to the theme ${id}`, {
        file: 'briefwright.yml',
      }),
    ),
    ...(explain ? { explanations: chosen.flatMap(({ explanations }) => explanations) } : {}),
  }
}

const nothing: ThemeMatches = { counting: [], setAside: [] }

/** Themes are compiled once for a language, and again for a seed that spells names in its own way. */
function rememberMatchers(themes: readonly Theme[]): (document: CitedDocument) => ThemeMatcher {
  const known = new Map<string, ThemeMatcher>()
  return ({ seed: { metadata, overlay } }) => {
    const { language } = metadata
    if (overlay && Object.keys(overlay.glossary).length > 0) return compileThemes(themes, language, overlay.glossary)
    const matcher = known.get(language) ?? compileThemes(themes, language)
    known.set(language, matcher)
    return matcher
  }
}

/** The paragraphs of one document that belong to a theme; all of them where they are to be explained. */
function judgeDocument(
  { paragraphs }: CitedDocument,
  read: readonly { readonly length: number; readonly found: ThemeMatches }[],
  theme: Theme,
  explain: boolean,
): readonly Candidate[] {
  const judgements = judgeParagraphs(
    paragraphs,
    theme,
    read.map(({ found }) => found),
  )
  return paragraphs.flatMap((paragraph, index) => {
    const [judgement, own] = [judgements[index], read[index]]
    if (!judgement || !own || (judgement.grade === 'not' && !explain)) return []
    const weighing = explain ? { weighing: explainParagraph(paragraph, theme, judgement, own.found) } : {}
    return [{ paragraph, judgement, length: own.length, ...weighing }]
  })
}

/** Scores what belongs to a theme and drops what scores too low. */
function chooseBest(
  judged: readonly Candidate[],
  theme: Theme,
  { paragraphs, words }: Extent,
): { readonly passages: readonly Passage[]; readonly explanations: readonly Explanation[] } {
  const belonging = judged.filter(({ judgement }) => judgement.grade !== 'not')
  const weighed = belonging.map(({ judgement: { weight }, length }) => ({ weight, length }))
  const scores = rankPassages(weighed, { count: paragraphs, meanLength: words / Math.max(1, paragraphs) })
  const passages = belonging.map((candidate, index) => toPassage(candidate, theme, scores[index] ?? 0))
  const scoreOf = new Map(passages.map(({ id, score }) => [id, score]))
  return {
    passages: passages.filter(({ score }) => score >= theme.minimum),
    explanations: judged.flatMap(({ weighing }) =>
      weighing ? [{ ...weighing, score: scoreOf.get(weighing.id) ?? null }] : [],
    ),
  }
}

function toPassage({ paragraph, judgement }: Candidate, theme: Theme, score: number): Passage {
  const { grade, sentences, naming, terms, reasons } = judgement
  return {
    id: paragraph.id,
    theme: theme.id,
    grade: grade === 'about' ? 'about' : 'mentions',
    score,
    reasons: [...terms, ...reasons],
    text: paragraph.text,
    notes: paragraph.notes.map(({ note }) => note),
    sentences: sentences.map(({ id }) => id),
    naming: naming.map(({ id }) => id),
    origin: { seed: paragraph.seed, position: paragraph.position },
  }
}
