/**
 * `w:sym`: a character by its number in a font. Fonts of symbols have tables of their own; of these only Symbol, which
 * holds the Greek letters and the signs of mathematics, and the commonest signs of Wingdings are known.
 */

const symbolLow = ' !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼'
const symbolHigh = '€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭'
const wingdings: Readonly<Record<number, string>> = {
  40: '☎',
  42: '✉',
  108: '●',
  110: '■',
  113: '❑',
  118: '❖',
  159: '•',
  167: '▪',
  168: '◻',
  216: '➢',
  223: '←',
  224: '→',
  232: '➔',
  240: '⇨',
  251: '✗',
  252: '✓',
  254: '☑',
}

/** The character of a font, such as `F061` of Symbol; U+FFFD where it is not known. */
export function readSymbol(font: string, code: string): string {
  const point = Number.parseInt(code, 16)
  if (!/^[0-9a-f]{1,5}$/iu.test(code) || point === 0) return '\ufffd'
  // Fonts of symbols are reached through the private range U+F000 to U+F0FF.
  const isPrivate = point >= 0xf000 && point <= 0xf0ff
  const index = isPrivate ? point - 0xf000 : point
  if (/^symbol$/iu.test(font) && index <= 0xff) {
    return (index < 0xa0 ? symbolLow[index - 0x20] : symbolHigh[index - 0xa0]) ?? '\ufffd'
  }
  if (/^wingdings$/iu.test(font) && index <= 0xff) return wingdings[index] ?? '\ufffd'
  if (/^(?:webdings|wingdings \d)$/iu.test(font)) return '\ufffd'
  return String.fromCodePoint(index)
}
