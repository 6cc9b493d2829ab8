/**
 * Tables of phrases, found forwards from a token or backwards to it. The longest phrase wins. Tables are written as
 * plain words in the language files and indexed once, when the module is loaded.
 */
import { lowerAt, type Token } from './tokens.ts'

interface Phrase<T> {
  readonly words: readonly string[]
  readonly value: T
}

/** Phrases by the word they begin with, and by the word they end with. */
export interface PhraseTable<T> {
  readonly byFirst: ReadonlyMap<string, readonly Phrase<T>[]>
  readonly byLast: ReadonlyMap<string, readonly Phrase<T>[]>
}

/** Indexes a table that gives, for each value, its phrases in lower case, separated by `|`. */
export function phraseTable<T extends string>(source: Readonly<Partial<Record<T, string>>>): PhraseTable<T> {
  const phrases = (Object.entries(source) as [T, string][]).flatMap(([value, list]) =>
    list.split('|').map(phrase => ({ words: phrase.trim().split(/\s+/u), value })),
  )
  phrases.sort((a, b) => b.words.length - a.words.length)
  return {
    byFirst: groupPhrases(phrases, 0),
    byLast: groupPhrases(phrases, -1),
  }
}

function groupPhrases<T>(phrases: readonly Phrase<T>[], place: number): ReadonlyMap<string, readonly Phrase<T>[]> {
  const groups = new Map<string, Phrase<T>[]>()
  for (const phrase of phrases) {
    const key = phrase.words.at(place) ?? ''
    const group = groups.get(key)
    if (group) group.push(phrase)
    else groups.set(key, [phrase])
  }
  return groups
}

/** The longest phrase that begins at token `index`, with the token after it. */
export function phraseAt<T>(table: PhraseTable<T>, tokens: readonly Token[], index: number) {
  for (const { words, value } of table.byFirst.get(lowerAt(tokens, index)) ?? []) {
    if (words.every((word, step) => lowerAt(tokens, index + step) === word)) return { value, to: index + words.length }
  }
  return undefined
}

/** The longest phrase that ends with the token before `index`, with the token it begins at. */
export function phraseBefore<T>(table: PhraseTable<T>, tokens: readonly Token[], index: number) {
  for (const { words, value } of table.byLast.get(lowerAt(tokens, index - 1)) ?? []) {
    const from = index - words.length
    if (words.every((word, step) => lowerAt(tokens, from + step) === word)) return { value, from }
  }
  return undefined
}

/** Remembers what was made of a language's tables, which never change. */
export function oncePerTable<Table extends object, Made>(make: (table: Table) => Made): (table: Table) => Made {
  const made = new WeakMap<Table, Made>()
  return table => {
    const known = made.get(table) ?? make(table)
    made.set(table, known)
    return known
  }
}

/** A set of words written in one line. */
export function wordSet(...lines: readonly string[]): ReadonlySet<string> {
  // The empty string stands for `beyond the end` and is never a word.
  return new Set(lines.flatMap(line => line.split(/\s+/u)).filter(word => word !== ''))
}

/** A map whose keys are written in one line for each value. */
export function wordMap(source: Readonly<Record<string, string>>): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(source).flatMap(([value, words]) => words.split(' ').map(word => [word, Number(value)] as const)),
  )
}
