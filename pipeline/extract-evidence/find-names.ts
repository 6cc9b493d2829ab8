/**
 * Finds the names in a sentence: runs of capitalised words with the small words that join them, quoted names with what
 * they name, bodies such as `administration of the port "Alfa"`, and places such as `Aker region`. It is a recogniser of
 * form; it knows no list of names.
 */
import { joinNames } from './join-names.ts'
import type { Language } from './languages/language.ts'
import { isCapitalised, lowerAt, type Token, touches } from './tokens.ts'

/** A name by tokens; `place` where a preposition of place stands before it. */
export interface NameSpan {
  readonly from: number
  readonly to: number
  readonly place: boolean
}

/** The names of one sentence, in order. */
export function findNames(tokens: readonly Token[], language: Language): readonly NameSpan[] {
  const spans: { from: number; to: number }[] = []
  for (let index = 0; index < tokens.length; ) {
    const to = nameEnd(tokens, index, language)
    if (to > index && isWhole(tokens, index, to, language))
      spans.push({ from: startOfBody(tokens, index, language), to })
    index = Math.max(to, index + 1)
  }
  return joinNames(tokens, spans, language).map(span => ({ ...span, place: isPlace(tokens, span.from, language) }))
}

function nameEnd(tokens: readonly Token[], index: number, language: Language): number {
  if (isQuotedName(tokens, index, language)) {
    const end = quotedEnd(tokens, index) ?? index
    return language.events.companyForms.has(lowerAt(tokens, end)) ? end + 1 : end
  }
  if (!startsName(tokens, index, language)) return index
  let to = index + 1
  for (;;) {
    const next = nextPart(tokens, index, to, language)
    if (next === undefined) break
    to = next
  }
  const office = possessedBody(tokens, to, language)
  if (office !== undefined) return office
  const { placeNouns } = language.events
  const word = tokens[to]
  return word?.kind === 'word' && placeNouns.has(word.lower) && !isSentenceWord(tokens, index, to, language)
    ? to + 1
    : to
}

/** `Ghana's finance ministry`: the token after the body. */
function possessedBody(tokens: readonly Token[], to: number, language: Language): number | undefined {
  if (!isPossessive(tokens[to - 1])) return undefined
  for (let index = to; index < to + 3 && isTail(tokens, index, language); index += 1) {
    if (isOrgHead(tokens[index], language)) return index + 1
  }
  return undefined
}

/** `Ghana's`. */
export function isPossessive(token: Token | undefined): boolean {
  return token?.lower.endsWith("'s") ?? false
}

function startsName(tokens: readonly Token[], index: number, language: Language): boolean {
  const token = tokens[index]
  if (token?.kind !== 'word' || !isCapitalised(token)) return false
  // `Priority areas …`: the sentence's first word has a capital of its own.
  const isOpener = tokens[index + 1]?.text === lowerAt(tokens, index + 1) && tokens[index - 1]?.kind !== 'word'
  const { events, grammar } = language
  if (index === 0 && events.openers.has(token.lower)) return false
  const isBody = isOrgHead(token, language) || isOrgHead(tokens[index + 1], language)
  if (index === 0 && isOpener && !isBody && grammar.isPlural(lowerAt(tokens, index + 1))) return false
  if (!events.notNames.has(token.lower) && !isDemonym(token, language)) return true
  if (index > 0 && isNumbered(tokens, index, language)) return true
  // `Norwegian State University` is a name though `Norwegian` alone is none.
  return isDemonym(token, language) && isName(tokens[index + 1], language)
}

