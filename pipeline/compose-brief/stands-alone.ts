/**
 * Whether a sentence can be read without the one before it: no connective at its head, no pronoun that points back, no
 * quotation cut in two.
 */
import type { Term, Theme } from '../contract/config.ts'
import { compileTerms, type TermFinder } from '../tree/match-terms.ts'
import { alternation, connectives, definiteNouns, latePronouns, pointers, unnamedPeople } from './leaning-words.ts'
import { findNames, findSubjects, type NameSpan } from './name-spans.ts'

export const mostWords = 40
export const fewestWords = 9

/** Heads that lean on what came before. */
const leaning = new RegExp(`^["“«„(]*(?:${alternation([...connectives, ...pointers])})(?![\\p{L}\\p{N}])`, 'iu')

/** A pointer for a subject. */
const pronoun = new RegExp(`^["“«„(]*(?:${alternation(pointers)})(?![\\p{L}\\p{N}])`, 'iu')

/** Words later in the sentence that point out of it. */
const pointing =
  /\b(?:this(?! (?:century|decade|month|quarter|week|year)\b)|these|no less|the above|aforementioned|mentioned above|such an? \w+)\b|\b(?:was|were|been) (?:also )?(?:concluded|established|signed) with\b/iu

/** A pronoun before anything it could stand for. */
const earlyPronoun = /^["“«„]?(?:\S+\s){0,4}?(?:its|their|his|her|they|it|these|those)\b/iu

/** Who only the text before can name, where no names stand before them in the sentence itself. */
const unnamed = new RegExp(`\\b(?:${alternation([...unnamedPeople, ...latePronouns])})\\b`, 'iu')

/** What is named right after the noun (`the zone "Aurora"`, `the region of Aker`), or else only in the text before. */
export const unnamedThing = new RegExp(
  '\\b[Tt]he (?!(?:first|second|third|fourth|fifth|last|next|only|largest|biggest|best|\\d+(?:st|nd|rd|th)) )(?:[a-z-]+ |(?!People)\\p{Lu}\\p{Ll}+(?:an|ian|ese|ish|i) ){0,2}' +
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

/** What a theme is called, for judging its sentences. */
export interface ThemeNames {
  readonly find: TermFinder<Term>
  /** Those that many things bear (the seeds have `FEZs`), which name nobody in particular. */
  readonly borne: ReadonlySet<Term>
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
  if (findNames(withoutNames(text.slice(0, until), names, setting.opens), true).length === 0) return false
  return quotesClose(text)
}

/** The names of a theme; its passages tell which of them many things bear, as they use these in the plural. */
export function themeNames({ terms }: Theme, texts: readonly string[], language = 'en'): ThemeNames {
  const find = compileTerms(terms, language)
  const borne = new Set<Term>()
  for (const text of texts) {
    for (const { term, start, end } of find(text))
      if (!isName(term.text) && isPlural(text.slice(start, end), term.text)) borne.add(term)
  }
  return { find, borne }
}

/** The names of several themes as one, for judging a sentence whatever the theme. */
export function joinNames(all: readonly ThemeNames[]): ThemeNames {
  return {
    find: text => all.flatMap(({ find }) => find(text)),
    borne: new Set(all.flatMap(({ borne }) => [...borne])),
  }
}

/** `Kazakhs` are a people; `FEZs` and `zones` are things of a kind. */
function isName(term: string): boolean {
  return /^\p{Lu}\p{Ll}/u.test(term)
}

function isPlural(found: string, term: string): boolean {
  return found.length > term.length && /s$/u.test(found) && !/s$/u.test(term)
}

/** A text without the names of the theme, or only without those that many bear. */
export function withoutNames(text: string, { find, borne }: ThemeNames, onlyBorne: boolean): string {
  return find(text)
    .filter(({ term }) => !onlyBorne || borne.has(term))
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)
}

/** Whether a text speaks of somebody or something that only the text before it names, whatever connects the two. */
export function pointsBack(text: string, names: ThemeNames): boolean {
  const until = unnamed.exec(text)?.index ?? text.length
  const isNamed =
    findSubjects(withoutNames(text.slice(0, until), names, true), true).length > 0 || speaksOfAll(text, names)
  return (
    !isNamed ||
    [pronoun, pointing, earlyPronoun, unnamedThing].some(pattern => pattern.test(text)) ||
    pointsToOne(text, names)
  )
}

/** Whether `the zone` or `zone residents`, by a name that many bear, mean one that only the text before names. */
export function pointsToOne(text: string, { find, borne }: ThemeNames): boolean {
  if (borne.size === 0) return false
  return find(text).some(
    ({ term, start, end }) =>
      borne.has(term) &&
      !findNamedOne(text.slice(0, start), { find, borne }) &&
      /(?:^|\b[Tt]he (?:[a-z-]+ )?)$/u.test(text.slice(0, start)) &&
      !isPlural(text.slice(start, end), term.text) &&
      !/^ ?["“«(\p{Lu}]|^ (?:of|in) \p{Lu}/u.test(text.slice(end)),
  )
}

/** Whether a text speaks of all who bear a name of the theme: `the free economic zones`. */
export function speaksOfAll(text: string, { find, borne }: ThemeNames): boolean {
  return find(text).some(({ term, start, end }) => borne.has(term) && isPlural(text.slice(start, end), term.text))
}

/** Where a name that many bear stands beside that of one of them: `the zone "Aurora"`, `Aurora zone`. */
export function findNamedOne(text: string, { find, borne }: ThemeNames): NameSpan | undefined {
  for (const { term, start, end } of find(text)) {
    if (!borne.has(term)) continue
    const after = /^ (?:["“«][^"”»]+["”»]|\p{Lu}[\p{L}-]*)/u.exec(text.slice(end))?.[0]
    if (after !== undefined) return { start, end: end + after.length }
    const before = findNames(text).find(name => name.end === start - 1 && text[start - 1] === ' ')
    if (before) return { start: before.start, end }
  }
  return undefined
}

/** Whether a sentence points to the one before it, or speaks of a thing that only the one before names. */
function leansOnOthers(text: string, names: ThemeNames): boolean {
  return [leaning, pointing, earlyPronoun, unnamedThing].some(pattern => pattern.test(text)) || pointsToOne(text, names)
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
