/**
 * Finds the paper that a sentence says was signed or adopted, or is to be: its phrase, its verb, and how far it is.
 */
import type { Event } from '../contract/evidence.ts'
import type { Language } from './languages/language.ts'
import { phraseAt } from './phrases.ts'
import { lowerAt, type Token } from './tokens.ts'

/** A paper's phrase by tokens, such as `memorandum of understanding`, and the token of the verb that signs it. */
export interface Instrument {
  readonly from: number
  readonly to: number
  /** Absent where the sentence only says what the paper provides for. */
  readonly verb?: number
  readonly status?: NonNullable<Event['status']>
  /** Whether it is several papers: `memorandums: with A …; with B …`. */
  readonly several: boolean
}

/** Tokens between an instrument and its verb, at the most. */
const reach = 30

/** The signed, adopted or planned paper of a sentence, or the one whose content it tells, if it has one. */
export function findInstrument(tokens: readonly Token[], language: Language): Instrument | undefined {
  let described: Instrument | undefined
  for (let index = 0; index < tokens.length; index += 1) {
    const head = phraseAt(language.events.instruments, tokens, index)
    if (!head) continue
    const from = phraseStart(tokens, index, language)
    if (isCounted(tokens, from, index, language) || isDenied(tokens, from, language)) continue
    const to = phraseEnd(tokens, head.to, language)
    const several = lowerAt(tokens, to) === ':' && language.events.partyLinks.has(lowerAt(tokens, to + 1))
    const verb = signingVerb(tokens, index, head.to, language)
    if (verb !== undefined && isDenied(tokens, verb, language)) continue
    const status = verb === undefined ? undefined : readStatus(tokens, verb, language)
    if (verb !== undefined) return { from, to, verb, several, ...(status ? { status } : {}) }
    if (!described && isDescribed(tokens, to, language)) described = { from, to, several }
  }
  return described
}

/** The nearest verb of signing in the same clause. */
function signingVerb(tokens: readonly Token[], from: number, to: number, { events }: Language): number | undefined {
  // `signing ceremony` has its verb in itself.
  for (let index = from; index < to; index += 1) if (events.signing.has(lowerAt(tokens, index))) return index
  for (let step = 1; step <= reach; step += 1) {
    for (const index of [from - step, to + step - 1]) {
      if (events.signing.has(lowerAt(tokens, index))) {
        // `The signed agreement …` only speaks of the paper again.
        return index === from - 1 && events.articles.has(lowerAt(tokens, index - 1)) ? undefined : index
      }
    }
  }
  return undefined
}

/** `The memorandum between the two ports provides for …`. */
function isDescribed(tokens: readonly Token[], to: number, { events }: Language): boolean {
  if (!events.partyLinks.has(lowerAt(tokens, to))) return false
  for (let index = to + 1; index < to + 12; index += 1) if (phraseAt(events.contents, tokens, index)) return true
  return false
}

/** Takes in the adjectives before the head: `joint`, `cooperation`; not `first`, not `new`. */
function phraseStart(tokens: readonly Token[], head: number, { events, grammar, numbers }: Language): number {
  let from = head
  while (from > 0 && head - from < 4) {
    const token = tokens[from - 1]
    if (token?.kind !== 'word' || grammar.phraseEnds.has(token.lower) || events.signing.has(token.lower)) break
    if (grammar.finiteVerbs.has(token.lower) || events.verbs.has(token.lower)) break
    if (numbers.ordinals.has(token.lower) || events.adverbs.has(token.lower)) break
    from -= 1
  }
  return from
}

/** `540 agreements`, `five agreements`: a number of papers is a figure and not a paper. */
function isCounted(tokens: readonly Token[], from: number, head: number, { numbers }: Language): boolean {
  for (let index = from - 1; index < head; index += 1) {
    const token = tokens[index]
    if (token?.kind === 'number' || (numbers.cardinals.get(token?.lower ?? '') ?? 1) > 1) return true
  }
  return false
}

/** `no treaty`, `was not signed`, `failed to sign`. */
function isDenied(tokens: readonly Token[], at: number, { events }: Language): boolean {
  return [1, 2].some(step => events.negations.has(lowerAt(tokens, at - step)))
}

/** Takes in `of understanding`, which says what kind of paper it is and not what it is about. */
function phraseEnd(tokens: readonly Token[], head: number, { events }: Language): number {
  return phraseAt(events.paperKinds, tokens, head)?.to ?? head
}

/** Planned where a word of intention stands before an infinitive; an infinitive alone leaves it open. */
function readStatus(tokens: readonly Token[], verb: number, { events, grammar }: Language): Event['status'] {
  const done = events.adopting.has(lowerAt(tokens, verb)) ? 'adopted' : 'signed'
  const before = tokens
    .slice(Math.max(0, verb - 8), verb)
    .flatMap(({ kind, lower }) => (kind === 'mark' ? [] : [lower]))
  const near = before.slice(-4)
  const plan = near.findLastIndex(word => events.plans.has(word))
  const rest = near.slice(plan + 1)
  const isOpen = events.infinitives.has(lowerAt(tokens, verb)) || rest.some(word => grammar.infinitives.has(word))
  const isDue = near.some((word, index) => events.copulas.has(word) && grammar.infinitives.has(near[index + 1] ?? ''))
  if (isDue || (plan >= 0 && (isOpen || rest.every(word => events.adverbs.has(word))))) return 'planned'
  return isOpen ? undefined : done
}
