/**
 * Finds where words that are shown and words of a seed part, so that a message can show the very stretch.
 */

/** The stretch in which two texts differ: where it begins in `expected`, and what each has there, in whole words. */
export function findDifference(
  shown: string,
  expected: string,
  isCut = false,
): { readonly at: number; readonly shown: string; readonly expected: string } {
  const nearest = isCut ? nearestStretch(shown, expected) : { start: 0, end: expected.length }
  const wanted = expected.slice(nearest.start, nearest.end)
  let start = 0
  while (start < shown.length && start < wanted.length && shown[start] === wanted[start]) start += 1
  let end = 0
  const room = Math.min(shown.length, wanted.length) - start
  while (end < room && shown.at(-1 - end) === wanted.at(-1 - end)) end += 1
  // The whole word or number is easier to see than a letter of it.
  const parts = [shown.slice(start, shown.length - end), wanted.slice(start, wanted.length - end)]
  const opensInside = parts.some(part => /^[\p{L}\p{N}]/u.test(part))
  const endsInside = parts.some(part => /[\p{L}\p{N}.,]$/u.test(part))
  const back = opensInside ? (/[\p{L}\p{N}.,]*$/u.exec(shown.slice(0, start))?.[0].length ?? 0) : 0
  const word = /^[\p{L}\p{N}]*(?:[.,]\p{N}+)*/u
  const on = endsInside ? (word.exec(shown.slice(shown.length - end))?.[0].length ?? 0) : 0
  const first = start - back
  return {
    at: nearest.start + first,
    shown: shown.slice(first, shown.length - end + on).trim(),
    expected: wanted.slice(first, wanted.length - end + on).trim(),
  }
}

/** The stretch of a text that shares most with some words: the one with the longest beginning or end of them. */
export function nearestStretch(words: string, text: string): { readonly start: number; readonly end: number } {
  let best = { shared: 0, start: 0 }
  for (let at = 0; at < text.length; at += 1) {
    let head = 0
    while (head < words.length && text[at + head] === words[head]) head += 1
    let tail = 0
    const end = at + words.length
    while (tail < words.length - head && text[end - 1 - tail] === words[words.length - 1 - tail]) tail += 1
    if (head + tail > best.shared) best = { shared: head + tail, start: at }
  }
  return { start: best.start, end: Math.min(text.length, best.start + words.length) }
}
