/**
 * Finds who makes an agreement and who takes part in an event, from grammar alone: the subject of the verb of signing,
 * the names after `with`, `between` and `by`. `The parties` and `the university` are looked up in the sentence before,
 * and only where it leaves no doubt. A name in passing is no party.
 */
import type { SentenceReading } from './extract-figures.ts'
import type { Instrument } from './find-instrument.ts'
import { findNames } from './find-names.ts'
import { isName } from './is-name.ts'
import { assignRoles, isSubject, type NamedRole } from './name-roles.ts'
import { phraseAt } from './phrases.ts'
import { lowerAt, type TokenSpan } from './tokens.ts'

/** The names of a sentence with what governs each. */
export function listRoles(reading: SentenceReading): readonly NamedRole[] {
  const isTime = ({ from }: TokenSpan) => reading.times.some(time => time.from <= from && from < time.to)
  const names = findNames(reading.tokens, reading.language).filter(name => !isTime(name) && !isInTitle(name, reading))
  return assignRoles(names, reading)
}

/** Who takes part in what happens at a date: names that are subjects or objects, or stand after `with`. */
export function findParticipants(
  date: TokenSpan,
  roles: readonly NamedRole[],
  reading: SentenceReading,
): readonly string[] {
  const { tokens, language } = reading
  const { events, grammar } = language
  const relative = tokens.findIndex((token, index) => index >= date.to && isRelative(token.lower, index, reading))
  const topic = topicOf(roles, reading)
  const parties = roles.filter(role => {
    const { governor, at, from, place } = role
    if ((relative >= 0 && from > relative) || isQuotedApart(role, date, reading)) return false
    if (events.partyLinks.has(governor)) return true
    if (events.genitiveLinks.has(governor)) return isOfGathering(at, reading)
    if (role === topic) return tokens.slice(role.to, role.to + 3).some(({ lower }) => events.subjectPronouns.has(lower))
    if (place || governor === '(') return false
    return (
      governor === '' || events.verbs.has(governor) || grammar.finiteVerbs.has(governor) || events.signing.has(governor)
    )
  })
  return wordsOf(parties, reading)
}

/** `the meeting of the Council`, `the meeting of envoys of Chile and Peru`. */
function isOfGathering(at: number, reading: SentenceReading): boolean {
  const { tokens } = reading
  const { events, grammar } = reading.language
  if (events.gatherings.has(lowerAt(tokens, at - 1))) return true
  for (let index = at - 1; index > at - 5; index -= 1) {
    const word = lowerAt(tokens, index)
    if (events.genitiveLinks.has(word)) return isOfGathering(index, reading)
    if (grammar.phraseEnds.has(word) && !events.articles.has(word)) return false
  }
  return false
}

/** Whether a name stands in somebody's words and the date does not. */
function isQuotedApart(name: TokenSpan, date: TokenSpan, reading: SentenceReading): boolean {
  const { tokens, quotations, paragraph, language } = reading
  const start = tokens[name.from]?.start ?? 0
  const dated = tokens[date.from]?.start ?? 0
  return quotations.some(
    span =>
      span.start <= start &&
      start < span.end &&
      !(span.start <= dated && dated < span.end) &&
      !isName(span, paragraph.text, false, language),
  )
}

/** Who makes the paper of a sentence; `before` is the sentence before it in the paragraph. */
export function findParties(
  instrument: Instrument,
  roles: readonly NamedRole[],
  reading: SentenceReading,
  before: SentenceReading | undefined,
): readonly string[] {
  const { tokens, language } = reading
  const { events } = language
  const verb = instrument.verb ?? instrument.to
  const outside = roles.filter(({ from, to }) => !(from < instrument.to && to > instrument.from))
  const relative = tokens.findIndex(
    (token, index) => index > Math.max(verb, instrument.to) && isRelative(token.lower, index, reading),
  )
  const inClause = outside.filter(({ from }) => relative < 0 || from < relative)
  const linked = inClause.filter(({ governor, at }) => {
    const isAfter = at > Math.min(verb, instrument.from)
    if (events.agents.has(governor)) return at > verb
    return events.partyLinks.has(governor) && (isAfter || events.together.has(lowerAt(tokens, at - 1)))
  })
  const subjects = isActive(instrument, reading) ? subjectsBefore(verb, inClause) : []
  const named = wordsOf([...subjects, ...linked], reading)
  const referred = resolveReferences(instrument, subjects.length > 0, outside, reading, before)
  const known = [...referred, ...named.filter(name => !referred.includes(name))]
  return known.length > 0 ? known : otherParties(instrument, inClause, reading)
}

/** `In the declaration adopted in May, A and B pledge …`, `a treaty of A and B`. */
function otherParties(
  { from, to, verb }: Instrument,
  roles: readonly NamedRole[],
  reading: SentenceReading,
): readonly string[] {
  const { tokens, language } = reading
  const { events } = language
  const genitive = roles.filter(({ governor, at }) => events.genitiveLinks.has(governor) && at === to)
  if (genitive.length > 1) return wordsOf(genitive, reading)
  const start = events.articles.has(lowerAt(tokens, from - 1)) ? from - 2 : from - 1
  const link = lowerAt(tokens, start)
  if (![events.placePrepositions, events.agents, events.passing].some(words => words.has(link))) return []
  const first = roles.find(role => role.from > (verb ?? to) && role.governor === '')
  const list = roles.filter(role => role.list === first?.list)
  return list.length > 1 ? wordsOf(list, reading) : []
}

/** The last names before a verb that nothing governs. */
function subjectsBefore(verb: number, roles: readonly NamedRole[]): readonly NamedRole[] {
  const last = roles.findLast(({ governor, to }) => governor === '' && to <= verb)
  return last ? roles.filter(role => role.list === last.list && role.to <= verb && role.governor === '') : []
}

