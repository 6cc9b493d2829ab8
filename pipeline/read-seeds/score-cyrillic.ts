/**
 * How much a text looks like Russian, so that of several decodings of the same bytes the right one can be told. The
 * Cyrillic encodings hold the same letters in other places: a wrong one gives rare letters, capitals inside words, words
 * without vowels, and symbols. Works from one line on, where statistics of pairs would need a page.
 */

/** Russian letters from the commonest to the rarest. */
const byFrequency = 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё'
const weights = new Map([...byFrequency].map((letter, rank) => [letter, 1 - rank / 20]))

/** Letters of other languages in Cyrillic script: possible, and never a sign. */
const otherLetters = /[іїєґўђјљњћџѓќѕәғқңөұүһ]/u
/** What Russian text holds besides letters. */
const punctuation = /[\u00a0«»„“”‘’—–…№•§°©®\u00ad]/u

/** Mean over all characters beyond ASCII: about 0.6 for Russian text, below 0 for anything else. */
export function scoreCyrillic(text: string): number {
  let sum = 0
  let count = 0
  for (const word of text.match(/[^\p{ASCII}]+/gu) ?? []) {
    for (const character of word) {
      sum += scoreCharacter(character)
      count += 1
    }
    sum -= countFaults(word)
  }
  return count === 0 ? 0 : sum / count
}

function scoreCharacter(character: string): number {
  const lower = character.toLowerCase()
  const weight = weights.get(lower)
  if (weight !== undefined) return weight
  if (otherLetters.test(lower)) return -0.5
  return punctuation.test(character) ? 0.2 : -2
}

/** What no Russian word has, each counted as strongly as some letters. */
function countFaults(run: string): number {
  let faults = 0
  for (const word of run.match(/\p{L}+/gu) ?? []) {
    faults += 2 * (word.match(/\p{Ll}\p{Lu}/gu)?.length ?? 0)
    const lower = word.toLowerCase()
    if (/^[ьъы]/u.test(lower)) faults += 2
    if (lower.length > 2 && word !== word.toUpperCase() && !/[аеёиоуыэюяіїє]/u.test(lower)) faults += 2
    faults += 2 * (lower.match(/[^аеёиоуыэюяіїєьъ]{5,}|[аеёиоуыэюя]{4,}|[ьъ]{2}/gu)?.length ?? 0)
  }
  return faults
}
