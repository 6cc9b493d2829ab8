/**
 * Finds who says a quotation: the name beside a verb of saying or after `according to`, before or after the words.
 */
import { findNames, isOrgHead, type NameSpan } from './find-names.ts'
import type { QuotationSpan } from './find-quotations.ts'
import type { Language } from './languages/language.ts'
import { assignRoles } from './name-roles.ts'
import { phraseAt } from './phrases.ts'
import { listTokens, lowerAt, type Token } from './tokens.ts'

/** Characters of the sentence looked at on either side. */
const reach = 160

/** The stretches of a text a speaker may be named in: from `from` to `start` before the words, `to` to `until` after. */
export interface SpeechRange {
  readonly from: number
  readonly start: number
  readonly to: number
  readonly until: number
}

/** The tokens on one side of a quotation, and the names among them. */
interface Side {
  readonly tokens: readonly Token[]
  readonly names: readonly NameSpan[]
}

/** The speaker's name as printed before the quotation or after it; absent where none is named. */
export function findSpeaker(
  text: string,
  range: SpeechRange,
  spans: readonly QuotationSpan[],
  language: Language,
): string | undefined {
  const others = spans.filter(({ start }) => start !== range.start)
  const read = (start: number, end: number): Side => {
    const tokens = listTokens(text, start, end)
    return { tokens, names: findNames(tokens, language).filter(name => !isInWords(tokens, name, others)) }
  }
  const before = read(Math.max(range.from, range.start - reach), range.start - 1)
  const after = read(range.to, Math.min(range.until, range.to + reach))
  const inBefore = speakerBefore(before, language)
  if (inBefore) return printName(text, before, inBefore, language)
  const inAfter = speakerAfter(after, language)
  if (inAfter) return printName(text, after, inAfter, language)
  const source = speakerAccording(before, 0, before.tokens.length, language)
  if (source) return printName(text, before, source, language)
  const within = breakIn(text, range, language)
  const side = within === undefined ? undefined : read(within, Math.min(range.to, within + reach))
  const speaker = side && speakerAfter(side, language)
  return speaker && printName(text, side, speaker, language)
}

/** Whether a verb of saying follows the words at once, whoever the speaker is. */
export function isSpoken(text: string, { to, until }: SpeechRange, language: Language): boolean {
  const tokens = listTokens(text, to, Math.min(until, to + reach))
  const start = tokens.findIndex(token => token.kind === 'word')
  const words = tokens.slice(start, start + 6)
  const stop = words.findIndex(({ kind }) => kind === 'mark')
  return (
    start >= 0 &&
    start <= 2 &&
    words.slice(0, stop < 0 ? words.length : stop).some(({ lower }) => language.quotations.speech.has(lower))
  )
}

/** `«Demand is growing, — says the director X. — We need …»`: where the dash before the verb stands. */
function breakIn(text: string, { start, to }: SpeechRange, language: Language): number | undefined {
  for (const { 1: verb = '', index } of text.slice(start, to).matchAll(/[,!?…]\s*[–—]\s+(\p{Ll}+)/gu)) {
    if (language.quotations.speech.has(verb)) return start + index + 1
  }
  return undefined
}

function printName(text: string, side: Side, name: NameSpan, language: Language): string {
  const { tokens } = side
  const to = endOfPerson(side, name, language)
  // `директор Эрмитажа Михаил Лунин`: the holder's own name is the last two words.
  const isHeld = to - name.from > 2 && language.quotations.titles.has(lowerAt(tokens, name.from - 1))
  return text.slice(tokens[isHeld ? to - 2 : name.from]?.start, tokens[to - 1]?.end)
}

/** Whether a name stands in other quoted words. */
function isInWords(tokens: readonly Token[], { from, to }: NameSpan, spans: readonly QuotationSpan[]): boolean {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? 0
  return spans.some(span => span.start <= start && end <= span.end)
}

