/**
 * Finds the paper that a sentence says was signed or adopted, or is to be: its phrase, its verb, and whether it is
 * still a plan.
 */
import type { Language } from './languages/language.ts'
import { phraseAt } from './phrases.ts'
import type { TimeExpression } from './time-shapes.ts'
import { lowerAt, type Token } from './tokens.ts'

/** An instrument's phrase by tokens, and the token of the verb that signs it. */
export interface Instrument {
  readonly from: number
  readonly to: number
  readonly verb: number
  readonly planned: boolean
}

/** Tokens between an instrument and its verb, at the most. */
const reach = 30

/** The signed, adopted or planned paper of a sentence, if it has one. */
export function findInstrument(
  tokens: readonly Token[],
  times: readonly TimeExpression[],
  language: Language,
): Instrument | undefined {
  for (let index = 0; index < tokens.length; index += 1) {
    const head = phraseAt(language.events.instruments, tokens, index)
    if (!head) continue
    const verb = signingVerb(tokens, index, head.to, language)
    const from = phraseStart(tokens, index, language)
    if (verb === undefined || isCounted(tokens, from, index, language)) continue
    const to = phraseEnd(tokens, head.to, times, language)
    return { from, to, verb, planned: isPlanned(tokens, verb, language) }
  }
  return undefined
}

/** The nearest verb of signing in the same clause. */
function signingVerb(tokens: readonly Token[], from: number, to: number, { events }: Language): number | undefined {
  for (let step = 1; step <= reach; step += 1) {
    for (const index of [from - step, to + step - 1]) {
      if (events.signing.has(lowerAt(tokens, index))) {
        // `The signed agreement …` only speaks of the paper again.
        return index === from - 1 && lowerAt(tokens, index - 1) === 'the' ? undefined : index
      }
    }
  }
  return undefined
}

/** Takes in the adjectives before the head: `joint`, `cooperation`. */
function phraseStart(tokens: readonly Token[], head: number, { events, grammar }: Language): number {
  let from = head
  while (from > 0 && head - from < 4) {
    const token = tokens[from - 1]
    if (token?.kind !== 'word' || grammar.phraseEnds.has(token.lower) || events.signing.has(token.lower)) break
    if (grammar.finiteVerbs.has(token.lower) || events.verbs.has(token.lower)) break
    from -= 1
  }
  return from
}

/** `540 agreements`, `five agreements`: a number of papers is a figure and not a paper. */
function isCounted(tokens: readonly Token[], from: number, head: number, { numbers }: Language): boolean {
  for (let index = from - 1; index < head; index += 1) {
    const token = tokens[index]
    if (token?.kind === 'number' || (numbers.cardinals.has(token?.lower ?? '') && token?.lower !== 'one')) return true
  }
  return false
}

/** Takes in `on scientific and technical cooperation`. */
function phraseEnd(
  tokens: readonly Token[],
  head: number,
  times: readonly TimeExpression[],
  { events, grammar, numbers }: Language,
): number {
  let to = head
  for (; to < tokens.length && to - head < 20; to += 1) {
    const token = tokens[to]
    if (token?.kind !== 'word' || times.some(time => time.from <= to && to < time.to)) break
    const goesOn = numbers.and.has(token.lower) && to > head && !grammar.definite.has(lowerAt(tokens, to + 1))
    if (events.instrumentEnds.has(token.lower) && !goesOn) break
  }
  while (to > head && (grammar.phraseEnds.has(lowerAt(tokens, to - 1)) || numbers.and.has(lowerAt(tokens, to - 1))))
    to -= 1
  return to
}

function isPlanned(tokens: readonly Token[], verb: number, { events }: Language): boolean {
  return [1, 2, 3, 4].some(step => events.plans.has(lowerAt(tokens, verb - step)))
}
