/**
 * Finds the words of a sentence that say what a paper is about: `on joint research until 2030`, `to build a plant`,
 * `in the field of pilotage`. They are one stretch of the sentence, and there may be none.
 */
import type { SentenceReading } from './extract-figures.ts'
import type { NamedRole } from './name-roles.ts'
import { phraseAt } from './phrases.ts'
import { isCapitalised, lowerAt, type TokenSpan } from './tokens.ts'

/** Tokens of a subject, and tokens passed over on the way to it, at the most. */
const longest = 50

/** The subject's tokens, looked for from token `start`, where the paper's phrase or a party's name has ended. */
export function findPaperSubject(
  start: number,
  roles: readonly NamedRole[],
  reading: SentenceReading,
): TokenSpan | undefined {
  const { tokens, times, language } = reading
  const { events, grammar, numbers } = language
  let wasLinked = false
  for (let index = start; index < Math.min(tokens.length, start + longest); ) {
    const word = lowerAt(tokens, index)
    const time = times.find(({ from, to }) => from <= index && index < to)
    const name = roles.find(({ from, to }) => from <= index && index < to)
    const opener = openerAt(index, index === start, reading)
    const content = phraseAt(events.contents, tokens, index)
    if (time) index = time.to
    else if (content) return readPhrase(index, content.to, roles, reading)
    else if (opener !== undefined) return readPhrase(index, opener, roles, reading)
    else if (name) index = name.to
    else if (events.partyLinks.has(word)) {
      wasLinked = true
      index += 1
    } else if (events.genitiveLinks.has(word) || tokens[index]?.kind === 'number') {
      // `a loan agreement of 75 million dollars for rural roads`
      wasLinked = true
      index += 1
    } else if (grammar.relatives.has(word)) {
      const next = tokens[index + 1]?.kind === 'mark' ? index + 2 : index + 1
      if (!phraseAt(events.contents, tokens, next)) return undefined
      index = next
    } else if (word === ';' || (word === '.' && index === tokens.length - 1)) return undefined
    else if (tokens[index]?.kind === 'mark' || isPassable(index, reading)) index += 1
    else if (wasLinked && tokens[index]?.kind === 'word' && !grammar.finiteVerbs.has(word)) index += 1
    else if (wasLinked && numbers.and.has(word)) index += 1
    else return undefined
  }
  return undefined
}

/** The token after `on`, `in the field of` or `to` before a verb; nothing where no subject begins. */
function openerAt(index: number, isFirst: boolean, { tokens, times, language }: SentenceReading): number | undefined {
  const { events, grammar } = language
  const after = (at: number) => (times.some(({ from, to }) => from <= at && at < to) ? undefined : at)
  const phrase = phraseAt(events.subjectOpeners, tokens, index)
  if (phrase) return after(phrase.to)
  const next = tokens[index + 1]
  const isPlain = next?.kind === 'word' && !isCapitalised(next)
  if (grammar.infinitives.has(lowerAt(tokens, index))) {
    return isPlain && !grammar.phraseEnds.has(next.lower) && next.lower !== 'be' ? after(index + 1) : undefined
  }
  if (!isFirst || !isPlain) return undefined
  const isLink =
    events.genitiveLinks.has(lowerAt(tokens, index)) || events.placePrepositions.has(lowerAt(tokens, index))
  return isLink ? after(index + 1) : undefined
}

/** Verbs of signing, articles and places on the way. */
function isPassable(index: number, { tokens, language }: SentenceReading): boolean {
  const word = lowerAt(tokens, index)
  const { events, grammar, times } = language
  return [
    events.signing,
    events.copulas,
    events.adverbs,
    events.articles,
    events.placePrepositions,
    events.sideWords,
    events.pronouns,
    times.prepositions,
    grammar.perfect,
  ].some(words => words.has(word))
}

/** Reads on from an opener to where the phrase ends; `first` is the first token shown. */
function readPhrase(
  first: number,
  from: number,
  roles: readonly NamedRole[],
  reading: SentenceReading,
): TokenSpan | undefined {
  const { tokens } = reading
  let index = from
  while (index < Math.min(tokens.length, from + longest)) {
    const after = stepOver(index, from, roles, reading)
    if (after === undefined) break
    index = after
  }
  const to = trimEnd(from, index, reading)
  return to > from ? { from: first, to } : undefined
}

/** The token after this one of the phrase, or nothing where the phrase has ended. */
function stepOver(
  index: number,
  from: number,
  roles: readonly NamedRole[],
  reading: SentenceReading,
): number | undefined {
  const { tokens, times, language } = reading
  const { events, grammar, quotations } = language
  const token = tokens[index]
  if (!token) return undefined
  const time = times.find(span => span.from <= index && index < span.to)
  if (time) return time.role === 'until' ? time.to : undefined
  if (/^["“”„«»]$/u.test(token.text)) {
    const span = reading.quotations.find(({ start, opened }) => opened && start === token.end)
    if (!span) return undefined
    const after = tokens.findIndex(({ start }) => start >= span.to)
    return after > index && after - index < 12 ? after : index + 1
  }
  if (/^(?:[;:]|[–—-])$/u.test(token.text)) return undefined
  if (token.text === '.' && index === tokens.length - 1) return undefined
  const next = tokens[index + 1]?.lower ?? ''
  if (token.text === ',') {
    const isNew =
      grammar.relatives.has(next) ||
      events.signing.has(next) ||
      events.additions.has(next) ||
      times.some(span => span.from === index + 1) ||
      tokens.slice(index + 1, index + 5).some(({ lower }) => quotations.speech.has(lower)) ||
      isNewClause(index + 1, reading) ||
      roles.some(role => role.from === index + 1 && role.governor === '')
    return isNew ? undefined : index + 1
  }
  if (index > from && (grammar.relatives.has(token.lower) || grammar.finiteVerbs.has(token.lower))) return undefined
  if (events.signing.has(token.lower)) return undefined
  const isParty =
    events.partyLinks.has(token.lower) && (roles.some(({ at }) => at === index) || events.pronouns.has(next))
  return isParty ? undefined : index + 1
}

/** `…, and the firm opened …`: after `and` a verb comes before the next comma. */
function isNewClause(index: number, { tokens, language }: SentenceReading): boolean {
  const { events, numbers } = language
  if (!numbers.and.has(lowerAt(tokens, index))) return false
  const rest = tokens.slice(index + 1, index + 6)
  const comma = rest.findIndex(({ kind }) => kind === 'mark')
  return rest.slice(0, comma < 0 ? rest.length : comma).some(({ lower }) => events.verbs.has(lower))
}

/** Leaves out small words and marks at the end. */
function trimEnd(from: number, to: number, { tokens, language }: SentenceReading): number {
  const { events, grammar, numbers } = language
  let end = to
  while (end > from) {
    const token = tokens[end - 1]
    const word = token?.lower ?? ''
    const isSmall =
      grammar.phraseEnds.has(word) || numbers.and.has(word) || events.adverbs.has(word) || /^[,(]$/u.test(word)
    if (!isSmall || /^["”»]$/u.test(word)) break
    end -= 1
  }
  return end
}
