/**
 * Finds the words that an entry of `replace` means on its line. They must stand there once, or the entry must say which
 * of several is meant; else it is not known what the writer saw.
 */
import type { Replacement } from '../../contract/overlay.ts'
import { quote } from './report-mismatch.ts'

/** Where the words stand: in which of the texts that make the line, and at which offset in it. */
export type Occurrence =
  | { readonly index: number; readonly at: number }
  | { readonly key: 'from' | 'occurrence'; readonly reason: string }

/** Looks an entry's words up in the line, which may be cut into several texts; none of them holds the words in part. */
export function findOccurrence(entry: Replacement, texts: readonly string[], seed: string): Occurrence {
  const { line, from, occurrence } = entry
  const found = texts.flatMap((text, index) => findAll(text, from).map(at => ({ index, at })))
  const where = `line ${line} of ${seed}`
  if (found.length === 0) {
    const whole = texts.join('')
    const reads = whole.trim() === '' ? 'it is empty' : `it reads ${quote(whole)}`
    return { key: 'from', reason: `${where} does not hold ${quote(from)}; ${reads}` }
  }
  const times = found.length === 1 ? 'once' : `${found.length} times`
  if (occurrence === undefined && found.length > 1)
    return { key: 'from', reason: `${where} holds ${quote(from)} ${times}; say which with occurrence` }
  return (
    found[(occurrence ?? 1) - 1] ?? {
      key: 'occurrence',
      reason: `${where} holds ${quote(from)} ${times}, and there is no number ${occurrence}`,
    }
  )
}

function findAll(text: string, words: string): readonly number[] {
  const found: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) found.push(at)
  return found
}