/** `X said: "…"`, `X: "…"`, `"…", wrote X, "…"`. */
function speakerBefore({ tokens, names }: Side, language: Language): NameSpan | undefined {
  const { events, quotations } = language
  const roles = assignRoles(names, { tokens, times: [], language })
  const free = roles.filter(({ governor, to }) => governor === '' || quotations.speech.has(lowerAt(tokens, to)))
  const last = names.at(-1)
  if (last && lowerAt(tokens, tokens.length - 1) === ':' && isIntroduced(tokens, last, names, language)) return last
  const verb = tokens.findLastIndex(token => quotations.speech.has(token.lower))
  if (verb < 0 || events.copulas.has(lowerAt(tokens, verb - 1))) return undefined
  if (
    last &&
    verb < last.from &&
    last.from - verb <= 3 &&
    tokens.length - last.to <= 1 &&
    isAfterQuotation(tokens, verb)
  )
    return last
  const subject = free.findLast(({ to }) => to <= verb && (verb - to <= 3 || isApposed(tokens, to, verb)))
  return subject && tokens.length - verb <= 6 ? subject : undefined
}

/** `X, governor of Y, said`. */
function isApposed(tokens: readonly Token[], to: number, verb: number): boolean {
  return lowerAt(tokens, to) === ',' && lowerAt(tokens, verb - 1) === ',' && verb - to < 16
}

/** `X: "…"`, `The chairman, X, was blunt: "…"`. */
function isIntroduced(
  tokens: readonly Token[],
  name: NameSpan,
  names: readonly NameSpan[],
  { grammar }: Language,
): boolean {
  if (name.from === 0 && name.to === tokens.length - 1) return true
  const between = tokens.slice(name.to, -1)
  return names.length === 1 && between.length <= 5 && between.some(({ lower }) => grammar.finiteVerbs.has(lower))
}

function isAfterQuotation(tokens: readonly Token[], verb: number): boolean {
  return tokens.slice(Math.max(0, verb - 2), verb).some(({ text }) => /^["”»“]$/u.test(text))
}

/** `"…," said X`, `"…," X said` and `"…," the director X said`. */
function speakerAfter(side: Side, language: Language): NameSpan | undefined {
  const { tokens, names } = side
  const { quotations, grammar } = language
  const start = tokens.findIndex(token => token.kind === 'word')
  if (start < 0 || start > 3) return undefined
  if (quotations.speech.has(lowerAt(tokens, start))) {
    return names.find(({ from }) => from > start && from - start <= 8)
  }
  const name = names[0]
  if (name && name.from - start <= 5) {
    const leading = tokens.slice(start, name.from)
    const isTitle = leading.every(
      ({ kind, lower }) => kind === 'word' && (language.events.articles.has(lower) || !grammar.phraseEnds.has(lower)),
    )
    const isSaying = [0, 1, 2].some(step => quotations.speech.has(lowerAt(tokens, name.to + step)))
    if (isTitle && isSaying) return name
  }
  return speakerAccording(side, start, start, language)
}

/** `According to X, "…"`; the phrase begins between two tokens. */
function speakerAccording(
  { tokens, names }: Side,
  first: number,
  last: number,
  language: Language,
): NameSpan | undefined {
  const { accordingTo } = language.quotations
  const at = tokens.findIndex((_, index) => index >= first && index <= last && phraseAt(accordingTo, tokens, index))
  const phrase = at < 0 ? undefined : phraseAt(accordingTo, tokens, at)
  return phrase && names.find(({ from }) => from >= phrase.to && from - phrase.to <= 6)
}

/** `Jan Novak of Charles University` is Jan Novak; `Bank of Chile` is whole. */
function endOfPerson({ tokens }: Side, { from, to }: NameSpan, language: Language): number {
  const link = tokens.slice(from, to).findIndex(({ lower }) => language.events.genitiveLinks.has(lower))
  const isPerson = link > 1 && !tokens.slice(from, from + link).some(token => isOrgHead(token, language))
  return isPerson ? from + link : to
}
