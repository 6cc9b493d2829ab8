/**
 * Whether a hyphen at a line's end is the word's own or was put there to break the line. The document's own words are
 * asked first, then the hyphenation patterns of its language.
 */
import { guessLanguage } from '../../tree/guess-language.ts'
import { mayBreak } from './hyphenation.ts'
import type { Line } from './read-lines.ts'

/** What the document's own words say of its hyphens. */
export interface Vocabulary {
  /** How often the words occur that cut ones may stand for, in lower case; hyphenated words count whole. */
  readonly counts: ReadonlyMap<string, number>
  /** Whether the document was hyphenated. */
  readonly hyphenated: boolean
  /** Whether U+2010 stands at lines' ends and nowhere else: then it is never a word's own. */
  readonly softSign: boolean
  readonly language: string
}

/** A word that a line's end has cut. */
type Cut = readonly [left: string, right: string]

/** What the words that stand whole on the lines say of those that lines' ends have cut. */
export function countWords(lines: readonly Line[]): Vocabulary {
  const text = lines.filter(({ blank }) => !blank)
  const cuts = listCuts(text)
  const head = text.slice(0, headLines).map(line => line.text)
  const counts = cuts.length > 0 ? countNeeded(text, cuts) : new Map<string, number>()
  return {
    counts,
    hyphenated: wasHyphenated(cuts, counts, text.length),
    softSign: !text.some(line => /‐./u.test(line.text)),
    language: guessLanguage(head.join('\n')),
  }
}

function listCuts(lines: readonly Line[]): readonly Cut[] {
  return lines.flatMap(({ text }, index): Cut[] => {
    const left = cutWord(text)
    const right = left === undefined ? undefined : /^\p{L}+/u.exec(lines[index + 1]?.text ?? '')?.[0]
    return left === undefined || right === undefined ? [] : [[left.toLowerCase(), right.toLowerCase()]]
  })
}

/** The part of a word before the hyphen at a line's end; none in an address. */
function cutWord(text: string): string | undefined {
  if (!/[-‐\u00ad]$/u.test(text) || /:\/\/\S*$/u.test(text)) return undefined
  return /(\p{L}+)[-‐\u00ad]$/u.exec(text)?.[1]
}

/** How often the words that cuts may stand for occur; what is cut itself is not counted. */
function countNeeded(lines: readonly Line[], cuts: readonly Cut[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const [left, right] of cuts) {
    for (const word of [left, right, left + right, `${left}-${right}`, `${left}‐${right}`]) counts.set(word, 0)
  }
  let cut = false
  for (const { text } of lines) {
    const words = text.toLowerCase().match(/\p{L}+(?:[-‐]\p{L}+)*(?![-‐]$)/gu) ?? []
    for (const [index, word] of words.entries()) {
      const count = cut && index === 0 ? undefined : counts.get(word)
      if (count !== undefined) counts.set(word, count + 1)
    }
    cut = cutWord(text) !== undefined
  }
  return counts
}

/** Lines from which the language is told. */
const headLines = 400

/** Whether the words that the document itself spells whole were cut, or else more than one line in forty was. */
function wasHyphenated(cuts: readonly Cut[], counts: ReadonlyMap<string, number>, lines: number): boolean {
  const soft = cuts.filter(([left, right]) => counts.get(left + right)).length
  const own = cuts.filter(([left, right]) => counts.get(`${left}-${right}`)).length
  return soft + own > 2 ? soft > own : cuts.length > lines / 40
}

/** First parts that make compounds; a hyphen after them is nearly always the word's own. */
const compoundOpeners =
  /^(?:all|anti|cross|ex|far|first|five|four|full|half|hard|high|large|long|low|multi|new|non|old|one|post|pre|second|self|semi|short|six|small|soft|ten|third|three|two|well|нью|северо|северно|юго|южно|социально|во|по|кое|sud|nord|est|ouest|demi|semi|non)$/u

/** Parts this short are hardly words. */
const shortPart = 3

/** Whether the hyphen `sign` between two parts of a word goes when the parts are joined. */
export function isSoftHyphen(before: string, sign: string, after: string, words: Vocabulary): boolean {
  const [left, right] = [before.toLowerCase(), after.toLowerCase()]
  const whole = words.counts.get(left + right) ?? 0
  const hyphenated = (words.counts.get(`${left}-${right}`) ?? 0) + (words.counts.get(`${left}‐${right}`) ?? 0)
  if (whole !== hyphenated) return whole > hyphenated
  if (/^\p{Lu}/u.test(after) && !/^\p{Lu}+$/u.test(before)) return false
  if (sign === '‐' && words.softSign) return true
  if (compoundOpeners.test(left)) return false
  const isWord = (part: string) => part.length > shortPart && (words.counts.get(part) ?? 0) > 0
  const allowed = mayBreak(left + right, left.length, words.language) ?? true
  if (!words.hyphenated) return allowed && left.length <= shortPart && !words.counts.get(left)
  return isWord(right) ? allowed && !isWord(left) : allowed || !isWord(left)
}
