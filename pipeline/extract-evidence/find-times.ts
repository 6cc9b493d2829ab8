/**
 * Finds the time expressions of a sentence and how each is bound to it: as the time of what is said, as something
 * compared with, as a limit, or as an aside on one of its nouns.
 */
import type { Language } from './languages/language.ts'
import { oncePerTable, phraseAt, phraseBefore } from './phrases.ts'
import { readNumber } from './read-number.ts'
import { readTime, timeOpenersOf } from './read-time.ts'
import type { TimeExpression, TimeRead } from './time-shapes.ts'
import { lowerAt, type Token } from './tokens.ts'

/** The time expressions of one sentence's tokens, in order and without overlap. */
export function findTimes(tokens: readonly Token[], language: Language): readonly TimeExpression[] {
  const times: TimeExpression[] = []
  for (let index = 0; index < tokens.length; ) {
    const time = mayBegin(tokens[index] as Token, language) ? timeAt(tokens, index, language) : undefined
    if (time) times.push(time)
    index = time ? time.to : index + 1
  }
  return times
}

/** Whether a time can begin with this token, a word before it counted in; most words are ruled out by one look. */
function mayBegin({ kind, lower }: Token, language: Language): boolean {
  if (kind === 'number') return true
  if (kind === 'mark') return false
  return openersOf(language).has(lower) || (lower.includes('-') && !lower.endsWith('-'))
}

const openersOf = oncePerTable((language: Language): ReadonlySet<string> => {
  const { times, numbers } = language
  const before = [times.during, times.spanDeterminers, numbers.articles, numbers.halves]
  return new Set([...timeOpenersOf(language), ...times.edges.byFirst.keys(), ...before.flatMap(set => [...set])])
})

function timeAt(tokens: readonly Token[], index: number, language: Language): TimeExpression | undefined {
  const edged = phraseAt(language.times.edges, tokens, index)
  const prefixed = edged ? undefined : withoutPrefix(tokens, index, language)
  const at = edged?.to ?? index
  const article = edged && language.grammar.definite.has(lowerAt(tokens, at)) ? at + 1 : at
  const read =
    readTime(prefixed ?? tokens, at, language) ?? (article > at ? readTime(tokens, article, language) : undefined)
  if (read && (index === at || read.shape.kind !== 'same')) {
    return { ...read, from: index, role: roleOf(tokens, index, read, language), masks: true }
  }
  return readSpan(tokens, index, language) ?? readLength(tokens, index, language)
}

/** The tokens with `mid-April` read as `April`. */
function withoutPrefix(tokens: readonly Token[], index: number, { times }: Language): readonly Token[] | undefined {
  const token = tokens[index]
  if (!token || !times.edgePrefix.test(token.lower)) return undefined
  const text = token.text.replace(/^[^-‐‑]+./u, '')
  return times.months.has(text.toLowerCase())
    ? tokens.with(index, { ...token, text, lower: text.toLowerCase() })
    : undefined
}

/** `the last three years`, `four years ago`: counted back from a day that the sentence does not name. */
function readSpan(tokens: readonly Token[], index: number, language: Language): TimeExpression | undefined {
  const { times } = language
  const hasDeterminer = times.spanDeterminers.has(lowerAt(tokens, index))
  const number = readNumber(tokens, hasDeterminer ? index + 1 : index, language)
  if (!number || !times.spanNouns.has(lowerAt(tokens, number.to))) return undefined
  const isAgo = times.ago.has(lowerAt(tokens, number.to + 1))
  if (!hasDeterminer && !isAgo) return undefined
  const to = isAgo ? number.to + 2 : number.to + 1
  return { from: index, to, shape: { kind: 'length' }, year: { kind: 'unsaid' }, role: 'plain', masks: true }
}

/** `for 15 years`, `over a quarter of a century`: its number stays a figure. */
function readLength(tokens: readonly Token[], index: number, language: Language): TimeExpression | undefined {
  const { times } = language
  if (!times.during.has(lowerAt(tokens, index))) return undefined
  for (let at = index + 1; at <= index + 3; at += 1) {
    const number = readNumber(tokens, at, language)
    if (!number) continue
    const noun = lowerAt(tokens, number.to)
    const partOf = times.of.has(noun) && times.spanNouns.has(lowerAt(tokens, number.to + 2))
    if (!times.spanNouns.has(noun) && !partOf) return undefined
    // `in the first nine months of 2023` has its place in the calendar.
    if (readTime(tokens, at, language) || readTime(tokens, at - 1, language)) return undefined
    return { from: index, to: at, shape: { kind: 'length' }, year: { kind: 'unsaid' }, role: 'plain', masks: false }
  }
  return undefined
}

function roleOf(tokens: readonly Token[], from: number, read: TimeRead, language: Language): TimeExpression['role'] {
  const { times, grammar } = language
  for (let at = from; at > from - 8; at -= 1) {
    const role = phraseBefore(times.roles, tokens, at)
    if (role) return role.value
    if (!times.roleGaps.has(lowerAt(tokens, at - 1))) break
  }
  if (read.year.kind === 'relative' && times.steps.has(lowerAt(tokens, from - 1))) return 'comparison'
  if (isAttribute(tokens, from, read, language)) return 'aside'
  const isYears = read.year.kind === 'given' && read.year.to !== undefined && read.shape.kind === 'year'
  const before = lowerAt(tokens, from - 1)
  if (isYears && times.scope.has(before)) return 'scope'
  const isRange = isYears || (read.shape.kind === 'months' && read.shape.from !== read.shape.to)
  if (!isRange && times.from.has(before) && !times.starting.has(lowerAt(tokens, from - 2))) return 'since'
  const participle = lowerAt(tokens, from - 2)
  const isParticiple = grammar.pastSuffix.test(participle) && times.prepositions.has(before)
  if (isParticiple && /^[,(]$/u.test(lowerAt(tokens, from - 3))) return 'aside'
  // `the city, which was founded in 1703, …`
  const isRelative = [4, 5].some(step => grammar.relatives.has(lowerAt(tokens, from - step)))
  return language.events.foundings.has(participle) && isRelative ? 'aside' : 'plain'
}

/** `the crisis of 2008`, `Decree No. 166 of 12 May 2017`: the year of a noun and not of what the sentence says. */
function isAttribute(tokens: readonly Token[], from: number, { shape, year }: TimeRead, language: Language): boolean {
  const { grammar, times } = language
  if (year.kind !== 'given' || (shape.kind !== 'year' && shape.kind !== 'days')) return false
  if (!grammar.partitives.has(lowerAt(tokens, from - 1))) return false
  return tokens[from - 2]?.kind !== 'mark' && !times.outcomes.has(lowerAt(tokens, from - 2))
}
