/**
 * What in a sentence could name a theme or go with one: names (`Great Stone`, `MUSIAD`) and phrases of two or three common
 * words (`fuel pellets`), found by capitals and by the small words between them. No grammar is needed, so that any
 * language with capitals has names.
 */
import { splitWords, type Word } from '../tree/split-words.ts'
import { isSmallWord } from './small-words.ts'

/** A name or phrase as the sentence writes it. */
export interface Candidate {
  readonly text: string
  readonly isName: boolean
}

const longestPhrase = 3
const longestName = 4

/** The words of a text that are written without a capital somewhere; a capital at a sentence's head makes no name of them. */
export function listLowerCase(text: string): readonly string[] {
  return splitWords(text).flatMap(word => (/^\p{Ll}/u.test(word.text) ? [word.text] : []))
}

/** The candidates of one sentence, each once. */
export function listCandidates(
  sentence: string,
  lowerCase: ReadonlySet<string>,
  language: string,
): readonly Candidate[] {
  const words = splitWords(sentence)
  const found = new Map<string, Candidate>()
  const isBlank = (left: Word, right: Word | undefined) =>
    right !== undefined && sentence.slice(left.end, right.start) === ' '
  let index = 0
  while (index < words.length) {
    const isName = isCapital(words[index])
    const run: Word[] = []
    while (index < words.length) {
      const word = words[index]
      if (!word || isCapital(word) !== isName || (!isName && !isContent(word.text, language))) break
      run.push(word)
      index += 1
      if (!isBlank(word, words[index])) break
    }
    if (run.length === 0) index += 1
    const texts = run.map(({ text }) => text)
    const cut = isName
      ? cutName(texts, run[0]?.start === firstLetter(sentence), lowerCase, language)
      : cutPhrases(texts)
    for (const text of cut) found.set(text, { text, isName })
  }
  return [...found.values()]
}

/** A name of one to four words and the names in it; a word that is written without a capital elsewhere is none by itself. */
function cutName(
  words: readonly string[],
  atHead: boolean,
  lowerCase: ReadonlySet<string>,
  language: string,
): readonly string[] {
  const isPlain = (word: string) => {
    const lower = word.toLowerCase()
    return isSmallWord(lower, language) || (lowerCase.has(lower) && word !== word.toUpperCase())
  }
  const own = atHead && isPlain(words[0] ?? '') ? words.slice(1) : words
  const names = own.filter(word => !isPlain(word))
  return names.length > 0 && own.length <= longestName ? [own.join(' '), ...names] : names
}

/** All stretches of two or three words. */
function cutPhrases(words: readonly string[]): readonly string[] {
  const phrases: string[] = []
  for (let from = 0; from < words.length; from += 1) {
    for (let length = 2; length <= longestPhrase && from + length <= words.length; length += 1)
      phrases.push(words.slice(from, from + length).join(' '))
  }
  return phrases
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.text)
}

function isContent(word: string, language: string): boolean {
  return /^\p{Ll}/u.test(word) && !isSmallWord(word, language)
}

function firstLetter(sentence: string): number {
  return sentence.search(/[\p{L}\p{N}]/u)
}
