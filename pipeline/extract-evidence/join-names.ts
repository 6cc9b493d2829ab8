/**
 * Joins runs of capitalised words that are one name though `and` or a dash parts them: `the Food and Water Organization`,
 * `Vocational and Technical College`, `City of Light - Technology Service Company`. Form alone decides.
 */
import type { Language } from './languages/language.ts'
import { lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** The spans in order, with those joined that are one name. */
export function joinNames(
  tokens: readonly Token[],
  spans: readonly TokenSpan[],
  language: Language,
): readonly TokenSpan[] {
  const joined: TokenSpan[] = []
  for (const span of spans) {
    const last = joined.at(-1)
    if (last && span.from === last.to + 1 && isOneName(tokens, last, span, language)) {
      joined[joined.length - 1] = { from: last.from, to: span.to }
    } else joined.push(span)
  }
  return joined
}

function isOneName(tokens: readonly Token[], left: TokenSpan, right: TokenSpan, language: Language): boolean {
  const link = lowerAt(tokens, left.to)
  const heads = tokens.slice(right.from, right.to)
  const { events, grammar, numbers } = language
  if (/^[–—-]$/u.test(link)) {
    const words = tokens.slice(left.from, left.to)
    const isPlain = words.length > 1 && !words.some(token => token.kind !== 'word' || isFirm(token))
    const isSpaced = (tokens[left.to]?.start ?? 0) > (tokens[left.to - 1]?.end ?? 0)
    return isPlain && isSpaced && heads.some(isFirm) && !isAfterPlace(tokens, left.from, language)
  }
  if (!numbers.and.has(link) || !heads.some(token => events.orgHeads.has(token.lower))) return false
  // `the Food and Water Organization`: one article, one word, and the body's kind comes last.
  const first = tokens[left.to - 1]
  const isBareWord = left.to - left.from === 1 && first !== undefined && !/\p{Lu}$/u.test(first.text)
  if (isBareWord && grammar.definite.has(lowerAt(tokens, left.from - 1))) return true
  return [left.to - 1, right.from].every(index => events.nameAdjective?.test(lowerAt(tokens, index)))

  function isFirm(token: Token): boolean {
    return events.companyForms.has(token.lower)
  }
}

function isAfterPlace(tokens: readonly Token[], index: number, { events }: Language): boolean {
  const at = events.articles.has(lowerAt(tokens, index - 1)) ? index - 2 : index - 1
  return events.placePrepositions.has(lowerAt(tokens, at))
}
