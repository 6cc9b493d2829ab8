/**
 * Whether a sentence can be read without the one before it: no connective at its head, no pronoun that points back, no
 * quotation cut in two.
 */
import type { Term, Theme } from '../contract/config.ts'
import { alternation, connectives, definiteNouns, latePronouns, pointers, unnamedPeople } from './leaning-words.ts'

export const mostWords = 40
export const fewestWords = 9

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
    `(?:${alternation(definiteNouns.map(withCapitals))})s?\\b(?! (?:of|in|between|with|for|on) |,? ["“«]?\\p{Lu})`,
  'u',
)

/** The nouns as they stand in a text, and as some write them with a capital. */
function withCapitals(nouns: string): string {
  return nouns.replace(
    /(^|, )(\p{Ll})/gu,
    (_, before: string, letter: string) => `${before}[${letter}${letter.toUpperCase()}]`,
  )
}

const months =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|II|III|IV|USD|EUR)$/u

/** What a theme is called, for judging its sentences. */
export interface ThemeNames {
  readonly own: RegExp
  /** Those that many things bear (the seeds have `FEZs`), which name nobody in particular. */
  readonly borne: RegExp
  /** `the zone`: a name that many things bear, for one that only the text before names. */
  readonly pointing: RegExp
}

/** Where a sentence stands, and what was left out of it. */
export interface Setting {
  /** It opens its paragraph, so that its subject is the paragraph's own. */
  readonly opens: boolean
  readonly cutBefore: boolean
  readonly cutAfter: boolean
}

const whole: Setting = { opens: false, cutBefore: false, cutAfter: false }

/** Whether a sentence, or what is left of it, can stand as a point of its own. */
export function standsAlone(text: string, names: ThemeNames, setting: Setting = whole): boolean {
  const words = text.split(/\s+/u).length
  if (words > mostWords || words < fewestWords) return false
  if (!setting.cutBefore && !/^["“«„]?[\p{Lu}\p{N}$€£]/u.test(text)) return false
  if (!setting.cutAfter && !/[.!?…]["”»]?$/u.test(text)) return false
  if (leansOnOthers(text, names)) return false
  if (/<\s?[.…]|[.…]\s?>|\[[.…]|\uFFFD/u.test(text)) return false
  const until = unnamed.exec(text)?.index ?? text.length
  // In mid-paragraph the theme is a matter of course, and a figure may be one of a part of it that was named before.
  const common = setting.opens ? names.borne : names.own
  if (!holdsName(text.slice(0, until).replace(common, ''))) return false
  return quotesClose(text)
}

/** The names of a theme; its passages tell which of them many things bear, as they use these in the plural. */
export function themeNames({ terms }: Theme, texts: readonly string[]): ThemeNames {
  const borne = terms.filter(({ text }) => {
    const plural = new RegExp(`(?<![\\p{L}\\p{N}])${toPattern(text)}s(?![\\p{L}\\p{N}])`, 'iu')
    return !isName(text) && texts.some(each => plural.test(each))
  })
  return {
    own: anyOf(terms),
    borne: borne.length === 0 ? never : anyOf(borne),
    pointing: borne.length === 0 ? never : pointingTo(borne.map(({ text }) => toPattern(text)).join('|')),
  }
}

function anyOf(terms: readonly Term[]): RegExp {
  return new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${terms.map(({ text }) => toPattern(text)).join('|')})(?![\\p{L}\\p{N}])`,
    'giu',
  )
}

function pointingTo(names: string): RegExp {
  const named = ' ?["“«(\\p{Lu}]| (?:of|in) \\p{Lu}|s(?![\\p{L}\\p{N}])'
  return new RegExp(`\\b[Tt]he (?:[a-z-]+ )?(?:${names})(?![\\p{L}\\p{N}]|${named})`, 'u')
}

/** `Kazakhs` are a people; `FEZs` and `zones` are things of a kind. */
function isName(term: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(term)
}

function toPattern(term: string): string {
  return term.replace(/[.+?^${}()|[\]\\]/gu, '\\$&').replace(/\*/gu, '\\p{L}*')
}

const never = /(?!)/u

/** For judging a sentence apart from any theme. */
export const noNames: ThemeNames = { own: never, borne: never, pointing: never }

/** Whether a sentence points to the one before it, or speaks of a thing that only the one before names. */
export function leansOnOthers(text: string, names: ThemeNames): boolean {
  return [leaning, pointing, earlyPronoun, unnamedThing, names.pointing].some(pattern => pattern.test(text))
}

/** Whether a text names somebody or something: a capital inside it that begins no month, or capitals at its head. */
function holdsName(text: string): boolean {
  if (/^["“«„]?\p{Lu}\p{Ll}+(?:,| and\b)/u.test(text)) return true
  const words = (text.match(/[\p{L}\p{N}'’-]+/gu) ?? []).filter(word => !/\p{N}/u.test(word))
  return words.some(
    (word, index) => /^\p{Lu}/u.test(word) && !months.test(word) && (index > 0 || /^\p{Lu}{2}/u.test(word)),
  )
}

/** Whether every quotation mark and bracket in a text has its partner there. */
export function quotesClose(text: string): boolean {
  const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0
  return (
    count(/"/gu) % 2 === 0 &&
    count(/[“„”]/gu) % 2 === 0 &&
    count(/«/gu) === count(/»/gu) &&
    count(/\(/gu) === count(/\)/gu)
  )
}
