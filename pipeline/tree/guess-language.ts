/**
 * The language of a text that does not name it. A guess, good enough for hyphenation, labels and the splitting of
 * sentences; what the document or its sidecar says comes first.
 */

/** Told by script, and for Latin letters by the commonest small words; `en` where nothing tells. */
export function guessLanguage(text: string): string {
  const head = text.slice(0, 20_000)
  const count = (pattern: RegExp) => head.match(pattern)?.length ?? 0
  const letters = count(/\p{L}/gu)
  if (count(/\p{Script=Cyrillic}/gu) > letters / 3) return 'ru'
  if (count(/\p{Script=Han}/gu) > letters / 3) return 'zh'
  const words: readonly (readonly [string, RegExp])[] = [
    ['en', /\b(?:the|of|and|to|in)\b/giu],
    ['de', /\b(?:der|die|und|das|ist)\b/giu],
    ['fr', /\b(?:le|les|des|et|est)\b/giu],
  ]
  return words.reduce(
    (best, next) => (count(next[1]) > count(best[1]) ? next : best),
    words[0] as (typeof words)[number],
  )[0]
}
