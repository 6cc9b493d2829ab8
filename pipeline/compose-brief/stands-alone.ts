/**
 * Whether a sentence can be read without the one before it: no connective at its head, no pronoun that points back, no
 * quotation cut in two.
 */
import type { Theme } from '../contract/config.ts'
import { alternation, connectives, definiteNouns, latePronouns, pointers, unnamedPeople } from './leaning-words.ts'

const mostWords = 40
const fewestWords = 9

/** Heads that lean on what came before. */
const leaning = new RegExp(`^["“«„(]*(?:${alternation([...connectives, ...pointers])})(?![\\p{L}\\p{N}])`, 'iu')

/** Words later in the sentence that point out of it. */
const pointing = /\b(?:this|these|the above|aforementioned|mentioned above|such an? \w+)\b/iu

/** A pronoun before anything it could stand for. */
const earlyPronoun = /^["“«„]?(?:\S+\s){0,4}?(?:its|their|his|her|they|it|these|those)\b/iu

/** Who only the text before can name, where no names stand before them in the sentence itself. */
const unnamed = new RegExp(`\\b(?:${alternation([...unnamedPeople, ...latePronouns])})\\b`, 'iu')

/** What is named right after the noun (`the zone "Aurora"`, `the region of Aker`), or else only in the text before. */
const unnamedThing = new RegExp(
  '\\b[Tt]he (?:[a-z-]+ |(?!People)\\p{Lu}\\p{Ll}+(?:an|ian|ese|ish|i) ){0,2}' +
    `(?:${alternation(definiteNouns)})s?\\b(?! (?:of|in|between|with|for|on) |,? ["“«\\p{Lu}])`,
  'u',
)

const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|II|III|IV|USD|EUR)$/u

/** Whether a sentence can stand as a point of its own. */
export function standsAlone(text: string, ownNames: RegExp): boolean {
  const words = text.split(/\s+/u).length
  if (words > mostWords || words < fewestWords) return false
  if (!/^["“«„]?[\p{Lu}\p{N}$€£]/u.test(text) || !/[.!?…]["”»]?$/u.test(text)) return false
  if (leansOnOthers(text)) return false
  if (/<\s?[.…]|[.…]\s?>|\[[.…]|\uFFFD/u.test(text)) return false
  const until = unnamed.exec(text)?.index ?? text.length
  // The theme is named nearly everywhere; a sentence that stands alone names somebody else too.
  if (!holdsName(text.slice(0, until).replace(ownNames, ''))) return false
  return quotesClose(text)
}

/** Matches the words of a theme's names, which name nobody in particular within it. */
export function themeNames({ terms }: Theme): RegExp {
  const words = terms.map(({ text }) => text.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replace(/\*/gu, '\\p{L}*'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.join('|')})(?![\\p{L}\\p{N}])`, 'giu')
}

/** For judging a sentence apart from any theme. */
export const noNames = /(?!)/u

/** Whether a sentence points to the one before it, or speaks of a thing that only the one before names. */
export function leansOnOthers(text: string): boolean {
  return leaning.test(text) || pointing.test(text) || earlyPronoun.test(text) || unnamedThing.test(text)
}

/** Whether a text names somebody or something: a capital inside it that begins no month, or capitals at its head. */
function holdsName(text: string): boolean {
  if (/^["“«„]?\p{Lu}\p{Ll}+(?:,| and\b)/u.test(text)) return true
  const words = (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter(word => !/\p{N}/u.test(word))
  return words.some(
    (word, index) => /^\p{Lu}/u.test(word) && !months.test(word) && (index > 0 || /^\p{Lu}{2}/u.test(word)),
  )
}

function quotesClose(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    count(/"/gu) % 2 === 0 &&
    count(/[“„”]/gu) % 2 === 0 &&
    count(/«/gu) === count(/»/gu) &&
    count(/\(/gu) === count(/\)/gu)
  )
}