/** `the firm "Alfa"`, `"3D Alfa" LLC`: a quoted name beside a common noun or a company's form. */
function isQuotedName(tokens: readonly Token[], index: number, language: Language): boolean {
  const { events, quotations } = language
  if (!/^["“«„]$/u.test(lowerAt(tokens, index)) || touches(tokens, index)) return false
  const end = quotedEnd(tokens, index)
  const first = tokens[index + 1]
  const isProper = first?.kind === 'number' || tokens.slice(index + 1, end).some(isCapitalised)
  if (end === undefined || !isProper) return false
  const isOfBody = events.connectors.has(lowerAt(tokens, index - 1)) && events.bodies.has(lowerAt(tokens, index - 2))
  const isCalled = quotations.classifiers.has(lowerAt(tokens, index - 1)) || isOrgHead(tokens[index - 1], language)
  return isCalled || isOfBody || events.companyForms.has(lowerAt(tokens, end))
}

/** `First Quantum`: an ordinal with a capital before a name. */
function isNumbered(tokens: readonly Token[], index: number, language: Language): boolean {
  const token = tokens[index]
  return (
    isCapitalised(token) && language.numbers.ordinals.has(token?.lower ?? '') && isName(tokens[index + 1], language)
  )
}

/** `Chinese` and `Sino-Norwegian` are adjectives. */
function isDemonym(token: Token, { events }: Language): boolean {
  return events.demonyms.has(token.lower.split('-').at(-1) ?? '')
}

function isName(token: Token | undefined, { events }: Language): boolean {
  return (
    token?.kind === 'word' &&
    isCapitalised(token) &&
    (!events.notNames.has(token.lower) || events.demonyms.has(token.lower))
  )
}

/** The token after the next part of a name that runs from `from` to `to`, or nothing. */
function nextPart(tokens: readonly Token[], from: number, to: number, language: Language): number | undefined {
  if (isName(tokens[to], language) || isNumbered(tokens, to, language)) return to + 1
  // `RB Rail AS`: in capitals throughout it is no function word.
  if (/^\p{Lu}{2,4}$/u.test(tokens[to]?.text ?? '')) return to + 1
  const isOpening = /^["“«„]$/u.test(lowerAt(tokens, to)) && !touches(tokens, to)
  if (isOpening && isCapitalised(tokens[to + 1])) return quotedEnd(tokens, to)
  if (lowerAt(tokens, to) === '(' && isAcronym(tokens[to + 1]) && lowerAt(tokens, to + 2) === ')') return to + 3
  return nextOrgPart(tokens, from, to, language) ?? nextLinked(tokens, from, to, language)
}

/** `of`, `and` and the like with the name after them. */
function nextLinked(tokens: readonly Token[], from: number, to: number, language: Language): number | undefined {
  const { connectors, purposes } = language.events
  if (!connectors.has(lowerAt(tokens, to))) return undefined
  const at = connectors.has(lowerAt(tokens, to + 1)) ? to + 2 : to + 1
  if (!isName(tokens[at], language)) return undefined
  const link = lowerAt(tokens, to)
  if (!language.numbers.and.has(link) && !purposes.has(link)) return at + 1
  // `Chamber of Commerce and Industry` is one name, `Norway and Chile` are two.
  const run = tokens.slice(from, to)
  // An article begins a name of its own: `the Republic of Korea and the Republic of India`.
  if (!run.some(token => isOrgHead(token, language))) return undefined
  if (!purposes.has(link) && language.grammar.definite.has(lowerAt(tokens, to + 1))) return undefined
  return purposes.has(link) || run.some(token => connectors.has(token.lower)) ? at + 1 : undefined
}

/**
 * Lower-case words inside the name of a body: `Association of independent farmers ALFA`, and where the language
 * writes names so, `Институт ядерной физики Академии наук`.
 */
function nextOrgPart(tokens: readonly Token[], from: number, to: number, language: Language): number | undefined {
  const { events, numbers } = language
  const run = tokens.slice(from, to)
  const head = run.findLastIndex(token => isOrgHead(token, language))
  if (events.adjective && head < 0) {
    for (let at = to; at <= to + 2; at += 1) {
      if (isOrgHead(tokens[at], language) && events.adjective.test(lowerAt(tokens, from))) return at + 1
      if (!events.adjective.test(lowerAt(tokens, at))) return undefined
    }
    return undefined
  }
  if (head >= 0 && events.genitive?.test(lowerAt(tokens, to)) && isTail(tokens, to, language)) return to + 1
  if (head < 0 || !isCapitalised(run[head]) || head !== run.length - 1) return undefined
  if (events.genitive || !events.connectors.has(lowerAt(tokens, to)) || numbers.and.has(lowerAt(tokens, to)))
    return undefined
  let at = to + 1
  while (at - to < 6 && (isTail(tokens, at, language) || numbers.and.has(lowerAt(tokens, at)))) at += 1
  if (at === to + 1) return undefined
  if (isAcronym(tokens[at])) return at + 1
  const plain = tokens.slice(to + 1, at).findIndex(token => numbers.and.has(token.lower))
  return plain < 0 ? at : plain === 0 ? undefined : to + 1 + plain
}

/** A lower-case word that may belong to a name: no preposition, no verb. */
function isTail(tokens: readonly Token[], index: number, { events, grammar, quotations }: Language): boolean {
  const token = tokens[index]
  if (token?.kind !== 'word' || isCapitalised(token)) return false
  return ![
    grammar.phraseEnds,
    grammar.finiteVerbs,
    grammar.determiners,
    events.verbs,
    events.signing,
    quotations.speech,
  ]
    .concat(events.connectors)
    .some(words => words.has(token.lower))
}

/** `Association` by itself is a common noun with a capital. */
function isWhole(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  return to - from > 1 || !isOrgHead(tokens[from], language)
}

/** Takes in `administration of`, `Chinese branch of`. */
function startOfBody(tokens: readonly Token[], index: number, language: Language): number {
  const { connectors, bodies } = language.events
  const link = language.grammar.definite.has(lowerAt(tokens, index - 1)) ? index - 2 : index - 1
  if (!connectors.has(lowerAt(tokens, link)) || language.numbers.and.has(lowerAt(tokens, link))) return index
  const body = tokens[link - 1]
  if (!body || !bodies.has(body.lower)) return index
  const before = tokens[link - 2]
  return before && isDemonym(before, language) ? link - 2 : link - 1
}

/** Whether a word says what kind of body a name is: `Ministry`, `University`. */
export function isOrgHead(token: Token | undefined, { events }: Language): boolean {
  return token !== undefined && (events.orgHeads.has(token.lower) || (events.orgStem?.test(token.lower) ?? false))
}

function quotedEnd(tokens: readonly Token[], at: number): number | undefined {
  for (let index = at + 2; index < Math.min(at + 9, tokens.length); index += 1) {
    if (/^["”»“]$/u.test(lowerAt(tokens, index)) && touches(tokens, index)) return index + 1
  }
  return undefined
}

function isAcronym(token: Token | undefined): boolean {
  return token !== undefined && /^\p{Lu}[\p{L}\p{N}&-]*\p{Lu}/u.test(token.text)
}

/** A lower-case noun after a lone first word of the sentence is no part of a name. */
function isSentenceWord(tokens: readonly Token[], from: number, to: number, language: Language): boolean {
  return language.events.demonyms.has(lowerAt(tokens, to - 1)) && from + 1 === to
}

function isPlace(tokens: readonly Token[], index: number, { events, grammar }: Language): boolean {
  const before = lowerAt(tokens, index - 1)
  return events.placePrepositions.has(grammar.definite.has(before) ? lowerAt(tokens, index - 2) : before)
}
