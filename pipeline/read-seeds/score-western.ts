/**
 * How much a text looks like a western language in windows-1252: nearly all letters are ASCII, and the few others stand
 * inside words or are the quotation marks, dashes and signs that word processors set.
 */

/** A letter beside an ASCII letter, a typographic sign where it belongs, a sign beside its number. */
const evidence =
  /(?<=[a-z])[ß-öø-ÿœšž]|[À-ÖØ-ÞßŒŠŽà-öø-ÿ](?=[a-z])|(?<=[A-Z])[À-ÖØ-ÞŒŠŽ]|[“‘«„‚](?=[\p{L}\p{N}])|(?<=[\p{L}\p{N}.,;:!?)%])[”’»]|(?<=\s)[–—](?=\s)|(?<=\w)[–—…](?=\w|\s|$)|(?<=[\w.,])\u00a0(?=[\w«(])|(?<=\d\s?)[°€£%²³½¼¾]|[£€§©](?=\s?\d)/gu
/** What stands in no western text: undefined bytes, capitals after small letters, rows of accented letters. */
const faults = /[\u0080-\u009f]|[a-zß-ÿ][À-ÖØ-Þ]|[À-ÖØ-öø-ÿ]{3,}|[¤¦¬¯¸µ¶×÷¥¢ƒˆ˜¹º](?=\p{L})/gu

/** From 0 to 1, the share of characters beyond ASCII that speak for windows-1252; 0 where enough speaks against it. */
export function scoreWestern(text: string): number {
  const beyond = text.match(/[^\p{ASCII}]/gu)?.length ?? 0
  const letters = text.match(/[a-z]/giu)?.length ?? 0
  if (beyond === 0 || beyond > letters * 0.35) return 0
  const against = text.match(faults)?.length ?? 0
  if (against > beyond * 0.05) return 0
  return (text.match(evidence)?.length ?? 0) / beyond
}
