/**
 * Says what each name of a sentence is to the words around it: the preposition or verb that governs it, or nothing for
 * a name that can be a subject. Names in a list share the role of the first, so that in `with A, B and C` all three
 * stand after `with`, and in `branches in A and B` both are places.
 */
import { isOrgHead, isPossessive, type NameSpan } from './find-names.ts'
import type { Language } from './languages/language.ts'
import { isCapitalised, lowerAt, type Token, type TokenSpan } from './tokens.ts'

/** A name with what governs it. */
export interface NamedRole extends NameSpan {
  /** The governing word in lower case: `with`, `between`, `of`, `visited`; empty for a subject. */
  readonly governor: string
  /** The token of that word, or of the name where it has none. */
  readonly at: number
  /** Number of the list the name is in; a name alone is a list of one. */
  readonly list: number
}

/** What is seen around a name. */
export interface Sight {
  readonly tokens: readonly Token[]
  readonly times: readonly TokenSpan[]
  readonly language: Language
}

/** The walk from a name to the left ended at this token, having passed only what describes the name. */
interface Stop {
  readonly index: number
  readonly hasArticle: boolean
}

/** Words that may describe a name before it, at the most. */
const reach = 5

/** The names of a sentence with their roles, in order; a name in brackets has the role `(`. */
export function assignRoles(names: readonly NameSpan[], sight: Sight): readonly NamedRole[] {
  const { tokens, language } = sight
  const roles: NamedRole[] = []
  names.forEach((name, index) => {
    const stop = walkBack(name.from, sight)
    // `Cuba's exports`: the name only says whose.
    if (isPossessive(tokens[name.to - 1])) return
    const before = lowerAt(tokens, stop.index)
    const previous = roles.findLast(({ governor }) => governor !== '(')
    if (previous && isSeparator(before, language) && isAdjacent(previous, stop.index, sight)) {
      const shared = shareRole(before, previous, names.slice(index), stop, sight)
      if (shared) {
        const { governor, at } = shared
        roles.push({ ...name, place: previous.place, governor, at, list: previous.list })
        return
      }
    }
    const isFree =
      language.grammar.relatives.has(before) ||
      !isGovernor(tokens[stop.index], language) ||
      isAfterPhrase(name, stop, sight)
    roles.push({
      ...name,
      governor: isFree ? '' : before,
      at: isFree ? name.from : stop.index,
      list: (roles.at(-1)?.list ?? -1) + 1,
    })
  })
  return roles
}

/** What a name takes over from the name before the comma, dash or `and`; nothing where it begins anew. */
function shareRole(
  mark: string,
  previous: NamedRole,
  rest: readonly NameSpan[],
  { hasArticle }: Stop,
  sight: Sight,
): Pick<NamedRole, 'governor' | 'at'> | undefined {
  const { tokens, language } = sight
  const { governor, at } = previous
  const { genitiveLinks, partyLinks } = language.events
  if (language.numbers.and.has(mark)) return previous
  const isDash = /^[–—-]$/u.test(mark)
  const outer = genitiveLinks.has(governor) ? outerGovernor(at, sight) : undefined
  if (outer) return outer
  const [name, next] = rest
  // `In Perth, A and B signed …`
  if (isDash || (governor !== '' && opensSubject(rest, sight))) return undefined
  // A list has to go on to its `and`, or to have been opened by a dash; after a place it must be no new beginning.
  const goesOn = name !== undefined && next !== undefined && isListed(name.to, next.from, sight)
  const isOpened = /^[–—-]$/u.test(lowerAt(tokens, walkBack(previous.from, sight).index))
  if (governor === '' || partyLinks.has(governor)) return goesOn || isOpened ? previous : undefined
  return hasArticle ? undefined : previous
}

/** `with leading bodies of Chile - Alfa, Beta`: the `with` that governs the bodies. */
function outerGovernor(at: number, sight: Sight): Pick<NamedRole, 'governor' | 'at'> | undefined {
  const { tokens, language } = sight
  const { genitiveLinks, partyLinks } = language.events
  let index = at
  for (let step = 0; step < 20; step += 1) {
    const { index: stop } = walkBack(index, sight)
    const word = lowerAt(tokens, stop)
    if (partyLinks.has(word)) return { governor: word, at: stop }
    // Through `of`, and through a list of such phrases and names.
    if (!genitiveLinks.has(word) && word !== ',' && !/^[–—-]$/u.test(word) && !isCapitalised(tokens[stop])) break
    index = stop
  }
  return undefined
}

