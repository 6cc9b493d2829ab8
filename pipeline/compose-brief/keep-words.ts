/**
 * How much of a sentence is kept where it only tells whom another speaks of: enough to name somebody, and no cut in the
 * middle of a name, a title or `registered in`. Words are cut away and never changed.
 */
import type { Context } from '../contract/statement-view.ts'
import { findNames, type NameSpan } from './name-spans.ts'
import type { ThemeNames } from './stands-alone.ts'

export type Kept = Pick<Context, 'text' | 'gapBefore'>

/** Words that an opening keeps at the least and at the most, and how many after a name say what of it is meant. */
const fewestWords = 9
const mostWords = 28
const wordsAfterName = 3
/** So few words are not worth a cut. */
const spared = 5
/** So many of the sentence before are shown where a pronoun points to its end. */
export const mostOfAntecedent = 55

/** A sentence's first words, as far as the last name among them and the words that belong to it. */
export function keepUntilName(text: string, names: ThemeNames): string {
  const words = text.split(/(?=\s)/u)
  const reach = words.slice(0, mostWords).join('').length
  const found = [...findNames(text), ...names.find(text)].filter(name => name.end <= reach)
  return keepUntil(text, Math.max(0, ...found.map(name => name.end)))
}

/** The whole sentence where it is not too long, as what a pronoun means often stands at its end. */
export function keepAntecedent(text: string, names: ThemeNames): Kept {
  const isShort = text.split(/\s+/u).length <= mostOfAntecedent
  return { text: isShort ? text : keepUntilName(text, names), gapBefore: false }
}

/** The name alone: what else its sentence says of the park is another matter. */
export function keepName(text: string, { start, end }: NameSpan): Kept {
  return { text: text.slice(start, end).replace(/[,;:.]$/u, ''), gapBefore: start > 0 }
}

/** The words around a name; where it stands deep in a sentence, from the comma before it. */
export function keepAround(text: string, { start, end }: NameSpan, names: ThemeNames): Kept {
  const isNear = text.slice(0, start).split(/\s+/u).length <= fewestWords + spared
  if (isNear)
    return { text: keepUntil(text, Math.max(end, keepUntilName(text.slice(0, end), names).length)), gapBefore: false }
  const comma = text.slice(0, start).search(/,\s[^,]*$/u)
  const from = comma < 0 ? 0 : comma + 2
  return { text: text.slice(from, from + keepUntil(text.slice(from), end - from).length), gapBefore: from > 0 }
}

/** What cannot be the last word, a number without its noun among them. */
const smallWord = /^\s*(?:[\d.,]+|an?|and|at|between|by|for|from|in|of|on|the|to|which|with)$/iu

/** A text as far as a place in it, to the end of a title that is open there, and a little on. */
function keepUntil(text: string, end: number): string {
  const isOpen = (text.slice(0, end).match(/"/gu)?.length ?? 0) % 2 === 1
  const closing = isOpen ? text.indexOf('"', end) : -1
  const to = closing >= 0 && closing - end < 80 ? closing + 1 : end
  const words = text.split(/(?=\s)/u)
  const needed = text.slice(0, to).split(/(?=\s)/u).length
  const isStop = (word: string) => /[,;:.–-]$/u.test(word)
  let kept = Math.max(fewestWords, needed)
  for (let more = 0; more < wordsAfterName && kept === needed + more && !isStop(words[kept - 1] ?? ''); more += 1)
    kept += 1
  // Neither `was registered in […]`, nor a name cut in two.
  while (kept < words.length && (smallWord.test(words[kept - 1] ?? '') || /^\s["“«]?\p{Lu}/u.test(words[kept] ?? '')))
    kept += 1
  if (kept + spared >= words.length) return text
  return words
    .slice(0, kept)
    .join('')
    .replace(/[,;:]$/u, '')
}
