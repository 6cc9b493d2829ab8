/**
 * Whether a hyphen at a line's end is the word's own or was put there to break the line. The document's own words are
 * asked first, then the hyphenation patterns of its language.
 */
import { guessLanguage } from '../../tree/guess-language.ts'
import { mayBreak } from './hyphenation.ts'
import type { Line } from './read-lines.ts'

/** What the document's own words say of its hyphens. */
export interface Vocabulary {
  /** How often each word occurs, in lower case; hyphenated words count whole. */
  readonly counts: ReadonlyMap<string, number>
  /** Whether the document was hyphenated. */
  readonly hyphenated: boolean
  /** Whether U+2010 stands at lines' ends and nowhere else: then it is never a word's own. */
  readonly softSign: boolean
  readonly language: string
}

/** The words that stand whole on the lines; what a hyphen at a line's end may have cut is not counted. */
export function countWords(lines: readonly Line[]): Vocabulary {
  const counts = new Map<string, number>()
  const cuts: (readonly [left: string, right: string])[] = []
  let cut: string | undefined
  let all = 0
  let inner = false
  for (const { text, blank } of lines) {
    if (blank) continue
    const words = text.match(/\p{L}+(?:[-‐]\p{L}+)*(?![-‐]$)/gu) ?? []
    const whole = cut === undefined ? words : words.slice(1)
    for (const word of whole) counts.set(word.toLowerCase(), (counts.get(word.toLowerCase()) ?? 0) + 1)
    if (cut !== undefined && words[0]) cuts.push([cut.toLowerCase(), words[0].toLowerCase()])
    inner ||= /‐./u.test(text)
    cut = /:\/\/\S*$/u.test(text) ? undefined : /(\p{L}+)[-‐\u00ad]$/u.exec(text)?.[1]
    all += 1
  }
  const language = guessLanguage(lines.slice(0, headLines).reduce((head, { text }) => `${head} ${text}`, ''))
  return { counts, hyphenated: wasHyphenated(cuts, counts, all), softSign: !inner, language }
}

/** Lines from which the language is told. */
const headLines = 400

/** Whether the words that the document itself spells whole were cut, or else more than one line in forty was. */
function wasHyphenated(
  cuts: readonly (readonly [left: string, right: string])[],
  counts: ReadonlyMap<string, number>,
  lines: number,
): boolean {
  const soft = cuts.filter(([left, right]) => counts.has(left + right)).length
  const own = cuts.filter(([left, right]) => counts.has(`${left}-${right}`)).length
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
  const hyphenated = words.counts.get(`${left}-${right}`) ?? words.counts.get(`${left}‐${right}`) ?? 0
  if (whole !== hyphenated) return whole > hyphenated
  if (/^\p{Lu}/u.test(after) && !/^\p{Lu}+$/u.test(before)) return false
  if (sign === '‐' && words.softSign) return true
  if (compoundOpeners.test(left)) return false
  const isWord = (part: string) => part.length > shortPart && words.counts.has(part)
  const allowed = mayBreak(left + right, left.length, words.language) ?? true
  if (!words.hyphenated) return allowed && left.length <= shortPart && !words.counts.has(left)
  return isWord(right) ? allowed && !isWord(left) : allowed || !isWord(left)
}
