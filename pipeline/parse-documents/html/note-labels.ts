/**
 * Labels of notes as they are printed: a number, a sign, a letter, with or without brackets around it.
 */

const label = String.raw`\d{1,4}[a-z]?|[*＊†‡§¶#]{1,6}|[a-z]{1,2}|[ivxlc]{1,7}|[¹²³⁰⁴-⁹]{1,4}|[①-⑳]|(?:note|nb|n|fn|прим\.?|注)\s?\d{1,3}`
const printed = new RegExp(
  String.raw`^[\s\u00a0]*[[(（【〔［]?[\s\u00a0^]*(${label})[\s\u00a0]*[\])）】〕］]?[.:,]?[\s\u00a0]*$`,
  'iu',
)

const raised = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The label that a short text prints and nothing else, without its brackets; undefined where it is no label. */
export function readLabel(text: string): string | undefined {
  const found = printed.exec(text)?.[1]
  return found?.replace(/[⁰¹²³⁴-⁹]/gu, digit => String(raised.indexOf(digit))).trim()
}

/** Whether a text prints its label in brackets. */
export function isBracketed(text: string): boolean {
  return /^\s*[[(（【〔［].*[\])）】〕］]\s*$/u.test(text)
}

/** Length of the label that a note's text begins with; 0 where it begins with its words. `loose` allows `1 Text`. */
export function lengthOfLabel(text: string, expected: string, loose: boolean): number {
  const escaped = expected.replace(/[.*+?^${}()|[\]\\#-]/gu, '\\$&')
  const bracketed = String.raw`[[(（【〔［]\s*(?:${escaped})?\s*[\])）】〕］][.:]?`
  const plain = loose ? String.raw`|${escaped}(?:[.:)\]]+(?=[\s\u00a0\p{L}«“"]|$)|(?=[\s\u00a0]))` : ''
  return (
    new RegExp(String.raw`^[\s\u00a0]*(?:${bracketed}${plain}|[.:\])^]+(?=[\s\u00a0]|$))?[\s\u00a0]*`, 'u').exec(
      text,
    )?.[0].length ?? 0
  )
}

/** A label that a paragraph of notes begins with, such as `[3] Text` or `3. Text`; undefined where there is none. */
export function readLeadingLabel(text: string): string | undefined {
  const found =
    /^[\s\u00a0]*(?:[[(（]\s*(\d{1,4}|[*†‡§]{1,4})\s*[\])）][.:]?|(\d{1,4})[.:)]?(?=[\s\u00a0])|([*†‡§]{1,4}))/u.exec(
      text,
    )
  return found?.[1] ?? found?.[2] ?? found?.[3]
}
