/**
 * Tells the encoding of text that is neither UTF-8 nor UTF-16. The Cyrillic and the western encodings are told by how
 * the decoded text reads; others by the statistics of chardet, and only where these are sure. No answer is better than a
 * wrong one, because a wrong one would put wrong words into a brief.
 */
import { analyse } from 'chardet'
import { decodeBytes } from './decode-bytes.ts'
import { scoreCyrillic } from './score-cyrillic.ts'
import { scoreWestern } from './score-western.ts'

const cyrillic = ['windows-1251', 'koi8-r', 'ibm866', 'iso-8859-5'] as const
/** Below this a text is hardly Russian; real lines score from 0.45 on. */
const cyrillicBar = 0.3
const cyrillicLead = 0.15

/** The encodings that chardet may decide on, and how sure it must be, from 0 to 100. */
const trusted: Readonly<Record<string, { readonly bar: number; readonly script: RegExp }>> = {
  GB18030: { bar: 60, script: /\p{Script=Han}/gu },
  Big5: { bar: 60, script: /\p{Script=Han}/gu },
  Shift_JIS: { bar: 60, script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu },
  'EUC-JP': { bar: 60, script: /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]/gu },
  'EUC-KR': { bar: 60, script: /[\p{Script=Hangul}\p{Script=Han}]/gu },
  'ISO-8859-2': { bar: 45, script: /\p{Script=Latin}/gu },
  'windows-1250': { bar: 45, script: /\p{Script=Latin}/gu },
  'ISO-8859-7': { bar: 45, script: /\p{Script=Greek}/gu },
  'windows-1253': { bar: 45, script: /\p{Script=Greek}/gu },
  'ISO-8859-9': { bar: 45, script: /\p{Script=Latin}/gu },
  'windows-1254': { bar: 45, script: /\p{Script=Latin}/gu },
}

/** Label of the encoding for TextDecoder, or undefined where none is sure. */
export function detectEncoding(bytes: Uint8Array): string | undefined {
  const sample = takeSample(bytes)
  const statistics = detectByStatistics(sample)
  if (statistics && /^(?:gb|big5|shift|euc)/u.test(statistics)) return statistics
  return detectCyrillic(sample) ?? detectWestern(sample, statistics) ?? statistics
}

/** A stretch that begins a little before the first byte beyond ASCII: that is where the encoding shows. */
function takeSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex(byte => byte >= 0x80)
  const start = Math.max(0, first - 200)
  return bytes.subarray(start, start + 60_000)
}

function detectCyrillic(sample: Uint8Array): string | undefined {
  const scores = cyrillic
    .map(label => ({ label, score: scoreCyrillic(decodeBytes(sample, label)) }))
    .sort((left, right) => right.score - left.score)
  const [best, second] = scores
  if (!best || !second || best.score < cyrillicBar || best.score - second.score < cyrillicLead) return undefined
  return countLetters(decodeBytes(sample, best.label)) < 4 ? undefined : best.label
}

/** A word of Cyrillic letters alone is the least that can be judged. */
function countLetters(text: string): number {
  return Math.max(0, ...(text.match(/\p{Script=Cyrillic}+/gu) ?? []).map(word => word.length))
}

/** A western text; chardet, where it is sure, knows the other Latin encodings by their languages. */
function detectWestern(sample: Uint8Array, statistics: string | undefined): string | undefined {
  if (statistics) return undefined
  return scoreWestern(decodeBytes(sample, 'windows-1252')) >= 0.7 ? 'windows-1252' : undefined
}

/** The best guess of chardet, if it is a trusted one, sure, and no byte contradicts it. */
function detectByStatistics(sample: Uint8Array): string | undefined {
  const [best] = analyse(sample)
  const trust = best && trusted[best.name]
  if (!best || !trust || best.confidence < trust.bar) return undefined
  const text = decodeBytes(sample, best.name)
  const beyond = text.match(/[^\p{ASCII}\u3000-\u303f\uff00-\uffef\u2010-\u2026]/gu)?.length ?? 0
  const fits = text.match(trust.script)?.filter(character => character > '\u007f').length ?? 0
  return fits < 4 || fits < beyond * 0.9 ? undefined : new TextDecoder(best.name).encoding
}