/** Whether the verb has the paper as its object: `A signed a treaty`, and not `a treaty was signed`. */
function isActive({ from, verb }: Instrument, { tokens, language }: SentenceReading): boolean {
  if (verb === undefined || verb > from) return false
  const { events } = language
  if (events.passives.has(lowerAt(tokens, verb)) || events.actions.has(lowerAt(tokens, verb))) return false
  let before = verb - 1
  while (events.adverbs.has(lowerAt(tokens, before))) before -= 1
  return !events.copulas.has(lowerAt(tokens, before))
}

/** Looks up `the parties`, `the university` and `with it`. */
function resolveReferences(
  instrument: Instrument,
  hasSubject: boolean,
  roles: readonly NamedRole[],
  reading: SentenceReading,
  before: SentenceReading | undefined,
): readonly string[] {
  const { tokens, language } = reading
  const { events, grammar } = language
  const topic = topicOf(roles, reading)
  const found: string[] = []
  const end = Math.min(tokens.length, Math.max(instrument.verb ?? 0, instrument.to) + 10)
  for (let index = 0; index < end; index += 1) {
    const word = lowerAt(tokens, index)
    const start = nounStart(index, reading)
    const isLinked = events.partyLinks.has(lowerAt(tokens, start - 1))
    if (topic && isLinked && events.pronouns.has(word)) found.push(...wordsOf([topic], reading))
    const isPair = events.sideWords.has(word) || events.both.has(lowerAt(tokens, index - 1))
    const isDefinite = start < index || events.sideWords.has(word)
    const isActing = index < (instrument.verb ?? 0) && !hasSubject && isActive(instrument, reading)
    if (!isDefinite || !(isLinked || (isActing && isSubject(tokens, index + 1, language)))) continue
    if (isPair) found.push(...(before ? pairOf(word, listRoles(before), before) : []))
    else if (!grammar.isPlural(word)) {
      const here = roles.filter(({ to }) => to <= index)
      found.push(...onlyOne(word, here, reading, before))
    }
  }
  return [...new Set(found)]
}

/** The first token of `the ports`, `the two ports`, `the Chilean port`; the noun itself where nothing points at it. */
function nounStart(index: number, { tokens, language }: SentenceReading): number {
  const { articles, both, demonyms } = language.events
  for (let from = index - 1; from >= index - 3; from -= 1) {
    const word = lowerAt(tokens, from)
    if (language.grammar.definite.has(word)) return from
    if (articles.has(word) || !(both.has(word) || demonyms.has(word)))
      return from < index - 1 && both.has(lowerAt(tokens, from + 1)) ? from + 1 : index
  }
  return index
}

/** The two that the sentence before speaks of, if they are two; of `the two universities` also the one it names. */
function pairOf(noun: string, roles: readonly NamedRole[], before: SentenceReading): readonly string[] {
  const { events, grammar } = before.language
  const between = roles.filter(({ governor }) => events.between.has(governor))
  if (between.length === 2) return wordsOf(between, before)
  const acting = roles.filter(({ governor }) => governor === '' || events.partyLinks.has(governor))
  const names = wordsOf(acting, before)
  if (names.length === 2) return names
  if (events.sideWords.has(noun)) return []
  return names.filter(name => wordsIn(name).some(word => grammar.plural(word) === noun))
}

/** The only name so far that has the noun in it: `the university` after `Agricultural University of Lund`. */
function onlyOne(
  noun: string,
  here: readonly NamedRole[],
  reading: SentenceReading,
  before: SentenceReading | undefined,
): readonly string[] {
  const { events } = reading.language
  if (!events.orgHeads.has(noun) && !events.placeNouns.has(noun)) return []
  const has = (name: string) => wordsIn(name).includes(noun)
  const own = wordsOf(here, reading).filter(has)
  if (own.length > 0) return own.length === 1 ? own : []
  const names = before ? wordsOf(listRoles(before), before).filter(has) : []
  return names.length === 1 ? names : []
}

function wordsIn(name: string): readonly string[] {
  return name.toLowerCase().split(/[^\p{L}]+/u)
}

/** `As for A, …`. */
function topicOf(roles: readonly NamedRole[], { tokens, language }: SentenceReading): NamedRole | undefined {
  const opening = phraseAt(language.events.topics, tokens, 0)
  const first = roles[0]
  return opening && first && first.at < opening.to ? first : undefined
}

/** Whether a name is part of a title in quotation marks, and not the whole of a quoted name. */
function isInTitle({ from, to }: TokenSpan, { paragraph, tokens, quotations, language }: SentenceReading): boolean {
  const start = tokens[from]?.start ?? 0
  const end = tokens[to - 1]?.end ?? 0
  const span = quotations.find(quotation => quotation.start <= start && end <= quotation.end && quotation.closed)
  if (!span || (span.start === start && span.end === end)) return false
  return isName(span, paragraph.text, false, language)
}

function isRelative(word: string, index: number, { times, language }: SentenceReading): boolean {
  return language.grammar.relatives.has(word) && !times.some(({ from, to }) => from <= index && index < to)
}

/** The names as printed, each once; a name that is all in quotation marks without them. */
function wordsOf(names: readonly TokenSpan[], { paragraph, tokens }: SentenceReading): readonly string[] {
  const words = names.map(({ from, to }) => {
    const text = paragraph.text.slice(tokens[from]?.start, tokens[to - 1]?.end)
    return /^["“«„]([^"“”«»„]+)["“”»]$/u.exec(text)?.[1]?.replace(/[\s,.;]+$/u, '') ?? text
  })
  return [...new Set(words)]
}
