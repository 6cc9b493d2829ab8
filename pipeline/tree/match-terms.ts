/**
 * Finds terms in a text. A common word (`zone`) is found in any form, a name (`China`) with its plural and possessive,
 * and in Russian in its cases; capitals (`FEZ`) are found in capitals, and `*` at a word's end stands for any ending. A
 * term of several words is a phrase of words side by side.
 */
import { declineRussian } from './decline-russian.ts'
import { type IsInflected, inflectionsOf } from './inflections.ts'
import { splitWords, type Word } from './split-words.ts'

/** One occurrence of a term in a text (UTF-16 units). */
export interface TermMatch<T> {
  readonly term: T
  readonly start: number
  readonly end: number
}

/** Finds terms among the words of a text, in order; where two of one group meet, the longer one counts. */
export type TermFinder<T> = (text: string, words?: readonly Word[]) => readonly TermMatch<T>[]

/** A word of a text, read once for all terms. */
interface ReadWord {
  readonly text: string
  /** In one spelling for what is written in several ways. */
  readonly normal: string
  readonly isCapital: boolean
}

/** Whether a word of a text is the word of a term. */
type WordTest = (word: ReadWord) => boolean

interface Pattern<T> {
  readonly term: T
  readonly length: number
  readonly tests: readonly WordTest[]
  /** What stands between a word and the next; undefined stands for white space, with quotation marks beside it. */
  readonly gaps: readonly (string | undefined)[]
}

/** A vocabulary is forgotten before it grows large. */
const mostWords = 100_000

/**
 * Compiles terms once for many texts in a language (BCP 47 tag). Terms of different groups are found independently of
 * each other, in one pass.
 */
export function compileTerms<T extends { readonly text: string; readonly group?: number }>(
  terms: readonly T[],
  language: string,
): TermFinder<T> {
  const isInflected = inflectionsOf(language)
  const patterns = terms
    .map(term => toPattern(term, isInflected, language))
    .filter(({ tests }) => tests.length > 0)
    .sort((left, right) => right.length - left.length)
  const known = new Map<string, readonly Pattern<T>[]>()
  /** The terms that a word may begin. */
  const startingWith = (word: string): readonly Pattern<T>[] => {
    const before = known.get(word)
    if (before) return before
    if (known.size >= mostWords) known.clear()
    const read = readWord(word)
    const found = patterns.filter(({ tests }) => tests[0]?.(read))
    known.set(word, found)
    return found
  }
  return (text, words = splitWords(text)) => {
    const matches: TermMatch<T>[] = []
    /** By group, the first word that no term has taken yet. */
    const free: number[] = []
    for (const [index, first] of words.entries()) {
      for (const pattern of startingWith(first.text)) {
        const { term, tests } = pattern
        if (index < (free[term.group ?? 0] ?? 0) || !fits(pattern, text, words, index)) continue
        free[term.group ?? 0] = index + tests.length
        matches.push({ term, start: first.start, end: words[index + tests.length - 1]?.end ?? first.end })
      }
    }
    return matches
  }
}

/** Whether the words after the first one are those of the term, with nothing else between them. */
function fits<T>({ tests, gaps }: Pattern<T>, text: string, words: readonly Word[], from: number): boolean {
  for (let index = 1; index < tests.length; index += 1) {
    const before = words[from + index - 1] as Word
    const word = words[from + index]
    if (!word || !tests[index]?.(readWord(word.text))) return false
    const gap = text.slice(before.end, word.start)
    const wanted = gaps[index - 1]
    if (wanted === undefined ? !/^["“”„«»]?\s+["“”„«»]?$/u.test(gap) : gap.replace('’', "'") !== wanted) return false
  }
  return true
}

function toPattern<T extends { readonly text: string }>(
  term: T,
  isInflected: IsInflected,
  language: string,
): Pattern<T> {
  const { text } = term
  const words = splitWords(text)
  const gaps = words.slice(1).map((word, index) => {
    const gap = text.slice(words[index]?.end, word.start).replace('*', '')
    return /^\s+$/u.test(gap) ? undefined : gap.replace('’', "'")
  })
  const tests = words.map(word => {
    if (text[word.end] === '*') return startsWith(word.text)
    return testWord(word.text, words.length > 1, isInflected, language)
  })
  return { term, length: text.length, tests, gaps }
}

function startsWith(beginning: string): WordTest {
  const wanted = normalise(beginning)
  return ({ normal }) => normal.startsWith(wanted)
}

function testWord(wanted: string, inPhrase: boolean, isInflected: IsInflected, language: string): WordTest {
  if (isCapitals(wanted)) {
    const forms = ['', 's', 'es'].map(ending => wanted + ending)
    return ({ text }) => forms.includes(text)
  }
  const lower = normalise(wanted)
  const forms = new Set([
    ...declineRussian(lower),
    lower,
    ...(/\p{Script=Latin}/u.test(lower) ? [`${lower}s`, `${lower}es`] : []),
  ])
  if (!opensWithCapital(wanted)) return ({ normal }) => forms.has(normal) || isInflected(lower, normal)
  // A name alone is a word of its own: `Wells` is no form of `well`. German gives every noun a capital.
  const inflects = inPhrase || /^de\b/iu.test(language)
  return ({ normal, isCapital }) => {
    if (normal === lower) return true
    if (!isCapital && !inPhrase) return isPlural(normal, lower)
    return forms.has(normal) || (inflects && isCapital && isInflected(lower, normal))
  }
}

function isPlural(word: string, name: string): boolean {
  return word === `${name}s` || word === `${name}es`
}

/** One spelling for what is written in several ways: composed letters, lower case, е for ё. */
function normalise(word: string): string {
  return word.normalize('NFC').toLowerCase().replaceAll('ё', 'е')
}

function readWord(text: string): ReadWord {
  return { text, normal: normalise(text), isCapital: opensWithCapital(text) }
}

function opensWithCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word)
}

/** Capitals alone: `FEZ`, but neither `5` nor a name. */
function isCapitals(word: string): boolean {
  return word === word.toUpperCase() && /\p{Lu}/u.test(word)
}
