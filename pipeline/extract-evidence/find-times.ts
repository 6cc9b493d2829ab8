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
  const edge = edged?.value ?? prefixed?.edge
  const at = edged?.to ?? index
  const article = edged && language.grammar.definite.has(lowerAt(tokens, at)) ? at + 1 : at
  const read =
    readTime(prefixed?.tokens ?? tokens, at, language) ??
    (article > at ? readTime(tokens, article, language) : undefined)
  if (read && (index === at || read.shape.kind !== 'same')) {
    return {
      ...read,
      from: index,
      ...(edge ? { edge } : {}),
      role: roleOf(tokens, index, read, language),
      compared: isCompared(tokens, index, language),
      masks: true,
    }
  }
  return readSpan(tokens, index, language) ?? readLength(tokens, index, language)
}

/** The tokens with `mid-April` read as `April`. */
function withoutPrefix(tokens: readonly Token[], index: number, { times }: Language) {
  const token = tokens[index]
  const [, prefix, text = ''] = /^([^-‐‑]+)[-‐‑](.+)$/u.exec(token?.text ?? '') ?? []
  const edge = times.edgePrefixes.get(prefix?.toLowerCase() ?? '')
  if (!token || !edge || !times.months.has(text.toLowerCase())) return undefined
  return { edge, tokens: tokens.with(index, { ...token, text, lower: text.toLowerCase() }) }
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
  return {
    from: index,
    to,
    shape: { kind: 'length' },
    year: { kind: 'unsaid' },
    role: 'plain',
    compared: false,
    masks: true,
  }
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
    return {
      from: index,
      to: at,
      shape: { kind: 'length' },
      year: { kind: 'unsaid' },
      role: 'plain',
      compared: false,
      masks: false,
    }
  }
  return undefined
}

function roleOf(tokens: readonly Token[], from: number, read: TimeRead, language: Language): TimeExpression['role'] {
  const { times, grammar } = language
  for (let at = from; at > from - 8; at -= 1) {
    const role = phraseBefore(times.roles, tokens, at)
    if (role) return role.value === 'since' && isSpan(read) ? 'plain' : role.value
    if (!times.roleGaps.has(lowerAt(tokens, at - 1))) break
  }
  if (read.year.kind === 'relative' && times.steps.has(lowerAt(tokens, from - 1))) return 'comparison'
  if (isAttribute(tokens, from, read, language)) return 'aside'
  const isYears = read.year.kind === 'given' && read.year.to !== undefined && read.shape.kind === 'year'
  const before = lowerAt(tokens, from - 1)
  if (isYears && times.scope.has(before)) return 'scope'
  if (!isSpan(read) && times.from.has(before) && !times.starting.has(lowerAt(tokens, from - 2))) return 'since'
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
  const before = tokens[from - 1]
  // `рекорд 2019 года`
  const isBare = before?.kind === 'word' && !times.prepositions.has(before.lower) && !times.outcomes.has(before.lower)
  if (grammar.cases && shape.kind === 'year' && year.kind === 'given' && isBare) return true
  if (year.kind !== 'given' || (shape.kind !== 'year' && shape.kind !== 'days')) return false
  if (!grammar.partitives.has(lowerAt(tokens, from - 1))) return false
  const opens =
    tokens.slice(0, from).every(token => token.kind === 'word') &&
    times.prepositions.has(lowerAt(tokens, 0)) &&
    !grammar.definite.has(lowerAt(tokens, 0))
  // `In the vote of 20 October 2019, …`
  if (opens && from < 7) return false
  return tokens[from - 2]?.kind !== 'mark' && !times.outcomes.has(lowerAt(tokens, from - 2))
}

/** `from 21% in 2015`, `compared with £355 m in 2020`: a figure stands between the time and what compares. */
function isCompared(tokens: readonly Token[], from: number, language: Language): boolean {
  const { numbers, qualifiers, times } = language
  const isLink = (index: number) =>
    times.prepositions.has(lowerAt(tokens, index)) || language.grammar.definite.has(lowerAt(tokens, index))
  let at = from
  while (at > from - 3 && isLink(at - 1)) at -= 1
  for (let start = at - 1; start >= Math.max(0, at - 6); start -= 1) {
    const number = tokens[start]?.kind === 'number' || numbers.cardinals.has(lowerAt(tokens, start))
    if (!number) continue
    const sign = /^\p{Sc}$|^[A-Z]{3}$/u.test(tokens[start - 1]?.text ?? '') ? start - 1 : start
    const before = phraseBefore(qualifiers, tokens, sign)?.from ?? sign
    if (times.from.has(lowerAt(tokens, before - 1))) return true
    return phraseBefore(times.roles, tokens, before)?.value === 'comparison'
  }
  return false
}

/** Several years or months, which no `from` or `since` makes a beginning. */
function isSpan({ shape, year }: TimeRead): boolean {
  if (shape.kind === 'year') return year.kind === 'given' && year.to !== undefined
  return shape.kind === 'months' && shape.from !== shape.to
}
