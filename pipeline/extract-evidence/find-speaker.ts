/**
 * Finds who says a quotation: the name beside a verb of saying or after `according to`, before or after the words.
 */
import { findNames } from './find-names.ts'
import type { Language } from './languages/language.ts'
import { phraseAt } from './phrases.ts'
import { isCapitalised, listTokens, lowerAt, type Token } from './tokens.ts'

/** Characters of the sentence looked at on either side. */
const reach = 160

/** The speaker's name as printed between `sentenceStart` and the quotation, or after it; absent where none is named. */
export function findSpeaker(
  text: string,
  range: { readonly from: number; readonly start: number; readonly to: number; readonly until: number },
  language: Language,
): string | undefined {
  const before = listTokens(text, Math.max(range.from, range.start - reach), range.start - 1)
  const after = listTokens(text, range.to, Math.min(range.until, range.to + reach))
  return (
    speakerBefore(text, before, language) ??
    speakerAfter(text, after, language) ??
    speakerAccording(text, before, language)
  )
}

/** `X said: "…"`, `X: "…"`. */
function speakerBefore(text: string, tokens: readonly Token[], language: Language): string | undefined {
  const last = lowerAt(tokens, tokens.length - 1)
  const names = findNames(tokens, language).filter(name => !name.place)
  const name = names.at(-1)
  if (!name) return undefined
  if (last === ':' && name.from === 0 && name.to === tokens.length - 1) return words(text, tokens, name)
  const verb = tokens.findLastIndex(token => language.quotations.speech.has(token.lower))
  const subject = names.findLast(({ to }) => to <= verb && verb - to <= 3)
  const isNear = verb >= 0 && tokens.length - verb <= 6
  return subject && isNear ? words(text, tokens, subject) : undefined
}

/** `"…," said X` and `"…," X said`. */
function speakerAfter(text: string, tokens: readonly Token[], language: Language): string | undefined {
  const start = tokens.findIndex(token => token.kind === 'word')
  if (start < 0 || start > 3) return undefined
  const names = findNames(tokens, language)
  if (language.quotations.speech.has(lowerAt(tokens, start))) {
    const name = names.find(({ from }) => from > start && from - start <= 8)
    return name && words(text, tokens, name)
  }
  const name = names.find(({ from }) => from === start)
  const verb = name && [0, 1, 2].some(step => language.quotations.speech.has(lowerAt(tokens, name.to + step)))
  if (name && verb) return words(text, tokens, name)
  const according = phraseAt(language.quotations.accordingTo, tokens, start)
  const source = according && names.find(({ from }) => from - according.to <= 6 && from >= according.to)
  return source && words(text, tokens, source)
}

/** `According to X, "…"`. */
function speakerAccording(text: string, tokens: readonly Token[], language: Language): string | undefined {
  const at = tokens.findIndex((_, index) => phraseAt(language.quotations.accordingTo, tokens, index) !== undefined)
  const phrase = phraseAt(language.quotations.accordingTo, tokens, at)
  if (!phrase) return undefined
  const article = lowerAt(tokens, phrase.to)
  const from = language.grammar.definite.has(article) ? phrase.to + 1 : phrase.to
  const name = findNames(tokens, language).find(span => span.from >= from && span.from - from <= 6)
  return name && isCapitalised(tokens[name.from]) ? words(text, tokens, name) : undefined
}

function words(text: string, tokens: readonly Token[], span: { readonly from: number; readonly to: number }): string {
  return text.slice(tokens[span.from]?.start, tokens[span.to - 1]?.end)
}