/** `During the visit Alfa signed …`: the noun belongs to the preposition, and the name is the subject. */
function isAfterPhrase(name: NameSpan, { index, hasArticle }: Stop, { tokens, language }: Sight): boolean {
  const { companyForms, kinds, partyLinks } = language.events
  const noun = lowerAt(tokens, name.from - 1)
  if (!hasArticle || name.from - index < 3 || partyLinks.has(lowerAt(tokens, index))) return false
  if (kinds.has(noun) || companyForms.has(noun)) return false
  return isSubject(tokens, name.to, language)
}

/** Goes left over articles, adjectives, common nouns and `the city of`. */
function walkBack(from: number, { tokens, times, language }: Sight): Stop {
  const { events } = language
  let hasArticle = false
  let index = from - 1
  for (let step = 0; step < reach && index >= 0; step += 1) {
    const token = tokens[index]
    const word = token?.lower ?? ''
    if (times.some(time => time.from <= index && index < time.to)) break
    if (events.articles.has(word)) hasArticle = true
    else if (events.genitiveLinks.has(word) && events.kinds.has(lowerAt(tokens, index - 1))) index -= 1
    else if (!isDescriber(token, language)) break
    index -= 1
  }
  if (index === from - 1 && /^["“«„]$/u.test(lowerAt(tokens, index))) index -= 1
  return { index, hasArticle }
}

/** A word that can stand between an article and a name: no preposition, no verb, no name. */
function isDescriber(token: Token | undefined, language: Language): boolean {
  if (token?.kind !== 'word') return false
  if (language.events.demonyms.has(token.lower.split('-').at(-1) ?? '')) return true
  const { articles, kinds } = language.events
  if (articles.size === 0) {
    const isKind = kinds.has(token.lower) || language.quotations.classifiers.has(token.lower)
    return isKind || (!isCapitalised(token) && isOrgHead(token, language))
  }
  return !isCapitalised(token) && !language.numbers.and.has(token.lower) && !isGovernor(token, language)
}

/** Prepositions, conjunctions and verbs; a bracket that opens. */
function isGovernor(token: Token | undefined, { events, grammar, numbers, quotations }: Language): boolean {
  if (token === undefined || events.articles.has(token.lower) || numbers.and.has(token.lower)) return false
  return (
    token.text === '(' ||
    [
      grammar.phraseEnds,
      grammar.finiteVerbs,
      events.passing,
      events.verbs,
      events.signing,
      events.partyLinks,
      quotations.speech,
    ].some(words => words.has(token.lower))
  )
}

function isSeparator(word: string, { numbers }: Language): boolean {
  return word === ',' || numbers.and.has(word) || /^[–—-]$/u.test(word)
}

/** Whether nothing but a bracket or a comma parts a name from the separator after it. */
function isAdjacent({ to }: NameSpan, separator: number, { tokens, language }: Sight): boolean {
  let index = to
  if (lowerAt(tokens, index) === '(') while (index < separator && lowerAt(tokens, index) !== ')') index += 1
  if (lowerAt(tokens, index) === ')') index += 1
  if (lowerAt(tokens, index) === ',' && language.numbers.and.has(lowerAt(tokens, separator))) index = separator
  return index === separator
}

/** Whether a list goes on from one name to the next. */
function isListed(to: number, next: number, sight: Sight): boolean {
  const { index } = walkBack(next, sight)
  return index >= to && index - to <= 1 && isSeparator(lowerAt(sight.tokens, index), sight.language)
}

/** Whether names begin a list that a verb follows. */
function opensSubject(names: readonly NameSpan[], sight: Sight): boolean {
  const last = names.findIndex(({ to }, index) => {
    const next = names[index + 1]
    return next === undefined || !isListed(to, next.from, sight)
  })
  const end = names[last]
  return end !== undefined && isSubject(sight.tokens, end.to, sight.language)
}

/** Whether a verb follows, with at most an adverb or an auxiliary between. */
export function isSubject(tokens: readonly Token[], to: number, { events, grammar }: Language): boolean {
  for (let index = to; index < to + 3; index += 1) {
    const word = lowerAt(tokens, index)
    if ([grammar.finiteVerbs, events.verbs, events.signing].some(words => words.has(word))) return true
    if (grammar.pastSuffix.test(word)) return true
    if (!events.adverbs.has(word) && !events.adverbEnding?.test(word)) return false
  }
  return false
}
