/**
 * Finds figures in text that claims nothing: what a template's author has typed in by hand has no origin, and a reader
 * would take it for the seeds'.
 */

/** Amounts of money, per cents, numbers with a scale word, and numbers of five digits or more or with thousands parted. */
const figure =
  /(?:[$€£¥₽]|\b(?:USD|EUR|RUB|CNY|BYN|Br)\b)\s?\d[\d.,\s]*|\d[\d.,]*\s?(?:%|percent\b|per cent\b|процент\p{L}*|[$€£¥₽]|(?:thousand|million|billion|trillion|тыс|млн|млрд|трлн)(?!\p{L}))|\d{1,3}(?:[ ,.\u00A0\u202F]\d{3})+(?!\d)|\d{5,}/giu

/** The figures in some texts, each as it is printed with what stands around it. */
export function findNumbers(texts: readonly string[]): readonly string[] {
  return texts.flatMap(text => {
    const plain = text.replace(/\s+/gu, ' ').trim()
    return [...plain.matchAll(figure)].map(({ 0: match, index }) =>
      plain.slice(Math.max(0, index - 30), index + match.length + 20).trim(),
    )
  })
}
