/**
 * The language of a title, from its script and its small words; undefined unless it is clear. BCP 47 tags.
 */

/** Tells the language of `text` where script or stop words leave no doubt. */
export function detectLanguage(text: string): string | undefined {
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  if (letters < 4) return undefined
  for (const { pattern, language } of scripts) {
    if ((text.match(pattern)?.length ?? 0) * 2 > letters) return language
  }
  if ((text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters) return cyrillicLanguage(text)
  return latinLanguage(text)
}

const scripts = [
  { pattern: /[\p{Script=Hiragana}\p{Script=Katakana}]/gu, language: 'ja' },
  { pattern: /\p{Script=Han}/gu, language: 'zh' },
  { pattern: /\p{Script=Hangul}/gu, language: 'ko' },
  { pattern: /\p{Script=Greek}/gu, language: 'el' },
]

function cyrillicLanguage(text: string): string {
  if (/[қғңөұүһәҚҒҢӨҰҮҺӘ]/u.test(text)) return 'kk'
  if (/[ўЎ]/u.test(text)) return 'be'
  if (/[їєґЇЄҐ]/u.test(text)) return 'uk'
  return 'ru'
}

const stopWords: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set('the of and for in to with on at by from is are will how its between an as was has new'.split(' ')),
  de: new Set('in der die das und für mit von im zur zum des den eine ein auf aus zwischen ist über dem'.split(' ')),
  fr: new Set('le la les des du et en pour dans sur une un au aux avec entre est par l d'.split(' ')),
  pl: new Set('i w na z oraz dla do się jest od między po nie przez'.split(' ')),
  es: new Set('el los las del y en para con una por entre es al'.split(' ')),
  it: new Set('il lo gli della delle dei e nel con una per tra di'.split(' ')),
}

function latinLanguage(text: string): string | undefined {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? []
  const counts = Object.entries(stopWords)
    .map(([language, stops]) => ({ language, count: words.filter(word => stops.has(word)).length }))
    .sort((a, b) => b.count - a.count)
  const [best, next] = counts
  if (!best || !next || best.count === 0) return undefined
  const share = best.count / words.length
  return best.count >= next.count * 2 && (best.count > 1 || share >= 0.2) ? best.language : undefined
}
