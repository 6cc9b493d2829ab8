/**
 * The names that a sentence is about, in a form that two ways of writing share: `the Port of Halden` and `Halden port`
 * are one. Names of those who only report it are left out.
 */
import type { Paragraph } from '../contract/document.ts'
import type { Stem } from '../tree/stem-words.ts'
import { findNames, type NameSpan } from './find-names.ts'
import type { Language } from './languages/language.ts'
import { phraseBefore } from './phrases.ts'
import { isCapitalised, listTokens, lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** A name by tokens, with the stems of its words in order of the alphabet. */
export interface TopicName extends TokenSpan {
  readonly key: string
  /** Whether it only says who reports, or where the thing is that was named. */
  readonly isAside: boolean
}

/** Words that a document writes with a capital in mid-sentence: at a sentence's beginning they are names too. */
export function listCapitalised(paragraphs: readonly Paragraph[]): ReadonlySet<string> {
  const words = new Set<string>()
  for (const { text } of paragraphs) {
    for (const match of text.matchAll(/(?<=[\p{Ll}\p{N},]) (\p{Lu}[\p{L}\p{M}‐‑-]*)/gu)) words.add(match[1] ?? '')
  }
  return words
}

/** The names of a sentence's tokens. */
export function listTopicNames(
  tokens: readonly Token[],
  capitalised: ReadonlySet<string>,
  language: Language,
  stem: Stem,
): readonly TopicName[] {
  const names: TopicName[] = []
  for (const name of findNames(tokens, language)) {
    const span = withoutOpening(tokens, name, capitalised)
    const key = nameKey(tokens.slice(span.from, span.to), language, stem)
    if (key === '') continue
    const isAside = isReporter(tokens, name, language) || isWhereabouts(tokens, name, names.at(-1), language)
    names.push({ ...span, key, isAside })
  }
  return names
}

/** The names in a paragraph's heading, or else its section by number: what its figures are about if it does not say. */
export function describeSection(
  { section, sectionIndex, seed }: Paragraph,
  capitalised: ReadonlySet<string>,
  language: Language,
  stem: Stem,
): readonly string[] {
  const names = listTopicNames(listTokens(section), capitalised, language, stem)
  return names[0] ? [names[0].key] : [`${seed}#${sectionIndex}`]
}

/** A sentence's first word has a capital of its own: `Exports of Norland` is about Norland. */
function withoutOpening(tokens: readonly Token[], { from, to }: NameSpan, capitalised: ReadonlySet<string>): TokenSpan {
  const word = tokens[from]
  const opens = from === 0 || (from === 1 && tokens[0]?.kind === 'mark')
  if (!word || !opens || capitalised.has(word.text) || /['’]s$|\p{Lu}.*\p{Lu}|\p{N}/u.test(word.text))
    return { from, to }
  return isCapitalised(tokens[from + 1]) ? { from, to } : { from: from + 1, to }
}

/** `according to the Ministry`, `the Ministry said`. */
function isReporter(tokens: readonly Token[], { from, to }: NameSpan, { quotations, grammar }: Language): boolean {
  const start = grammar.definite.has(lowerAt(tokens, from - 1)) ? from - 1 : from
  if (phraseBefore(quotations.accordingTo, tokens, start)) return true
  // `according to the contractor, Pontis`
  const comma = lowerAt(tokens, from - 1) === ',' ? from - 1 : undefined
  const isApposition = [2, 3, 4].some(
    step => comma !== undefined && phraseBefore(quotations.accordingTo, tokens, comma - step + 1) !== undefined,
  )
  return isApposition || quotations.speech.has(lowerAt(tokens, to)) || quotations.speech.has(lowerAt(tokens, start - 1))
}

/** `the Vell Bridge at Marsk`: where the thing that was named is. */
function isWhereabouts(
  tokens: readonly Token[],
  name: NameSpan,
  before: TokenSpan | undefined,
  language: Language,
): boolean {
  const { grammar } = language
  const start = grammar.definite.has(lowerAt(tokens, name.from - 1)) ? name.from - 1 : name.from
  return name.place && before !== undefined && before.to === start - 1
}

/** The stems of a name's words; what kind of thing it names does not count, and is no name alone. */
function nameKey(words: readonly Token[], { events, quotations }: Language, stem: Stem): string {
  const telling = words
    .filter(token => token.kind === 'number' || isCapitalised(token))
    .map(token => token.lower.replace(/'s$/u, ''))
  const proper = telling.filter(
    word => !events.orgHeads.has(word) && !events.placeNouns.has(word) && !quotations.classifiers.has(word),
  )
  return [...new Set(proper.map(stem))].sort().join(' ')
}
